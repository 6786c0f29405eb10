package dev.steep.ui.network;

import dev.steep.browser.LastingNotes;
import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.network.LayerNames;
import dev.steep.network.Layers;
import dev.steep.network.Wiring;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.ProblemFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.Look;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Glossary;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import dev.steep.ui.element.Segments;
import dev.steep.ui.element.Splitter;
import dev.steep.ui.element.Theme;
import dev.steep.ui.palette.Palette;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.MouseEvent;
import elemental2.dom.NodeList;
import elemental2.dom.ResizeObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jsinterop.base.Js;

/** The network as a row of cards from the chosen sample to the answer, each with its own live pictures. */
public final class NetworkStrip implements Lab.Listener {
    /** What of the strip has the focus is kept as a word and a place: {@code layer2}. */
    private static final String LAYER = "layer";

    private static final String INPUT = "input";
    private static final String CARDS = "cards";
    private static final String VIEW = "steep.network";
    private static final String STOPS = ".layer-head, .layer-add, .layer-more, .layer-first";

    private final Lab lab;
    private final Enlarged enlarged;
    private final LayerEdits edits;
    private final Palette palette;
    private final StripTools tools;
    private final PickedLayers picked = new PickedLayers();
    private final LayerMoves moves;
    private final LayerDrag drag;
    private final Html title =
            Html.of("div", "panel-choice").add(Html.of("h2", "panel-title").text("Network"));
    private final HTMLElement cardsView;
    private final HTMLElement size = Html.of("span", "panel-note").element();
    private final HTMLElement row = Html.of("div", "layer-row")
            .attribute("role", "toolbar")
            .attribute("aria-label", "Layers")
            .on("keydown", event -> key(Js.uncheckedCast(event)))
            .element();
    private final Roving roving = new Roving(row, STOPS);
    private final StripEnds ends = new StripEnds(row);
    private final Splitter splitter = new Splitter("Height of the network", "steep.strip", row, this::wholeHeight);
    private final ResizeObserver sizes = new ResizeObserver((changes, by) -> {
        measure();
        return null;
    });
    private final Shortcuts shortcuts = new Shortcuts(row);
    private final HTMLElement element;
    private final PictureFeed watching;
    private final PictureFeed counting;
    private final PictureFeed comparing;
    private final PictureFeed finding;
    private int step;
    private boolean training;
    private boolean resting;
    private String shownRows = "";
    private Optional<InputCard> input = Optional.empty();
    private List<LayerCard> cards = new ArrayList<>();
    private Optional<String> fresh = Optional.empty();
    private Consumer<Boolean> settings = byKeyboard -> {};

    public NetworkStrip(Lab lab, Enlarged enlarged, Palette palette) {
        this.lab = lab;
        this.palette = palette;
        this.enlarged = enlarged;
        edits = new LayerEdits(lab);
        moves = new LayerMoves(lab, edits, picked, this::added);
        drag = new LayerDrag(row, new LayerDrag.Drop() {
            @Override
            public void at(int place, int gap) {
                moves.dropped(place, gap);
            }

            @Override
            public void held(int place) {
                moves.toggle(place);
            }
        });
        tools = new StripTools(lab, palette, moves);
        watching = new PictureFeed(lab, "network", this::looks, this::draw);
        counting = new PictureFeed(
                lab, "zeros", () -> zeros().stream().map(ZerosLine::look).toList(), this::drawZeros);
        cardsView = Html.of("div", "layer-scroll").add(row).add(ends.elements()).element();
        comparing = new PictureFeed(
                lab,
                "norms-of-cards",
                () -> norms().stream().map(NormsLine::look).toList(),
                this::drawNorms);
        finding = new PictureFeed(
                lab,
                "found-on-cards",
                () -> found().stream().map(FoundNumbers::look).toList(),
                this::drawFound);
        element = Html.of("section", "network-strip")
                .attribute("aria-label", "Network")
                .add(Html.of("div", "panel-head").add(title).add(size).add(tools.elements()))
                .add(cardsView, splitter.element())
                .add(moves.elements())
                .element();
        palette.add(new LayerCommands(this::adding));
        StripClipboard.install(row, moves::copy, moves::paste);
        lab.listen(this);
        Theme.onChange(element, watching::redraw);
        sizes.observe(row);
    }

    /**
     * Offers another view of the network in place of the cards, which rest meanwhile. The browser remembers which is wanted.
     */
    public void orElse(String name, OtherView other) {
        Segments views = new Segments(List.of(CARDS, name), word -> word, word -> {
            LastingNotes.write(VIEW, word.equals(CARDS) ? "" : word);
            turn(!word.equals(CARDS), other);
        });
        views.element().setAttribute("aria-label", "How the network is shown");
        title.add(views.element());
        element.insertBefore(other.element(), splitter.element());
        boolean wanted = LastingNotes.read(VIEW).equals(name);
        views.show(wanted ? name : CARDS);
        turn(wanted, other);
    }

