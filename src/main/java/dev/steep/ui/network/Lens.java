package dev.steep.ui.network;

import dev.steep.network.layer.Taps;
import dev.steep.picture.HeatMap;
import dev.steep.picture.Patch;
import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.picture.TensorImage;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PixelCanvas;
import dev.steep.ui.element.Theme;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How one number of a feature map is made: where its window lies on the input, and window × kernel + bias → activation with all numbers;
 * for pooling, the numbers under the window and which of them counts.
 */
final class Lens {
    private static final int INPUT = 140;

    private final HTMLElement title = Html.of("h3", "lens-title").element();
    private final HTMLElement overview = Html.of("div", "lens-input").element();
    private final HTMLElement frame = Html.of("span", "grid-frame").element();
    private final HTMLSelectElement menu = (HTMLSelectElement) Html.of("select", "form-select lens-menu")
            .attribute("aria-label", "Channel of the input")
            .element();
    private final HTMLElement sum =
            Html.of("p", "lens-sum").attribute("role", "status").element();
    private final HTMLElement channels = Html.of("div", "lens-channels")
            .attribute("tabindex", "0")
            .attribute("role", "region")
            .attribute("aria-label", "Products of each channel")
            .element();
    private final HTMLElement note = Html.of("p", "grid-note").element();
    private final HTMLElement element = Html.of("section", "lens")
            .attribute("aria-label", "How this number is made")
            .add(title, sum)
            .add(Html.of("div", "lens-body")
                    .add(Html.of("div", "").add(menu, overview))
                    .add(channels))
            .add(note)
            .element();
    private Optional<LensFacts> facts = Optional.empty();
    private Optional<PixelCanvas> input = Optional.empty();
    private List<float[]> numbers = List.of();
    private Runnable again = () -> {};
    private int map;
    private int row;
    private int column;

    Lens() {
        menu.addEventListener("change", event -> again.run());
    }

    HTMLElement element() {
        return element;
    }

    /** Another picture; one that no window has made has no lens. */
    void open(Optional<LensFacts> other) {
        facts = other;
        numbers = List.of();
        input = Optional.empty();
        element.hidden = true;
        other.ifPresent(of -> {
            menu.textContent = "";
            for (int i = 1; i <= of.shape()[2]; i++) {
                menu.appendChild(Html.option("channel " + i).element());
            }
            menu.hidden = of.shape()[2] == 1 || of.taps().reduction() != Taps.Reduction.PRODUCTS;
            boolean products = of.taps().reduction() == Taps.Reduction.PRODUCTS;
            note.textContent = products
                    ? "The kernel is laid on the window as it is. Mathematics calls that a cross-correlation, and a convolution"
                            + " what comes out with the kernel turned by 180°; frameworks call this a convolution, as the weights are learned either way."
                    : "";
            note.hidden = !products;
        });
    }

    /** Numbers of now: the map's own, and those it is made from. */
    void draw(float[] output, List<float[]> from, int maps, int across) {
        numbers = from;
        again = () -> facts.ifPresent(of -> show(of, output, maps, across));
        again.run();
    }

    /** Another number of the feature map. */
    void at(int otherMap, int otherRow, int otherColumn) {
        map = otherMap;
        row = otherRow;
        column = otherColumn;
    }

    private void show(LensFacts of, float[] output, int maps, int across) {
        int[] shape = of.shape();
        boolean known = !numbers.isEmpty()
                && numbers.get(0).length == shape[0] * shape[1] * shape[2]
                && numbers.stream().noneMatch(each -> each.length == 0);
        element.hidden = !known;
        if (!known) {
            return;
        }
        int[] rows = of.taps().rows(row);
        int[] columns = of.taps().columns(column);
        double result = output[(row * across + column) * maps + map];
        boolean products = of.taps().reduction() == Taps.Reduction.PRODUCTS;
        Patch patch = products
                ? Patch.ofKernel(rows, columns, numbers.get(0), shape[1], shape[2], numbers.get(1), map)
                : Patch.ofPool(rows, columns, numbers.get(0), shape[1], shape[2], map);
        title.textContent = "Row " + (row + 1) + ", column " + (column + 1) + " of map " + (map + 1);
        sum.textContent = words(of, patch, result);
        window(of, rows, columns, products ? Math.max(0, menu.selectedIndex) : map);
        channels(of, patch);
    }

