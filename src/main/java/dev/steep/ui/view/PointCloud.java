package dev.steep.ui.view;

import dev.steep.picture.Drawing;
import dev.steep.picture.Range;
import dev.steep.protocol.look.Moment;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Theme;
import dev.steep.ui.element.VectorCanvas;
import elemental2.dom.BaseRenderingContext2D.FillStyleUnionType;
import elemental2.dom.BaseRenderingContext2D.StrokeStyleUnionType;
import elemental2.dom.CanvasRenderingContext2D;
import elemental2.dom.HTMLCanvasElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jsinterop.base.Js;

/**
 * Samples as dots on a square whose middle is 0 and whose sides have the same scale, or in a frame with axes of their own; pressed, a dot
 * says which sample it is. Training samples are dots, those of the other parts rings and squares.
 */
public final class PointCloud {
    /** A sample: its row, its place, the colour of its dot, and the part that it is of, 0 for training. */
    public record Dot(int row, double x, double y, String colour, int part) {
        /** A plain dot. */
        public Dot(int row, double x, double y, String colour) {
            this(row, x, y, colour, 0);
        }
    }

    private static final int SIDE = 720;

    /** A dot is meant within so many canvas pixels. */
    private static final double NEAR = 32;

    private static final double SIZE = 7;

    private final HTMLCanvasElement canvas = Html.canvas(SIDE, SIDE, "point-cloud");
    private final Consumer<Optional<Dot>> pointed;
    private final Consumer<Dot> chosen;
    private List<Dot> dots = List.of();
    private Optional<Dot> now = Optional.empty();
    private int marked = Moment.DRAWN;
    private double reach = 1;
    private Optional<CloudFrame> frame = Optional.empty();

    /**
     * @param pointed is told of the dot under the pointer, or reached by arrow keys
     * @param chosen is told of the dot that is pressed
     */
    public PointCloud(Consumer<Optional<Dot>> pointed, Consumer<Dot> chosen) {
        this.pointed = pointed;
        this.chosen = chosen;
        canvas.setAttribute("role", "img");
        canvas.tabIndex = 0;
        canvas.addEventListener("mousemove", event -> point(near(Js.uncheckedCast(event))));
        canvas.addEventListener("mouseleave", event -> point(Optional.empty()));
        canvas.addEventListener("blur", event -> point(Optional.empty()));
        canvas.addEventListener("click", event -> near(Js.uncheckedCast(event)).ifPresent(chosen));
        canvas.addEventListener("keydown", event -> key(Js.uncheckedCast(event)));
        Theme.onChange(canvas, this::paint);
        VectorCanvas.draws(canvas, this::svg);
    }

    /** The picture. */
    public HTMLCanvasElement element() {
        return canvas;
    }

    /** Shows points without axes, the chosen sample marked. */
    public void show(List<Dot> all, int chosenRow) {
        dots = all;
        marked = chosenRow;
        double most = 0;
        for (Dot dot : all) {
            most = Math.max(most, Math.max(Math.abs(dot.x()), Math.abs(dot.y())));
        }
        reach = most > 0 ? Range.round(most * 1.02) : 1;
        now = now.flatMap(before ->
                dots.stream().filter(each -> each.row() == before.row()).findFirst());
        paint();
    }

    /** The same between axes of their own. */
    public void show(List<Dot> all, int chosenRow, CloudFrame between) {
        frame = Optional.of(between);
        show(all, chosenRow);
    }

    /** Another sample is the chosen one. */
    public void mark(int row) {
        if (row != marked) {
            marked = row;
            paint();
        }
    }

    private void point(Optional<Dot> dot) {
        if (!dot.equals(now)) {
            now = dot;
            pointed.accept(dot);
            paint();
        }
    }

    private Optional<Dot> near(MouseEvent event) {
        double scale = (double) SIDE / Math.max(1, canvas.clientWidth);
        double x = event.offsetX * scale;
        double y = event.offsetY * scale;
        Optional<Dot> nearest = Optional.empty();
        double least = NEAR * NEAR;
        for (Dot dot : dots) {
            double across = across(dot.x()) - x;
            double down = down(dot.y()) - y;
            double distance = across * across + down * down;
            if (distance < least) {
                least = distance;
                nearest = Optional.of(dot);
            }
        }
        return nearest;
    }

