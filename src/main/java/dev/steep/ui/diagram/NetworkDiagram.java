package dev.steep.ui.diagram;

import dev.steep.catalog.Choice;
import dev.steep.network.Layers;
import dev.steep.picture.Range;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.GridLook;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.UnitsLook;
import dev.steep.ui.data.PlaneCanvas;
import dev.steep.ui.element.FigureButton;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import dev.steep.ui.element.Theme;
import dev.steep.ui.network.OtherView;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.OneNumber;
import dev.steep.ui.state.PictureFeed;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.MouseEvent;
import elemental2.dom.ResizeObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import jsinterop.base.Js;

/**
 * The network as a diagram, the second view of what the strip's cards show: neurons with their weights as lines, each with what it
 * computes; images as volumes with the window over them. Weights are changed by hand here, and what Dropout left out is grey.
 */
public final class NetworkDiagram implements OtherView, Lab.Listener {
    /** The tensor of the chosen sample. */
    private static final String INPUT = "input";

    private static final String STOPS = ".neuron, .volume[type]";

    private final Lab lab;
    private final IntConsumer maps;
    private final BiConsumer<String, Integer> explain;
    private final HTMLElement surface = Html.of("div", "diagram-surface").element();
    private final HTMLElement tip =
            Html.of("div", "diagram-tip").attribute("aria-hidden", "true").element();
    private final HTMLElement scroll = Html.of("div", "diagram-scroll")
            .attribute("role", "group")
            .attribute("aria-label", "The network as a diagram")
            .element();
    private final Roving roving = new Roving(scroll, STOPS);
    private final UnitForm form;
    private final DiagramHead head;
    private final HTMLElement element;
    private final PictureFeed watching;
    private final ResizeObserver sizes = new ResizeObserver((changes, by) -> {
        widen();
        return null;
    });
    private Optional<Report.Opened> opened = Optional.empty();
    private List<DiagramColumn> columns = List.of();
    private DiagramPlacement placement = new DiagramPlacement(List.of(), 0, 0);
    private List<Nodes> nodes = List.of();
    private List<WeightLines> lines = List.of();
    private final Map<Integer, Integer> firsts = new HashMap<>();
    private Optional<int[]> chosen = Optional.empty();
    private List<Look> looks = List.of();
    private Seen seen = new Seen(Map.of(), false, false);
    private String key = "";
    private boolean visible;

