package dev.steep.ui.inside;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.ProblemFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.HistogramsLook;
import dev.steep.protocol.look.Look;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Segments;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import dev.steep.ui.state.RunLog;
import dev.steep.ui.view.View;
import dev.steep.ui.view.WatchingView;
import elemental2.core.Global;
import elemental2.core.JsArray;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** Histograms of weights, gradients and activations over time, a card for each tensor. */
public final class HistogramsView implements WatchingView {
    public static final View VIEW = View.of(
                    "histograms",
                    "Histograms",
                    "How weights, gradients and activations of each layer are spread, from the start of training to now.",
                    HistogramsView::new)
            .in("Inside")
            .savedAs(".histogram-cards");

    private static final String ALL = "";

    /** Which tensors are shown. */
    private enum Content {
        WEIGHTS("Every card has time across, and values up; the darker, the more of the numbers lie there."),
        BIASES("What each unit adds to its sum."),
        GRADIENTS(
                "Those of the last step. Where they shrink from the last layer to the first, the first ones hardly learn."),
        ACTIVATIONS(
                "What each layer gives for the first validation samples, 32 at the most. A relu that gives only zeros does"
                        + " not learn.");

        private final String about;

        Content(String about) {
            this.about = about;
        }
    }

    private final Lab lab;
    private final HTMLElement about = Html.of("p", "histogram-about").element();
    private final HTMLElement cards = Html.of("div", "histogram-cards").element();
    private final HTMLElement empty = Html.of("p", "histogram-empty").element();
    private final HTMLElement rows = Html.of("tbody", "").element();
    private final HTMLSelectElement layers = (HTMLSelectElement) Html.of("select", "form-select histogram-layer")
            .attribute("aria-label", "Layer")
            .element();
    private final Segments scales;
    private final HTMLElement element;
    private final PictureFeed watching;
    private final List<HistogramCard> shown = new ArrayList<>();
    private final Map<Content, List<String>> tensors = new LinkedHashMap<>();
    private Content content = Content.WEIGHTS;
    private boolean logarithmic;
    private boolean stepped;
    private int round;

    HistogramsView(Lab lab) {
        this.lab = lab;
        watching = new PictureFeed(lab, "histograms", this::looks, this::draw);
        Segments contents = new Segments(
                List.of("weights", "biases", "gradients", "activations"),
                word -> Character.toUpperCase(word.charAt(0)) + word.substring(1),
                word -> choose(Content.valueOf(word.toUpperCase(Locale.ROOT))));
        contents.show("weights");
        scales = new Segments(List.of("linear", "log"), word -> word, word -> {
            logarithmic = word.equals("log");
            build();
        });
        scales.show("linear");
        layers.addEventListener("change", event -> build());
        element = Html.of("div", "histograms")
                .add(Html.of("div", "histogram-bar").add(contents.element(), layers, scales.element()))
                .add(about, empty, cards, table())
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
    public void opened(Report.Opened opened) {
        if (round > 0 && !opened.anew()) {
            return; // the same tensors, whose history goes on
        }
        String before = layers.value;
        Html.clear(layers);
        option(ALL, "All layers");
        opened.layers().forEach(layer -> option(layer.name(), layer.name()));
        layers.value = opened.layers().stream().anyMatch(layer -> layer.name().equals(before)) ? before : ALL;
        int mine = ++round;
        lab.ask(new Inquiry.Names(), report -> {
            if (mine == round) {
                tensors.clear();
                if (report instanceof Report.Text text) {
                    sort(Js.uncheckedCast(Global.JSON.parse(text.text())), opened.layers());
                }
                build();
            }
        });
    }

    private void option(String value, String title) {
        layers.appendChild(Html.option(value, title).element());
    }

    private void sort(JsArray<Object> names, List<LayerFacts> facts) {
        for (Content each : Content.values()) {
            tensors.put(each, new ArrayList<>());
        }
        Map<String, String> gradients = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            JsPropertyMap<Object> tensor = Js.uncheckedCast(names.getAt(i));
            String name = Js.asString(tensor.get("name"));
            String role = Js.asString(tensor.get("role"));
            if (role.equals("parameter") || role.equals("state")) {
                of(name.endsWith("/bias") ? Content.BIASES : Content.WEIGHTS).add(name);
                gradients.put(name + "/gradient", "");
            } else if (role.equals("gradient")) {
                String plain = name.substring(0, Math.max(0, name.lastIndexOf("/gradient")) + "/gradient".length());
                if (gradients.containsKey(plain) && name.indexOf('/', plain.length()) < 0) {
                    gradients.put(plain, name); // the last is the sum of all
                }
            }
        }
        gradients.values().stream().filter(name -> !name.isEmpty()).forEach(of(Content.GRADIENTS)::add);
        facts.stream().map(LayerFacts::output).filter(name -> !name.isEmpty()).forEach(of(Content.ACTIVATIONS)::add);
    }

