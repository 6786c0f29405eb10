package dev.steep.ui.state;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Inquiry.FindRate.Turn;
import dev.steep.protocol.Report;
import java.util.function.Consumer;

/** One search for a learning rate: asks the worker for part after part, until it is over or stopped. */
public final class RateFinding {
    private final Lab lab;
    private final Consumer<Report> then;
    private final Consumer<Report.Rates> part;
    private boolean under;

    /** @param then takes the last part, or why there is none */
    public RateFinding(Lab lab, Consumer<Report> then) {
        this(lab, part -> {}, then);
    }

    /** @param part takes what is known each time that more is */
    public RateFinding(Lab lab, Consumer<Report.Rates> part, Consumer<Report> then) {
        this.lab = lab;
        this.part = part;
        this.then = then;
    }

    /** Begins it. */
    public void begin() {
        under = true;
        lab.ask(new Inquiry.FindRate(Turn.BEGIN), this::take);
    }

    /** Nobody waits for it any more; what it has taken is given back. */
    public void stop() {
        if (under) {
            under = false;
            lab.ask(new Inquiry.FindRate(Turn.STOP));
        }
    }

    private void take(Report report) {
        if (!under) {
            return;
        }
        if (report instanceof Report.Rates rates && !rates.over()) {
            part.accept(rates);
            lab.ask(new Inquiry.FindRate(Turn.GO_ON), this::take);
        } else {
            under = false;
            then.accept(report);
        }
    }
}
