package dev.steep.ui.help;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.math.Shape;
import dev.steep.network.Layers;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.picture.FunctionPlot;
import dev.steep.picture.SampleImage;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PixelCanvas;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.Arrays;
import java.util.Optional;

/** A small picture, or a series, and what a layer makes of it in training: worked out by the worker, on the back end that is the definition. */
final class LayerLive {
    private static final int DRAWS = 3;
    /** About how wide a picture is on the page. */
    private static final int WIDE = 112;
    /** A single number is as large as this. */
    private static final int LARGEST = 28;

    /** A row of numbers is wrapped after so many. */
    private static final int ROW = 56;

    private final Lab lab;
    private final LiveFrame frame;
    private final HTMLElement parts = Html.of("div", "live-parts").element();
    private final int[] shape;

    /** One after the other, if it joins several. */
    private final float[] input;

    private final boolean joins;
    private final boolean draws;
    private Choice choice;
    private int seed = 1;
    private int asked;

    private LayerLive(Lab lab, Layer layer, int[] shape, float[] input) {
        this.lab = lab;
        this.shape = shape;
        this.input = input;
        choice = layer.choice();
        draws = layer.draws();
        joins = joins(choice.kind());
        frame = new LiveFrame(choice.kind().name() + ", live");
        frame.picture(parts);
        if (draws || choice.kind().knob("kernel_initializer").isPresent()) {
            frame.control(Html.button("btn bar-button live-again", "Draw again", () -> {
                        seed++;
                        ask();
                    })
                    .element());
        }
        frame.form(choice.kind(), () -> choice, (changed, continuing) -> {
            choice = changed;
            ask();
        });
        ask();
    }

    /** Whether it takes pictures or series. */
    static boolean suits(Kind kind) {
        Layer layer = usual(kind);
        return takesPictures(layer) || layer.takes(Shape.of(LivePicture.LENGTH, 1));
    }

    static HTMLElement of(Kind kind, Lab lab) {
        Layer layer = usual(kind);
        int side = LivePicture.SIDE;
        boolean picture = takesPictures(layer);
        float[] input = picture ? joins(kind) ? LivePicture.two() : LivePicture.letter() : LivePicture.series();
        int[] shape = picture ? new int[] {side, side, 1} : new int[] {LivePicture.LENGTH, 1};
        return new LayerLive(lab, layer, shape, input).frame.element();
    }

    private static Layer usual(Kind kind) {
        return Layers.of(Layers.of(kind.choice()).usual());
    }

    private static boolean takesPictures(Layer layer) {
        return layer.takes(Shape.of(LivePicture.SIDE, LivePicture.SIDE, 1));
    }

    private static boolean joins(Kind kind) {
        return kind.options().contains(LayerOptions.FROM);
    }

    private void ask() {
        int mine = ++asked;
        Inquiry inquiry = new Inquiry.TryLayer(choice.phrase().toString(), shape, input, draws ? DRAWS : 1, seed);
        lab.ask(inquiry, report -> {
            if (mine == asked) {
                show(report);
            }
        });
    }

    private void show(Report report) {
        if (report instanceof Report.Numbers numbers) {
            Html.clear(parts);
            int[] after = Arrays.copyOfRange(numbers.shape(), 1, numbers.shape().length);
            int size = numbers.values().length / numbers.shape()[0];
            double low = least(input, numbers.values());
            double high = -least(negative(input), negative(numbers.values()));
            int given = input.length / (joins ? 2 : 1);
            parts.appendChild(part("given", shape, Arrays.copyOf(input, given), low, high));
            if (joins) {
                parts.appendChild(part("and", shape, Arrays.copyOfRange(input, given, 2 * given), low, high));
            }
            for (int i = 0; i < numbers.shape()[0]; i++) {
                float[] one = Arrays.copyOfRange(numbers.values(), i * size, (i + 1) * size);
                tiles(draws ? "draw " + (i + 1) : "made of it", after, one, low, high);
            }
            float[] first = Arrays.copyOf(numbers.values(), size);
            frame.say(Figures.shape(shape) + " → " + Figures.shape(after) + ". Given: " + spread(input)
                    + ". Made of it: " + spread(first) + ".");
        } else if (report instanceof Report.Refused refused) {
            Html.clear(parts);
            frame.say(refused.sentence());
        }
    }

