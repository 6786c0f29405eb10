package dev.steep.ui.results;

import dev.steep.protocol.Report;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import java.util.Optional;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** Plays the {@link LossTone} of a run while it trains, once somebody has asked for it; until then the page has no sound at all. */
final class LossSound implements Lab.Listener {
    /** Milliseconds from one reference tone to the next. */
    private static final double REFERENCE_EVERY = 2000;

    /** Milliseconds that pass between two alarms at least. */
    private static final double ALARM_EVERY = 1000;

    private final LossTone tone = new LossTone();
    private final HTMLElement button = Html.button("chart-log", "sound", this::turn)
            .attribute("aria-pressed", "false")
            .attribute("title", "Hear the loss while the network trains")
            .element();
    private final HTMLElement about = Html.of("span", "curve-about").element();
    private Optional<JSObject> synth = Optional.empty();
    private boolean on;
    private double reference;
    private double alarm;

    HTMLElement button() {
        button.hidden = !possible();
        return button;
    }

    /** What is heard, once something is. */
    HTMLElement about() {
        return about;
    }

    private void turn() {
        on = !on;
        button.setAttribute("aria-pressed", "" + on);
        about.textContent = on
                ? "The tone is the loss, an octave lower for each tenth of it. The soft tone every two seconds is the loss that the run began"
                        + " with. Two short ones: a spike, more than three times the mean."
                : "";
        if (on && synth.isEmpty()) {
            synth = Optional.of(make(LossTone.REFERENCE));
        }
        synth.ifPresent(each -> awake(each, on));
    }

    @Override
    public void progressed(Report.Progress progress) {
        if (progress.firstLoss() == 0 && progress.log().isEmpty() && progress.step() == progress.losses().length) {
            tone.begin();
        }
        boolean spike = tone.hear(progress.losses());
        if (!on || synth.isEmpty()) {
            return;
        }
        double now = DomGlobal.performance.now();
        boolean trains = progress.state() == Report.Progress.State.TRAINING;
        play(synth.get(), tone.pitch(), trains);
        if (trains && now > reference + REFERENCE_EVERY) {
            reference = now;
            refer(synth.get());
        }
        if ((spike || progress.state() == Report.Progress.State.DIVERGED) && now > alarm + ALARM_EVERY) {
            alarm = now;
            warn(synth.get());
        }
    }

    @Override
    public void died(String sentence) {
        synth.ifPresent(each -> play(each, LossTone.REFERENCE, false));
    }

    @JSBody(script = "return 'AudioContext' in window;")
    private static native boolean possible();

    @JSBody(
            params = "reference",
            script =
                    "var c = new AudioContext();"
                            + "function voice(type, hertz) { var o = c.createOscillator(), g = c.createGain(); o.type = type; o.frequency.value = hertz;"
                            + " g.gain.value = 0; o.connect(g); g.connect(c.destination); o.start(); return {pitch: o.frequency, loud: g.gain}; }"
                            + "return {context: c, loss: voice('triangle', reference), reference: voice('sine', reference), alarm: voice('square', 1320)};")
    private static native JSObject make(double reference);

    @JSBody(
            params = {"synth", "on"},
            script = "if (on) synth.context.resume(); else synth.context.suspend();")
    private static native void awake(JSObject synth, boolean on);

    @JSBody(
            params = {"synth", "hertz", "loud"},
            script =
                    "var t = synth.context.currentTime;"
                            + "synth.loss.pitch.setTargetAtTime(hertz, t, 0.05); synth.loss.loud.setTargetAtTime(loud ? 0.08 : 0, t, 0.05);")
    private static native void play(JSObject synth, double hertz, boolean loud);

    @JSBody(
            params = "synth",
            script = "var t = synth.context.currentTime, g = synth.reference.loud;"
                    + "g.setTargetAtTime(0.04, t, 0.02); g.setTargetAtTime(0, t + 0.25, 0.05);")
    private static native void refer(JSObject synth);

    @JSBody(
            params = "synth",
            script =
                    "var t = synth.context.currentTime, g = synth.alarm.loud;"
                            + "g.setValueAtTime(0.05, t); g.setValueAtTime(0, t + 0.12); g.setValueAtTime(0.05, t + 0.2); g.setValueAtTime(0, t + 0.32);")
    private static native void warn(JSObject synth);
}
