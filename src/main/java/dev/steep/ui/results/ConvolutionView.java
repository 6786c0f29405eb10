package dev.steep.ui.results;

import dev.steep.catalog.Pair;
import dev.steep.math.Shape;
import dev.steep.network.layer.Taps;
import dev.steep.picture.NumberGrid;
import dev.steep.picture.Patch;
import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.picture.TensorImage;
import dev.steep.ui.element.FigureButton;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.GridPanel;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.NumberSheet;
import dev.steep.ui.element.Segments;
import dev.steep.ui.element.Theme;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Convolution and pooling by hand: an image of 8 × 8 numbers and a kernel of 3 × 3, both to be changed, and every number of the result
 * with the products that make it. The image is that of the lecture.
 */
final class ConvolutionView implements ResultView {
    static final View VIEW = View.of(
                    "convolution",
                    "Convolution",
                    "Convolution and pooling by hand: an image and a kernel to change, and how each result comes about.",
                    lab -> new ConvolutionView())
            .in("Explain")
            .savedAs(".convolution-parts");

    private static final int SIDE = 8;
    private static final int KERNEL = 3;

    /** From one place to the next, in milliseconds. */
    private static final int BEAT = 500;

    private static final float[] LECTURE = {
        0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 2, 2, 1, 0, 0, 0, 1, 2, 3, 3, 2, 1, 0, 1, 2, 0, 2, 2, 0, 2, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 0, 0, 2, 0, 0, 2, 0, 0, 0, 3, 0, 1, 1, 0, 3, 0, 1, 0, 2, 0, 0, 2, 0, 1
    };

    private static final Map<String, float[]> KERNELS = new LinkedHashMap<>();