    private void turn(boolean away, OtherView other) {
        resting = away;
        cardsView.hidden = away;
        other.element().hidden = !away;
        if (away) {
            watching.stop();
            counting.stop();
            comparing.stop();
            finding.stop();
            other.show();
        } else {
            other.hide();
            watch();
            DomGlobal.requestAnimationFrame(time -> measure());
        }
    }

    private void watch() {
        if (!resting) {
            watching.start();
            drawZeros(List.of());
            counting.start();
            norms().forEach(line -> line.draw(new float[0]));
            comparing.start();
            finding.start();
        }
    }

    /** Opens the picture of a layer large, or that of the input. */
    public void enlarge(int place) {
        Optional<CardPicture> picture = place < 0
                ? input.map(InputCard::glimpse)
                : place < cards.size()
                        ? cards.get(place).glimpses().stream()
                                .filter(each ->
                                        each.large().filter(Subject::ofSample).isPresent())
                                .findFirst()
                        : Optional.empty();
        picture.flatMap(CardPicture::large).ifPresent(subject -> {
            if (place < 0) {
                enlarged.open(subject);
            } else {
                enlarge(place, subject);
            }
        });
    }

    /** What opens a card's settings; it is told whether the keyboard asks for it. */
    public void opensSettings(Consumer<Boolean> action) {
        settings = action;
    }

    /** Brings the keyboard back to the selected card. */
    public void focusSelected() {
        lab.selection().filter(place -> place < cards.size()).ifPresent(place -> focus(LAYER + place));
    }

    /** Adds a layer behind the card or place that has the focus now, or behind the selected layer; or else where it fits. */
    private Consumer<Choice> adding() {
        String mark = focused();
        Optional<Integer> place = mark.equals(INPUT)
                ? Optional.of(0)
                : number(mark, "add")
                        .or(() -> number(mark, LAYER).or(lab::selection).map(at -> at + 1));
        return place.map(this::adding).orElse(layer -> added(edits.addWhereItFits(layer)));
    }

