package dev.steep.ui.script;

import dev.steep.browser.Address;
import dev.steep.browser.TypedArrays;
import dev.steep.keras.KerasScript;
import dev.steep.math.statistics.Histogram;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.ProblemFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.HistogramsLook;
import dev.steep.recipe.KnobPath;
import dev.steep.recipe.Reading;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeObject;
import dev.steep.recipe.RecipeText;
import dev.steep.ui.data.FileBytes;
import dev.steep.ui.embed.Embedding;
import dev.steep.ui.embed.OwnDataAccess;
import dev.steep.ui.results.Views;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PartByPart;
import dev.steep.ui.view.View;
import elemental2.core.Global;
import elemental2.core.JsArray;
import elemental2.core.JsError;
import elemental2.dom.DomGlobal;
import elemental2.dom.Event;
import elemental2.promise.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import jsinterop.annotations.JsFunction;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;
import org.jspecify.annotations.Nullable;

/**
 * The lab for scripts: {@code window.steep}. What a person can click, a script can call; {@code steep.d.ts} describes
 * every call. Each returns a promise; what cannot be done rejects it with a sentence and changes nothing.
 */
public final class Script implements Embedding.Calls {
    /** A call as JavaScript makes it. */
    @JsFunction
    private interface Call {
        Promise<Object> with(Object... arguments);
    }

    private final Lab lab;
    private final Map<String, Function<Arguments, Promise<Object>>> calls = new LinkedHashMap<>();
    private final Map<String, Predicate<Arguments>> harmless = new HashMap<>();
    private final Set<String> bringing = new HashSet<>();

    private Script(Lab lab) {
        this.lab = lab;
        harmless("load", arguments -> !reading(arguments).recipe().usesFiles(), this::load);
        calls.put("recipe", this::recipe);
        calls.put("get", this::get);
        calls.put("set", this::set);
        calls.put("keras", arguments -> inKeras(data -> KerasScript.text(KerasScript.of(lab.recipe(), data))));
        calls.put("summary", arguments -> inKeras(data -> KerasScript.summary(lab.recipe(), data)));
        bringing("loadFile", arguments -> bringFiles(List.of(arguments.file(0, 1))));
        bringing("loadFiles", arguments -> bringFiles(arguments.files(0)));
        bringing("setData", arguments -> bring(arguments.ownData(0)));
        calls.put("train", arguments -> historyAfter(arguments.train(0)));
        calls.put("step", arguments -> historyAfter(new Request.Train(1, 0, 0)));
        harmless("pause", arguments -> true, arguments -> ask(new Request.Pause()));
        harmless("reset", arguments -> true, arguments -> answer(lab::reset, Script::meaning));
        calls.put("snapshots", arguments -> ask(new Inquiry.Snapshots()));
        harmless("at", arguments -> true, this::at);
        harmless(
                "branch",
                arguments -> true,
                arguments -> ask(new Request.Branch(arguments
                        .epoch()
                        .orElseThrow(() -> new Misuse("steep.branch needs the number of a kept epoch.")))));
        calls.put("undo", arguments -> answer(lab::undo, Script::meaning));
        calls.put("redo", arguments -> answer(lab::redo, Script::meaning));
        calls.put("journal", arguments -> ask(new Inquiry.Journal()));
        calls.put("runs", arguments -> runs());
        calls.put("history", arguments -> ask(new Inquiry.History()));
        calls.put("stepLosses", arguments -> ask(new Inquiry.StepLosses()));
        calls.put("tensors", arguments -> ask(new Inquiry.Names()));
        calls.put("tensor", this::tensor);
        calls.put("backprop", arguments -> ask(new Inquiry.Backprop(arguments.flag(0, "batch"))));
        calls.put(
                "chain",
                arguments -> ask(new Inquiry.Chain(
                        arguments.flag(2, "batch"),
                        arguments.name(0, "the tensor's name"),
                        arguments.place(1, "the number's place in the tensor"),
                        arguments.number(2, "nudge"))));
        calls.put("histograms", this::histograms);
        calls.put(
                "setTensor",
                arguments -> ask(new Request.Write(
                        arguments.name(0, "the tensor's name"), arguments.numbers(1, "the tensor's numbers"))));
        calls.put(
                "predict",
                arguments -> ask(new Inquiry.Predict(
                        arguments.numbers(0, "the samples' numbers"),
                        arguments.count(1, "how many samples there are"))));
        calls.put("cancel", arguments -> cancel());
        calls.put("openTest", arguments -> answer(lab::openTest, Script::meaning));
        calls.put(
                "findRate",
                arguments -> answer(
                        then -> PartByPart.findRate(lab, part -> {}, then).begin(), Script::meaning));
        calls.put(
                "baselines",
                arguments -> answer(
                        then -> PartByPart.baselines(lab, part -> {}, then).begin(), Script::meaning));
        calls.put("evaluate", arguments -> ask(new Inquiry.Evaluate()));
        calls.put("views", arguments -> Promise.resolve((Object) views()));
        calls.put("show", this::show);
        harmless("bench", arguments -> true, arguments -> ask(arguments.bench(0)));
    }

