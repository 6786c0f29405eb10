package dev.steep.ui.data;

import dev.steep.math.PointText;
import dev.steep.math.PointText.Point;
import dev.steep.picture.ClassColours;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Retarget;
import dev.steep.recipe.Settings;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.DOMRect;
import elemental2.dom.Event;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.MouseEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import jsinterop.base.Js;
import org.teavm.jso.JSBody;

/**
 * The plane on which a student sets points: with mouse, pen or finger, or with the arrow keys and space. A number key picks the class, Backspace
 * takes the last change back. What is drawn goes into the recipe when the pointer is lifted.
 */
final class PointPad implements Lab.Listener {
    private static final int ERASER = PointText.GROUPS;

    /** Points of one stroke are this far apart at least, and the eraser reaches as far, in steps of the grid. */
    private static final int APART = 48;

    private static final int KEY_STEP = 32;

    private final Lab lab;
    private final HTMLElement plane = Html.of("div", "point-plane").element();
    private final List<HTMLElement> tools = new ArrayList<>();
    private final HTMLElement count = Html.of("span", "point-count").element();
    private final HTMLElement element;
    private final Deque<String> before = new ArrayDeque<>();
    private List<Point> points = new ArrayList<>();
    private String known = "";
    private int tool;
    private boolean drawing;
    private boolean keyed;
    private int x = PointText.MOST / 2;
    private int y = PointText.MOST / 2;
    private int lastX;
    private int lastY;

