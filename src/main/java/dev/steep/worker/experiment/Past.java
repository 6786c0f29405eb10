package dev.steep.worker.experiment;

import dev.steep.engine.Fit;
import dev.steep.engine.Snapshot;
import dev.steep.engine.Trainer;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What has been of the present run: its epochs as far as they are kept, which of them is shown instead of the present, what was
 * changed by hand; and the runs that can be undone. While an epoch is shown, its numbers are those in the machine, and where
 * training is waits as a snapshot.
 */
public final class Past {
    private final KeptEpochs epochs = new KeptEpochs();
    private final EarlierRuns earlier = new EarlierRuns();
    private Journal journal = Journal.of("");
    private Optional<Snapshot> waiting = Optional.empty();
    private int told = -1;
    private List<Report.Kept.Checkpoint> toldCheckpoints = List.of();

    /** A run begins with this recipe. */
    public void begin(Recording start) {
        epochs.clear();
        waiting = Optional.empty();
        journal = start.journal();
        epochs.bringBack(start.checkpoints());
        start.trainer().filter(trainer -> trainer.stepOfEpoch() == 0).ifPresent(epochs::mayKeep);
    }

    /**
     * What a run is, when it begins or is brought back.
     *
     * @param checkpoints earlier epochs of it that its callbacks have kept
     */
    public record Recording(Journal journal, Optional<Trainer> trainer, List<Snapshot> checkpoints) {
        /** One that begins. */
        public Recording(String recipe, Optional<Trainer> trainer) {
            this(Journal.of(recipe), trainer, List.of());
        }
    }

    /** The run goes on in a changed network, whose weights those of its earlier epochs do not fit. */
    public void edited(Trainer trainer, String recipe) {
        epochs.clear();
        changed(trainer, Journal.Change.EDIT, recipe);
    }

    /** Something was changed by hand. */
    public void changed(Trainer trainer, Journal.Change kind, String recipe) {
        journal = journal.with(trainer.step(), kind, recipe);
    }

    public void wrote(Trainer trainer, String name, float[] values) {
        journal = journal.with(new Journal.Entry(trainer.step(), Journal.Change.WEIGHTS, name, values.clone()));
    }

    /** Keeps the end of an epoch, if it is one of those to keep. */
    public void ended(Trainer trainer) {
        epochs.mayKeep(trainer);
    }

    /** Training stops here. */
    public void stopped(Trainer trainer) {
        epochs.keepLast(trainer);
    }

    /** Whether an epoch is shown instead of the present. */
    public boolean shown() {
        return waiting.isPresent();
    }

    /** Shows the end of an epoch; returns why not, if it is not kept. */
    public Optional<String> show(Trainer trainer, int epoch) {
        Optional<Snapshot> snapshot = epochs.at(epoch);
        if (snapshot.isEmpty()) {
            return Optional.of(notKept(epoch));
        }
        if (waiting.isEmpty()) {
            waiting = Optional.of(trainer.snapshot());
        }
        trainer.restore(snapshot.get());
        return Optional.empty();
    }

    private String notKept(int epoch) {
        if (epochs.tooLarge()) {
            return "No epochs of this network are kept: one of them alone takes more than half of the memory for all.";
        }
        List<Snapshot> all = epochs.all();
        return all.isEmpty()
                ? "No epochs are kept yet: train first."
                : "Epoch " + epoch + " is not kept. These are: "
                        + all.stream().map(each -> "" + each.epoch()).collect(Collectors.joining(", ")) + ".";
    }

    /** Back to where training is; returns whether anything else was shown. */
    public boolean back(Trainer trainer) {
        boolean away = waiting.isPresent();
        waiting.ifPresent(trainer::restore);
        waiting = Optional.empty();
        return away;
    }

    /** Goes on from the end of an epoch; returns why not, if it is not kept. */
    public Optional<String> branch(Trainer trainer, int epoch, String recipe) {
        Optional<Snapshot> snapshot = epochs.at(epoch);
        if (snapshot.isEmpty()) {
            return Optional.of(notKept(epoch));
        }
        waiting = Optional.empty();
        trainer.restore(snapshot.get());
        epochs.cut(epoch);
        journal = journal.branch(trainer.step(), recipe);
        return Optional.empty();
    }

    /** Keeps the whole run under a key. */
    public void keep(Trainer trainer, int key) {
        earlier.keep(key, whole(trainer));
    }

    /** The whole run, which stands at the present. */
    public EarlierRuns.Kept whole(Trainer trainer) {
        return new EarlierRuns.Kept(trainer.snapshot(), journal, epochs.checkpoints(trainer.fit()));
    }

    public Optional<EarlierRuns.Kept> kept(int key) {
        return earlier.find(key);
    }

    public Journal journal() {
        return journal;
    }

    /** What a weight or slot was at the end of an epoch, if that is kept. */
    public Optional<float[]> numbers(String tensor, int epoch) {
        return epochs.at(epoch)
                .map(snapshot -> snapshot.tensors().get(tensor))
                .map(found -> found.numbers().numbers().clone());
    }

    /** The run as it was at the end of an epoch, if that is kept. */
    public Optional<Snapshot> at(int epoch) {
        return epochs.at(epoch);
    }

    /** The epochs that are kept. */
    public List<Snapshot> snapshots() {
        return epochs.all();
    }

    /** How many epochs training has finished, whatever is shown. */
    public int present(Trainer trainer) {
        return waiting.map(Snapshot::epoch).orElseGet(() -> trainer.history().size());
    }

    /** Whether something is kept that the page has not been told of. */
    public boolean news(Optional<Trainer> trainer) {
        return told != epochs.version() || !toldCheckpoints.equals(checkpoints(trainer));
    }

    /** What callbacks have kept of the run as it is at the present, as far as there was room for any epoch. */
    public List<Report.Kept.Checkpoint> checkpoints(Optional<Trainer> trainer) {
        Optional<Fit> present = waiting.map(each -> each.progress().fit()).or(() -> trainer.map(Trainer::fit));
        return present.stream()
                .flatMap(fit -> fit.checkpoints().stream())
                .filter(each -> epochs.at(each.epoch()).isPresent())
                .map(each -> new Report.Kept.Checkpoint(each.epoch(), each.monitor(), each.value()))
                .toList();
    }

    /** What the page is told. */
    public Report.Kept report(Optional<Trainer> trainer) {
        told = epochs.version();
        toldCheckpoints = checkpoints(trainer);
        return new Report.Kept(
                epochs.all().stream().mapToInt(Snapshot::epoch).toArray(),
                shown() ? trainer.map(each -> each.history().size()).orElse(0) : Request.At.PRESENT,
                trainer.map(Trainer::step).orElse(0),
                trainer.map(this::present).orElse(0),
                toldCheckpoints);
    }
}
