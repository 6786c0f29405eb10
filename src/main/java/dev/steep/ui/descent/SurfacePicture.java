package dev.steep.ui.descent;

import dev.steep.browser.TypedArrays;
import dev.steep.picture.SurfacePlot;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Theme;
import elemental2.dom.CanvasRenderingContext2D;
import elemental2.dom.DOMRect;
import elemental2.dom.HTMLCanvasElement;
import elemental2.dom.HTMLElement;
import elemental2.dom.ImageData;
import elemental2.dom.MouseEvent;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;

/** The layers of a {@link SurfacePlot}: its ground, the surface, and paths on it. It is as wide as its place. */
public final class SurfacePicture {
    private final HTMLElement surfaceLayer = Html.of("div", "surface-layer").element();
    private final HTMLElement pathLayer = Html.of("div", "surface-layer").element();
    private final HTMLCanvasElement ground = Html.canvas(1, 1, "surface-layer");
    private final HTMLElement element =
            Html.of("div", "surface").add(ground, surfaceLayer, pathLayer).element();
    private Optional<SurfacePlot> plot = Optional.empty();

    public SurfacePicture() {
        Theme.onChange(element, this::paint);
        element.addEventListener("pointermove", event -> read(Js.uncheckedCast(event)));
        element.addEventListener("pointerdown", event -> read(Js.uncheckedCast(event)));
    }

    /** Pointing at a place says how large the loss is there. */
    private void read(MouseEvent event) {
        DOMRect box = element.getBoundingClientRect();
        double across = (event.clientX - box.left) / box.width;
        double down = (event.clientY - box.top) / box.height;
        element.title = plot.filter(each -> each.side() > 1 && across >= 0 && across <= 1)
                .map(each -> said(each, across, down))
                .orElse("");
    }

    /** {@code w1 0.52, w2 −1.20: loss 0.31}. */
    private static String said(SurfacePlot plot, double across, double down) {
        double[] weights = plot.weights(across, down);
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < weights.length; i++) {
            words.append(i == 0 ? "" : ", ")
                    .append(plot.names().get(i))
                    .append(' ')
                    .append(Figures.fixed(weights[i], 2));
        }
        return words + ": loss " + Figures.of(plot.loss(across, down));
    }

    public HTMLElement element() {
        return element;
    }

    /** Shows a surface with crosses at its minima, and no paths. */
    public void show(SurfacePlot other, double[][] minima, double[] losses) {
        plot = Optional.of(other);
        element.classList.toggle("of-one", !other.flat());
        surfaceLayer.innerHTML = other.surface(minima, losses);
        trails(List.of());
        paint();
    }

    /** Shows these paths and no others. */
    public void trails(List<SurfacePlot.Trail> trails) {
        plot.ifPresent(each -> pathLayer.innerHTML = each.paths(trails));
    }

    /** Nothing. */
    public void clear() {
        plot = Optional.empty();
        surfaceLayer.textContent = "";
        pathLayer.textContent = "";
        ground.hidden = true;
    }

    private void paint() {
        ground.hidden = plot.filter(SurfacePlot::flat).isEmpty();
        plot.filter(SurfacePlot::flat).ifPresent(each -> {
            boolean dark = Theme.dark();
            ground.width = each.side();
            ground.height = each.side();
            CanvasRenderingContext2D context = Js.uncheckedCast(ground.getContext("2d"));
            byte[] pixels = each.ground(dark ? 0x212529 : 0xffffff, dark ? 0x3a8f81 : 0x4f9c90);
            context.putImageData(new ImageData(TypedArrays.clamped(pixels), each.side(), each.side()), 0, 0);
        });
    }
}