    /** Arrow keys go to the next dot in a direction, Enter chooses it. */
    private void key(KeyboardEvent event) {
        boolean chooses = event.key.equals("Enter") || event.key.equals(" ");
        boolean along = event.key.equals("ArrowRight") || event.key.equals("ArrowLeft");
        boolean up = event.key.equals("ArrowUp") || event.key.equals("ArrowDown");
        if (chooses) {
            now.ifPresent(chosen);
        } else if (along || up) {
            boolean forth = event.key.equals("ArrowRight") || event.key.equals("ArrowUp");
            point(CloudWalk.next(dots, now, along, forth));
        }
        if (chooses || along || up) {
            event.preventDefault();
            event.stopPropagation(); // Space trains elsewhere on the page
        }
    }

    private double across(double x) {
        return frame.isPresent() ? frame.get().across(x, SIDE) : (1 + x / reach) / 2 * SIDE;
    }

    private double down(double y) {
        return frame.isPresent() ? frame.get().down(y, SIDE) : (1 - y / reach) / 2 * SIDE;
    }

    private void paint() {
        CanvasRenderingContext2D context = Js.uncheckedCast(canvas.getContext("2d"));
        context.clearRect(0, 0, SIDE, SIDE);
        context.lineWidth = 2;
        context.strokeStyle = StrokeStyleUnionType.of(Theme.dark() ? "#343a3f" : "#e4e6e5");
        if (frame.isPresent()) {
            frame.get().paint(context, SIDE);
        } else {
            context.strokeRect(SIDE / 2.0, -2, SIDE, SIDE / 2.0 + 2);
            context.strokeRect(-2, SIDE / 2.0, SIDE / 2.0 + 2, SIDE);
        }
        String paper = Theme.dark() ? "#212529" : "#ffffff";
        String ink = Theme.dark() ? "#ffffff" : "#212529";
        for (Dot dot : dots) {
            switch (dot.part()) {
                case 0 -> ring(context, dot, SIZE, 1.5, paper, Optional.of(dot.colour()));
                case 1 -> ring(context, dot, SIZE, 3, dot.colour(), Optional.empty());
                default -> square(context, dot);
            }
        }
        for (Dot dot : dots) {
            if (dot.row() == marked) {
                ring(context, dot, 2.2 * SIZE, 3, ink, Optional.empty());
            }
        }
        now.ifPresent(dot -> ring(context, dot, 1.5 * SIZE, 3, ink, Optional.of(dot.colour())));
    }

    private void square(CanvasRenderingContext2D context, Dot dot) {
        context.lineWidth = 3;
        context.strokeStyle = StrokeStyleUnionType.of(dot.colour());
        context.strokeRect(across(dot.x()) - SIZE, down(dot.y()) - SIZE, 2 * SIZE, 2 * SIZE);
    }

    private void ring(
            CanvasRenderingContext2D context, Dot dot, double size, double width, String line, Optional<String> fill) {
        context.beginPath();
        context.arc(across(dot.x()), down(dot.y()), size, 0, 2 * Math.PI);
        fill.ifPresent(colour -> {
            context.fillStyle = FillStyleUnionType.of(colour);
            context.fill();
        });
        context.lineWidth = width;
        context.strokeStyle = StrokeStyleUnionType.of(line);
        context.stroke();
    }

    /** The same for paper. */
    private String svg() {
        StringBuilder svg = new StringBuilder();
        if (frame.isPresent()) {
            svg.append(frame.get().svg(SIDE));
        } else {
            String middle = "stroke=\"#e4e6e5\" stroke-width=\"2\"";
            svg.append(Drawing.line(SIDE / 2.0, 0, SIDE / 2.0, SIDE, middle));
            svg.append(Drawing.line(0, SIDE / 2.0, SIDE, SIDE / 2.0, middle));
        }
        for (Dot dot : dots) {
            String colour = Drawing.escape(dot.colour());
            String x = Drawing.length(across(dot.x()));
            String y = Drawing.length(down(dot.y()));
            String hollow = " fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"3\"/>";
            svg.append(
                    switch (dot.part()) {
                        case 0 ->
                            circle(x, y, SIZE) + " fill=\"" + colour + "\" stroke=\"#ffffff\" stroke-width=\"1.5\"/>";
                        case 1 -> circle(x, y, SIZE) + hollow;
                        default ->
                            "<rect x=\"" + Drawing.length(across(dot.x()) - SIZE) + "\" y=\""
                                    + Drawing.length(down(dot.y()) - SIZE) + "\" width=\"" + 2 * SIZE + "\" height=\""
                                    + 2 * SIZE + "\"" + hollow;
                    });
            if (dot.row() == marked) {
                svg.append(circle(x, y, 2.2 * SIZE) + " fill=\"none\" stroke=\"#212529\" stroke-width=\"3\"/>");
            }
        }
        return svg.toString();
    }

    private static String circle(String x, String y, double size) {
        return "<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"" + Drawing.length(size) + "\"";
    }
}
