package dev.steep.worker.answer;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.worker.experiment.LabState;
import dev.steep.worker.report.ReportSink;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Sends numbers to the panels that watch: as soon as there are others than those that a panel has drawn. */
final class Pictures {
    /** All panels together take at most one part in so many of the time of training. */
    private static final double REST = 20;

    private final LabState present;
    private final ReportSink post;
    private final DoubleSupplier clock;
    private final Deque<Job> jobs;
    private final Passes passes;
    private final WatchRequests watches = new WatchRequests();
    /** Pictures that need more than one slice, by their panels. */
    private final Map<String, PanelPicture> begun = new HashMap<>();

    /** @param jobs where pictures are put that take long */
    Pictures(LabState present, Passes passes, ReportSink post, DoubleSupplier clock, Deque<Job> jobs) {
        this.present = present;
        this.passes = passes;
        this.post = post;
        this.clock = clock;
        this.jobs = jobs;
    }

    /** Takes a request. One that it replaces is answered too: with Done, since its panel has asked anew. */
    void watch(int id, Inquiry.Watch request) {
        drop(request.panel());
        watches.add(new WatchRequests.Waiting(id, request.panel(), request.looks(), request.drawn()))
                .ifPresent(replaced -> post.send(replaced.id(), new Report.Done()));
    }

    private void drop(String panel) {
        PanelPicture picture = begun.remove(panel);
        if (picture != null) {
            jobs.remove(picture);
        }
    }

    /** Jobs were given up, with the pictures among them: the panels still wait. */
    void dropAll() {
        begun.clear();
    }

    /** Another experiment is open, so what panels looked at of the last one is not wanted any more: they ask anew. */
    void opened() {
        begun.values().forEach(jobs::remove);
        begun.clear();
        watches.takeAll().forEach(each -> post.send(each.id(), new Report.Done()));
    }

    /** A person waits for the next pictures. */
    void hurry() {
        watches.hurry();
    }

    /** Begins pictures for the panels that wait for one and have rested; most are complete within a slice. */
    void send(double slice) {
        for (WatchRequests.Waiting panel : watches.due(present.version())) {
            double now = clock.getAsDouble();
            if (!begun.containsKey(panel.panel()) && (present.run().isEmpty() || watches.rested(panel, now))) {
                PanelPicture picture = new PanelPicture(present, passes, panel, clock, this::done);
                if (!picture.advance(() -> clock.getAsDouble() >= now + slice)) {
                    begun.put(panel.panel(), picture);
                    jobs.add(picture);
                }
            }
        }
    }

    private void done(PanelPicture picture) {
        WatchRequests.Waiting panel = picture.panel();
        double start = clock.getAsDouble();
        int panels = watches.count(start); // this one still waits
        begun.remove(panel.panel());
        watches.done(panel);
        post.send(panel.id(), picture.report());
        double now = clock.getAsDouble();
        double rest = panel.looks().stream().mapToDouble(Look::rest).max().orElse(Look.REST);
        watches.rest(panel, now + Math.max(rest, REST * panels * (picture.spent() + now - start)));
    }
}
