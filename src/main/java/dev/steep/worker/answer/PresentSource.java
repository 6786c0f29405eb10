package dev.steep.worker.answer;

import dev.steep.data.Samples;
import dev.steep.data.Target;
import dev.steep.engine.Evaluation;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.Explained;
import dev.steep.protocol.look.HistogramsLook;
import dev.steep.protocol.look.ImageTrial;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.Moment;
import dev.steep.protocol.look.Norms;
import dev.steep.protocol.look.SampleTable;
import dev.steep.worker.experiment.FitErrors;
import dev.steep.worker.experiment.ImageChanges;
import dev.steep.worker.experiment.LabState;
import dev.steep.worker.experiment.LayerDraws;
import dev.steep.worker.experiment.PreparedData;
import dev.steep.worker.experiment.Sample;
import dev.steep.worker.experiment.TensorReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What one picture reads of the lab. The chosen sample goes through the network once for all its tensors. */
final class PresentSource implements Look.Source {
    /** The name of what the network is given. */
    private static final String INPUT = "input";

    private static final float[] NOTHING = {};

    private final LabState present;
    private final Passes passes;
    private final Optional<TensorReader> tensors;
    private boolean seen;
    private Optional<Look.Sensitivities> explained = Optional.empty();
    private int explainedTarget;

    PresentSource(LabState present, Passes passes) {
        this.present = present;
        this.passes = passes;
        tensors = present.tensors();
    }

    @Override
    public Moment now() {
        return present.moment();
    }

    @Override
    public SampleTable table() {
        return present.material()
                .<SampleTable>map(each -> new PresentTable(each, present.shows(DataPart.TEST)))
                .orElse(PresentTable.NONE);
    }

    @Override
    public float[] tensor(String name) {
        if (tensors.isEmpty()) {
            return name.equals(INPUT) ? present.material().map(this::prepared).orElse(NOTHING) : NOTHING;
        }
        if (!seen && tensors.get().needsChosen(name)) {
            tensors.get().see(present.chosen());
            seen = true;
        }
        return tensors.get().tensor(name);
    }

    @Override
    public float[] past(String name, int epoch) {
        return present.past().numbers(name, epoch).or(() -> given(name, epoch)).orElse(NOTHING);
    }

    /** What a layer gave for the chosen sample. */
    private Optional<float[]> given(String output, int epoch) {
        return tensors.flatMap(there -> present.past().at(epoch)).flatMap(then -> present.retrospect()
                .of(
                        present.trainer().orElseThrow(),
                        then,
                        prepared(present.material().orElseThrow()),
                        output));
    }

    @Override
    public float[] norms(String parameter) {
        return tensors.flatMap(each -> each.norms(parameter))
                .map(Norms::numbers)
                .orElse(NOTHING);
    }

    @Override
    public float[] sampled(String output) {
        seen = false;
        return tensors.map(each -> each.sampled(output)).orElse(NOTHING);
    }

    @Override
    public int[] rows(DataPart part) {
        return present.material()
                .filter(each -> present.shows(part))
                .map(each -> each.rows(part))
                .orElse(new int[0]);
    }

    @Override
    public float truth(int row) {
        return present.material().orElseThrow().truth(row);
    }

    @Override
    public float[] answer() {
        return tensors.map(each -> each.answer(tensor(each.output()))).orElse(NOTHING);
    }

    @Override
    public float[] draws(String layer, int count) {
        return present.trainer()
                .map(trainer -> present.draws().of(trainer.model(), layer, count, this::tensor))
                .orElse(NOTHING);
    }

    /** Where the network has a problem, there is the sample that it would be given. */
    private float[] prepared(PreparedData material) {
        float[] raw = raw(material);
        return raw.length > 0 ? material.prepared(raw) : NOTHING;
    }

    private float[] raw(PreparedData material) {
        Samples x = material.data().x();
        if (present.chosen() instanceof Sample.Drawn drawn) {
            return drawn.raw();
        }
        int row = present.chosenRow();
        return row < x.count() ? x.sample(row) : NOTHING;
    }

    @Override
    public int[] shape() {
        return present.material().map(each -> each.data().shape().lengths()).orElse(new int[0]);
    }

    @Override
    public float[] chosen() {
        return present.material().map(this::raw).orElse(NOTHING);
    }

    @Override
    public float[] changed(List<ImageTrial> trials) {
        PreparedData material = present.material().orElseThrow();
        return ImageChanges.of(raw(material), material.data().shape(), trials);
    }

    @Override
    public float[] changed(int row, List<ImageTrial> trials) {
        PreparedData material = present.material().orElseThrow();
        return ImageChanges.of(material.data().x().sample(row), material.data().shape(), trials);
    }

