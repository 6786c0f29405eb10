package dev.steep.ui.script;

import dev.steep.recipe.Differences;
import dev.steep.recipe.Recipe;
import dev.steep.ui.runs.KeptRun;
import dev.steep.ui.runs.KeptRuns;
import elemental2.core.JsArray;
import elemental2.core.JsDate;
import jsinterop.base.JsPropertyMap;

/** The kept runs, as scripts see them. */
final class ScriptRuns {
    private ScriptRuns() {}

    /** The latest first, each with what it has otherwise than the present experiment. */
    static JsArray<Object> of(KeptRuns runs, Recipe present) {
        JsArray<Object> all = new JsArray<>();
        runs.all().forEach(run -> all.push(object(run, present)));
        return all;
    }

    private static JsPropertyMap<Object> object(KeptRun run, Recipe present) {
        JsPropertyMap<Object> object = JsPropertyMap.of();
        object.set("id", run.id());
        object.set("name", run.name());
        object.set("group", run.group());
        object.set("began", new JsDate(run.began()).toISOString());
        object.set("data", run.data());
        object.set("recipe", run.recipe().toString());
        object.set("seed", (double) run.recipe().seed());
        object.set("state", run.state());
        object.set("step", (double) run.step());
        object.set("seconds", run.seconds());
        object.set("parameters", (double) run.parameters());
        run.best().ifPresent(epoch -> object.set("best", ScriptEvents.epoch(epoch)));
        run.last().ifPresent(epoch -> object.set("last", ScriptEvents.epoch(epoch)));
        JsArray<Object> history = new JsArray<>();
        run.epochs().forEach(epoch -> history.push(ScriptEvents.epoch(epoch)));
        object.set("history", history);
        JsArray<Object> changes = new JsArray<>();
        run.journal().forEach(changes::push);
        object.set("changes", changes);
        Differences differences = Differences.of(run.recipe(), present);
        JsArray<Object> differs = new JsArray<>();
        for (Differences.Item item : differences.items()) {
            JsPropertyMap<Object> each = JsPropertyMap.of();
            each.set("path", item.path());
            each.set("words", item.words("now"));
            differs.push(each);
        }
        object.set("differs", differs);
        object.set("twin", differences.isTwin() && run.changes().isEmpty());
        return object;
    }
}
