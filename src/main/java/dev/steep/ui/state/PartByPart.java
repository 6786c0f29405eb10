package dev.steep.ui.state;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Inquiry.Turn;
import dev.steep.protocol.Report;
import elemental2.dom.DomGlobal;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Work of the worker that is done in parts: asks for part after part, until all is done or nobody waits for it any more. While training
 * it rests between them if it is patient, so that most of the time stays with training.
 */
public final class PartByPart {
    /** After a part while training, in milliseconds: a few times as long as a part takes. Somebody has asked for it, and waits. */
    private static final int REST = 150;

    private final Lab lab;
    private final Function<Turn, Inquiry> inquiry;
    private final boolean patient;
    private final Consumer<Report> part;
    private final Consumer<Report> then;
    private boolean under;

    /**
     * @param inquiry what asks for it
     * @param patient whether it rests while training
     * @param part takes what is known so far, each time that more is
     * @param then takes the last part, or why there is none
     */
    public PartByPart(
            Lab lab, Function<Turn, Inquiry> inquiry, boolean patient, Consumer<Report> part, Consumer<Report> then) {
        this.lab = lab;
        this.inquiry = inquiry;
        this.patient = patient;
        this.part = part;
        this.then = then;
    }

    /** A search for a learning rate. */
    public static PartByPart findRate(Lab lab, Consumer<Report> part, Consumer<Report> then) {
        return new PartByPart(lab, Inquiry.FindRate::new, false, part, then);
    }

    /** Simple models of the same data and their scores; it rests while training. */
    public static PartByPart baselines(Lab lab, Consumer<Report> part, Consumer<Report> then) {
        return new PartByPart(lab, Inquiry.Baselines::new, true, part, then);
    }

    /** Begins it. */
    public void begin() {
        under = true;
        lab.ask(inquiry.apply(Turn.BEGIN), this::take);
    }

    /** Nobody waits for it any more; what it has taken is given back. */
    public void stop() {
        if (under) {
            under = false;
            lab.ask(inquiry.apply(Turn.STOP));
        }
    }

    private void take(Report report) {
        if (!under) {
            return;
        }
        boolean more = report instanceof Report.Rates rates && !rates.over()
                || report instanceof Report.Slice slice && !slice.over()
                || report instanceof Report.Baselines baselines && !baselines.over();
        if (!more) {
            under = false;
            then.accept(report);
            return;
        }
        part.accept(report);
        if (patient && lab.training()) {
            DomGlobal.setTimeout(arguments -> goOn(), REST);
        } else {
            goOn();
        }
    }

    private void goOn() {
        if (under) {
            lab.ask(inquiry.apply(Turn.GO_ON), this::take);
        }
    }
}
