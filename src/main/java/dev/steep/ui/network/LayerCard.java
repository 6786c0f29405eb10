package dev.steep.ui.network;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import dev.steep.network.Layers;
import dev.steep.network.layer.Layer;
import dev.steep.picture.NumberGrid;
import dev.steep.picture.TensorImage;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.ProblemFacts;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A layer in the strip: its name, its settings in one line, its live pictures, its output's shape and its weights. */
final class LayerCard {
    /** Everything that a card is made of; two equal ones make equal cards. */
    record Content(
            Choice choice,
            LayerFacts facts,
            int[] input,
            String inputTensor,
            DataFacts data,
            boolean last,
            Optional<ProblemFacts> problem) {
        /** A layer that has no weights of its own to show is a slim card, its name along its side. */
        boolean slim() {
            return facts.parameters() == 0
                    && !last
                    && problem.isEmpty()
                    && (!facts.mask().isEmpty() || !Layers.of(choice).draws());
        }

        /** Tells cards apart: records with arrays do not compare by content. */
        String key() {
            return choice.phrase() + "|" + facts.name() + "|" + Figures.shape(input) + inputTensor + "|"
                    + Figures.shape(facts.shape())
                    + "|" + facts.output() + "|" + facts.rests() + "|" + facts.mask() + "|" + last + "|" + problem + "|"
                    + facts.workings() + "|"
                    + data.name()
                    + data.askedClasses() + data.askedNumbers() + data.features();
        }
    }

    /** A dense layer with more weights shows its units only. */
    private static final int MOST_WEIGHTS = 4096;

    /** How wide the plane of two inputs is. */
    private static final int PLANE = 84;

    /** Beside the planes of more units, their numbers for one sample would take more room than they are worth. */
    private static final int FEW_UNITS = 8;

    /** More numbers than this are squares, not bars. */
    private static final int MOST_BARS = 24;

    /** Pictures that are higher together stand side by side. */
    private static final int HIGHEST = 300;

    /** Between pictures below each other. */
    private static final int GAP = 8;

    private final Content content;
    private final HTMLElement head;
    private final HTMLElement more;
    private final HTMLElement body = Html.of("div", "layer-body").element();
    private final HTMLElement element;
    private final List<CardPicture> glimpses;
    private final Optional<ZerosLine> zeros;
    private final Optional<NormsLine> norms;
    private final Optional<FoundNumbers> found;

    /**
     * @param head what selects it
     * @param tools buttons that move and remove it
     * @param more shows what of its pictures does not fit
     * @param enlarge shows a picture large
     */
    LayerCard(Lab lab, Content content, Html head, Html tools, Html more, Consumer<Subject> enlarge) {
        this.head = head.element();
        this.more = more.element();
        this.content = content;
        glimpses = content.facts().output().isEmpty() ? List.of() : glimpses(lab, content);
        columns(glimpses).forEach(body::appendChild);
        zeros = Optional.of(content.facts())
                .filter(facts -> !facts.rests().isEmpty() && !facts.output().isEmpty())
                .map(facts -> new ZerosLine(facts.rests(), facts.shape().length == 3 ? "map" : "unit", facts.output()));
        norms = Optional.of(content.facts().kernel())
                .filter(kernel -> !kernel.isEmpty() && content.facts().trainable() > 0)
                .map(NormsLine::new);
        found = FoundNumbers.of(content);
        glimpses.forEach(glimpse -> opens(glimpse, enlarge));
        content.problem()
                .ifPresent(problem -> body.appendChild(Html.of("p", "layer-problem")
                        .text(problem.fault())
                        .attribute("title", problem.sentence())
                        .element()));
        String weights = content.facts().parameters() == 0
                ? ""
                : " · " + Numbers.grouped(content.facts().parameters())
                        + (content.facts().trainable() == 0 ? " frozen" : "");
        head.add(
                Html.of("b", "").text(content.facts().name()),
                Html.of("span", "")
                        .text(Layers.of(content.choice()).words())
                        .attribute("title", Layers.of(content.choice()).words()));
        element = Html.of("div", "layer-card" + (content.problem().isPresent() ? " has-problem" : ""))
                .attribute("data-part", "layers." + content.facts().name())
                .add(head)
                .add(body)
                .add(more, tools)
                .add(found.map(FoundNumbers::list).stream().toArray(HTMLElement[]::new))
                .add(zeros.map(ZerosLine::element).stream().toArray(HTMLElement[]::new))
                .add(norms.map(NormsLine::element).stream().toArray(HTMLElement[]::new))
                .add(Html.of("div", "layer-foot")
                        .attribute("title", LayerNumbers.text(content.facts()))
                        .text(Figures.shape(content.facts().shape()) + weights))
                .element();
        element.classList.toggle("slim", content.slim());
    }

