package dev.steep.ui.network;

import dev.steep.browser.LastingNotes;
import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Glossary;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import dev.steep.ui.element.Segments;
import dev.steep.ui.element.Splitter;
import dev.steep.ui.element.Theme;
import dev.steep.ui.palette.Palette;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.ResizeObserver;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jsinterop.base.Js;

/** The network as a row of cards from the chosen sample to the answer, each with its own live pictures. */
public final class NetworkStrip implements Lab.Listener {
    private static final String CARDS = "cards";
    private static final String VIEW = "steep.network";
    private static final String STOPS = ".layer-head, .layer-add, .layer-more, .layer-first";

    private final Lab lab;
    private final Enlarged enlarged;
    private final LayerEdits edits;
    private final Palette palette;
    private final StripTools tools;
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
    private final StripFocus focus = new StripFocus(row);
    private final CardRow cards = new CardRow(row);
    private final Roving roving = new Roving(row, STOPS);
    private final StripEnds ends = new StripEnds(row);
    private final Splitter splitter = new Splitter("Height of the network", "steep.strip", row, cards::wholeHeight);
    private final ResizeObserver sizes = new ResizeObserver((changes, by) -> {
        measure();
        return null;
    });
    private final HTMLElement element;
    private final CardFeeds feeds;
    private final CardSelection selection;
    private boolean resting;
    private Optional<String> fresh = Optional.empty();

    public NetworkStrip(Lab lab, Enlarged enlarged, Palette palette) {
        this.lab = lab;
        this.palette = palette;
        this.enlarged = enlarged;
        edits = new LayerEdits(lab);
        PickedLayers picked = new PickedLayers();
        moves = new LayerMoves(lab, edits, picked, this::added);
        selection = new CardSelection(lab, cards, focus, roving, picked, moves);
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
        feeds = new CardFeeds(lab, cards);
        cardsView = Html.of("div", "layer-scroll").add(row).add(ends.elements()).element();
        element = Html.of("section", "network-strip")
                .attribute("aria-label", "Network")
                .add(Html.of("div", "panel-head").add(title).add(size).add(tools.elements()))
                .add(cardsView, splitter.element())
                .add(moves.elements())
                .element();
        palette.add(new LayerCommands(this::adding));
        StripClipboard.install(row, moves::copy, moves::paste);
        lab.listen(this);
        Theme.onChange(element, feeds::redraw);
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
            feeds.stop();
            other.show();
        } else {
            other.hide();
            watch();
            DomGlobal.requestAnimationFrame(time -> measure());
        }
    }

    private void watch() {
        if (!resting) {
            feeds.start();
        }
    }

    /** Opens the picture of a layer large, or that of the input. */
    public void enlarge(int place) {
        Optional<CardPicture> picture = place < 0
                ? cards.input().map(InputCard::glimpse)
                : place < cards.layers().size()
                        ? cards.layers().get(place).glimpses().stream()
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
        selection.opensSettings(action);
    }

    /** Brings the keyboard back to the selected card. */
    public void focusSelected() {
        selection.focusSelected();
    }

    /** Adds a layer behind the card or place that has the focus now, or behind the selected layer; or else where it fits. */
    private Consumer<Choice> adding() {
        return focus.nextPlace(lab.selection()).map(this::adding).orElse(layer -> added(edits.addWhereItFits(layer)));
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
        Optional<String> wanted = fresh;
        fresh = Optional.empty();
        if (cards.shows(opened, lab.recipe().layers())) { // a slider that moves asks for no layout of the page
            wanted.ifPresent(focus::give);
        } else {
            build(opened, wanted.orElseGet(focus::mark));
        }
        watch();
    }

    private void build(Report.Opened opened, String mark) {
        double scroll = row.scrollLeft;
        cards.show(opened, lab.recipe().layers(), new Maker());
        DomGlobal.requestAnimationFrame(time -> measure());
        summarise(opened);
        selection.replaced();
        row.scrollLeft = scroll;
        focus.give(mark);
        selected(lab.selection());
        roving.refresh();
    }

    @Override
    public void progressed(Report.Progress progress) {
        feeds.progressed(progress);
    }

    @Override
    public void selected(Optional<Integer> layer) {
        selection.show(layer);
    }

    private void key(KeyboardEvent press) {
        selection.key(press);
    }

    /** Says where the row goes on, and which cards show less than they have. */
    private void measure() {
        cards.measure();
        ends.measure();
        splitter.measure();
        cards.placeShortcuts();
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

    private void pickLayer(HTMLElement at, String where, int place) {
        palette.open(at, where, "conv, pool, dense 10 softmax …", new LayerCommands(() -> adding(place)));
    }

    /** The focus goes to the card of a new layer, as soon as there is one. */
    private void added(int place) {
        fresh = Optional.of(StripFocus.layer(place));
    }

    /** Opens a picture of a card large; where there is room for its settings, they are those of the same layer then. */
    private void enlarge(int place, Subject subject) {
        selection.showSettings(place);
        enlarged.open(subject);
    }

    /** What a press on each part of the row does. */
    private final class Maker implements CardRow.Maker {
        @Override
        public InputCard input(DataFacts data) {
            Html head = head(StripFocus.INPUT).on("click", event -> lab.select(Optional.empty()));
            InputCard card = new InputCard(lab, data, head);
            LayerCard.opens(card.glimpse(), enlarged::open);
            return card;
        }

        private static Html head(String mark) {
            return Html.of("button", "layer-head").attribute("type", "button").attribute("data-focus", mark);
        }

        @Override
        public LayerCard card(int place, LayerCard.Content content) {
            String name = content.facts().name();
            Html buttons = Html.of("div", "layer-tools")
                    .add(tool("‹", "Move " + name + " to the left", "left" + place, () -> edits.swap(place - 1)))
                    .add(tool("›", "Move " + name + " to the right", "right" + place, () -> edits.swap(place)))
                    .add(tool("×", "Remove " + name, "remove" + place, () -> edits.remove(place)));
            Html more = Html.button("layer-more", "more", splitter::showAll)
                    .attribute("aria-label", "more of " + name)
                    .attribute("title", "Make the network as high as its pictures")
                    .attribute("data-focus", "more" + place);
            Html head = head(StripFocus.layer(place));
            LayerCard card = new LayerCard(lab, content, head, buttons, more, subject -> enlarge(place, subject));
            card.element().addEventListener("click", event -> {
                Element target = (Element) event.target;
                if (target.closest(".layer-tools, .layer-more") == null) {
                    selection.click(place, Js.uncheckedCast(event));
                }
            });
            card.element().addEventListener("pointerdown", event -> drag.begin(place, card.element(), event));
            return card;
        }

        private static Html tool(String sign, String label, String mark, Runnable action) {
            return Html.button("layer-tool", sign, action)
                    .attribute("aria-label", label)
                    .attribute("title", label)
                    .attribute("tabindex", "-1")
                    .attribute("data-focus", mark);
        }

        @Override
        public HTMLElement gap(int place, String after) {
            String where = "Add a layer after " + after;
            Html add = Html.of("button", "layer-add")
                    .attribute("type", "button")
                    .attribute("aria-label", where)
                    .attribute("aria-haspopup", "dialog")
                    .attribute("title", where + " (/)")
                    .attribute("data-focus", StripFocus.gap(place))
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

        @Override
        public HTMLElement invitation() {
            Html add =
                    Html.of("button", "layer-first").attribute("type", "button").text("Add the first layer");
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
    }
}