    /** A call that a page of another origin may make whatever data are open: its answer tells nothing of them, if so. */
    private void harmless(String name, Predicate<Arguments> ifSo, Function<Arguments, Promise<Object>> call) {
        calls.put(name, call);
        harmless.put(name, ifSo);
    }

    /** The same for a call that opens data of whoever makes it. */
    private void bringing(String name, Function<Arguments, Promise<Object>> call) {
        harmless(name, arguments -> true, call);
        bringing.add(name);
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
        Promise<Object> ready = new Promise<>((resolve, reject) -> lab.listen(new Lab.Listener() {
            @Override
            public void opened(Report.Opened opened) {
                resolve.onInvoke((Object) null);
            }

            @Override
            public void died(String sentence) {
                reject.onInvoke(new JsError(sentence));
            }
        }));
        ready.then(done -> null, failure -> null); // a page without scripts need not handle it
        steep.set("ready", ready);
        lab.listen(events);
        Js.global().set("steep", steep);
        Embedding.begin(lab, heard -> events.listen("epoch", heard::accept), script);
        DomGlobal.window.dispatchEvent(new Event("steep"));
    }

    /** Puts a {@code steep} into the window that can only be waited for: the page has no experiment. */
    public static void installReady() {
        JsPropertyMap<Object> steep = JsPropertyMap.of();
        steep.set("ready", Promise.resolve((Object) null));
        Js.global().set("steep", steep);
        DomGlobal.window.dispatchEvent(new Event("steep"));
    }

    @Override
    public boolean brings(String name) {
        return bringing.contains(name);
    }

    @Override
    public OwnDataAccess.Reach reveals(String name, Object... arguments) {
        Predicate<Arguments> ifSo = harmless.get(name);
        if (ifSo == null) {
            return OwnDataAccess.Reach.PRESENT;
        }
        try {
            return ifSo.test(new Arguments(name, arguments))
                    ? OwnDataAccess.Reach.NOTHING
                    : OwnDataAccess.Reach.SINCE_OPENED;
        } catch (RuntimeException misuse) {
            return OwnDataAccess.Reach.SINCE_OPENED;
        }
    }

    /** Calls a function by its name. Never throws. */
    @Override
    public Promise<Object> call(String name, Object... arguments) {
        Function<Arguments, Promise<Object>> call = calls.get(name);
        if (call == null) {
            return refuse("steep has no call \"" + name + "\"; it has " + String.join(", ", calls.keySet()) + ".");
        }
        try {
            return call.apply(new Arguments(name, arguments));
        } catch (Misuse misuse) {
            return refuse(misuse.sentence);
        } catch (RuntimeException unforeseen) {
            DomGlobal.console.warn("steep." + name, unforeseen.toString());
            return refuse("steep." + name + " cannot make sense of what it was given: " + unforeseen.getMessage());
        }
    }

    private static Reading reading(Arguments arguments) {
        return arguments.isText(0)
                ? RecipeText.read(textOf(arguments.word(0, "a recipe")))
                : RecipeObject.read(arguments.json(0, "a recipe, as text or as a plain object"));
    }

    private Promise<Object> runs() {
        return new Promise<>((resolve, reject) -> lab.keepRun(
                () -> lab.runs().open(() -> resolve.onInvoke((Object) ScriptRuns.of(lab.runs(), lab.recipe())))));
    }

    private JsArray<Object> views() {
        JsArray<Object> views = new JsArray<>();
        for (View each : Views.ALL) {
            JsPropertyMap<Object> view = JsPropertyMap.of();
            view.set("id", each.id());
            view.set("title", each.title());
            view.set("about", each.about());
            view.set("suits", each.suits().test(data()));
            views.push(view);
        }
        return views;
    }

    private DataFacts data() {
        return lab.facts().map(Report.Opened::data).orElse(DataFacts.NONE);
    }

    private Promise<Object> show(Arguments arguments) {
        String id = arguments.name(0, "the id of a view, such as 'curves'");
        View view = Views.of(id)
                .orElseThrow(() -> new Misuse("steep has no view \"" + id + "\"; the views are " + Views.ids() + "."));
        if (!view.suits().test(data())) {
            return refuse(view.title() + " is for " + view.needs() + ", which these are not.");
        }
        lab.view(id);
        return Promise.resolve((Object) null);
    }

    private Promise<Object> load(Arguments arguments) {
        Reading reading = reading(arguments);
        if (arguments.anyway(1)) {
            lab.forgive(reading.recipe());
        }
        List<String> notices = new ArrayList<>(reading.notices());
        arguments.extra(2).ifPresent(notices::add);
        return open(reading.recipe(), notices);
    }

    private Promise<Object> open(Recipe recipe, List<String> notices) {
        Address.push(recipe.toString());
        return answer(then -> lab.show(recipe, notices, then), report -> meaning(report, notices));
    }

    private Promise<Object> get(Arguments arguments) {
        return Promise.resolve(Global.JSON.parse(RecipeObject.value(place(arguments))));
    }

