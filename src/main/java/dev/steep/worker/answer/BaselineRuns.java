package dev.steep.worker.answer;

import dev.steep.catalog.Numbers;
import dev.steep.data.Target;
import dev.steep.engine.Evaluation;
import dev.steep.engine.baseline.Baselines;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.DataPart;
import dev.steep.worker.experiment.LabState;
import dev.steep.worker.experiment.PreparedData;
import dev.steep.worker.experiment.TensorReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Simple models at the split of the experiment, and then the network as it is, scored by the same measure. */
final class BaselineRuns {
    private static final int MOST_SCORED = 4000;

    private final LabState present;
    private final PreparedData material;
    private final Baselines baselines;
    private final double[] network = {Double.NaN, Double.NaN};
    private int part;
    private int next;
    private double sum;

    BaselineRuns(LabState present, PreparedData material) {
        this.present = present;
        this.material = material;
        baselines = new Baselines(material.unweighted(), material.split());
    }

    boolean advance(BooleanSupplier over) {
        if (!baselines.advance(over)) {
            return false;
        }
        Optional<TensorReader> tensors = present.tensors();
        while (tensors.isPresent() && part < network.length) {
            score(tensors.get());
            if (over.getAsBoolean()) {
                break;
            }
        }
        return tensors.isEmpty() || part == network.length;
    }

    private int[] all(int of) {
        return material.rows(of == 0 ? DataPart.TRAINING : DataPart.VALIDATION);
    }

    /** How much of large parts the network is scored by. */
    private String note() {
        List<String> parts = new ArrayList<>();
        for (int of = 0; of < network.length; of++) {
            if (all(of).length > MOST_SCORED) {
                parts.add((of == 0 ? "training" : "validation") + " score of " + Numbers.grouped(MOST_SCORED) + " of "
                        + Numbers.grouped(all(of).length));
            }
        }
        return String.join(", ", parts);
    }

    private int[] rows() {
        int[] rows = all(part);
        if (rows.length <= MOST_SCORED) {
            return rows;
        }
        int[] some = new int[MOST_SCORED];
        Arrays.setAll(some, i -> rows[(int) ((long) i * rows.length / MOST_SCORED)]);
        return some;
    }

    /** As many samples as go through the network at once. */
    private void score(TensorReader tensors) {
        int[] rows = rows();
        int size = material.data().x().size();
        int count = Math.min(rows.length - next, 64);
        if (count > 0) {
            float[] raw = new float[count * size];
            for (int i = 0; i < count; i++) {
                System.arraycopy(material.data().x().sample(rows[next + i]), 0, raw, i * size, size);
            }
            int width = tensors.outputSize();
            float[] said = new float[count * width];
            int some = tensors.outputs(raw, 0, count, said);
            for (int i = 0; i < some; i++) {
                sum += error(rows[next + i], said, i, width);
            }
            next += some;
        }
        if (next == rows.length) {
            boolean classes = material.asked() instanceof Target.Classes;
            int width = material.asked().width();
            network[part] =
                    rows.length == 0 ? Double.NaN : classes ? sum / rows.length : Math.sqrt(sum / rows.length / width);
            part++;
            next = 0;
            sum = 0;
        }
    }

    private double error(int row, float[] said, int sample, int width) {
        double[] truth = new double[material.asked().width()];
        material.asked().gather(new int[] {row}, 0, 1, truth);
        if (material.asked() instanceof Target.Classes) {
            return truth[Evaluation.chosen(said, sample, width)];
        }
        double squares = 0;
        for (int i = 0; i < truth.length; i++) {
            double off = said[sample * width + i] - truth[i];
            squares += off * off;
        }
        return squares;
    }

    Report report() {
        List<Baselines.Result> done = baselines.results();
        boolean all = done.size() == baselines.count();
        boolean over = all && (present.tensors().isEmpty() || part == network.length);
        boolean scored = over && present.tensors().isPresent();
        Stream<Baselines.Result> rows = Stream.concat(
                done.stream(),
                scored
                        ? Stream.of(new Baselines.Result(
                                "the network, after epoch " + present.moment().epoch(),
                                "",
                                network[0],
                                network[1],
                                note()))
                        : Stream.empty());
        List<Baselines.Result> told = rows.toList();
        return new Report.Baselines(
                0.9 * baselines.share(),
                over,
                baselines.measure(),
                told.stream().map(Baselines.Result::name).toList(),
                told.stream().map(Baselines.Result::standard).toList(),
                told.stream().map(Baselines.Result::note).toList(),
                told.stream().mapToDouble(Baselines.Result::training).toArray(),
                told.stream().mapToDouble(Baselines.Result::validation).toArray());
    }
}