    /** Has a picture open large, if it can be. */
    static void opens(CardPicture glimpse, Consumer<Subject> enlarge) {
        glimpse.large()
                .ifPresent(subject -> Glimpse.opens(glimpse.element(), subject.title(), () -> enlarge.accept(subject)));
    }

    /** The pictures below each other, and a column more as soon as they become too high. */
    private static List<HTMLElement> columns(List<CardPicture> glimpses) {
        List<HTMLElement> columns = new ArrayList<>();
        int height = HIGHEST;
        for (CardPicture glimpse : glimpses) {
            if (height + glimpse.height() > HIGHEST) {
                columns.add(Html.of("div", "layer-column").element());
                height = 0;
            }
            columns.get(columns.size() - 1).appendChild(glimpse.element());
            height += glimpse.height() + GAP;
        }
        return columns;
    }

    /** Says whether some of the pictures are cut off. */
    void measure() {
        element.classList.remove("cut"); // the button that it brings takes room itself
        element.classList.toggle("cut", body.scrollHeight > body.clientHeight + 1);
    }

    /** How high the card would have to be to show everything. */
    int wholeHeight() {
        return element.offsetHeight
                - more.offsetHeight
                + Math.max(0, Math.max(body.scrollHeight - body.clientHeight, head.scrollHeight - head.clientHeight));
    }

    HTMLElement element() {
        return element;
    }

    Content content() {
        return content;
    }

    /** Says how many units are 0 for every sample, if its activation rests at 0. */
    Optional<ZerosLine> zeros() {
        return zeros;
    }

    /** Says how fast its weights change, if they follow gradients. */
    Optional<NormsLine> norms() {
        return norms;
    }

    /** Says what has been found for a formula's letters. */
    Optional<FoundNumbers> found() {
        return found;
    }

    List<CardPicture> glimpses() {
        return glimpses;
    }

    private static List<CardPicture> glimpses(Lab lab, Content content) {
        LayerFacts facts = content.facts();
        int[] shape = facts.shape();
        List<CardPicture> glimpses = new ArrayList<>();
        if (!facts.mask().isEmpty()) {
            return List.of(wrapped("kept now", facts.mask(), TensorImage.Content.KEPT, size(shape)));
        }
        Layer layer = Layers.of(content.choice());
        if (layer.draws()) {
            boolean colours = content.data().image()
                    && Arrays.equals(shape, content.data().shape());
            return List.of(new DrawsPicture(facts.name(), shape, InputCard.INPUT, colours));
        }
        layer.kernels(Shape.of(content.input()))
                .ifPresent(kernels -> glimpses.add(new TensorPicture(
                        kernels.channels() == 1 ? "kernels" : "kernels, channel 1",
                        "kernels of " + facts.name(),
                        facts.name() + "/" + kernels.weights(),
                        TensorImage.kernels(kernels.height(), kernels.width(), kernels.channels(), kernels.filters()),
                        NumberGrid.kernels(kernels.height(), kernels.width(), kernels.channels(), kernels.filters()),
                        false)));
        if (shape.length == 3) {
            glimpses.add(new TensorPicture(
                            "feature maps",
                            "feature maps of " + facts.name(),
                            facts.output(),
                            content.slim()
                                    ? TensorImage.narrowMaps(shape[0], shape[1], shape[2])
                                    : TensorImage.maps(shape[0], shape[1], shape[2]),
                            NumberGrid.maps(shape[0], shape[1], shape[2]),
                            true)
                    .under(lens(content, layer)));
        } else if (shape.length == 2) {
            glimpses.add(new TensorPicture(
                    "series, channels →",
                    "series of " + facts.name(),
                    facts.output(),
                    TensorImage.series(shape[0], shape[1]),
                    NumberGrid.series(shape[0], shape[1]),
                    true));
        } else if (content.last()) {
            glimpses.addAll(answers(lab, content, shape[0]));
        } else if (!layer.passesOn()) {
            boolean plane = isPlane(content);
            if (plane) {
                glimpses.add(new UnitPlanes(content.data(), facts));
            }
            weights(content, glimpses);
            if (!plane || shape[0] <= FEW_UNITS) {
                glimpses.add(units(facts, shape[0]));
            }
        }
        for (String state : facts.states()) {
            String caption = state.substring(state.indexOf('/') + 1).replace('_', ' ');
            glimpses.add(channels(caption, state, shape[shape.length - 1]));
        }
        return glimpses;
    }

