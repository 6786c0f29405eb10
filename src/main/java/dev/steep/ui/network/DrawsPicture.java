package dev.steep.ui.network;

import dev.steep.picture.DrawsImage;
import dev.steep.picture.NumberGrid;
import dev.steep.picture.Ramp;
import dev.steep.picture.Range;
import dev.steep.picture.SampleImage;
import dev.steep.picture.Scale;
import dev.steep.protocol.look.DrawsLook;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.TensorLook;
import dev.steep.ui.element.PixelCanvas;
import dev.steep.ui.element.Theme;
import elemental2.dom.HTMLElement;
import java.util.List;
import java.util.Optional;

/** What a layer that draws random numbers makes of the chosen sample in training: a few draws side by side. */
final class DrawsPicture implements CardPicture {
    private static final int DRAWS = 4;

    private final Look look;
    private final Look sample;
    private final DrawsImage image;
    private final boolean colours;
    private final PixelCanvas canvas;
    private final Glimpse glimpse;
    private final Subject large;

    /**
     * @param shape of what the layer gives
     * @param input what the network is given
     * @param colours whether the layer gives images of the data set, to be shown in their own colours
     */
    DrawsPicture(String layer, int[] shape, String input, boolean colours) {
        look = new DrawsLook(layer, DRAWS);
        sample = new TensorLook(input);
        image = DrawsImage.of(shape, DRAWS);
        this.colours = colours;
        String about = DRAWS + " draws of " + layer + " for the chosen sample, as in training";
        canvas = new PixelCanvas(image.sheet().across(), image.sheet().down(), 1, about);
        canvas.shows(colours ? "draws" : "drawn-activations", look);
        glimpse = new Glimpse(DRAWS + " draws in training", canvas.element());
        large = new Subject(about, true, look, NumberGrid.draws(DRAWS, shape), this::colours);
    }

    @Override
    public HTMLElement element() {
        return glimpse.element();
    }

    @Override
    public int height() {
        return Glimpse.CAPTION + image.sheet().down();
    }

    @Override
    public List<Look> looks() {
        return List.of(look, sample);
    }

    @Override
    public void draw(List<float[]> numbers) {
        float[] draws = numbers.get(0);
        float[] given = numbers.get(1);
        boolean ink = colours
                && image.channels() != 3
                && SampleImage.ink(given, Range.of(given).low());
        canvas.element().classList.toggle("ink", ink);
        glimpse.known(draws.length > 0);
        if (draws.length > 0 && !colours) {
            glimpse.scale(colours(draws, Theme.dark()));
        }
        canvas.draw(colours ? image.samples(draws, given) : image.activations(draws, Theme.dark()));
    }

    @Override
    public Optional<Subject> large() {
        return Optional.of(large);
    }

    private Scale colours(float[] draws, boolean dark) {
        Range range = Range.of(draws);
        return colours ? new Scale(Ramp.GREY, range.low(), range.high()) : image.scale(draws, dark);
    }
}