    /** {@code Sum of 9 products 0.412 + bias −0.02 = 0.392 → relu → 0.392}. */
    private String words(LensFacts of, Patch patch, double result) {
        String end = Figures.of(result);
        return switch (of.taps().reduction()) {
            case LARGEST -> "The largest number under the window: " + end;
            case MEAN -> "The mean of the numbers under the window: " + end;
            case PRODUCTS -> {
                double bias = !of.bias().isEmpty() ? numbers.get(2)[map] : 0;
                int count = patch.height() * patch.width() * patch.channels().size();
                yield "Sum of " + count + " products " + Figures.of(patch.sum())
                        + (!of.bias().isEmpty()
                                ? (bias < 0 ? " − " : " + ") + "bias " + Figures.of(Math.abs(bias)) + " = "
                                        + Figures.of(patch.sum() + bias)
                                : "")
                        + (of.activation().isEmpty() ? "" : " → " + of.activation() + " → " + end);
            }
        };
    }

    /** The input's channel with the window on it. */
    private void window(LensFacts of, int[] rows, int[] columns, int channel) {
        int height = of.shape()[0];
        int width = of.shape()[1];
        int depth = of.shape()[2];
        int zoom = Math.max(1, INPUT / Math.max(height, width));
        PixelCanvas canvas = input.orElseGet(() -> {
            PixelCanvas made = new PixelCanvas(width, height, zoom, "the input with the window on it");
            overview.textContent = "";
            overview.append(made.element(), frame);
            return made;
        });
        input = Optional.of(canvas);
        Scale scale = TensorImage.activations(Range.of(numbers.get(0)), Theme.dark());
        canvas.draw(HeatMap.pixels(numbers.get(0), channel, width * depth, depth, height, width, scale));
        int top = first(rows);
        int left = first(columns);
        frame.hidden = top < 0 || left < 0;
        frame.style.setProperty("top", top * zoom + "px");
        frame.style.setProperty("left", left * zoom + "px");
        frame.style.setProperty("height", (last(rows) - top + 1) * zoom + "px");
        frame.style.setProperty("width", (last(columns) - left + 1) * zoom + "px");
    }

    private static int first(int[] places) {
        return Arrays.stream(places).filter(place -> place >= 0).min().orElse(-1);
    }

    private static int last(int[] places) {
        return Arrays.stream(places).max().orElse(-1);
    }

    private void channels(LensFacts of, Patch patch) {
        double scroll = channels.scrollTop;
        channels.textContent = "";
        Scale inputs = TensorImage.activations(Range.of(numbers.get(0)), Theme.dark());
        for (Patch.Channel channel : patch.channels()) {
            Html line = Html.of("div", "lens-channel");
            if (of.shape()[2] > 1) {
                line.add(Html.of("span", "lens-name").text("channel " + (channel.index() + 1)));
            }
            line.add(table(patch, channel, "window", i -> channel.numbers()[i], inputs, of));
            if (channel.kernel().length > 0) {
                Scale weights =
                        Scale.signed(Range.round(Range.of(channel.kernel()).most()), Theme.dark());
                double most = 0;
                for (int i = 0; i < channel.kernel().length; i++) {
                    most = Math.max(most, Math.abs(channel.product(i)));
                }
                line.add(Html.of("span", "lens-sign").text("×"));
                line.add(table(patch, channel, "kernel", i -> channel.kernel()[i], weights, of));
                line.add(Html.of("span", "lens-sign").text("="));
                line.add(table(
                        patch,
                        channel,
                        "products",
                        channel::product,
                        Scale.signed(Range.round(most), Theme.dark()),
                        of));
                line.add(Html.of("span", "lens-sign").text("Σ " + Figures.of(channel.sum())));
            }
            channels.appendChild(line.element());
        }
        channels.scrollTop = scroll;
    }

    private interface Numbers {
        double at(int i);
    }

    private static Html table(
            Patch patch, Patch.Channel channel, String caption, Numbers values, Scale scale, LensFacts of) {
        Html body = Html.of("tbody", "");
        boolean largest = of.taps().reduction() == Taps.Reduction.LARGEST;
        for (int row = 0; row < patch.height(); row++) {
            Html line = Html.of("tr", "");
            for (int column = 0; column < patch.width(); column++) {
                int i = row * patch.width() + column;
                boolean padding = Float.isNaN(channel.numbers()[i]) && !caption.equals("kernel");
                double value = padding ? 0 : values.at(i);
                HTMLElement cell = Html.of(
                                "td", padding ? "padding" : largest && i == channel.largest() ? "counts" : "")
                        .text(padding ? "0" : Figures.of(value))
                        .element();
                if (padding) {
                    cell.title = "padding: there is no input here, it counts as 0";
                } else {
                    scale.paint(value, (background, text) -> {
                        cell.style.setProperty("background-color", background);
                        cell.style.setProperty("color", text);
                    });
                }
                line.element().appendChild(cell);
            }
            body.add(line);
        }
        return Html.of("table", "number-table lens-table")
                .add(Html.of("caption", "").text(caption))
                .add(body);
    }
}
