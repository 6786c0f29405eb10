package dev.steep.ui.comparison;

import dev.steep.ui.element.Figures;
import dev.steep.ui.runs.KeptRun;
import elemental2.core.JsDate;

/** What a run without a name is called: when it began, in the student's own time. */
final class RunNames {
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private RunNames() {}

    static String of(KeptRun run) {
        return run.name().isEmpty() ? time(run.began()) : run.name();
    }

    /** {@code 14:03:21} today; otherwise {@code 28 Nov 14:03}. */
    private static String time(double milliseconds) {
        JsDate then = new JsDate(milliseconds);
        JsDate now = new JsDate();
        String clock = two(then.getHours()) + ":" + two(then.getMinutes());
        boolean today = then.getDate() == now.getDate()
                && then.getMonth() == now.getMonth()
                && then.getFullYear() == now.getFullYear();
        return today
                ? clock + ":" + two(then.getSeconds())
                : Figures.fixed(then.getDate(), 0) + " " + MONTHS[(int) then.getMonth()] + " " + clock;
    }

    private static String two(double number) {
        return (number < 10 ? "0" : "") + (int) number;
    }
}