    private List<String> of(Content which) {
        return tensors.getOrDefault(which, List.of());
    }

    /** Gradients are small and differ by factors, so that they begin with the other scale. */
    private void choose(Content other) {
        if ((other == Content.GRADIENTS) != (content == Content.GRADIENTS)) {
            logarithmic = other == Content.GRADIENTS;
            scales.show(logarithmic ? "log" : "linear");
        }
        content = other;
        build();
    }

    private void build() {
        Html.clear(cards);
        Html.clear(rows);
        shown.clear();
        String layer = layers.value;
        boolean large = !layer.equals(ALL) && DomGlobal.window.innerWidth >= 768;
        for (String tensor : of(content)) {
            if (layer.equals(ALL) || tensor.startsWith(layer + "/")) {
                HistogramCard card =
                        new HistogramCard(title(tensor), new HistogramsLook(tensor), logarithmic, large ? 2 : 1);
                shown.add(card);
                cards.appendChild(card.element());
            }
        }
        about.textContent = content.about;
        explain();
        watching.again();
    }

    /** {@code dense/kernel/gradient} is {@code dense/kernel}, where gradients are shown. */
    private static String title(String tensor) {
        int end = Math.max(tensor.lastIndexOf("/gradient"), tensor.lastIndexOf("/output"));
        return end < 0 ? tensor : tensor.substring(0, end);
    }

    private void explain() {
        boolean waits = content == Content.GRADIENTS && !stepped && !shown.isEmpty();
        empty.textContent = tensors.isEmpty()
                ? "There is nothing inside yet. " + fault(lab)
                : shown.isEmpty()
                        ? "There are no " + content.name().toLowerCase(Locale.ROOT)
                                + " here. Choose another layer above."
                        : waits ? "Gradients are there after the first step. Press Train or Step." : "";
        empty.hidden = empty.textContent.isEmpty();
        cards.hidden = waits;
    }

    /** Why there are no numbers of a network. */
    static String fault(Lab lab) {
        return lab.facts()
                .flatMap(opened -> opened.problems().stream().findFirst())
                .map(ProblemFacts::fault)
                .orElse("Add layers, and their numbers appear here.");
    }

    @Override
    public void progressed(RunLog run) {
        boolean now = lab.progress().map(Report.Progress::step).orElse(0) > 0;
        if (now != stepped) {
            stepped = now;
            explain();
        }
    }

    private List<Look> looks() {
        return List.copyOf(shown.stream().map(HistogramCard::look).toList());
    }

    private void draw(Report.Picture picture) {
        Html.clear(rows);
        for (int i = 0; i < shown.size() && i < picture.numbers().size(); i++) {
            shown.get(i).draw(picture.numbers().get(i));
            rows.appendChild(shown.get(i).row().element());
        }
    }

    /** The figures of now, for those who cannot see the pictures. */
    private HTMLElement table() {
        Html head = Html.of("tr", "");
        for (String name :
                List.of("Tensor", "Numbers", "Mean", "Deviation", "Lowest", "Highest", "Zeros", "NaN or infinite")) {
            head.add(Html.of("th", "").attribute("scope", "col").text(name));
        }
        return Html.of("div", "visually-hidden")
                .add(Html.of("table", "")
                        .add(Html.of("caption", "").text("How the numbers are spread now"))
                        .add(Html.of("thead", "").add(head))
                        .add(rows))
                .element();
    }
}