    static {
        KERNELS.put("cross (lecture's first)", new float[] {0, 1, 0, 1, 0, 1, 0, 1, 0});
        KERNELS.put("corners (lecture's second)", new float[] {1, 0, 1, 0, 0, 0, 1, 0, 1});
        KERNELS.put("upright edges", new float[] {-1, 0, 1, -1, 0, 1, -1, 0, 1});
        KERNELS.put("flat edges", new float[] {-1, -1, -1, 0, 0, 0, 1, 1, 1});
        KERNELS.put("all edges", new float[] {0, -1, 0, -1, 4, -1, 0, -1, 0});
        KERNELS.put("mean of nine", new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1});
        KERNELS.put("as it is", new float[] {0, 0, 0, 0, 1, 0, 0, 0, 0});
    }

    private static final String OWN = "your own";
    private static final String PLAY = "▶ Slide the window";

    private final NumberSheet image = new NumberSheet("Image", SIDE, SIDE, this::compute);
    private final NumberSheet kernel = new NumberSheet("Kernel", KERNEL, KERNEL, this::ownKernel);
    private final HTMLSelectElement kernels = (HTMLSelectElement)
            Html.of("select", "form-select").attribute("aria-label", "Kernel").element();
    private final HTMLElement kernelSide;
    private final GridPanel result = new GridPanel();
    private final HTMLElement words =
            Html.of("p", "convolution-words").attribute("role", "status").element();
    private final HTMLElement note = Html.of("p", "grid-note").element();
    private final HTMLElement play =
            Html.button("btn bar-button", PLAY, this::turn).element();
    private final HTMLElement element;
    private final Map<String, HTMLElement> choices = new LinkedHashMap<>();
    private final Map<String, String> chosen = new LinkedHashMap<>();
    private Optional<Taps> taps = Optional.empty();
    private float[] output = new float[0];
    private double timer;
    private int row;
    private int column;

    ConvolutionView() {
        Html settings = Html.of("div", "convolution-settings");
        choice(settings, "Operation", List.of("convolution", "max pooling", "average pooling"));
        choice(settings, "Padding", List.of("valid", "same"));
        choice(settings, "Window", List.of("2", "3"));
        choice(settings, "Strides", List.of("1", "2", "3"));
        choice(settings, "Dilation", List.of("1", "2"));
        KERNELS.keySet().forEach(name -> kernels.appendChild(Html.option(name).element()));
        kernels.appendChild(Html.option(OWN).element());
        kernels.addEventListener("change", event -> Optional.ofNullable(KERNELS.get(kernels.value))
                .ifPresent(numbers -> {
                    kernel.set(numbers);
                    compute();
                }));
        kernelSide = Html.of("div", "convolution-part")
                .add(kernel.element(), kernels)
                .element();
        result.picks(Optional.of((tile, atRow, atColumn) -> {
            row = atRow;
            column = atColumn;
            explain();
        }));
        element = Html.of("div", "convolution")
                .attribute(FigureButton.APART, "")
                .add(settings)
                .add(Html.of("div", "convolution-parts")
                        .add(Html.of("div", "convolution-part")
                                .add(image.element())
                                .add(Html.of("div", "convolution-tools")
                                        .add(
                                                Html.button("btn bar-button", "Shift by a pixel →", this::shift),
                                                Html.button("btn bar-button", "Lecture's image", this::reset))))
                        .add(kernelSide)
                        .add(Html.of("div", "convolution-part")
                                .add(Html.of("h3", "lens-title").text("Result"))
                                .add(result.element(), play)))
                .add(words, note)
                .element();
        image.set(LECTURE);
        kernel.set(KERNELS.values().iterator().next());
        Theme.onChange(element, this::compute);
    }

    private void choice(Html settings, String name, List<String> words) {
        Segments segments = new Segments(words, word -> word, word -> {
            chosen.put(name, word);
            compute();
        });
        String first = name.equals("Window") ? "2" : words.get(0);
        segments.show(first);
        segments.element().setAttribute("aria-label", name);
        chosen.put(name, first);
        Html setting = Html.of("div", "convolution-setting")
                .attribute("data-setting", name)
                .add(Html.of("span", "").text(name))
                .add(segments.element());
        choices.put(name, setting.element());
        settings.add(setting);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void show() {
        compute();
    }

    @Override
    public void hide() {
        play(false);
    }

    private void ownKernel() {
        kernels.value = OWN;
        compute();
    }

    private void reset() {
        image.set(LECTURE);
        compute();
    }

    /** Every number one column to the right; what leaves comes in again on the left. */
    private void shift() {
        float[] before = image.values();
        float[] after = new float[before.length];
        for (int i = 0; i < before.length; i++) {
            after[i / SIDE * SIDE + (i + 1) % SIDE] = before[i];
        }
        float[] old = output;
        image.set(after);
        compute();
        int same = 0;
        for (int i = 0; i < output.length && i < old.length; i++) {
            same += output[i] == old[i] ? 1 : 0;
        }
        note.textContent = old.length == output.length
                ? same + " of " + output.length + " results are as before the shift"
                        + (convolves()
                                ? ": a convolution moves with its image."
                                : ": pooling sees less of it than a convolution.")
                : "";
    }

    private boolean convolves() {
        return "convolution".equals(chosen.get("Operation"));
    }

    private int number(String name) {
        return Integer.parseInt(chosen.getOrDefault(name, "1"));
    }

    private void compute() {
        boolean convolves = convolves();
        kernelSide.hidden = !convolves;
        // Keras allows strides or a dilation, not both.
        int dilation = offered("Dilation", convolves && number("Strides") == 1);
        int strides = offered("Strides", dilation == 1);
        int window = offered("Window", !convolves);
        Taps.Reduction reduction = convolves
                ? Taps.Reduction.PRODUCTS
                : "max pooling".equals(chosen.get("Operation")) ? Taps.Reduction.LARGEST : Taps.Reduction.MEAN;
        Taps next = Taps.of(
                reduction,
                Shape.of(SIDE, SIDE, 1),
                Pair.square(convolves ? KERNEL : window),
                Pair.square(strides),
                Pair.square(dilation),
                chosen.getOrDefault("Padding", "valid"));
        output = new float[next.height() * next.width()];
        for (int i = 0; i < output.length; i++) {
            output[i] = (float) value(patch(next, i / next.width(), i % next.width()), reduction);
        }
        boolean other = taps.map(each -> each.height() != next.height() || each.width() != next.width())
                .orElse(true);
        taps = Optional.of(next);
        note.textContent = convolves
                ? "The kernel is laid on the image as it is, as frameworks do. Mathematics turns it by 180° first; for a kernel that"
                        + " looks the same when turned, as both of the lecture's, that is the same."
                : "";
        if (other) {
            row = 0;
            column = 0;
            result.open(NumberGrid.maps(next.height(), next.width(), 1));
        }
        result.draw(output, TensorImage.activations(Range.of(output), Theme.dark()));
        explain();
    }

    /** Shows or hides a setting, and returns what it is set to; 1 while it is hidden. */
    private int offered(String name, boolean is) {
        Optional.ofNullable(choices.get(name)).ifPresent(setting -> setting.hidden = !is);
        return is ? number(name) : 1;
    }

    private Patch patch(Taps of, int atRow, int atColumn) {
        int[] rows = of.rows(atRow);
        int[] columns = of.columns(atColumn);
        return of.reduction() == Taps.Reduction.PRODUCTS
                ? Patch.ofKernel(rows, columns, image.values(), SIDE, 1, kernel.values(), 0)
                : Patch.ofPool(rows, columns, image.values(), SIDE, 1, 0);
    }

    private static double value(Patch patch, Taps.Reduction reduction) {
        Patch.Channel channel = patch.channels().get(0);
        return switch (reduction) {
            case PRODUCTS -> patch.sum();
            case LARGEST -> channel.numbers()[channel.largest()];
            case MEAN -> channel.mean();
        };
    }

    private void explain() {
        taps.ifPresent(of -> {
            int[] rows = of.rows(Math.min(row, of.height() - 1));
            int[] columns = of.columns(Math.min(column, of.width() - 1));
            Patch patch = patch(of, Math.min(row, of.height() - 1), Math.min(column, of.width() - 1));
            image.draw(TensorImage.activations(Range.of(image.values()), Theme.dark()), rows, columns);
            kernel.draw(
                    Scale.signed(Range.round(Range.of(kernel.values()).most()), Theme.dark()), new int[0], new int[0]);
            words.textContent = "Row " + (row + 1) + ", column " + (column + 1) + ": " + words(patch, of.reduction())
                    + " = " + plain(value(patch, of.reduction()));
        });
    }

    /** {@code 0·1 + 2·1 + 1·1}; what is multiplied by 0 is left out. */
    private static String words(Patch patch, Taps.Reduction reduction) {
        Patch.Channel channel = patch.channels().get(0);
        StringBuilder text = new StringBuilder();
        boolean products = reduction == Taps.Reduction.PRODUCTS;
        for (int i = 0; i < channel.numbers().length; i++) {
            boolean padding = Float.isNaN(channel.numbers()[i]);
            if (products ? channel.kernel()[i] != 0 : !padding) {
                text.append(text.length() == 0 ? "" : products ? " + " : ", ")
                        .append(padding ? "0" : signed(channel.numbers()[i]));
                if (products) {
                    text.append("·").append(signed(channel.kernel()[i]));
                }
            }
        }
        return products
                ? text.length() == 0 ? "nothing" : text.toString()
                : (reduction == Taps.Reduction.LARGEST ? "the largest of " : "the mean of ") + text;
    }

    private static String signed(float number) {
        return number < 0 ? "(" + plain(number) + ")" : plain(number);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Figures.fixed(number, 0) : Figures.of(number);
    }

    private void turn() {
        play(timer == 0);
    }

    private void play(boolean on) {
        DomGlobal.clearInterval(timer);
        timer = on ? DomGlobal.setInterval(arguments -> result.next(), BEAT) : 0;
        play.textContent = on ? "❚❚ Stop" : PLAY;
    }
}
