package dev.steep.worker.answer;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.data.Origin;
import dev.steep.data.Target;
import dev.steep.data.generated.BuiltIn;
import dev.steep.math.Random;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.recipe.Parts;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A built-in data set that is made by itself, whatever experiment is open: for help, which shows what the sets look like. */
final class DataTrial implements Job {
    private static final int MOST_SAMPLES = 2000;
    private static final int MOST_NUMBERS = 200_000;

    private final DataJob<Dataset> job;
    private final int most;
    private final Consumer<Report> answer;

    private DataTrial(DataJob<Dataset> job, int most, Consumer<Report> answer) {
        this.job = job;
        this.most = most;
        this.answer = answer;
    }

    /** Nothing if there is no such data set. */
    static Optional<DataTrial> of(Inquiry.TryData inquiry, Consumer<Report> answer) {
        Choice digits = BuiltIn.DIGITS.kind().choice();
        Remarks remarks = new Remarks();
        Domain<Choice> sets = Parts.DATA.knob().domain();
        Choice choice = sets.read(Phrase.read(inquiry.data(), remarks), digits, "data", remarks);
        boolean misread = !remarks.sentences().isEmpty() || inquiry.most() < 1 || inquiry.most() > MOST_SAMPLES;
        return BuiltIn.of(choice)
                .filter(set -> !misread)
                .map(set -> new DataTrial(
                        set.job(choice, new Random(inquiry.seed()).fork("data")), inquiry.most(), answer));
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        if (!job.advance(() -> over.getAsBoolean() ? 1 : 0, 1)) {
            return false;
        }
        answer.accept(report(job.result()));
        return true;
    }

    @Override
    public void refuse(String sentence) {
        answer.accept(new Report.Refused(sentence));
    }

    private Report report(Dataset data) {
        int size = data.x().size();
        int count = Math.min(Math.min(most, data.count()), Math.max(1, MOST_NUMBERS / size));
        float[] x = new float[count * size];
        float[] y = new float[count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(data.x().sample(i), 0, x, i * size, size);
            y[i] = first(data.y(), i);
        }
        return new Report.Tried(facts(data, x), x, y);
    }

    private static float first(Target target, int row) {
        return target instanceof Target.Classes classes
                ? classes.index()[row]
                : target instanceof Target.Numbers numbers ? numbers.values()[row * numbers.width()] : Float.NaN;
    }

    private static DataFacts facts(Dataset data, float[] x) {
        boolean classes = data.y() instanceof Target.Classes;
        int columns = data.isImage() ? 1 : data.x().size();
        double[] ranges = new double[2 * columns];
        for (int c = 0; c < columns; c++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = c; i < x.length; i += columns) {
                low = Math.min(low, x[i]);
                high = Math.max(high, x[i]);
            }
            ranges[2 * c] = low;
            ranges[2 * c + 1] = high;
        }
        return new DataFacts(
                data.name(),
                data.shape().lengths(),
                classes ? data.y().names() : List.of(),
                classes ? List.of() : data.y().names(),
                data.features(),
                data.features(),
                ranges,
                new int[] {data.count(), 0, 0},
                0,
                0,
                List.of(),
                new int[0],
                "",
                data.origin().map(Origin::kept).orElse(List.of()),
                false);
    }
}
