package dev.steep.ui.why;

import dev.steep.picture.Ink;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.AnswerLook;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.Moment;
import dev.steep.protocol.look.TensorLook;
import dev.steep.ui.data.SampleFrame;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PadCanvas;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import dev.steep.ui.view.View;
import dev.steep.ui.view.WatchingView;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import java.util.List;

/** A pad to draw a sample on; the drawing is the chosen sample, for which the whole page shows maps and answers. */
public final class PadView implements WatchingView {
    public static final View VIEW = View.of(
                    "draw",
                    "Draw",
                    "Draw a sample by hand and see what the network says of it while you draw.",
                    PadView::new)
            .in("Predictions")
            .onlyFor(
                    "images of one channel and of classes",
                    data -> data.image()
                            && data.shape()[2] == 1
                            && !data.askedClasses().isEmpty());

    private static final int PIXELS = 112;

    /** Samples that are looked at to tell paper from ink. */
    private static final int FEW = 8;

    private static final String HOW =
            "Mouse, pen or finger; by keyboard the arrows move the brush, Space puts it down and lifts it, Backspace takes a stroke away.";

    private final Lab lab;
    private final Ink ink = new Ink();
    private final PadCanvas pad = new PadCanvas(ink, this::changed);
    private final HTMLInputElement placed = (HTMLInputElement) Html.of("input", "form-check-input")
            .attribute("type", "checkbox")
            .attribute("id", "pad-placed")
            .element();
    private final SampleFrame given = new SampleFrame("pad-given", PIXELS);
    private final HTMLElement subject = Html.of("b", "").element();
    private final ProbabilityBars bars = new ProbabilityBars();
    private final HTMLElement element;
    private final PictureFeed watching;
    private DataFacts data = DataFacts.NONE;
    private boolean lightPaper;
    private boolean sending;
    private boolean stale;
    private int opened;
    private int known;

    PadView(Lab lab) {
        this.lab = lab;
        watching = new PictureFeed(lab, "pad", this::looks, this::draw);
        placed.checked = true;
        placed.addEventListener("change", event -> send());
        element = Html.of("div", "pad")
                .add(Html.of("div", "")
                        .add(Html.of("div", "pad-frame").add(pad.element()))
                        .add(Html.of("div", "pad-buttons")
                                .add(
                                        Html.button("btn bar-button", "Undo stroke", this::undo),
                                        Html.button("btn bar-button", "Clear", this::clear)))
                        .add(Html.of("p", "pad-how").text(HOW)))
                .add(Html.of("div", "pad-said")
                        .add(subject, given.element())
                        .add(Html.of("p", "pad-how").text("as the network is given it"))
                        .add(bars.element()))
                .add(
                        Html.of("div", "pad-placing")
                                .add(placed)
                                .add(
                                        Html.of("label", "")
                                                .attribute("for", "pad-placed")
                                                .text(
                                                        "Placed and sized like the built-in digits: the box around it in the middle, its longer side 20 of 28 pixels.")))
                .element();
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public PictureFeed watching() {
        return watching;
    }

    @Override
    public void opened(Report.Opened now) {
        data = now.data();
        if (!VIEW.suits().test(data)) {
            return;
        }
        if (now.rows() != opened) {
            opened = now.rows();
            ink.clear();
        }
        pad.opened(data.shape()[0], data.shape()[1]);
        given.opened(data);
        given.shows("image", new TensorLook("input"));
        bars.opened(data);
    }

    @Override
    public void show() {
        watching.start();
        if (known != opened && VIEW.suits().test(data)) {
            known = opened;
            int mine = opened;
            lab.ask(new Inquiry.Gallery(DataPart.TRAINING, 0, FEW), report -> {
                if (mine == opened && report instanceof Report.Samples samples) {
                    lightPaper = light(samples.x());
                    pad.paper(lightPaper);
                }
            });
        }
    }

    /** Whether most of some samples is nearer to the highest number: dark ink on light paper. */
    private boolean light(float[] some) {
        double middle = (data.ranges()[0] + data.ranges()[1]) / 2;
        int above = 0;
        for (float each : some) {
            above += each > middle ? 1 : 0;
        }
        return 2 * above > some.length;
    }

    private void undo() {
        ink.undo();
        pad.refresh();
        changed();
    }

    private void clear() {
        ink.clear();
        pad.refresh();
        changed();
    }

    private void changed() {
        stale = true;
        if (!sending) {
            send();
        }
    }

    /** One drawing is under way at a time; what was drawn meanwhile follows. */
    private void send() {
        stale = false;
        sending = true;
        double low = data.ranges()[0];
        double high = data.ranges()[1];
        float[] raw = ink.image(
                data.shape()[0], data.shape()[1], placed.checked, lightPaper ? high : low, lightPaper ? low : high);
        lab.draw(raw, () -> {
            sending = false;
            if (stale) {
                send();
            }
        });
    }

    private List<Look> looks() {
        return VIEW.suits().test(data) ? List.of(new TensorLook("input"), new AnswerLook()) : List.of();
    }

    private void draw(Report.Picture picture) {
        float[] input = picture.numbers().get(0);
        float[] outputs = picture.numbers().get(1);
        Moment moment = picture.moment();
        subject.textContent = moment.subject();
        given.drawPrepared(input);
        bars.show(outputs);
    }
}
