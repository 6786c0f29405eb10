package dev.steep.worker.experiment;

import dev.steep.engine.Epoch;
import dev.steep.engine.Trainer;
import dev.steep.protocol.ProblemFacts;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.Moment;
import dev.steep.recipe.Recipe;
import java.util.List;
import java.util.Optional;

/** How things stand in the lab: what is open, what is being done, and what is looked at. */
public final class LabState {
    private Optional<Experiment> experiment = Optional.empty();
    private Optional<Run> run = Optional.empty();
    private Optional<CarryOver> waiting = Optional.empty();
    private final Past past = new Past();
    private Sample chosen = new Sample.Row(0);
    private final LayerDraws draws = new LayerDraws();
    private final Sensitivities sensitivities = new Sensitivities();
    private final Retrospect retrospect = new Retrospect();
    private final TestOpenings tests = new TestOpenings();
    private HistogramLog histograms = new HistogramLog();
    private int version;
    private int weights;
    /** Begins with the time in tenths of a second, so that a worker that takes another one's place has other numbers. */
    private int rows = (int) (System.currentTimeMillis() / 100 % 1_000_000_000);

    public Optional<Experiment> experiment() {
        return experiment;
    }

    /** Opens an experiment. If it has other rows than the last one, its first sample is chosen. */
    public void open(Experiment fresh) {
        Optional<PreparedData> before = material();
        if (!fresh.trainer().equals(trainer())) {
            weights++;
            histograms = new HistogramLog();
            sensitivities.forget();
            retrospect.forget();
        }
        experiment = Optional.of(fresh);
        version++;
        boolean same = before.isPresent()
                && fresh.material().filter(before.get()::sameRows).isPresent();
        boolean edited = before.isPresent()
                && fresh.material()
                        .filter(each -> each.editedFrom(before.get()))
                        .isPresent();
        if (!same) {
            rows++;
        }
        if (!same && !(edited && chosen instanceof Sample.Row row && shows(row.row()))) {
            choose(new Sample.Row(
                    fresh.material().map(PreparedData::firstChosen).orElse(0)));
        }
    }

    /** The network that was open is no longer needed. Its samples may be those of the next experiment. */
    public void close() {
        weights++;
        experiment = experiment.map(Experiment::closed);
    }

    /** The run that an experiment with this recipe would go on with, the one that is open or one that waits. */
    public Optional<CarryOver> carried(Recipe recipe) {
        Optional<Experiment> trained = experiment.filter(open -> open.trainer().isPresent());
        return trained.isPresent()
                ? trained.filter(open -> CarryOver.suits(open, recipe)).flatMap(CarryOver::of)
                : waiting.filter(each -> each.suits(recipe));
    }

    /** This run waits for a network that can go on with it; nothing, if it has found one, or is given up. */
    public void keepWaiting(Optional<CarryOver> run) {
        waiting = run;
    }

    /** What has been of the present run. */
    public Past past() {
        return past;
    }

    public Optional<PreparedData> material() {
        return experiment.flatMap(Experiment::material);
    }

    public Optional<Trainer> trainer() {
        return experiment.flatMap(Experiment::trainer);
    }

    /** How often test parts were opened. */
    public TestOpenings tests() {
        return tests;
    }

    /** Whether samples of this part may be shown. */
    public boolean shows(DataPart part) {
        return part != DataPart.TEST || material().filter(tests::isOpen).isPresent();
    }

    /** Whether this sample may be shown. */
    public boolean shows(int row) {
        return shows(DataPart.TEST)
                || material().filter(each -> each.isTest(row)).isEmpty();
    }

    /** The epochs of the run, also of one that waits for a network that can go on with it. */
    public List<Epoch> history() {
        return trainer()
                .map(Trainer::history)
                .or(() -> waiting.map(run -> run.state().progress().history()))
                .map(epochs -> (List<Epoch>) epochs)
                .orElse(List.of());
    }

    /** A way to look into the network, if there is one. */
    public Optional<TensorReader> tensors() {
        return trainer().map(trainer -> new TensorReader(material().orElseThrow(), trainer));
    }

    /** The histograms of the present run. */
    public HistogramLog histograms() {
        return histograms;
    }

    /** What layers draw for the chosen sample. */
    public LayerDraws draws() {
        return draws;
    }

    /** How classes' scores change with the chosen sample's numbers. */
    public Sensitivities sensitivities() {
        return sensitivities;
    }

    /** What layers gave with the weights of kept epochs. */
    public Retrospect retrospect() {
        return retrospect;
    }

    /** The training that is under way. */
    public Optional<Run> run() {
        return run;
    }

    /** Training begins or ends, and with it what a confusion matrix is counted from. */
    public void run(Optional<Run> other) {
        run = other;
        version++;
    }

    /** The sample that feature maps are shown for. */
    public Sample chosen() {
        return chosen;
    }

    /** Its row, or {@link Moment#DRAWN}. */
    public int chosenRow() {
        return chosen instanceof Sample.Row row ? row.row() : Moment.DRAWN;
    }

    public void choose(Sample sample) {
        chosen = sample;
        version++;
    }

    /** The state that numbers read now belong to. */
    public Moment moment() {
        return new Moment(
                trainer().map(each -> each.history().size()).orElse(0),
                trainer().map(Trainer::step).orElse(0),
                chosenRow());
    }

    /** Counts what has changed: while it stays the same, every picture does. */
    public int version() {
        return version;
    }

    /** The weights are others now. */
    public void trained() {
        weights++;
        version++;
    }

    /** Counts how often the weights have changed. */
    public int weights() {
        return weights;
    }

    /** Counts how often other samples, or the same in other parts, have been opened. */
    int rows() {
        return rows;
    }

    /** Why nothing can be asked of the network; to be said where there is none. */
    public String noNetwork() {
        List<ProblemFacts> problems = experiment.map(Experiment::problems).orElse(List.of());
        return problems.isEmpty()
                ? "No experiment is open yet."
                : problems.get(0).sentence();
    }
}