    private Consumer<Choice> adding(int place) {
        return layer -> {
            edits.add(place, layer);
            added(place);
        };
    }

    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        double scroll = row.scrollLeft;
        String focus = fresh.orElseGet(this::focused);
        fresh = Optional.empty();
        build(opened);
        picked.bound(cards.size());
        row.scrollLeft = scroll;
        focus(focus);
        selected(lab.selection());
        roving.refresh();
        watch();
    }

    /** Counts of a run that was taken back are forgotten; one that is still to come says when it comes. */
    @Override
    public void progressed(Report.Progress progress) {
        boolean back = progress.step() < step;
        boolean turned = training != lab.training();
        step = progress.step();
        training = lab.training();
        if (back) {
            comparing.forget();
            counting.forget();
            finding.forget();
        } else if (turned) {
            zeros().forEach(line -> line.training(training));
        }
    }

    @Override
    public void selected(Optional<Integer> layer) {
        if (layer.isPresent() ? !picked.places().equals(List.of(layer.get())) : !picked.several()) {
            picked.only(layer);
        }
        for (int i = 0; i < cards.size(); i++) {
            boolean is = layer.equals(Optional.of(i));
            HTMLElement card = cards.get(i).element();
            card.classList.toggle("selected", is);
            card.classList.toggle("picked", picked.several() && picked.contains(i));
            card.firstElementChild.setAttribute("aria-pressed", "" + picked.contains(i));
            if (is) {
                Html.scrollIntoView(card);
                roving.stopAt(card.firstElementChild);
            }
        }
    }

    /** What keys do with the layer whose card has the focus, and with those that are picked together with it. */
    private void key(KeyboardEvent press) {
        if (toPicture(press)) {
            press.preventDefault();
            return;
        }
        Optional<Integer> focused = number(focused(), LAYER);
        if (focused.isEmpty()) {
            return;
        }
        int place = focused.get();
        int by = press.key.equals("ArrowLeft") ? -1 : press.key.equals("ArrowRight") ? 1 : 0;
        boolean control = press.ctrlKey || press.metaKey;
        if (!picked.contains(place)) {
            picked.only(Optional.of(place));
        }
        if (by != 0 && press.shiftKey && !control && !press.altKey) {
            int to = Math.max(0, Math.min(place + by, cards.size() - 1));
            moves.rangeTo(to);
            focus(LAYER + to);
        } else if (by != 0 && press.altKey && !control && !press.shiftKey) {
            moves.step(by);
        } else if (control && !press.altKey && press.key.equals("d")) {
            moves.duplicate();
        } else if (control && !press.altKey && press.key.equals("a")) {
            moves.pickAll();
        } else if (press.key.equals("Escape") && picked.several()) {
            lab.select(Optional.empty());
            picked.only(Optional.empty());
            selected(Optional.empty());
        } else if (!control && !press.altKey && (press.key.equals("Delete") || press.key.equals("Backspace"))) {
            moves.remove();
        } else {
            return;
        }
        press.preventDefault();
    }

    /** Down and up lead from a card's head through its pictures and back. */
    private static boolean toPicture(KeyboardEvent press) {
        Element focus = DomGlobal.document.activeElement;
        boolean down = press.key.equals("ArrowDown");
        boolean plain = !press.ctrlKey && !press.metaKey && !press.altKey && !press.shiftKey;
        Element card = focus == null ? null : focus.closest(".layer-card");
        if (card == null || !plain || !down && !press.key.equals("ArrowUp")) {
            return false;
        }
        NodeList<Element> stops = card.querySelectorAll(".layer-head, .glimpse-open");
        for (int i = 0; i < stops.length; i++) {
            int next = i + (down ? 1 : -1);
            if (stops.item(i) == focus && next >= 0 && next < stops.length) {
                ((HTMLElement) stops.item(next)).focus();
                return true;
            }
        }
        return false;
    }

    /** The place in {@code layer2}, if the mark begins with that word. */
    private static Optional<Integer> number(String mark, String word) {
        return mark.startsWith(word) ? Optional.of(Integer.parseInt(mark.substring(word.length()))) : Optional.empty();
    }

    /** Says where the row goes on, and which cards show less than they have. */
    private void measure() {
        cards.forEach(LayerCard::measure);
        ends.measure();
        splitter.measure();
        shortcuts.place();
    }

    private int wholeHeight() {
        int most = row.offsetHeight;
        int frame = cards.isEmpty() ? 0 : row.offsetHeight - cards.get(0).element().offsetHeight;
        int highest = 0;
        for (LayerCard card : cards) {
            highest = Math.max(highest, card.wholeHeight());
        }
        return cards.isEmpty() ? most : highest + frame;
    }

    private void build(Report.Opened opened) {
        DataFacts data = opened.data();
        String rows =
                opened.rows() + data.name() + data.inputs() + Figures.shape(data.shape()) + Figures.shape(data.parts());
        boolean otherData = !rows.equals(shownRows);
        if (otherData) {
            shownRows = rows;
            input = data.shape().length == 0
                    ? Optional.empty()
                    : Optional.of(
                            new InputCard(lab, data, head(INPUT).on("click", event -> lab.select(Optional.empty()))));
            input.ifPresent(card -> LayerCard.opens(card.glimpse(), enlarged::open));
        }
        List<Choice> layers = lab.recipe().layers();
        List<LayerCard> before = otherData ? List.of() : cards;
        cards = new ArrayList<>();
        row.textContent = "";
        input.ifPresent(card -> row.appendChild(card.element()));
        int[] shape = data.inputShape();
        String tensor = InputCard.INPUT;
        for (int i = 0; i < opened.layers().size() && i < layers.size(); i++) {
            LayerFacts facts = opened.layers().get(i);
            boolean last = i == layers.size() - 1;
            var content = new LayerCard.Content(layers.get(i), facts, shape, tensor, data, last, problem(opened, i));
            LayerCard card = i < before.size() && before.get(i).content().key().equals(content.key())
                    ? before.get(i)
                    : card(i, content);
            row.appendChild(
                    gap(i, i == 0 ? "the input" : opened.layers().get(i - 1).name()));
            row.appendChild(card.element());
            cards.add(card);
            shape = facts.shape();
            tensor = facts.output();
        }
        row.appendChild(layers.isEmpty() ? invitation() : gap(layers.size(), "the last layer"));
        shortcuts.show(arcs(layers));
        DomGlobal.requestAnimationFrame(time -> measure());
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
        Html more = Html.button("layer-more", "more", splitter::showAll)
                .attribute("aria-label", "more of " + name)
                .attribute("title", "Make the network as high as its pictures")
                .attribute("data-focus", "more" + place);
        LayerCard card =
                new LayerCard(lab, content, head(LAYER + place), tools, more, subject -> enlarge(place, subject));
        card.element().addEventListener("click", event -> {
            Element target = (Element) event.target;
            MouseEvent press = Js.uncheckedCast(event);
            if (target.closest(".layer-tools, .layer-more") != null) {
                return;
            }
            if (press.ctrlKey || press.metaKey) {
                moves.toggle(place);
            } else if (press.shiftKey) {
                moves.rangeTo(place);
            } else {
                pick(place, press.detail == 0);
            }
        });
        card.element().addEventListener("pointerdown", event -> drag.begin(place, card.element(), event));
        return card;
    }

    /** A second click on a card gives the selection up; the keyboard goes into its settings. On a phone both lead to them. */
    private void pick(int place, boolean byKeyboard) {
        boolean again = lab.selection().equals(Optional.of(place)) && !byKeyboard && !settingsAreAway();
        picked.only(Optional.empty());
        lab.select(again ? Optional.empty() : Optional.of(place));
        if (!again) {
            focus(LAYER + place); // where the keyboard comes back to
            settings.accept(byKeyboard);
        }
    }

    /** Opens a picture of a card large; where there is room for its settings, they are those of the same layer then. */
    private void enlarge(int place, Subject subject) {
        if (!settingsAreAway()) {
            lab.select(Optional.of(place));
            settings.accept(false);
        }
        enlarged.open(subject);
    }

    private static boolean settingsAreAway() {
        return DomGlobal.window.matchMedia("(max-width: 767px)").matches;
    }

    private static Html tool(String sign, String label, String focus, Runnable action) {
        return Html.button("layer-tool", sign, action)
                .attribute("aria-label", label)
                .attribute("title", label)
                .attribute("tabindex", "-1")
                .attribute("data-focus", focus);
    }

    private HTMLElement gap(int place, String after) {
        String where = "Add a layer after " + after;
        Html add = Html.of("button", "layer-add")
                .attribute("type", "button")
                .attribute("aria-label", where)
                .attribute("aria-haspopup", "dialog")
                .attribute("title", where + " (/)")
                .attribute("data-focus", "add" + place)
                .text("+");
        add.on("click", event -> pickLayer(add.element(), where, place));
        return Html.of("div", "layer-gap")
                .add(
                        Html.of("span", "layer-arrow")
                                .attribute("aria-hidden", "true")
                                .text("→"),
                        add)
                .element();
    }

    private void pickLayer(HTMLElement at, String where, int place) {
        palette.open(at, where, "conv, pool, dense 10 softmax …", new LayerCommands(() -> adding(place)));
    }

    private HTMLElement invitation() {
        Html add = Html.of("button", "layer-first").attribute("type", "button").text("Add the first layer");
        add.on("click", event -> pickLayer(add.element(), "Add the first layer", 0));
        Html begin = Html.of("button", "layer-first second")
                .attribute("type", "button")
                .text("Begin from a template");
        begin.on("click", event -> tools.pickTemplate(begin.element()));
        return Html.of("div", "layer-empty")
                .add(Html.of("p", "")
                        .text("Nothing here yet. A network is a row of layers: each turns the numbers it is"
                                + " given into others, and the last one gives the answer."))
                .add(Html.of("div", "layer-beginnings").add(add, begin))
                .element();
    }

    /** The focus goes to the card of a new layer, as soon as there is one. */
    private void added(int place) {
        fresh = Optional.of(LAYER + place);
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

    private List<ZerosLine> zeros() {
        return cards.stream().flatMap(card -> card.zeros().stream()).toList();
    }

    private List<NormsLine> norms() {
        return cards.stream().flatMap(card -> card.norms().stream()).toList();
    }

    private List<FoundNumbers> found() {
        return cards.stream().flatMap(card -> card.found().stream()).toList();
    }

    private void drawFound(Report.Picture picture) {
        List<FoundNumbers> lines = found();
        for (int i = 0; i < lines.size() && i < picture.numbers().size(); i++) {
            lines.get(i).draw(picture.numbers().get(i));
        }
    }

    private void drawNorms(Report.Picture picture) {
        List<NormsLine> lines = norms();
        for (int i = 0; i < lines.size() && i < picture.numbers().size(); i++) {
            lines.get(i).draw(picture.numbers().get(i));
        }
    }

    private void drawZeros(Report.Picture picture) {
        drawZeros(picture.numbers());
    }

    /** @param numbers for each of them; for none while nothing is known */
    private void drawZeros(List<float[]> numbers) {
        List<ZerosLine> lines = zeros();
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).draw(i < numbers.size() ? numbers.get(i) : new float[0], lab.training());
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

    private void focus(String mark) {
        Element found = mark.isEmpty() ? null : row.querySelector("[data-focus='" + mark + "']");
        if (found != null) {
            ((HTMLElement) found).focus();
        }
    }
}