    private Promise<Object> set(Arguments arguments) {
        KnobPath.Place<?> place = place(arguments);
        Reading reading = RecipeObject.with(place, arguments.valueAsJson(1, "the new value of " + place.what()));
        return open(lab.fitted(lab.retargeted(reading.recipe())), reading.notices());
    }

    /** Asked behind all that is being opened, so that what is known of the data belongs to the recipe. */
    private Promise<Object> inKeras(Function<DataFacts, String> text) {
        return ask(new Inquiry.Alive())
                .then(done -> Promise.resolve(
                        (Object) text.apply(lab.facts().map(Report.Opened::data).orElse(DataFacts.NONE))));
    }

    /** The knob that the first argument names. */
    private KnobPath.Place<?> place(Arguments arguments) {
        String path = arguments.name(0, "the path of a setting, such as 'optimizer.learning_rate'");
        KnobPath.Found found = KnobPath.read(path).in(lab.recipe());
        if (found instanceof KnobPath.Missing missing) {
            throw new Misuse("steep has no setting \"" + path + "\": " + missing.sentence());
        }
        return (KnobPath.Place<?>) found;
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

    private Promise<Object> bringFiles(List<FileBytes.Named> files) {
        return answer(then -> FileBytes.bring(lab, files, then), Script::meaning);
    }

    private Promise<Object> bring(Request request) {
        lab.turn();
        return answer(then -> lab.bring(request, then), Script::meaning);
    }

    private Promise<Object> cancel() {
        lab.stopReading();
        return ask(new Request.Cancel());
    }

    private Promise<Object> historyAfter(Request.Train request) {
        return ask(request).then(done -> ask(new Inquiry.History()));
    }

    private Promise<Object> at(Arguments arguments) {
        return ask(new Request.At(arguments.epoch().orElse(Request.At.PRESENT)));
    }

    private Promise<Object> tensor(Arguments arguments) {
        String name = arguments.name(0, "the tensor's name");
        return answer(
                then -> lab.ask(new Inquiry.Read(name), then),
                report -> report instanceof Report.Numbers numbers ? tensor(name, numbers) : meaning(report));
    }

    private Promise<Object> histograms(Arguments arguments) {
        String name = arguments.name(0, "the tensor's name");
        return answer(then -> lab.ask(new Inquiry.Once(new HistogramsLook(name)), then), report -> {
            JsArray<Object> list = new JsArray<>();
            if (report instanceof Report.Picture picture) {
                HistogramsLook.read(picture.numbers().get(0)).forEach(entry -> list.push(histogram(entry)));
            }
            return list;
        });
    }

    private static JsPropertyMap<Object> histogram(HistogramsLook.Entry entry) {
        Histogram histogram = entry.histogram();
        JsPropertyMap<Object> value = JsPropertyMap.of();
        value.set("epoch", entry.epoch());
        value.set("step", entry.step());
        value.set("count", histogram.count());
        value.set("zeros", histogram.zeros());
        value.set("nan", histogram.nans());
        value.set("infinite", histogram.infinite());
        value.set("mean", histogram.mean());
        value.set("deviation", histogram.deviation());
        value.set("low", (double) histogram.low());
        value.set("high", (double) histogram.high());
        value.set("negative", bins(histogram.negative()));
        value.set("positive", bins(histogram.positive()));
        return value;
    }

    private static JsPropertyMap<Object> bins(Histogram.Bins bins) {
        float[] edges = new float[bins.counts().length + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = (float) bins.edge(i);
        }
        JsPropertyMap<Object> value = JsPropertyMap.of();
        value.set("edges", TypedArrays.of(edges));
        value.set("counts", TypedArrays.of(bins.counts()));
        return value;
    }

    private Promise<Object> ask(Request request) {
        return answer(then -> lab.ask(request, then), Script::meaning);
    }

    /** A promise of what the worker answers; a refusal rejects it. */
    private static Promise<Object> answer(Consumer<Consumer<Report>> asking, Meaning meaning) {
        return new Promise<>((resolve, reject) -> asking.accept(report -> {
            if (report instanceof Report.Refused refused) {
                reject.onInvoke(new JsError(refused.sentence()));
            } else if (report instanceof Report.Cancelled cancelled) {
                reject.onInvoke(new JsError(cancelled.sentence()));
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
        if (report instanceof Report.TestScores test) {
            JsPropertyMap<Object> scores = Js.uncheckedCast(Global.JSON.parse(test.scores()));
            scores.set("opened", test.opened());
            return scores;
        }
        if (report instanceof Report.Rates rates) {
            return ScriptTrials.of(rates);
        }
        if (report instanceof Report.Baselines found) {
            return ScriptTrials.of(found);
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
        data.set("testOpened", opened.data().testOpened());
        JsPropertyMap<Object> outcome = JsPropertyMap.of();
        outcome.set("notices", words(notices));
        outcome.set(
                "problems",
                words(opened.problems().stream().map(ProblemFacts::sentence).toList()));
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
