package dev.steep.engine;

import dev.steep.catalog.Choice;
import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.network.Model;
import dev.steep.network.metric.Measure;
import java.util.List;

/** What is measured of a run: its training steps as they are done, and other rows with the present weights. */
final class RunMetrics {
    private final OpenModel open;
    private final Target target;
    private final Target measured;
    private final Rescaling answers;
    private List<Measure> measures;
    private Measuring ofEpoch;

    /**
     * @param asked the data set, whose numbers are measured in their own unit
     * @param taught what the machine is taught of it
     */
    RunMetrics(OpenModel open, Supply asked, Supply taught) {
        this.open = open;
        target = asked.y();
        measured = target instanceof Target.Classes ? taught.y() : target;
        answers = asked.answers();
        measures = measures(List.of());
        ofEpoch = new Measuring(measures);
    }

    private List<Measure> measures(List<Choice> metrics) {
        return Measure.of(open.model().plan().design().task(), measured.width(), metrics);
    }

    /** Measures these from now on, beside loss and accuracy; amid an epoch, one that is new has no value. */
    void measure(List<Choice> metrics, boolean amid) {
        measures = measures(metrics);
        ofEpoch = ofEpoch.with(measures, amid);
    }

    void beginEpoch() {
        ofEpoch = new Measuring(measures);
    }

    /** Goes on from what a snapshot has of its epoch. */
    void restore(Measuring known, boolean amid) {
        ofEpoch = known.with(measures, amid);
    }

    /** Of the training steps of this epoch. */
    Measuring ofEpoch() {
        return ofEpoch;
    }

    /** A training step is done, the last one that the machine has seen if predictions are looked at. */
    void step(Batch batch, double loss, double hits) {
        int count = batch.count();
        ofEpoch.losses(loss * count, hits, count);
        if (ofEpoch.looks()) {
            float[] outputs = answers.undone(
                    open.machine().read(open.model().program().train().output()));
            ofEpoch.predictions(outputs, measured, batch.rows(), batch.from(), count);
        }
    }

    /** A look at these rows. */
    Evaluation evaluation(int[] rows) {
        return new Evaluation(open::machine, open::model, target, measured, answers, measures, rows);
    }

    /** A look at the loss of these rows with the weights of another machine of a model. */
    Evaluation loss(Machine machine, Model model, int[] rows) {
        return new Evaluation(() -> machine, () -> model, target, measured, answers, measures(List.of()), rows);
    }
}
