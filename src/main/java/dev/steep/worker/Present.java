package dev.steep.worker;

import dev.steep.engine.Trainer;
import dev.steep.protocol.Problem;
import java.util.List;
import java.util.Optional;

/** How things stand in the lab: what is open, what is being done, and what is looked at. */
final class Present {
    private Optional<Experiment> experiment = Optional.empty();
    private Optional<Run> run = Optional.empty();
    private Sample chosen = new Sample.Row(0);
    private int version;

    Optional<Experiment> experiment() {
        return experiment;
    }

    void open(Experiment fresh) {
        experiment = Optional.of(fresh);
        version++;
    }

    /** What was open is no longer needed. */
    void close() {
        experiment = Optional.empty();
    }

    Optional<Material> material() {
        return experiment.flatMap(Experiment::material);
    }

    Optional<Trainer> trainer() {
        return experiment.flatMap(Experiment::trainer);
    }

    /** A way to look into the network, if there is one. */
    Optional<Lens> lens() {
        return trainer().map(trainer -> new Lens(material().orElseThrow(), trainer));
    }

    /** The training that is under way. */
    Optional<Run> run() {
        return run;
    }

    void run(Optional<Run> other) {
        run = other;
    }

    /** The sample that feature maps are shown for. */
    Sample chosen() {
        return chosen;
    }

    void choose(Sample sample) {
        chosen = sample;
        version++;
    }

    /** Counts what has changed: while it stays the same, every picture does. */
    int version() {
        return version;
    }

    /** The weights are others now. */
    void trained() {
        version++;
    }

    /** Why nothing can be asked of the network; to be said where there is none. */
    String noNetwork() {
        List<Problem> problems = experiment.map(Experiment::problems).orElse(List.of());
        return problems.isEmpty()
                ? "No experiment is open yet."
                : problems.get(0).sentence();
    }
}
