package dev.steep.worker.report;

import dev.steep.protocol.Report;

/** Takes reports to the page. */
public interface ReportSink {
    /**
     * Sends a report.
     *
     * @param id of the request that it answers, or {@link dev.steep.protocol.Messages#UNASKED}
     */
    void send(int id, Report report);
}
