package dev.steep.ui.script;

import dev.steep.browser.TypedArrays;
import dev.steep.protocol.Report;
import elemental2.core.JsArray;
import jsinterop.base.JsPropertyMap;
import org.jspecify.annotations.Nullable;

/** What was tried beside the run, as objects for a script. */
final class ScriptTrials {
    private ScriptTrials() {}

    static JsPropertyMap<Object> of(Report.Rates found) {
        JsPropertyMap<Object> rates = JsPropertyMap.of();
        rates.set("rates", TypedArrays.of(found.rates()));
        rates.set("losses", TypedArrays.of(found.losses()));
        rates.set("smoothed", TypedArrays.of(found.smoothed()));
        rates.set("suggested", found.suggested() > 0 ? (Object) found.suggested() : null);
        rates.set("reason", found.reason());
        return rates;
    }

    static JsPropertyMap<Object> of(Report.Baselines found) {
        JsArray<Object> models = new JsArray<>();
        for (int i = 0; i < found.names().size(); i++) {
            JsPropertyMap<Object> model = JsPropertyMap.of();
            model.set("name", found.names().get(i));
            model.set("scikit", found.standards().get(i));
            model.set("training", finite(found.training()[i]));
            model.set("validation", finite(found.validation()[i]));
            model.set("note", found.notes().get(i));
            models.push(model);
        }
        JsPropertyMap<Object> baselines = JsPropertyMap.of();
        baselines.set("measure", found.measure());
        baselines.set("models", models);
        return baselines;
    }

    private static @Nullable Object finite(double score) {
        return Double.isNaN(score) ? null : (Object) score;
    }
}
