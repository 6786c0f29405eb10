package dev.steep.worker.answer;

import dev.steep.engine.Evaluation;
import dev.steep.engine.Score;
import dev.steep.engine.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** A look at whole parts of the data set. */
final class Scoring implements Job {
    private final int id;
    private final Trainer trainer;
    private final List<int[]> parts;
    private final Consumer<List<Score>> then;
    private final List<Score> scores = new ArrayList<>();
    private Evaluation present;

    /**
     * Scores to find.
     *
     * @param id of the request that waits for it, or {@link dev.steep.protocol.Letters#UNASKED}
     * @param parts rows to look at
     * @param then takes a score for each part
     */
    Scoring(int id, Trainer trainer, List<int[]> parts, Consumer<List<Score>> then) {
        this.id = id;
        this.trainer = trainer;
        this.parts = parts;
        this.then = then;
        present = trainer.evaluation(parts.get(0));
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public void restart() {
        scores.clear();
        present = trainer.evaluation(parts.get(0));
    }

    @Override
    public boolean advance(DoubleSupplier clock, double until) {
        while (present.advance(clock, until)) {
            scores.add(present.score());
            if (scores.size() == parts.size()) {
                then.accept(List.copyOf(scores));
                return true;
            }
            present = trainer.evaluation(parts.get(scores.size()));
        }
        return false;
    }
}