    /** Whether the numbers that a layer gives are functions of a point of the plane. */
    private static boolean isPlane(Content content) {
        return content.data().size() == 2
                && content.data().shape().length == 1
                && content.facts().shape().length == 1;
    }

    private static Optional<LensFacts> lens(Content content, Layer layer) {
        String activation = layer.activation().kind().name();
        return layer.taps(Shape.of(content.input()))
                .map(taps -> new LensFacts(
                        taps,
                        content.inputTensor(),
                        content.input(),
                        content.facts().kernel(),
                        content.facts().bias(),
                        activation.equals("linear") ? "" : activation));
    }

    private static List<CardPicture> answers(Lab lab, Content content, int count) {
        List<CardPicture> glimpses = new ArrayList<>();
        List<String> classes = content.data().askedClasses();
        boolean shares = classes.size() == count || classes.size() == 2 && count == 1;
        if (content.data().size() == 2 && !content.data().reconstructs()) {
            glimpses.add(new PlanePicture(lab, content.data(), PLANE));
        }
        if (content.input().length == 1) {
            weights(content, glimpses);
        }
        if (shares && classes.size() <= MOST_BARS && lab.recipe().givesLogits()) {
            List<String> names = count == 1 ? classes.subList(1, 2) : classes;
            glimpses.add(BarPicture.numbers("logits", content.facts().output(), names));
        } else if (shares && classes.size() <= MOST_BARS) {
            glimpses.add(BarPicture.classes(content.facts().output(), classes, count));
        } else if (content.data().askedNumbers().size() == count && count <= MOST_BARS) {
            glimpses.add(BarPicture.answer(content.data()));
        } else {
            glimpses.add(units(content.facts(), count));
        }
        return glimpses;
    }

    private static void weights(Content content, List<CardPicture> glimpses) {
        LayerFacts facts = content.facts();
        int inputs = size(content.input());
        int units = facts.shape()[0];
        if (!facts.kernel().isEmpty() && inputs * units <= MOST_WEIGHTS && inputs <= 64 && units <= 64) {
            glimpses.add(new TensorPicture(
                    "weights",
                    "weights of " + facts.name(),
                    facts.kernel(),
                    TensorImage.weights(inputs, units),
                    NumberGrid.weights(inputs, units),
                    false));
        }
    }

    private static CardPicture units(LayerFacts facts, int count) {
        return channels("units", facts.output(), count);
    }

    /** One number for each unit or channel. */
    private static CardPicture channels(String caption, String tensor, int count) {
        if (count > MOST_BARS) {
            return wrapped(caption, tensor, TensorImage.Content.UNITS, count);
        }
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("" + i);
        }
        return BarPicture.numbers(caption, tensor, names);
    }

    private static CardPicture wrapped(String caption, String tensor, TensorImage.Content kind, int count) {
        return new TensorPicture(
                caption,
                tensor.replace('/', ' '),
                tensor,
                TensorImage.wrapped(kind, count),
                NumberGrid.list("unit", count, List.of()),
                true);
    }

    private static int size(int[] shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return size;
    }
}
