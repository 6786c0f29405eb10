package dev.steep.ui.diagram;

import dev.steep.picture.HeatMap;
import dev.steep.picture.Ramp;
import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.picture.TensorImage;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.TensorLook;
import dev.steep.protocol.look.UnitsLook;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PixelCanvas;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/** The units of a column: for data in a plane what each computes there, or else its number for the chosen sample; its bias in a corner. */
final class UnitNodes implements Nodes {
    /** Grid points along each side of a plane. */
    static final int SIDE = 16;

    private final DiagramColumn column;
    private final int first;
    private final Look values;
    private final Optional<UnitsLook> plane;
    private final List<HTMLElement> buttons = new ArrayList<>();
    private final List<HTMLElement> biases = new ArrayList<>();
    private final List<PixelCanvas> planes = new ArrayList<>();
    private final List<HTMLElement> figures = new ArrayList<>();
    private final IntFunction<String> names;
    private final boolean shares;
    private final HTMLElement element = Html.of("div", "diagram-units").element();

    /**
     * @param at the column's place in the diagram
     * @param first the first unit that is shown
     * @param plane what the units compute over a plane, if the data lie in one
     * @param shares whether it gives probabilities: halfway is neutral then
     * @param names what a unit is called
     * @param pick is told which unit was pressed
     */
    UnitNodes(
            DiagramColumn column,
            DiagramPlacement.Spot spot,
            int at,
            int first,
            Optional<UnitsLook> plane,
            boolean shares,
            IntFunction<String> names,
            IntConsumer pick) {
        this.column = column;
        this.first = first;
        this.plane = plane;
        this.names = names;
        this.shares = shares;
        values = new TensorLook(column.output());
        for (int i = 0; i < spot.shown(); i++) {
            int unit = first + i;
            HTMLElement button = Html.button("neuron", "", () -> pick.accept(unit))
                    .attribute("data-column", "" + at)
                    .attribute("data-unit", "" + unit)
                    .attribute("aria-pressed", "false")
                    .attribute("aria-label", names.apply(unit))
                    .element();
            Nodes.place(button, spot.left(), spot.top() + i * spot.pitch(), spot.node(), spot.node());
            if (plane.isPresent()) {
                PixelCanvas canvas =
                        new PixelCanvas(SIDE, SIDE, (spot.node() - 2) / SIDE, names.apply(unit) + " over the plane");
                planes.add(canvas);
                button.appendChild(canvas.element());
            } else {
                button.classList.add("figure");
                HTMLElement figure = Html.of("span", "").element();
                figures.add(figure);
                button.appendChild(figure);
            }
            if (!column.bias().isEmpty()) {
                HTMLElement bias = Html.of("span", "neuron-bias").element();
                biases.add(bias);
                button.appendChild(bias);
            }
            buttons.add(button);
            element.appendChild(button);
        }
        Html.shows(element, plane.isPresent() ? "neuron-planes" : "neurons", plane.isPresent() ? plane.get() : values);
        element.setAttribute("data-first", "" + first);
        element.classList.toggle("shares", shares);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public List<Look> looks() {
        List<Look> looks = new ArrayList<>(List.of(values));
        plane.ifPresent(looks::add);
        if (!column.bias().isEmpty()) {
            looks.add(new TensorLook(column.bias()));
        }
        column.masks().forEach(mask -> looks.add(new TensorLook(mask)));
        return looks;
    }

    @Override
    public void choose(int unit) {
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setAttribute("aria-pressed", "" + (first + i == unit));
        }
    }

    @Override
    public void draw(Seen seen) {
        float[] numbers = seen.of(values);
        float[] bias = seen.tensor(column.bias());
        boolean[] dropped = seen.dropped(column);
        Scale biasScale = Scale.signed(Range.round(Range.of(bias).most()), seen.dark());
        for (int i = 0; i < buttons.size(); i++) {
            int unit = first + i;
            HTMLElement button = buttons.get(i);
            boolean drops = unit < dropped.length && dropped[unit];
            button.classList.toggle("dropped", drops);
            String about = names.apply(unit)
                    + (unit < numbers.length ? " = " + Figures.of(numbers[unit]) : "")
                    + (drops ? ", dropped in the last step" : "");
            if (!about.equals(button.getAttribute("aria-label"))) {
                button.setAttribute("aria-label", about);
            }
            if (unit < biases.size() + first && unit < bias.length) {
                HTMLElement mark = biases.get(i);
                biasScale.paint(bias[unit], (background, text) -> mark.style.setProperty("background", background));
            }
        }
        drawFigures(numbers, seen.dark());
        plane.ifPresent(look -> drawPlanes(seen.of(look), seen.dark()));
    }

    private void drawFigures(float[] numbers, boolean dark) {
        Scale scale = TensorImage.activations(Range.of(numbers), dark);
        for (int i = 0; i < figures.size(); i++) {
            HTMLElement figure = figures.get(i);
            HTMLElement button = buttons.get(i);
            boolean known = first + i < numbers.length;
            String written = known ? figure(numbers[first + i]) : "";
            if (!written.equals(figure.textContent)) {
                figure.textContent = written;
            }
            if (known) {
                scale.paint(numbers[first + i], (background, text) -> {
                    button.style.setProperty("background", background);
                    button.style.setProperty("color", text);
                });
            } else {
                button.style.removeProperty("background");
            }
        }
    }

    /** Few digits, as there is little room. */
    static String figure(double number) {
        double size = Math.abs(number);
        return size >= 1e4 || Double.isNaN(number)
                ? Figures.of(number)
                : Figures.fixed(number, size < 10 ? 2 : size < 100 ? 1 : 0);
    }

    private void drawPlanes(float[] numbers, boolean dark) {
        int units = column.parts();
        if (numbers.length != SIDE * SIDE * units) {
            planes.forEach(PixelCanvas::clear);
            return;
        }
        Scale scale = shares ? new Scale(Ramp.signed(dark), 0, 1) : scale(numbers, dark);
        for (int i = 0; i < planes.size(); i++) {
            planes.get(i).draw(HeatMap.pixels(numbers, first + i, SIDE * units, units, SIDE, SIDE, scale));
        }
    }

    /** One for all units of a column, symmetric about zero. */
    private static Scale scale(float[] numbers, boolean dark) {
        return Scale.signed(Range.round(Range.of(numbers).most()), dark);
    }
}
