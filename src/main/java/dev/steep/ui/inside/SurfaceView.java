package dev.steep.ui.inside;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.ui.descent.SlicePanel;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PartByPart;
import dev.steep.ui.state.RunLog;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/**
 * The loss around the present weights, on a plane through them, and the run's path as seen there. It is computed while it is seen: at rest
 * whenever the weights are others, while training once, and slowly.
 */
public final class SurfaceView implements ResultView, Lab.Listener {
    public static final View VIEW = View.of(
                    "surface",
                    "Loss surface",
                    "The loss around the present weights, on a plane through them, and the path of the weights so far.",
                    SurfaceView::new)
            .in("Inside")
            .savedAs(".descent-parts");

    private final Lab lab;
    private final HTMLElement element = Html.of("div", "").element();
    private Optional<SlicePanel> panel = Optional.empty();
    private Optional<PartByPart> work = Optional.empty();
    private boolean seen;

    /** Where the run stood for which it was begun; nothing before. */
    private String begun = "";

    SurfaceView(Lab lab) {
        this.lab = lab;
        lab.listen(this);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void show() {
        seen = true;
        if (panel.isEmpty()) {
            SlicePanel made = new SlicePanel(this::begin);
            panel = Optional.of(made);
            element.appendChild(made.element());
        }
        follow();
    }

    @Override
    public void hide() {
        seen = false;
        stop();
    }

    @Override
    public void opened(Report.Opened opened) {}

    @Override
    public void progressed(RunLog run) {
        follow();
    }

    @Override
    public void progressed(Report.Progress progress) {}

    @Override
    public void kept(Report.Kept kept) {
        follow();
    }

    @Override
    public void blank() {}

    @Override
    public void forget() {
        stop();
        panel.ifPresent(SlicePanel::clear);
    }

    private void stop() {
        if (work.isPresent()) {
            begun = "";
        }
        work.ifPresent(PartByPart::stop);
        work = Optional.empty();
    }

    private String present() {
        return lab.shownEpoch() + " "
                + lab.progress().map(Report.Progress::step).orElse(0);
    }

    private void follow() {
        boolean other = !begun.equals(present());
        panel.ifPresent(each -> each.stale(other && lab.training()));
        boolean blocked = lab.progress()
                .map(Report.Progress::state)
                .filter(state -> state == Report.Progress.State.BLOCKED)
                .isPresent();
        if (seen && !blocked && (lab.training() ? begun.isEmpty() : other)) {
            begin();
        }
    }

    private void begin() {
        stop();
        begun = present();
        panel.ifPresent(each -> {
            boolean along = each.alongPath();
            PartByPart next = new PartByPart(lab, turn -> new Inquiry.Slice(turn, along), true, each::show, report -> {
                work = Optional.empty();
                each.show(report);
            });
            work = Optional.of(next);
            next.begin();
        });
    }
}