    @Override
    public float[] augmented(int row, int count, int round) {
        PreparedData material = present.material().orElseThrow();
        float[] prepared = material.prepared(material.data().x().sample(row));
        float[] draws = present.trainer()
                .map(trainer -> LayerDraws.augmented(trainer.model().plan(), prepared, count, round))
                .orElse(NOTHING);
        float[] all = Arrays.copyOf(prepared, prepared.length + draws.length);
        System.arraycopy(draws, 0, all, prepared.length, draws.length);
        return all;
    }

    @Override
    public boolean training() {
        return present.run().isPresent();
    }

    @Override
    public int meant(int target) {
        int classes = present.material()
                .map(each -> each.asked() instanceof Target.Classes known
                        ? known.names().size()
                        : 0)
                .orElse(0);
        float[] answer = classes == 0 ? NOTHING : answer();
        if (answer.length == 0 || target >= classes) {
            return Explained.NONE;
        }
        return switch (target) {
            case Explained.SAID -> Evaluation.chosen(answer, 0, answer.length);
            case Explained.TRUE ->
                present.chosenRow() == Moment.DRAWN
                        ? Explained.NONE
                        : (int) present.material().orElseThrow().truth(present.chosenRow());
            default -> Math.max(Explained.NONE, target);
        };
    }

    /** The derivatives are those of one class for all looks of a picture. */
    @Override
    public Optional<Look.Sensitivities> sensitivities(int target) {
        if (target < 0 || tensors.isEmpty()) {
            return Optional.empty();
        }
        if (explained.isEmpty() || explainedTarget != target) {
            explainedTarget = target;
            explained = present.sensitivities()
                    .of(
                            present.trainer().orElseThrow(),
                            prepared(present.material().orElseThrow()),
                            target);
        }
        return explained;
    }

    @Override
    public Look.Errors errors(String layer) {
        return tensors.isEmpty()
                ? FitErrors.NONE
                : new FitErrors(
                        present.trainer().orElseThrow(), present.material().orElseThrow(), layer, training());
    }

    @Override
    public int inputs() {
        return present.material().map(each -> each.data().x().size()).orElse(0);
    }

    @Override
    public float[] raw(int row) {
        return present.material().map(each -> each.data().x().sample(row)).orElse(NOTHING);
    }

    @Override
    public float[] unscaled(int row) {
        return present.material().map(each -> each.given().x().sample(row)).orElse(NOTHING);
    }

    @Override
    public float[] unscaled(float[] prepared) {
        return present.material().map(each -> each.scale().undone(prepared)).orElse(NOTHING);
    }

    @Override
    public float[] prepared(int row) {
        return present.material().map(each -> each.prepared(raw(row))).orElse(NOTHING);
    }

    @Override
    public double[] scale() {
        return present.material().map(PreparedData::scales).orElse(new double[3]);
    }

    @Override
    public int outputs() {
        return tensors.map(TensorReader::outputSize).orElse(0);
    }

    @Override
    public int affordable() {
        return tensors.map(TensorReader::affordable).orElse(0);
    }

    @Override
    public int outputs(float[] raw, int from, int most, float[] outputs) {
        seen = false;
        return tensors.orElseThrow().outputs(raw, from, most, outputs);
    }

    @Override
    public int units(String output) {
        return tensors.map(each -> each.units(output)).orElse(0);
    }

    @Override
    public int units(String output, float[] raw, int from, int most, float[] units) {
        seen = false;
        return tensors.orElseThrow().units(output, raw, from, most, units);
    }

    @Override
    public Look.Part part(DataPart part) {
        return passes.part(part);
    }

    @Override
    public Look.Part latest(DataPart part) {
        return passes.latest(part);
    }

    @Override
    public Look.Part unnoticed(DataPart part) {
        return passes.unnoticed(part);
    }

    @Override
    public Optional<Look.Simple> simple(int model) {
        return present.material().filter(each -> SimpleModel.known(model)).map(each -> new SimpleModel(each, model));
    }

    /** At rest, the present numbers come last, whether or not this is a moment at which histograms are kept. */
    @Override
    public List<HistogramsLook.Entry> histograms(String tensor) {
        if (tensors.isEmpty()) {
            return List.of();
        }
        Moment now = now();
        List<HistogramsLook.Entry> entries = present.histograms().of(tensor, now.step());
        if (present.run().isEmpty()) {
            seen = false;
            tensors.get().histogram(tensor).ifPresent(histogram -> {
                entries.removeIf(entry -> entry.step() == now.step());
                entries.add(new HistogramsLook.Entry(now.epoch(), now.step(), histogram));
            });
        }
        return entries;
    }
}
