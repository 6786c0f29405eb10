package dev.steep.ui.data;

import dev.steep.browser.TypedArrays;
import dev.steep.picture.Boundary;
import dev.steep.picture.ClassColours;
import dev.steep.picture.Ramp;
import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.GridLook;
import dev.steep.protocol.look.Moment;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Theme;
import dev.steep.ui.state.Lab;
import elemental2.dom.BaseRenderingContext2D.FillStyleUnionType;
import elemental2.dom.BaseRenderingContext2D.StrokeStyleUnionType;
import elemental2.dom.CanvasRenderingContext2D;
import elemental2.dom.HTMLCanvasElement;
import elemental2.dom.ImageData;
import jsinterop.base.Js;

/**
 * The plane of two inputs. The network's answers colour the ground; training samples are dots, validation samples rings.
 */
public final class PlaneCanvas {
    /** Grid points along each side. */
    static final int GRID = 60;

    /** How many samples of each part are drawn. */
    private static final int MOST = 400;

    /** How much room there is around the samples, as a share of their extent. */
    private static final double MARGIN = 0.08;

    /** Canvas pixels to a page pixel, for sharp dots. */
    private static final int SHARP = 2;

    private static final Report.Samples NONE = new Report.Samples(new int[0], new float[0], new float[0]);

    private final DataFacts data;
    private final int pixels;
    private final HTMLCanvasElement canvas;
    private final HTMLCanvasElement ground = Html.canvas(GRID, GRID, "");
    /** The samples, which are drawn once; the ground below them changes in each frame of training. */
    private final HTMLCanvasElement dots;

    private final double[] edges;
    private Report.Samples training = NONE;
    private Report.Samples validation = NONE;
    private float[] answers = new float[0];
    private int marked = Moment.DRAWN;

    public PlaneCanvas(DataFacts data, int pixels) {
        this.data = data;
        this.pixels = pixels;
        canvas = Html.canvas(pixels * SHARP, pixels * SHARP, "plane");
        dots = Html.canvas(pixels * SHARP, pixels * SHARP, "");
        canvas.style.setProperty("width", pixels + "px");
        canvas.style.setProperty("height", pixels + "px");
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", "samples in the plane of " + String.join(" and ", data.features()));
        edges = edges(data);
        Theme.onChange(canvas, this::paintAll);
    }

    /** Where pictures of the plane end: lowest x, highest x, lowest y, highest y, with some room around the samples. */
    public static double[] edges(DataFacts data) {
        double[] ranges = data.ranges();
        double[] edges = new double[4];
        for (int i = 0; i < 4; i += 2) {
            double room = Math.max(1e-9, ranges[i + 1] - ranges[i]) * MARGIN;
            edges[i] = ranges[i] - room;
            edges[i + 1] = ranges[i + 1] + room;
        }
        return edges;
    }

    public HTMLCanvasElement element() {
        return canvas;
    }

    /** Lowest x, highest x, lowest y, highest y. */
    public double[] edges() {
        return edges;
    }

    /** The answers that it shows. */
    public GridLook look() {
        return new GridLook(edges[0], edges[1], GRID, edges[2], edges[3], GRID);
    }

    /** Marks the sample of this row, or none if it is not drawn. */
    public void mark(int row) {
        if (row != marked) {
            marked = row;
            paint();
        }
    }

    /** Fetches the samples. */
    public void load(Lab lab) {
        lab.ask(new Inquiry.Gallery(DataPart.TRAINING, 0, MOST), report -> {
            if (report instanceof Report.Samples samples) {
                training = samples;
                paintAll();
            }
        });
        lab.ask(new Inquiry.Gallery(DataPart.VALIDATION, 0, MOST), report -> {
            if (report instanceof Report.Samples samples) {
                validation = samples;
                paintAll();
            }
        });
    }

    /** Shows answers for the grid; anything else leaves the ground blank. */
    public void answers(float[] outputs) {
        answers = outputs;
        paint();
    }

    private void paint() {
        CanvasRenderingContext2D context = Js.uncheckedCast(canvas.getContext("2d"));
        context.clearRect(0, 0, canvas.width, canvas.height);
        int width = answers.length / (GRID * GRID);
        if (width > 0 && answers.length == width * GRID * GRID) {
            CanvasRenderingContext2D below = Js.uncheckedCast(ground.getContext("2d"));
            below.putImageData(new ImageData(TypedArrays.clamped(groundOf(width)), GRID, GRID), 0, 0);
            context.drawImage(ground, 0, 0, canvas.width, canvas.height);
        }
        context.drawImage(dots, 0, 0);
        mark(context, training);
        mark(context, validation);
    }

    private void paintAll() {
        CanvasRenderingContext2D context = Js.uncheckedCast(dots.getContext("2d"));
        context.clearRect(0, 0, dots.width, dots.height);
        Scale scale = scale();
        for (int i = 0; i < training.rows().length; i++) {
            dot(context, training, i, scale, false);
        }
        for (int i = 0; i < validation.rows().length; i++) {
            dot(context, validation, i, scale, true);
        }
        paint();
    }

    /** Of a dot, in canvas pixels. */
    private double radius() {
        return Math.max(1.5, pixels / 100.0) * SHARP;
    }

    private void mark(CanvasRenderingContext2D context, Report.Samples of) {
        for (int i = 0; i < of.rows().length; i++) {
            if (of.rows()[i] == marked) {
                context.beginPath();
                context.arc(across(of.x()[2 * i]), down(of.x()[2 * i + 1]), 3 * radius(), 0, 2 * Math.PI);
                context.lineWidth = SHARP;
                context.strokeStyle = StrokeStyleUnionType.of(Theme.dark() ? "#ffffff" : "#212529");
                context.stroke();
            }
        }
    }

    private double across(double x) {
        return (x - edges[0]) / (edges[1] - edges[0]) * canvas.width;
    }

    private double down(double y) {
        return (1 - (y - edges[2]) / (edges[3] - edges[2])) * canvas.height;
    }

    private byte[] groundOf(int width) {
        return data.classes().isEmpty()
                ? Boundary.numbers(answers, GRID, GRID, width, scale())
                : Boundary.classes(answers, GRID, GRID, width, Theme.dark() ? 0x212529 : 0xffffff);
    }

    private Scale scale() {
        Range range = Range.of(training.y());
        return new Scale(Ramp.MAGNITUDE, range.low(), range.high());
    }

    private void dot(CanvasRenderingContext2D context, Report.Samples of, int i, Scale scale, boolean ring) {
        String colour = data.classes().isEmpty()
                ? "#" + Integer.toHexString(0x1000000 | scale.colour(of.y()[i])).substring(1)
                : ClassColours.css((int) of.y()[i]);
        context.beginPath();
        context.arc(across(of.x()[2 * i]), down(of.x()[2 * i + 1]), radius(), 0, 2 * Math.PI);
        context.fillStyle = FillStyleUnionType.of(ring ? Theme.dark() ? "#212529" : "#ffffff" : colour);
        context.fill();
        context.lineWidth = ring ? SHARP * 1.25 : SHARP * 0.5;
        context.strokeStyle = StrokeStyleUnionType.of(ring ? colour : Theme.dark() ? "#212529" : "#ffffff");
        context.stroke();
    }
}