    PointPad(Lab lab) {
        this.lab = lab;
        Html bar =
                Html.of("div", "point-tools").attribute("role", "group").attribute("aria-label", "Class of new points");
        for (int i = 0; i <= ERASER; i++) {
            tools.add(tool(i));
            bar.add(tools.get(i));
        }
        plane.tabIndex = 0;
        plane.setAttribute("role", "application");
        plane.setAttribute(
                "aria-label",
                "Plane for points. Arrow keys move, space sets a point, 1 to 5 pick its class, 0 erases, Backspace takes the last change"
                        + " back.");
        plane.addEventListener("pointerdown", event -> down(Js.uncheckedCast(event), event));
        plane.addEventListener("pointermove", event -> move(Js.uncheckedCast(event)));
        plane.addEventListener("pointerup", event -> up());
        plane.addEventListener("pointercancel", event -> up());
        plane.addEventListener("keydown", event -> key(Js.uncheckedCast(event)));
        plane.addEventListener("blur", event -> {
            keyed = false;
            paint();
        });
        element = Html.of("div", "point-pad")
                .add(bar)
                .add(plane)
                .add(Html.of("div", "point-foot")
                        .add(count)
                        .add(
                                Html.button("btn bar-button", "Undo", this::undo),
                                Html.button("btn bar-button", "Clear", this::clear)))
                .element();
        pick(0);
        changed(lab.recipe());
        lab.listen(this);
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void changed(Recipe recipe) {
        boolean mine = recipe.data().is(Settings.OWN_POINTS);
        String text = mine ? recipe.data().get(Settings.POINTS) : "";
        if (!text.equals(known)) {
            known = text;
            points = new ArrayList<>(PointText.read(text));
            paint();
        }
        if (!mine) {
            before.clear();
        }
    }

    private HTMLElement tool(int place) {
        String name = place == ERASER ? "Erase" : "Class " + (place + 1);
        Html button = Html.button("point-tool", "", () -> pick(place))
                .attribute("title", name + " (key " + (place == ERASER ? 0 : place + 1) + ")")
                .attribute("aria-label", name);
        return place == ERASER
                ? button.text("Erase").element()
                : button.add(dot(place)).element();
    }

    private static HTMLElement dot(int place) {
        HTMLElement dot = Html.of("i", "").element();
        dot.style.setProperty("background", ClassColours.css(place));
        return dot;
    }

    private void pick(int place) {
        tool = place;
        for (int i = 0; i < tools.size(); i++) {
            tools.get(i).setAttribute("aria-pressed", "" + (i == place));
        }
    }

    private void down(MouseEvent event, Event pointer) {
        if (event.button != 0) {
            return;
        }
        event.preventDefault();
        plane.focus();
        capture(plane, pointer);
        drawing = true;
        keyed = false;
        at(event);
        apply();
    }

    private void move(MouseEvent event) {
        if (drawing) {
            at(event);
            if (tool == ERASER || Math.abs(x - lastX) + Math.abs(y - lastY) >= APART) {
                apply();
            }
        }
    }

    private void up() {
        if (drawing) {
            drawing = false;
            keep();
        }
    }

    private void at(MouseEvent event) {
        DOMRect box = plane.getBoundingClientRect();
        place((event.clientX - box.left) / box.width, 1 - (event.clientY - box.top) / box.height);
    }

    private void place(double across, double up) {
        x = (int) Math.max(0, Math.min(PointText.MOST, Math.rint(across * PointText.MOST)));
        y = (int) Math.max(0, Math.min(PointText.MOST, Math.rint(up * PointText.MOST)));
    }

    private void apply() {
        lastX = x;
        lastY = y;
        if (tool == ERASER) {
            points.removeIf(each -> Math.abs(each.x() - x) <= APART / 2 && Math.abs(each.y() - y) <= APART / 2);
        } else if (points.size() < Settings.MOST_POINTS) {
            points.add(new Point(tool, x, y));
        }
        paint();
    }

    private void key(KeyboardEvent event) {
        String key = event.key;
        int across = key.equals("ArrowRight") ? 1 : key.equals("ArrowLeft") ? -1 : 0;
        int up = key.equals("ArrowUp") ? 1 : key.equals("ArrowDown") ? -1 : 0;
        int digit = key.length() == 1 ? "012345".indexOf(key) : -1;
        if (event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        if (across != 0 || up != 0) {
            x = Math.max(0, Math.min(PointText.MOST, x + across * KEY_STEP));
            y = Math.max(0, Math.min(PointText.MOST, y + up * KEY_STEP));
        } else if (digit >= 0) {
            pick(digit == 0 ? ERASER : digit - 1);
        } else if (key.equals(" ")) {
            apply();
            keep();
        } else if (key.equals("Backspace")) {
            undo();
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
        keyed = true;
        paint();
    }

    /** A plane without points is no data set: the recipe keeps those of before until there is one again. */
    private void keep() {
        String text = PointText.write(points);
        if (!points.isEmpty() && !text.equals(known)) {
            before.push(known);
            send(text);
        }
    }

    private void send(String text) {
        int classes = classes(PointText.read(known));
        known = text;
        points = new ArrayList<>(PointText.read(text));
        int now = classes(points);
        Recipe recipe = lab.recipe().withData(lab.recipe().data().with(Settings.POINTS, text));
        lab.change(now == classes ? recipe : Retarget.of(recipe, classes, now).recipe());
        paint();
    }

    private static int classes(List<Point> points) {
        int most = 2;
        for (Point each : points) {
            most = Math.max(most, each.group() + 1);
        }
        return most;
    }

    private void undo() {
        if (!PointText.write(points).equals(known)) { // cleared, and nothing new yet
            points = new ArrayList<>(PointText.read(known));
            paint();
        } else if (!before.isEmpty()) {
            send(before.pop());
        }
    }

    private void clear() {
        points.clear();
        paint();
        plane.focus();
    }

    private void paint() {
        StringBuilder svg = new StringBuilder("<svg viewBox='0 0 " + PointText.MOST + " " + PointText.MOST + "'>");
        for (Point each : points) {
            svg.append("<circle cx='" + each.x() + "' cy='" + (PointText.MOST - each.y()) + "' r='14' fill='"
                    + ClassColours.css(each.group()) + "'/>");
        }
        if (keyed) {
            svg.append("<circle class='point-cursor' cx='" + x + "' cy='" + (PointText.MOST - y) + "' r='24'/>");
        }
        plane.innerHTML = svg + "</svg>";
        count.textContent = points.isEmpty()
                ? "Set a point"
                : points.size() < Settings.MOST_POINTS
                        ? points.size() + (points.size() == 1 ? " point" : " points")
                        : "full: " + points.size() + " points";
    }

    @JSBody(
            params = {"element", "event"},
            script = "element.setPointerCapture(event.pointerId);")
    private static native void capture(HTMLElement element, Event event);
}
