package dev.steep.worker.report;

import dev.steep.protocol.Messages;
import dev.steep.protocol.Report;

/** Takes reports to the page. */
public interface ReportSink {
    /**
     * Sends a report.
     *
     * @param id of the request that it answers, or {@link Messages#UNASKED}
     */
    void send(int id, Report report);

    /**
     * A sign of life between two pieces of work that are long on a slow computer, so that the page does not take the worker for
     * dead: it waits for a word, whichever, not for the end of everything.
     */
    default void alive() {
        send(Messages.UNASKED, new Report.Done());
    }
}
