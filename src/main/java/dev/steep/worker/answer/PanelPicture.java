package dev.steep.worker.answer;

import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.Moment;
import dev.steep.worker.experiment.LabState;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** A panel's picture while its looks are answered: all of one state. If that changes meanwhile, they begin again. */
final class PanelPicture implements Job {
    private final LabState present;
    private final Passes passes;
    private final WatchRequests.Waiting panel;
    private final Consumer<PanelPicture> done;
    private final DoubleSupplier clock;
    private List<Look.Answering> answers = List.of();
    private boolean begun;
    private int version;
    private double spent;
    private Moment moment;
    private List<float[]> numbers = List.of();

    /** @param done takes this picture once it is complete, or has failed */
    PanelPicture(
            LabState present,
            Passes passes,
            WatchRequests.Waiting panel,
            DoubleSupplier clock,
            Consumer<PanelPicture> done) {
        this.present = present;
        this.passes = passes;
        this.panel = panel;
        this.clock = clock;
        this.done = done;
        moment = present.moment();
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        double start = clock.getAsDouble();
        try {
            if (!begun || version != present.version()) {
                begin();
            }
            for (Look.Answering answer : answers) {
                if (!answer.advance(over)) {
                    spent += clock.getAsDouble() - start;
                    return false;
                }
            }
            numbers = answers.stream().map(Look.Answering::numbers).toList();
            answers.forEach(answer -> moment = earlier(answer.moment(), moment));
        } catch (RuntimeException | OutOfMemoryError problem) {
            numbers = panel.looks().stream().map(look -> new float[0]).toList(); // nothing old stays
            done.accept(this);
            throw problem; // what went wrong is told by whoever called
        }
        spent += clock.getAsDouble() - start;
        done.accept(this);
        return true;
    }

    private void begin() {
        begun = true;
        version = present.version();
        moment = present.moment();
        PresentSource source = new PresentSource(present, passes);
        answers = panel.looks().stream().map(look -> look.begin(source)).toList();
    }

    private static Moment earlier(Moment a, Moment b) {
        return a.step() < b.step() ? new Moment(a.epoch(), a.step(), b.sample()) : b;
    }

    /** A panel's picture is refused by nobody: it waits for the next state. */
    @Override
    public void refuse(String sentence) {
        begun = false;
    }

    WatchRequests.Waiting panel() {
        return panel;
    }

    /** How long it took so far, in milliseconds. */
    double spent() {
        return spent;
    }

    Report.Picture report() {
        return new Report.Picture(panel.panel(), version, moment, numbers);
    }
}