    /**
     * @param maps opens the picture of a layer large; it is given the layer's place, {@link DiagramColumn#INPUT} for the input
     * @param explain shows how one number of a tensor comes about
     */
    public NetworkDiagram(Lab lab, IntConsumer maps, BiConsumer<String, Integer> explain) {
        this.lab = lab;
        this.maps = maps;
        this.explain = explain;
        head = new DiagramHead(lab);
        form = new UnitForm(new UnitForm.Actions() {
            @Override
            public void write(String tensor, int index, double number) {
                OneNumber.write(lab, tensor, index, number, () -> {});
            }

            @Override
            public void from(int unit) {
                chosen.ifPresent(now -> choose(now[0], now[1], unit));
            }

            @Override
            public void explain() {
                chosen.ifPresent(now -> explain.accept(columns.get(now[0]).output(), now[1]));
            }
        });
        watching = new PictureFeed(lab, "diagram", () -> looks, this::draw);
        scroll.appendChild(surface);
        scroll.addEventListener("pointerover", event -> point(Js.uncheckedCast(event)));
        scroll.addEventListener("pointerleave", event -> tip.hidden = true);
        scroll.addEventListener("click", event -> press((Element) event.target));
        new ArrowWalk(scroll, STOPS);
        tip.hidden = true;
        form.element()
                .appendChild(FigureButton.of(
                                () -> "Network",
                                () -> "The network as a diagram: thicker lines are larger weights, blue ones negative",
                                () -> surface)
                        .element());
        element = Html.of("div", "diagram").add(scroll, form.element()).element();
        Theme.onChange(element, watching::redraw);
        sizes.observe(scroll);
        lab.listen(this);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    /** What of it is chosen, and which units of long columns are seen, stays while the network has the same columns. */
    @Override
    public void opened(Report.Opened now) {
        opened = Optional.of(now);
        if (visible) {
            build();
        }
    }

    /** It can be seen from now on. */
    @Override
    public void show() {
        visible = true;
        build();
    }

    /** It asks for nothing from now on. */
    @Override
    public void hide() {
        visible = false;
        watching.stop();
    }

    private void build() {
        if (opened.isEmpty()) {
            return;
        }
        DataFacts data = opened.get().data();
        List<Choice> layers = lab.recipe().layers();
        List<DiagramColumn> fresh = data.shape().length == 0
                ? List.of()
                : DiagramColumn.of(INPUT, data.inputShape(), opened.get().layers(), layers);
        StringBuilder mark = new StringBuilder(data.name() + data.inputs() + data.askedClasses());
        fresh.forEach(each -> mark.append('|').append(each.name()).append(Figures.shape(each.shape())));
        if (!mark.toString().equals(key)) {
            key = mark.toString();
            firsts.clear();
            chosen = Optional.empty();
        }
        columns = fresh;
        lay();
    }

    private void widen() {
        if (visible && scroll.clientWidth > 0 && !columns.isEmpty() && width() != placement.width()) {
            lay();
        }
    }

    private int width() {
        return placed().width();
    }

    private DiagramPlacement placed() {
        DataFacts data = opened.orElseThrow().data();
        boolean named = columns.get(0).isRow()
                        && data.inputs().size() == columns.get(0).parts()
                || data.askedClasses().size() == columns.get(columns.size() - 1).parts();
        return DiagramPlacement.of(columns, isPlane(), named, scroll.clientWidth);
    }

    private boolean isPlane() {
        DataFacts data = opened.orElseThrow().data();
        return data.size() == 2 && data.shape().length == 1 && !data.made();
    }

    private void lay() {
        Html.clear(surface);
        nodes = new ArrayList<>();
        lines = List.of();
        if (columns.size() < 2) {
            looks = List.of();
            watching.stop();
            surface.style.setProperty("width", "auto");
            surface.style.setProperty("height", "auto");
            surface.appendChild(Html.of("p", "diagram-empty").text(nothing()).element());
            form.element().hidden = true;
            return;
        }
        form.element().hidden = false;
        placement = placed();
        surface.style.setProperty("width", placement.width() + "px");
        surface.style.setProperty("height", placement.height() + "px");
        DiagramWires wires = new DiagramWires(columns, placement, firsts);
        lines = wires.lines();
        HTMLElement ground =
                Html.of("div", "wires").attribute("aria-hidden", "true").element();
        surface.appendChild(ground);
        ground.innerHTML = wires.ribbons();
        lines.forEach(each -> surface.appendChild(each.element()));
        for (int i = 0; i < columns.size(); i++) {
            Nodes each = node(i);
            nodes.add(each);
            surface.appendChild(each.element());
            int at = i;
            surface.append(head.of(columns.get(i), placement.spots().get(i), placement.headRoom(i), first(i), first -> {
                firsts.put(at, first);
                lay();
            }));
            names(i);
        }
        wires.frames().forEach(surface::appendChild);
        surface.appendChild(tip);
        Set<Look> all = new LinkedHashSet<>();
        nodes.forEach(each -> all.addAll(each.looks()));
        lines.forEach(each -> all.add(each.look()));
        looks = List.copyOf(all);
        chosen.ifPresent(now -> choose(now[0], now[1], now[2]));
        if (chosen.isEmpty()) {
            form.show(Optional.empty(), fault());
        }
        roving.refresh();
        watching.start();
    }

    /** Why there is no diagram. */
    private String nothing() {
        return lab.recipe().layers().isEmpty()
                ? "Nothing here yet. Add a layer, and the diagram shows how its numbers are connected."
                : "There is nothing to draw yet. " + fault();
    }

    /** What is wrong with the network, if not all of it is drawn. */
    private String fault() {
        return opened.flatMap(now -> now.problems().stream().findFirst())
                .map(problem -> problem.sentence())
                .orElse("");
    }

    private Nodes node(int at) {
        DiagramColumn column = columns.get(at);
        DiagramPlacement.Spot spot = placement.spots().get(at);
        if (DiagramPlacement.isList(column)) {
            return new ListNodes(column, spot);
        }
        if (!column.isRow()) {
            return new MapNodes(column, spot, () -> maps.accept(column.layer()));
        }
        Optional<UnitsLook> plane = Optional.empty();
        if (isPlane()) {
            double[] edges = PlaneCanvas.edges(opened.orElseThrow().data());
            plane = Optional.of(new UnitsLook(
                    column.output(),
                    new GridLook(edges[0], edges[1], UnitNodes.SIDE, edges[3], edges[2], UnitNodes.SIDE)));
        }
        return new UnitNodes(
                column,
                spot,
                at,
                first(at),
                plane,
                shares(at),
                unit -> name(at, unit),
                unit -> choose(at, unit, from(at)));
    }

    /** Whether a column gives the probabilities of classes. */
    private boolean shares(int at) {
        DiagramColumn column = columns.get(at);
        String activation = column.layer() == DiagramColumn.INPUT
                ? ""
                : Layers.of(lab.recipe().layers().get(column.layer()))
                        .activation()
                        .kind()
                        .name();
        return at == columns.size() - 1 && (activation.equals("sigmoid") || activation.equals("softmax"));
    }

    private int first(int at) {
        return firsts.getOrDefault(at, 0);
    }

    /** The unit of the source whose weight is looked at first. */
    private int from(int at) {
        return chosen.filter(now -> now[0] == at)
                .map(now -> now[2])
                .orElseGet(() -> columns.get(at).from().isEmpty()
                        ? 0
                        : first(columns.get(at).from().get(0)));
    }

    /** {@code dense unit 3}; of the input and the answer the names that the data give. */
    private String name(int at, int unit) {
        DataFacts data = opened.orElseThrow().data();
        List<String> features = data.inputs();
        List<String> answers = data.askedClasses().isEmpty() ? data.askedNumbers() : data.askedClasses();
        if (at == 0) {
            return features.size() == columns.get(0).parts() ? features.get(unit) : "input " + (unit + 1);
        }
        String plain = columns.get(at).name() + " unit " + (unit + 1);
        boolean named =
                at == columns.size() - 1 && answers.size() == columns.get(at).parts();
        return named ? plain + " (" + answers.get(unit) + ")" : plain;
    }

    /** Names beside the units of the input and of the answer. */
    private void names(int at) {
        DataFacts data = opened.orElseThrow().data();
        DiagramColumn column = columns.get(at);
        boolean input = at == 0;
        List<String> names = input ? data.inputs() : at == columns.size() - 1 ? data.askedClasses() : List.of();
        if (!column.isRow() || names.size() != column.parts() || DiagramPlacement.isList(column)) {
            return;
        }
        DiagramPlacement.Spot spot = placement.spots().get(at);
        for (int i = 0; i < spot.shown(); i++) {
            HTMLElement name = Html.of("span", "diagram-name" + (input ? " before" : ""))
                    .attribute("aria-hidden", "true")
                    .attribute("title", names.get(first(at) + i))
                    .text(names.get(first(at) + i))
                    .element();
            name.style.setProperty("top", spot.middle(i) + "px");
            name.style.setProperty("left", (input ? spot.left() - 4 : spot.right() + 4) + "px");
            surface.appendChild(name);
        }
    }

    private void choose(int at, int unit, int from) {
        DiagramColumn column = columns.get(at);
        boolean weighs = !column.from().isEmpty()
                && column.weighs(columns.get(column.from().get(0)));
        int source = weighs ? column.from().get(0) : 0;
        List<String> names = new ArrayList<>();
        for (int i = 0; weighs && i < columns.get(source).parts(); i++) {
            names.add(name(source, i));
        }
        int kept = Math.max(0, Math.min(from, names.size() - 1));
        chosen = Optional.of(new int[] {at, unit, kept});
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).choose(i == at ? unit : -1);
        }
        form.show(Optional.of(new UnitForm.Chosen(column, name(at, unit), unit, kept, names)), "");
        form.draw(seen);
        drawLines();
    }

    private void draw(Report.Picture picture) {
        Map<Look, float[]> numbers = new HashMap<>();
        for (int i = 0; i < looks.size() && i < picture.numbers().size(); i++) {
            numbers.put(looks.get(i), picture.numbers().get(i));
        }
        seen = new Seen(numbers, picture.moment().step() > 0, Theme.dark());
        nodes.forEach(each -> each.draw(seen));
        drawLines();
        form.draw(seen);
    }

    /** All weights on one scale, that they can be compared. */
    private void drawLines() {
        double most = 0;
        for (WeightLines each : lines) {
            most = Math.max(most, Range.of(seen.of(each.look())).most());
        }
        for (WeightLines each : lines) {
            int at = each.column();
            DiagramColumn column = columns.get(at);
            int weight = chosen.filter(now -> now[0] == at)
                    .map(now -> now[2] * column.parts() + now[1])
                    .orElse(-1);
            each.draw(
                    seen.of(each.look()),
                    Range.round(most),
                    seen.dropped(columns.get(column.from().get(0))),
                    weight);
        }
    }

    /** A line that is pressed chooses its weight. */
    private void press(Element target) {
        String index = target.getAttribute("data-index");
        String at = target.getAttribute("data-column");
        if (index != null && at != null) {
            int column = Integer.parseInt(at);
            int units = columns.get(column).parts();
            choose(column, Integer.parseInt(index) % units, Integer.parseInt(index) / units);
        }
    }

    /** Says what the pointer is at. */
    private void point(MouseEvent event) {
        Element target = (Element) event.target;
        Element neuron = target.closest(".neuron");
        String words = "";
        if (neuron != null) {
            words = neuron.getAttribute("aria-label");
        } else if (target.getAttribute("data-index") != null && target.getAttribute("data-column") != null) {
            int at = Integer.parseInt(target.getAttribute("data-column"));
            int index = Integer.parseInt(target.getAttribute("data-index"));
            DiagramColumn column = columns.get(at);
            float[] weights = seen.tensor(column.kernel());
            words = name(column.from().get(0), index / column.parts()) + " → " + name(at, index % column.parts())
                    + (index < weights.length ? ": " + Figures.of(weights[index]) : "");
        }
        tip.hidden = words.isEmpty();
        tip.textContent = words;
        var box = surface.getBoundingClientRect();
        tip.style.setProperty("left", Math.min(event.clientX - box.left + 12, Math.max(0, box.width - 200)) + "px");
        tip.style.setProperty("top", event.clientY - box.top + 14 + "px");
    }
}
