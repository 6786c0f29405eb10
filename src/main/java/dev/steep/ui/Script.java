package dev.steep.ui;

import dev.steep.browser.Address;
import dev.steep.browser.TypedArrays;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Problem;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.recipe.Reading;
import dev.steep.recipe.RecipeObject;
import dev.steep.recipe.RecipeText;
import elemental2.core.Global;
import elemental2.core.JsArray;
import elemental2.core.JsError;
import elemental2.dom.DomGlobal;
import elemental2.dom.Event;
import elemental2.promise.Promise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import jsinterop.annotations.JsFunction;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;
import org.jspecify.annotations.Nullable;

/**
 * The lab for scripts: {@code window.steep}. What a person can click, a script can call; {@code steep.d.ts} describes
 * every call. Each returns a promise; what cannot be done rejects it with a sentence and changes nothing.
 */
public final class Script {
    /** A call as JavaScript makes it. */
    @JsFunction
    private interface Call {
        Promise<Object> with(Object... arguments);
    }

    private final Lab lab;
    private final Map<String, Function<Arguments, Promise<Object>>> calls = new LinkedHashMap<>();

    private Script(Lab lab) {
        this.lab = lab;
        calls.put("load", this::load);
        calls.put("recipe", this::recipe);
        calls.put("loadFile", arguments -> bringFiles(List.of(arguments.file(0, 1))));
        calls.put("loadFiles", arguments -> bringFiles(arguments.files(0)));
        calls.put("setData", arguments -> bring(arguments.ownData(0)));
        calls.put("train", arguments -> historyAfter(arguments.train(0)));
        calls.put("step", arguments -> historyAfter(new Request.Train(1, 0, 0)));
        calls.put("pause", arguments -> ask(new Request.Pause()));
        calls.put("reset", arguments -> ask(new Request.Reset()));
        calls.put("history", arguments -> ask(new Inquiry.History()));
        calls.put("stepLosses", arguments -> ask(new Inquiry.StepLosses()));
        calls.put("tensors", arguments -> ask(new Inquiry.Names()));
        calls.put("tensor", this::tensor);
        calls.put(
                "setTensor",
                arguments -> ask(new Request.Write(
                        arguments.word(0, "the tensor's name"), arguments.numbers(1, "the tensor's numbers"))));
        calls.put(
                "predict",
                arguments -> ask(new Inquiry.Predict(
                        arguments.numbers(0, "the samples' numbers"),
                        arguments.count(1, "how many samples there are"))));
        calls.put("evaluate", arguments -> ask(new Inquiry.Evaluate()));
        calls.put("bench", arguments -> ask(arguments.bench(0)));
    }

    /** Puts {@code steep} into the window. Call it before {@link Lab#start}, so that it hears of the first experiment. */
    public static void install(Lab lab) {
        Script script = new Script(lab);
        ScriptEvents events = new ScriptEvents();
        JsPropertyMap<Object> steep = JsPropertyMap.of();
        for (String name : script.calls.keySet()) {
            Call call = arguments -> script.call(name, arguments);
            steep.set(name, call);
        }
        steep.set("on", events.subscription());
        steep.set(
                "ready",
                new Promise<Object>((resolve, reject) -> lab.listen(new Lab.Listener() {
                    @Override
                    public void opened(Report.Opened opened) {
                        resolve.onInvoke((Object) null);
                    }
                })));
        lab.listen(events);
        Js.global().set("steep", steep);
        Embedding.begin(lab, events, script::call);
        DomGlobal.window.dispatchEvent(new Event("steep"));
    }

    /** Calls a function by its name. Never throws. */
    private Promise<Object> call(String name, Object... arguments) {
        Function<Arguments, Promise<Object>> call = calls.get(name);
        if (call == null) {
            return refuse("steep has no call \"" + name + "\"; it has " + String.join(", ", calls.keySet()) + ".");
        }
        try {
            return call.apply(new Arguments(name, arguments));
        } catch (Misuse misuse) {
            return refuse(misuse.sentence);
        } catch (RuntimeException unforeseen) {
            DomGlobal.console.error("steep." + name, unforeseen.toString());
            return refuse("steep." + name + " cannot make sense of what it was given.");
        }
    }

    private Promise<Object> load(Arguments arguments) {
        Reading reading = arguments.isText(0)
                ? RecipeText.read(textOf(arguments.word(0, "a recipe")))
                : RecipeObject.read(arguments.json(0, "a recipe, as text or as a plain object"));
        List<String> notices = new ArrayList<>(reading.notices());
        arguments.extra(1).ifPresent(notices::add);
        Address.push(reading.recipe().toString());
        return answer(then -> lab.show(reading.recipe(), notices, then), report -> meaning(report, notices));
    }

