package dev.steep.ui.state;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;

/** Changes one number of a tensor, as a learner types it. */
public final class OneNumber {
    private OneNumber() {}

    /**
     * Writes it; what speaks against it is told on the page. A place that the tensor does not have is left alone.
     *
     * @param then is run when it is written or refused
     */
    public static void write(Lab lab, String tensor, int index, double number, Runnable then) {
        lab.ask(new Inquiry.Read(tensor), report -> {
            if (report instanceof Report.Numbers all && index < all.values().length) {
                float[] changed = all.values().clone();
                changed[index] = (float) number;
                lab.ask(new Request.Write(tensor, changed), written -> {
                    if (written instanceof Report.Refused refused) {
                        lab.tell(refused.sentence(), true);
                    }
                    then.run();
                });
            }
        });
    }
}
