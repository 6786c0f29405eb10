package dev.steep.ui.network;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.network.LayerNames;
import dev.steep.network.Wiring;
import dev.steep.network.layer.Layers;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.Look;
import dev.steep.protocol.ProblemFacts;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Glossary;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Theme;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The network as a row of cards from the chosen sample to the answer, each with its own live pictures. */
public final class NetworkStrip implements Lab.Listener {
    private final Lab lab;
    private final LayerEdits edits;
    private final LayerMenu menu = new LayerMenu();
    private final HTMLElement size = Html.of("span", "panel-note").element();
    private final HTMLElement row =
            Html.of("div", "layer-row").attribute("role", "list").element();
    private final Shortcuts shortcuts = new Shortcuts(row);
    private final HTMLElement element;
    private final PictureFeed watching;
    private String shownRows = "";
    private Optional<InputCard> input = Optional.empty();
    private List<LayerCard> cards = new ArrayList<>();

    public NetworkStrip(Lab lab) {
        this.lab = lab;
        edits = new LayerEdits(lab);
        watching = new PictureFeed(lab, "network", this::looks, this::draw);
        element = Html.of("section", "network-strip")
                .attribute("aria-label", "Network")
                .add(Html.of("div", "panel-head")
                        .add(Html.of("h2", "panel-title").text("Network"))
                        .add(size))
                .add(row, menu.element())
                .element();
        lab.listen(this);
        Theme.onChange(element, watching::redraw);
    }

    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        double scroll = row.scrollLeft;
        String focus = focused();
        build(opened);
        row.scrollLeft = scroll;
        refocus(focus);
        selected(lab.selection());
        watching.start();
    }

    @Override
    public void selected(Optional<Integer> layer) {
        for (int i = 0; i < cards.size(); i++) {
            boolean is = layer.equals(Optional.of(i));
            HTMLElement card = cards.get(i).element();
            card.classList.toggle("selected", is);
            card.firstElementChild.setAttribute("aria-pressed", "" + is);
        }
    }

    private void build(Report.Opened opened) {
        DataFacts data = opened.data();
        String rows = opened.rows() + data.name() + Figures.shape(data.shape()) + Figures.shape(data.parts());
        boolean otherData = !rows.equals(shownRows);
        if (otherData) {
            shownRows = rows;
            input = data.shape().length == 0
                    ? Optional.empty()
                    : Optional.of(
                            new InputCard(lab, data, head("input").on("click", event -> lab.select(Optional.empty()))));
        }
        List<Choice> layers = lab.recipe().layers();
        List<LayerCard> before = otherData ? List.of() : cards;
        cards = new ArrayList<>();
        row.textContent = "";
        input.ifPresent(card -> row.appendChild(card.element()));
        int[] shape = data.shape();
        for (int i = 0; i < opened.layers().size() && i < layers.size(); i++) {
            LayerFacts facts = opened.layers().get(i);
            boolean last = i == layers.size() - 1;
            var content = new LayerCard.Content(layers.get(i), facts, shape, data, last, problem(opened, i));
            LayerCard card = i < before.size() && before.get(i).content().key().equals(content.key())
                    ? before.get(i)
                    : card(i, content);
            row.appendChild(
                    gap(i, i == 0 ? "the input" : opened.layers().get(i - 1).name()));
            row.appendChild(card.element());
            cards.add(card);
            shape = facts.shape();
        }
        row.appendChild(layers.isEmpty() ? invitation() : gap(layers.size(), "the last layer"));
        shortcuts.show(arcs(layers));
        DomGlobal.requestAnimationFrame(time -> shortcuts.place());
        summarise(opened);
    }

    /** From each layer to those that take its output by its name. */
    private List<Shortcuts.Arc> arcs(List<Choice> layers) {
        List<Shortcuts.Arc> arcs = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            for (String name : Layers.of(layers.get(i)).from()) {
                HTMLElement to = cards.get(i).element();
                if (name.equals(Wiring.INPUT)) {
                    input.ifPresent(card -> arcs.add(new Shortcuts.Arc(card.element(), to)));
                }
                for (int k = 0; k < i; k++) {
                    if (LayerNames.name(layers.get(k)).equals(name)) {
                        arcs.add(new Shortcuts.Arc(cards.get(k).element(), to));
                    }
                }
            }
        }
        return arcs;
    }

    private void summarise(Report.Opened opened) {
        long weights = 0;
        long trainable = 0;
        double products = 0;
        for (LayerFacts layer : opened.layers()) {
            weights += layer.parameters();
            trainable += layer.trainable();
            products += layer.products();
        }
        String words = opened.layers().isEmpty()
                ? ""
                : Numbers.count(weights, "weight")
                        + (trainable < weights ? ", " + Numbers.grouped(weights - trainable) + " non-trainable" : "")
                        + " · " + Figures.large(products)
                        + (products == 1 ? " multiply-add" : " multiply-adds") + " per sample";
        Glossary.text(size, words);
    }

    private static Optional<ProblemFacts> problem(Report.Opened opened, int layer) {
        return opened.problems().stream()
                .filter(problem -> problem.layer() == layer)
                .findFirst();
    }

    private static Html head(String focus) {
        return Html.of("button", "layer-head").attribute("type", "button").attribute("data-focus", focus);
    }

    private LayerCard card(int place, LayerCard.Content content) {
        String name = content.facts().name();
        Html tools = Html.of("div", "layer-tools")
                .add(tool("‹", "Move " + name + " to the left", "left" + place, () -> edits.swap(place - 1)))
                .add(tool("›", "Move " + name + " to the right", "right" + place, () -> edits.swap(place)))
                .add(tool("×", "Remove " + name, "remove" + place, () -> edits.remove(place)));
        LayerCard card = new LayerCard(lab, content, head("layer" + place), tools);
        card.element().addEventListener("click", event -> {
            Element target = (Element) event.target;
            if (target.closest(".layer-tools") == null) {
                boolean again = lab.selection().equals(Optional.of(place));
                lab.select(again ? Optional.empty() : Optional.of(place));
            }
        });
        return card;
    }

    private static Html tool(String sign, String label, String focus, Runnable action) {
        return Html.button("layer-tool", sign, action)
                .attribute("aria-label", label)
                .attribute("title", label)
                .attribute("data-focus", focus);
    }

    private HTMLElement gap(int place, String after) {
        Html add = Html.of("button", "layer-add")
                .attribute("type", "button")
                .attribute("aria-label", "Add a layer after " + after)
                .attribute("aria-haspopup", "menu")
                .attribute("title", "Add a layer after " + after)
                .attribute("data-focus", "add" + place)
                .text("+");
        add.on("click", event -> menu.open(add.element(), kind -> edits.add(place, kind)));
        return Html.of("div", "layer-gap")
                .add(
                        Html.of("span", "layer-arrow")
                                .attribute("aria-hidden", "true")
                                .text("→"),
                        add)
                .element();
    }

    private HTMLElement invitation() {
        Html add = Html.of("button", "layer-first").attribute("type", "button").text("Add the first layer");
        add.on("click", event -> menu.open(add.element(), kind -> edits.add(0, kind)));
        return Html.of("div", "layer-empty")
                .add(Html.of("p", "")
                        .text("Nothing here yet. A network is a row of layers: each turns the numbers it is"
                                + " given into others, and the last one gives the answer."))
                .add(add)
                .element();
    }

    private List<Look> looks() {
        List<Look> looks = new ArrayList<>();
        glimpses().forEach(glimpse -> looks.addAll(glimpse.looks()));
        return looks;
    }

    private void draw(Report.Picture picture) {
        List<float[]> numbers = picture.numbers();
        shortcuts.place();
        input.ifPresent(card -> card.shown(picture.moment()));
        int at = 0;
        for (CardPicture glimpse : glimpses()) {
            int count = glimpse.looks().size();
            if (count > 0) {
                glimpse.draw(numbers.subList(at, at + count));
                at += count;
            }
        }
    }

    private List<CardPicture> glimpses() {
        List<CardPicture> glimpses = new ArrayList<>();
        input.ifPresent(card -> glimpses.add(card.glimpse()));
        cards.forEach(card -> glimpses.addAll(card.glimpses()));
        return glimpses;
    }

    /** What of the strip has the focus, so that building it anew does not take it away. */
    private String focused() {
        Element active = DomGlobal.document.activeElement;
        String mark = active != null && row.contains(active) ? active.getAttribute("data-focus") : null;
        return mark == null ? "" : mark;
    }

    private void refocus(String mark) {
        Element found = mark.isEmpty() ? null : row.querySelector("[data-focus='" + mark + "']");
        if (found != null) {
            ((HTMLElement) found).focus();
        }
    }
}