    /** The first channels side by side. */
    private void tiles(String caption, int[] after, float[] numbers, double low, double high) {
        int channels = after.length > 1 ? after[after.length - 1] : 1;
        int shown = draws ? 1 : Math.min(DRAWS, channels);
        for (int c = 0; c < shown; c++) {
            float[] channel = new float[numbers.length / channels];
            for (int i = 0; i < channel.length; i++) {
                channel[i] = numbers[i * channels + c];
            }
            int[] flat = after.clone();
            if (after.length > 1) {
                flat[after.length - 1] = 1;
            }
            String which = channels > 1 ? caption + ", channel " + c : caption;
            parts.appendChild(part(which, flat, channel, low, high));
        }
    }

    private static HTMLElement part(String caption, int[] shape, float[] numbers, double low, double high) {
        boolean series = shape.length == 2;
        return Html.of("figure", "live-part")
                .add(series ? line(numbers, caption) : image(shape, numbers, low, high, caption))
                .add(Html.of("figcaption", "").text(caption))
                .element();
    }

    private static HTMLElement line(float[] numbers, String caption) {
        double[] x = new double[numbers.length];
        double[] y = new double[numbers.length];
        double[] slopes = new double[numbers.length];
        Arrays.fill(slopes, Double.NaN);
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = numbers[i];
        }
        HTMLElement plot = Html.of("div", "live-line").element();
        plot.innerHTML =
                x.length < 2 ? "" : FunctionPlot.svg(x, y, slopes, "A series of " + x.length + " numbers, " + caption);
        return plot;
    }

    private static HTMLElement image(int[] shape, float[] numbers, double low, double high, String caption) {
        boolean row = shape.length == 1;
        int width = row ? Math.min(ROW, shape[0]) : shape[1];
        int height = row ? (shape[0] + width - 1) / width : shape[0];
        float[] all = Arrays.copyOf(numbers, width * height);
        Arrays.fill(all, numbers.length, all.length, (float) low);
        int zoom = Math.max(
                1, row ? Math.min(LARGEST, WIDE / width) : Math.min(WIDE / LivePicture.SIDE, 2 * WIDE / width));
        PixelCanvas canvas = new PixelCanvas(width, height, zoom, "Picture: " + caption);
        canvas.draw(SampleImage.pixels(all, height, width, 1, low, high));
        canvas.means((column, line) -> {
            int place = line * width + column;
            return place >= 0 && place < numbers.length
                    ? Optional.of("row " + line + ", column " + column + ": " + Figures.of(numbers[place]))
                    : Optional.empty();
        });
        return canvas.element();
    }

    private static String spread(float[] numbers) {
        double sum = 0;
        double squares = 0;
        for (float number : numbers) {
            sum += number;
            squares += (double) number * number;
        }
        double mean = sum / numbers.length;
        double deviation = Math.sqrt(Math.max(0, squares / numbers.length - mean * mean));
        return Figures.of(least(numbers, numbers)) + " to " + Figures.of(-least(negative(numbers), negative(numbers)))
                + ", mean " + Figures.of(mean) + ", standard deviation " + Figures.of(deviation);
    }

    private static float[] negative(float[] numbers) {
        float[] negative = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            negative[i] = -numbers[i];
        }
        return negative;
    }

    private static double least(float[] some, float[] others) {
        double least = Double.POSITIVE_INFINITY;
        for (float number : some) {
            least = Math.min(least, number);
        }
        for (float number : others) {
            least = Math.min(least, number);
        }
        return least;
    }
}
