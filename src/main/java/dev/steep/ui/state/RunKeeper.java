package dev.steep.ui.state;

import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.Report.Progress.State;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.ui.runs.BrowserStore;
import dev.steep.ui.runs.KeptRun;
import dev.steep.ui.runs.KeptRuns;
import dev.steep.ui.runs.NoStore;
import dev.steep.ui.runs.RunChange;
import elemental2.core.Global;
import elemental2.core.JsArray;
import elemental2.core.JsDate;
import elemental2.dom.DomGlobal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/**
 * Keeps each run that has finished an epoch, or has diverged: a moment after it pauses or ends, at once when another begins, and when
 * the page is left. A page inside another keeps none.
 */
public final class RunKeeper implements Lab.Listener {
    /** Milliseconds: who steps by hand pauses several times a second. */
    private static final int PAUSE = 1000;

    /** What the worker says of a run. */
    private record Journal(int number, String id, Recipe recipe, List<RunChange> changes) {}

    /** How the run stood when the worker said so last, for as long as it is not kept. */
    private record Stand(Report.Opened facts, State state, int step) {}

    private final Lab lab;
    private final KeptRuns runs;
    private final boolean inside;
    private Optional<Stand> stand = Optional.empty();
    private Optional<Journal> journal = Optional.empty();
    private int number = -1;
    private int asked = -1;
    private int unknown;
    private double began;
    private boolean trained;

    RunKeeper(Lab lab) {
        this.lab = lab;
        inside = DomGlobal.document.body.classList.contains("embedded");
        runs = new KeptRuns(inside ? new NoStore() : new BrowserStore(), KeptRuns.USUAL);
        DomGlobal.document.addEventListener("visibilitychange", event -> {
            if ("hidden".equals(DomGlobal.document.visibilityState)) {
                keep(() -> {});
            }
        });
    }

    KeptRuns runs() {
        return runs;
    }

    /** The present run, if the worker has said which it is. */
    Optional<String> present() {
        return known().map(Journal::id);
    }

    /** The run that was reported so far is over: another one begins, or it goes another way from an earlier epoch on. */
    void ends() {
        if (stand.isPresent()) {
            put(capture(stand.get()), known());
        }
        trained = false;
    }

    @Override
    public void progressed(Report.Progress now) {
        RunLog run = lab.run();
        if (run.number() != number) {
            number = run.number();
            began = JsDate.now();
        }
        boolean training = now.state() == State.TRAINING;
        boolean worth = !inside && (!run.epochs().isEmpty() || now.state() == State.DIVERGED);
        trained |= training; // the first report with epochs may be the last: small runs are that quick
        if (!worth || !trained) {
            return;
        }
        stand = lab.facts().map(facts -> new Stand(facts, now.state(), now.step()));
        if (known().isEmpty() && asked != number) {
            asked = number;
            ask(() -> {});
        }
        if (!training) {
            int mine = now.step();
            DomGlobal.setTimeout(
                    arguments -> {
                        if (stand.filter(each -> each.step() == mine && each.state() != State.TRAINING)
                                .isPresent()) {
                            keep(() -> {});
                        }
                    },
                    PAUSE);
        }
    }

    /** Keeps the run as it stands, once the worker has said what was changed in it. */
    void keep(Runnable then) {
        if (stand.isEmpty()) {
            then.run();
            return;
        }
        Captured captured = capture(stand.get());
        ask(() -> {
            put(captured, journal.filter(each -> each.number() == captured.number()));
            then.run();
        });
    }

    private Optional<Journal> known() {
        return journal.filter(each -> each.number() == number);
    }

    private void ask(Runnable then) {
        int mine = number;
        lab.ask(new Inquiry.Journal(), report -> {
            if (report instanceof Report.Text text && mine == lab.run().number()) {
                journal = Optional.of(read(mine, text.text()));
            }
            then.run();
        });
    }

    private static Journal read(int number, String json) {
        JsPropertyMap<Object> said = Js.uncheckedCast(Global.JSON.parse(json));
        JsArray<JsPropertyMap<Object>> entries = Js.uncheckedCast(said.get("changes"));
        List<RunChange> changes = new ArrayList<>();
        for (int i = 0; i < entries.length; i++) {
            JsPropertyMap<Object> each = entries.getAt(i);
            Object what = each.has("tensor") ? each.get("tensor") : each.get("recipe");
            changes.add(new RunChange(
                    (int) Js.asDouble(each.get("step")), Js.asString(each.get("what")), Js.asString(what)));
        }
        return new Journal(
                number,
                Js.asString(said.get("run")),
                RecipeText.read(Js.asString(said.get("recipe"))).recipe(),
                changes);
    }

    /** All that the next report might change. */
    private record Captured(int number, Recipe recipe, double began, Stand stand, List<EpochLog> epochs) {}

    private Captured capture(Stand now) {
        trained = now.state() == State.TRAINING;
        stand = Optional.empty();
        RunLog run = lab.run();
        return new Captured(number, run.recipe(), began, now, List.copyOf(run.epochs()));
    }

    private void put(Captured run, Optional<Journal> said) {
        Stand now = run.stand();
        List<RunChange> changes = said.map(Journal::changes).orElse(List.of()).stream()
                .filter(each -> each.step() < now.step()) // what came after its last step has changed nothing of it
                .toList();
        runs.put(new KeptRun(
                said.map(Journal::id).orElseGet(() -> (long) run.began() + "-unknown-" + ++unknown),
                "",
                "",
                said.map(Journal::recipe).orElse(run.recipe()),
                now.facts().data().name(),
                run.began(),
                now.state() == State.TRAINING ? "paused" : now.state().name().toLowerCase(Locale.ROOT),
                now.step(),
                run.epochs().stream().mapToDouble(EpochLog::seconds).sum(),
                now.facts().layers().stream().mapToInt(LayerFacts::parameters).sum(),
                changes,
                KeptRun.best(run.epochs()),
                run.epochs()));
    }
}
