package dev.steep.ui.element;

import dev.steep.picture.Ink;
import elemental2.dom.BaseRenderingContext2D.FillStyleUnionType;
import elemental2.dom.BaseRenderingContext2D.StrokeStyleUnionType;
import elemental2.dom.CanvasRenderingContext2D;
import elemental2.dom.DOMRect;
import elemental2.dom.Event;
import elemental2.dom.HTMLCanvasElement;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.MouseEvent;
import java.util.List;
import jsinterop.base.Js;
import org.teavm.jso.JSBody;

/**
 * A sheet to draw on, with mouse, pen, finger or keyboard: the arrow keys move a brush, the space bar puts it down and lifts it. Ink is
 * white on black where the data's is the larger number; the style sheet turns that round on a light page, as for samples.
 */
public final class PadCanvas {
    private static final int SIDE = 448;

    /** How far an arrow key moves the brush, as a share of the sheet. */
    private static final double KEY_STEP = 1.0 / 28;

    private final Ink ink;
    private final Runnable changed;
    private final HTMLCanvasElement canvas = Html.canvas(SIDE, SIDE, "pad-sheet");
    private final CanvasRenderingContext2D context = Js.uncheckedCast(canvas.getContext("2d"));
    private boolean drawing;
    private boolean painting;
    private boolean keyed;
    private boolean lightPaper;
    private double x = 0.5;
    private double y = 0.5;

    /** @param changed called whenever there is other ink */
    public PadCanvas(Ink ink, Runnable changed) {
        this.ink = ink;
        this.changed = changed;
        canvas.tabIndex = 0;
        canvas.setAttribute("role", "application");
        canvas.setAttribute(
                "aria-label",
                "Drawing pad. Arrow keys move the brush, space puts it down or lifts it, Backspace takes the last stroke away.");
        canvas.addEventListener("pointerdown", event -> down(Js.uncheckedCast(event), event));
        canvas.addEventListener("pointermove", event -> move(Js.uncheckedCast(event)));
        canvas.addEventListener("pointerup", event -> drawing = false);
        canvas.addEventListener("pointercancel", event -> drawing = false);
        canvas.addEventListener("keydown", event -> key(Js.uncheckedCast(event)));
        canvas.addEventListener("blur", event -> {
            keyed = false;
            painting = false;
            paint();
        });
        paint();
    }

    public HTMLElement element() {
        return canvas;
    }

    /** Data of images so wide and high are open. */
    public void opened(int rows, int columns) {
        int longer = Math.max(rows, columns);
        canvas.width = Math.max(1, SIDE * columns / longer);
        canvas.height = Math.max(1, SIDE * rows / longer);
        paint();
    }

    /** Whether paper is the larger number, as in a scan. */
    public void paper(boolean light) {
        lightPaper = light;
        paint();
    }

    private void down(MouseEvent event, Event pointer) {
        if (event.button != 0) {
            return;
        }
        event.preventDefault();
        canvas.focus();
        capture(canvas, pointer);
        drawing = true;
        keyed = false;
        painting = false;
        at(event);
        ink.begin(x, y);
        drawn();
    }

    private void move(MouseEvent event) {
        if (drawing) {
            at(event);
            ink.to(x, y);
            drawn();
        }
    }

    private void at(MouseEvent event) {
        DOMRect box = canvas.getBoundingClientRect();
        place((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    }

    private void place(double across, double down) {
        x = Math.max(0, Math.min(1, across));
        y = Math.max(0, Math.min(1, down));
    }

    private void key(KeyboardEvent event) {
        int across = event.key.equals("ArrowRight") ? 1 : event.key.equals("ArrowLeft") ? -1 : 0;
        int down = event.key.equals("ArrowDown") ? 1 : event.key.equals("ArrowUp") ? -1 : 0;
        if (across != 0 || down != 0) {
            place(x + across * KEY_STEP, y + down * KEY_STEP);
            if (painting) {
                ink.to(x, y);
            }
        } else if (event.key.equals(" ")) {
            painting = !painting;
            if (painting) {
                ink.begin(x, y);
            }
        } else if (event.key.equals("Backspace")) {
            painting = false;
            ink.undo();
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
        keyed = true;
        if (painting || event.key.equals("Backspace")) {
            changed.run();
        }
        paint();
    }

    private void drawn() {
        paint();
        changed.run();
    }

    /** There is other ink; the brush is lifted. */
    public void refresh() {
        painting = false;
        paint();
    }

    private void paint() {
        canvas.classList.toggle("ink", !lightPaper);
        String full = lightPaper ? "#000" : "#fff";
        context.fillStyle = FillStyleUnionType.of(lightPaper ? "#fff" : "#000");
        context.fillRect(0, 0, canvas.width, canvas.height);
        double radius = Ink.RADIUS * Math.max(canvas.width, canvas.height);
        context.strokeStyle = StrokeStyleUnionType.of(full);
        context.lineWidth = 2 * radius;
        context.lineCap = "round";
        context.lineJoin = "round";
        for (List<Ink.Point> stroke : ink.strokes()) {
            context.beginPath();
            for (Ink.Point point : stroke) {
                context.lineTo(point.x() * canvas.width, point.y() * canvas.height);
            }
            Ink.Point last = stroke.get(stroke.size() - 1);
            context.lineTo(last.x() * canvas.width + 0.01, last.y() * canvas.height); // a dot is a line too
            context.stroke();
        }
        if (keyed) {
            context.lineWidth = painting ? 6 : 3;
            context.strokeStyle = StrokeStyleUnionType.of("#808080");
            context.beginPath();
            context.arc(x * canvas.width, y * canvas.height, radius + 4, 0, 2 * Math.PI);
            context.stroke();
        }
    }

    @JSBody(
            params = {"element", "event"},
            script = "element.setPointerCapture(event.pointerId);")
    private static native void capture(HTMLElement element, Event event);
}