    /** A whole link is as good as the recipe in it. */
    private static String textOf(String recipe) {
        return recipe.startsWith("http") || recipe.startsWith("#") ? Address.fragmentOf(recipe) : recipe;
    }

    private Promise<Object> recipe(Arguments arguments) {
        return switch (arguments.wordOr(0, "text")) {
            case "text" -> Promise.resolve((Object) lab.recipe().toString());
            case "expanded" -> Promise.resolve((Object) RecipeText.expanded(lab.recipe()));
            case "object" -> Promise.resolve(Global.JSON.parse(RecipeObject.write(lab.recipe())));
            default -> throw new Misuse("steep.recipe takes nothing, 'text', 'expanded' or 'object'.");
        };
    }

    private Promise<Object> bringFiles(List<Arguments.NamedBlob> blobs) {
        List<Request.OpenFiles.File> files = new ArrayList<>();
        Promise<Object> read = Promise.resolve((Object) "");
        for (Arguments.NamedBlob named : blobs) {
            read = read.then(before -> named.blob().arrayBuffer().<Object>then(buffer -> {
                byte[] bytes = TypedArrays.bytes(new elemental2.core.Uint8Array(buffer));
                files.add(new Request.OpenFiles.File(named.name(), bytes));
                return Promise.resolve((Object) "");
            }));
        }
        return read.then(all -> bring(new Request.OpenFiles(files)));
    }

    private Promise<Object> bring(Request request) {
        lab.turn();
        return answer(then -> lab.bring(request, then), Script::meaning);
    }

    private Promise<Object> historyAfter(Request.Train request) {
        return ask(request).then(done -> ask(new Inquiry.History()));
    }

    private Promise<Object> tensor(Arguments arguments) {
        String name = arguments.word(0, "the tensor's name");
        return answer(
                then -> lab.ask(new Inquiry.Read(name), then),
                report -> report instanceof Report.Numbers numbers ? tensor(name, numbers) : meaning(report));
    }

    private Promise<Object> ask(Request request) {
        return answer(then -> lab.ask(request, then), Script::meaning);
    }

    /** A promise of what the worker answers; a refusal rejects it. */
    private static Promise<Object> answer(Consumer<Consumer<Report>> asking, Meaning meaning) {
        return new Promise<>((resolve, reject) -> asking.accept(report -> {
            if (report instanceof Report.Refused refused) {
                reject.onInvoke(new JsError(refused.sentence()));
            } else {
                resolve.onInvoke(meaning.of(report));
            }
        }));
    }

    /** A report as a script is to see it. */
    private interface Meaning {
        @Nullable
        Object of(Report report);
    }

    private static @Nullable Object meaning(Report report) {
        return meaning(report, List.of());
    }

    private static @Nullable Object meaning(Report report, List<String> before) {
        if (report instanceof Report.Numbers numbers) {
            return TypedArrays.of(numbers.values());
        }
        if (report instanceof Report.Text text) {
            return Global.JSON.parse(text.text());
        }
        return report instanceof Report.Opened opened ? outcome(opened, before) : null;
    }

    private static JsPropertyMap<Object> tensor(String name, Report.Numbers numbers) {
        JsPropertyMap<Object> tensor = JsPropertyMap.of();
        tensor.set("name", name);
        tensor.set("shape", lengths(numbers.shape()));
        tensor.set("values", TypedArrays.of(numbers.values()));
        return tensor;
    }

    private static JsPropertyMap<Object> outcome(Report.Opened opened, List<String> before) {
        List<String> notices = new ArrayList<>(before);
        opened.notices().stream().filter(notice -> !before.contains(notice)).forEach(notices::add);
        JsPropertyMap<Object> data = JsPropertyMap.of();
        data.set("name", opened.data().name());
        data.set("shape", lengths(opened.data().shape()));
        data.set("classes", words(opened.data().classes()));
        data.set("training", opened.data().parts()[0]);
        data.set("validation", opened.data().parts()[1]);
        data.set("test", opened.data().parts()[2]);
        JsPropertyMap<Object> outcome = JsPropertyMap.of();
        outcome.set("notices", words(notices));
        outcome.set(
                "problems",
                words(opened.problems().stream().map(Problem::sentence).toList()));
        outcome.set("data", data);
        return outcome;
    }

    private static JsArray<Object> words(List<String> words) {
        JsArray<Object> array = new JsArray<>();
        words.forEach(word -> array.push(word));
        return array;
    }

    private static JsArray<Object> lengths(int[] shape) {
        JsArray<Object> array = new JsArray<>();
        for (int length : shape) {
            array.push((double) length);
        }
        return array;
    }

    private static Promise<Object> refuse(String sentence) {
        return new Promise<>((resolve, reject) -> reject.onInvoke(new JsError(sentence)));
    }

    /** A call that was made wrongly; its message is for whoever wrote the script. */
    static final class Misuse extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String sentence;

        Misuse(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }
}
