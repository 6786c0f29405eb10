package dev.steep.ui.descent;

import dev.steep.descent.Path;
import dev.steep.descent.Slope;
import dev.steep.descent.Surface;
import dev.steep.picture.SurfacePlot;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.DOMRect;
import elemental2.dom.Event;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import jsinterop.base.Js;
import org.teavm.jso.JSBody;

/** A surface with paths on it. If it has a start to move, that is dragged, or moved by the arrow keys, or set by a press anywhere. */
public final class SurfaceCanvas {
    /** Takes a new start. */
    public interface Moved {
        /** @param moving whether it is still being dragged */
        void to(double[] start, boolean moving);
    }

    /** A path to draw, in the colour of a class. */
    public record Line(Path path, String style) {}

    private static final int SIDE = 65;
    private static final int SIDE_OF_ONE = 161;

    /** Of the part that is shown, for one press of an arrow key. */
    private static final double KEY_STEP = 1 / 40.0;

    private final SurfacePicture picture = new SurfacePicture();
    private final HTMLElement handle;
    private final HTMLElement element = picture.element();
    private Surface surface = Surface.BOWL;
    private Slope slope = new Slope(Surface.BOWL);
    private SurfacePlot plot = new SurfacePlot(new double[0], 0, new double[2][2], List.of());
    private double[] start = new double[2];
    private boolean dragging;

    /** A picture whose start stays. */
    SurfaceCanvas() {
        this((to, moving) -> {}, false);
    }

    /** A picture whose start can be moved. */
    public SurfaceCanvas(Moved moved) {
        this(moved, true);
    }

    private SurfaceCanvas(Moved moved, boolean movable) {
        handle = Html.of("div", "surface-handle")
                .attribute("role", "slider")
                .attribute("tabindex", "0")
                .attribute("title", "The start: drag it, or use the arrow keys")
                .on("pointerdown", event -> {
                    dragging = true;
                    capture(event);
                    event.preventDefault();
                    focus();
                })
                .on("pointermove", event -> {
                    if (dragging) {
                        moved.to(at(Js.uncheckedCast(event)), true);
                    }
                })
                .on("pointerup", event -> drop(moved))
                .on("pointercancel", event -> drop(moved))
                .on("keydown", event -> key(Js.uncheckedCast(event), moved))
                .element();
        if (movable) {
            element.appendChild(handle);
            element.classList.add("movable");
            element.addEventListener("click", event -> {
                if (event.target != handle) {
                    moved.to(at(Js.uncheckedCast(event)), false);
                }
            });
        }
    }

    public HTMLElement element() {
        return element;
    }

    /** Shows another surface, without paths. */
    public void show(Surface other, Slope ready) {
        surface = other;
        slope = ready;
        boolean one = other.names().size() == 1;
        int side = one ? SIDE_OF_ONE : SIDE;
        plot = new SurfacePlot(ready.grid(side), side, other.edges(), other.labels());
        double[][] minima = other.minima();
        double[] losses = new double[minima.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = ready.loss(minima[i]);
        }
        picture.show(plot, minima, losses);
    }

    /** Shows paths. */
    public void paths(List<Line> lines) {
        List<SurfacePlot.Trail> trails = new ArrayList<>();
        for (Line line : lines) {
            int count = line.path().places().size();
            double[][] weights = new double[count][];
            double[] losses = new double[count];
            for (int i = 0; i < count; i++) {
                weights[i] = line.path().at(i).weights();
                losses[i] = line.path().at(i).loss();
            }
            trails.add(new SurfacePlot.Trail(weights, losses, line.style()));
        }
        picture.trails(trails);
    }

    /** Shows the start there. */
    public void start(double[] other) {
        start = other;
        double[] place = plot.place(other, slope.loss(other));
        handle.style.setProperty("left", 100 * place[0] + "%");
        handle.style.setProperty("top", 100 * place[1] + "%");
        StringBuilder text = new StringBuilder("Start:");
        for (int i = 0; i < other.length; i++) {
            text.append(' ').append(surface.labels().get(i)).append(' ').append(Figures.fixed(other[i], 2));
        }
        handle.setAttribute("aria-label", text.toString());
        handle.setAttribute("aria-valuemin", "" + surface.edges()[0][0]);
        handle.setAttribute("aria-valuemax", "" + surface.edges()[0][1]);
        handle.setAttribute("aria-valuenow", "" + other[0]);
        handle.setAttribute("aria-valuetext", text.toString());
    }

    private void focus() {
        handle.focus();
    }

    private void drop(Moved moved) {
        if (dragging) {
            dragging = false;
            moved.to(start, false);
        }
    }

    private double[] at(MouseEvent event) {
        DOMRect box = element.getBoundingClientRect();
        return plot.weights((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    }

    private void key(KeyboardEvent event, Moved moved) {
        int across = event.key.equals("ArrowRight") ? 1 : event.key.equals("ArrowLeft") ? -1 : 0;
        int up = event.key.equals("ArrowUp") ? 1 : event.key.equals("ArrowDown") ? -1 : 0;
        if (across == 0 && up == 0) {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
        double[] next = start.clone();
        for (int i = 0; i < next.length; i++) {
            double[] edges = surface.edges()[i];
            int way = next.length == 1 ? across + up : i == 0 ? across : up;
            next[i] = Math.max(edges[0], Math.min(edges[1], next[i] + way * KEY_STEP * (edges[1] - edges[0])));
        }
        moved.to(next, false);
    }

    private void capture(Event event) {
        capture(handle, event);
    }

    @JSBody(
            params = {"element", "event"},
            script = "element.setPointerCapture(event.pointerId);")
    private static native void capture(HTMLElement element, Event event);
}
