package dev.steep.ui.page;

import dev.steep.catalog.Term;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.ui.element.HelpLink;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLButtonElement;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.MediaQueryList;
import java.util.Arrays;

/** Shows any kept epoch of the run in every view; from there, training can go on anew. Its last place is the present. */
public final class EpochSlider implements Lab.Listener {
    private static final String PLAY = "▶ Play";

    /** For those who want no motion: each press shows one epoch more. */
    private static final String NEXT = "Next epoch";

    /** From one epoch to the next, in milliseconds: every view has been drawn and seen by then. */
    private static final int BEAT = 600;

    private final Lab lab;
    private final MediaQueryList still = DomGlobal.window.matchMedia("(prefers-reduced-motion: reduce)");
    private final HTMLInputElement slider = (HTMLInputElement) Html.of("input", "form-range knob-slider epoch-range")
            .attribute("type", "range")
            .attribute("min", "0")
            .attribute("step", "1")
            .attribute("aria-label", "Epoch to look at")
            .element();
    private final HTMLElement word = Html.of("span", "epoch-shown").element();
    private final HTMLButtonElement back =
            Html.button("btn bar-button", "Back to the present", this::back).asButton();
    private final HTMLButtonElement branch = Html.button("btn bar-button", "Branch from here", this::branch)
            .attribute("title", "Train on from this epoch; the run of before stays as a faint curve")
            .asButton();
    private final HTMLButtonElement play = Html.button("btn bar-button epoch-play", PLAY, this::turn)
            .attribute("title", "Goes through the kept epochs, up to the present. Nothing is trained.")
            .asButton();
    private final CheckpointMarks checkpoints = new CheckpointMarks(this::go);
    private final HTMLElement element;
    private double timer;
    private Report.Kept kept = Report.Kept.NOTHING;
    private int[] places = {Request.At.PRESENT};
    private int wanted = Request.At.PRESENT;
    private boolean asking;
    private final Runnable drawing;

    public EpochSlider(Lab lab) {
        this.lab = lab;
        drawing = lab.frames().small(this::draw);
        slider.addEventListener("input", event -> {
            play(false);
            fill();
            look(places[place()]);
        });
        element = Html.of("div", "epoch-slider")
                .attribute("role", "group")
                .attribute("aria-label", "Epochs of this run")
                .add(word, play)
                .add(Html.of("div", "epoch-track").add(slider, checkpoints.marks()))
                .add(branch, back, HelpLink.to(Term.TIME_MACHINE), checkpoints.words())
                .element();
        element.hidden = true;
        still.addListener(event -> play(false));
        play(false);
        lab.listen(this);
    }

    public HTMLElement element() {
        return element;
    }

    @Override
    public void kept(Report.Kept now) {
        kept = now;
        int[] past = Arrays.stream(now.epochs())
                .filter(epoch -> epoch < now.present())
                .toArray();
        places = Arrays.copyOf(past, past.length + 1);
        places[past.length] = Request.At.PRESENT;
        element.hidden = past.length == 0 && !now.past();
        if (!asking) {
            wanted = now.shown();
        }
        drawing.run();
    }

    private void draw() {
        if (!asking) {
            put();
        }
        show();
    }

    /** Where training goes on, nothing else is shown. */
    @Override
    public void progressed(Report.Progress progress) {
        boolean trains = progress.state() == Report.Progress.State.TRAINING;
        if (play.disabled != trains) {
            play.disabled = trains;
            play(false);
        }
    }

    /** Another run has other epochs. */
    @Override
    public void opened(Report.Opened opened) {
        play(false);
    }

    /** Puts the knob where the shown epoch is. */
    private void put() {
        int at = places.length - 1;
        for (int i = 0; i < places.length; i++) {
            at = places[i] == wanted ? i : at;
        }
        slider.max = "" + (places.length - 1);
        slider.value = "" + at;
        fill();
    }

    private int place() {
        return Math.min((int) Double.parseDouble(slider.value), places.length - 1);
    }

    /** Paints the way up to the knob. */
    private void fill() {
        double share = places.length < 2 ? 100 : 100 * Double.parseDouble(slider.value) / (places.length - 1);
        slider.style.setProperty("--filled", share + "%");
    }

    private void show() {
        boolean past = kept.past();
        String text = past
                ? "Looking at epoch " + kept.shown() + " of " + kept.present()
                : "Epoch " + kept.present() + ", the present";
        word.textContent = text;
        slider.setAttribute("aria-valuetext", text);
        back.disabled = !past;
        branch.disabled = !past;
        checkpoints.show(kept, places);
        element.classList.toggle("past", past);
    }

    /** One request is under way at a time; while it is, only the latest place counts. */
    private void look(int epoch) {
        wanted = epoch;
        if (asking) {
            return;
        }
        asking = true;
        lab.ask(new Request.At(epoch), report -> {
            asking = false;
            if (report instanceof Report.Refused refused) {
                play(false);
                lab.tell(refused.sentence(), true);
                wanted = kept.shown();
            }
            if (wanted == kept.shown()) {
                put();
            } else {
                look(wanted);
            }
        });
    }

    private void turn() {
        if (still.matches) {
            step();
        } else {
            play(timer == 0);
        }
    }

    private void play(boolean on) {
        DomGlobal.clearInterval(timer);
        timer = 0;
        if (on) {
            timer = DomGlobal.setInterval(arguments -> beat(), BEAT);
            step();
        }
        play.textContent = still.matches ? NEXT : timer != 0 ? "❚❚ Pause" : PLAY;
        play.setAttribute("aria-pressed", "" + (timer != 0));
    }

    /** The next epoch, once the last one is shown; the present is the end. */
    private void beat() {
        if (asking) {
            return;
        }
        step();
        if (wanted == Request.At.PRESENT) {
            play(false);
        }
    }

    /** Shows the next epoch; after the present, the first one. */
    private void step() {
        look(places[(place() + 1) % places.length]);
    }

    private void go(int epoch) {
        play(false);
        look(epoch);
    }

    private void back() {
        play(false);
        slider.focus(); // the button goes
        look(Request.At.PRESENT);
    }

    private void branch() {
        play(false);
        slider.focus();
        int epoch = kept.shown();
        lab.ask(
                new Request.Branch(epoch),
                report -> lab.tell(
                        report instanceof Report.Refused refused
                                ? refused.sentence()
                                : "Training goes on from epoch " + epoch
                                        + " when you press Train. What followed it stays as a faint curve.",
                        report instanceof Report.Refused));
    }
}
