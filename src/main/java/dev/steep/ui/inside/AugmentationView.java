package dev.steep.ui.inside;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.network.layer.augmentation.RandomRotation;
import dev.steep.network.layer.augmentation.RandomTranslation;
import dev.steep.picture.DrawsImage;
import dev.steep.picture.Range;
import dev.steep.picture.SampleImage;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.AugmentationLook;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PixelCanvas;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import dev.steep.ui.view.View;
import dev.steep.ui.view.WatchingView;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Samples of the training part, and what the layers that augment make of each: a row of draws behind every sample. */
public final class AugmentationView implements WatchingView {
    public static final View VIEW = View.of(
                    "augmentation",
                    "Augmentation",
                    "Training samples, and what the layers that draw random numbers make of them before the network sees them.",
                    AugmentationView::new)
            .in("Inside")
            .onlyFor("images", DataFacts::image)
            .savedAs(".wall");

    private static final int SAMPLES = 6;
    private static final int DRAWS = 8;
    private static final int DRAWS_ON_A_PHONE = 4;
    private static final int TILE = 84;
    private static final int TILE_ON_A_PHONE = 56;
    private static final String NOTHING =
            "No layer before the first one with weights draws random numbers, so training sees every sample as it is.";

    private final Lab lab;
    private final PictureFeed watching;
    private final HTMLElement wall = Html.of("div", "wall").element();
    private final HTMLElement note = Html.of("p", "histogram-about").element();
    private final HTMLElement add;
    private final HTMLElement redraw;
    private final HTMLElement element;
    private DataFacts data = DataFacts.NONE;
    private List<LayerFacts> layers = List.of();
    private boolean visible;
    private int round;

    AugmentationView(Lab lab) {
        this.lab = lab;
        watching = new PictureFeed(lab, "augmentation", () -> List.of(look()), this::draw);
        redraw = Html.button("btn bar-button", "Draw again", this::again).element();
        add = Html.button("btn bar-button", "Add rotation and translation", this::add)
                .element();
        add.hidden = true;
        element = Html.of("div", "augmentation")
                .add(note, Html.of("div", "wall-tools").add(redraw, add).element(), wall)
                .element();
    }

    private static boolean narrow() {
        return DomGlobal.window.matchMedia("(max-width: 767px)").matches;
    }

    private AugmentationLook look() {
        return new AugmentationLook(SAMPLES, narrow() ? DRAWS_ON_A_PHONE : DRAWS, round);
    }

    private void again() {
        round++;
        watching.start();
    }

    /** The two that suit nearly all images. */
    private void add() {
        List<Choice> more = new ArrayList<>();
        more.add(RandomTranslation.KIND.choice());
        Remarks remarks = new Remarks();
        more.add(Choice.read(RandomRotation.KIND, Phrase.read("RandomRotation(0.05)", remarks), remarks));
        more.addAll(lab.recipe().layers());
        lab.change(lab.recipe().withLayers(more));
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public PictureFeed watching() {
        return watching;
    }

    @Override
    public void opened(Report.Opened opened) {
        data = opened.data();
        layers = opened.layers();
        if (visible) {
            show();
        }
    }

    @Override
    public void show() {
        visible = true;
        if (VIEW.suits().test(data)) {
            watching.start();
        }
    }

    @Override
    public void hide() {
        visible = false;
        watching.stop();
    }

    private void draw(Report.Picture picture) {
        Html.clear(wall);
        float[] numbers = picture.numbers().get(0);
        boolean there = numbers.length > AugmentationLook.HEAD;
        int draws = there ? (int) numbers[1] : 0;
        int size = there ? (int) numbers[2] : 0;
        redraw.hidden = size == 0;
        add.hidden = !there || size > 0;
        note.textContent = !there
                ? "There is nothing to see: there are no images, or they are too large."
                : size == 0
                        ? NOTHING
                        : "First the sample, then " + draws + " draws of "
                                + String.join(", ", augmenting())
                                + ", as training sees it in " + draws + " epochs. In prediction it is seen as it is.";
        int samples = there ? (int) numbers[0] : 0;
        for (int i = 0; i < samples; i++) {
            int from = AugmentationLook.HEAD + i * (data.size() + draws * size);
            int end = from + data.size();
            float[] sample = Arrays.copyOfRange(numbers, from, end);
            row(i, sample, Arrays.copyOfRange(numbers, end, end + draws * size), draws, size);
        }
    }

    /** The names of the layers whose draws are shown. */
    private List<String> augmenting() {
        List<Choice> all = lab.recipe().layers();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < layers.size() && i < all.size() && layers.get(i).parameters() == 0; i++) {
            boolean image = layers.get(i).shape().length == 3;
            if (!image) {
                break;
            }
            names.add(all.get(i).kind().name());
        }
        return names;
    }

    private void row(int number, float[] sample, float[] drawn, int draws, int size) {
        Html row = Html.of("div", "wall-row")
                .attribute("role", "img")
                .attribute("aria-label", "Training sample " + (number + 1) + (size > 0 ? " and its draws" : ""));
        row.add(sheet("wall-sample-" + number, sample, 1, data.shape(), sample));
        if (size > 0) {
            row.add(sheet("wall-draws-" + number, drawn, draws, sides(size), sample));
        }
        wall.appendChild(row.element());
    }

    /** The sides of a draw: those of the last layer that makes so many numbers before one has weights. */
    private int[] sides(int size) {
        int[] sides = data.shape();
        for (LayerFacts each : layers) {
            if (each.parameters() > 0) {
                break;
            }
            int[] shape = each.shape();
            if (shape.length == 3 && shape[0] * shape[1] * shape[2] == size) {
                sides = shape;
            }
        }
        return sides;
    }

    private HTMLElement sheet(String kind, float[] values, int count, int[] sides, float[] sample) {
        DrawsImage image = DrawsImage.row(sides, count, narrow() ? TILE_ON_A_PHONE : TILE);
        PixelCanvas canvas =
                new PixelCanvas(image.sheet().across(), image.sheet().down(), 1, "");
        canvas.element().setAttribute("aria-hidden", "true");
        boolean ink = sides[2] != 3 && SampleImage.ink(sample, Range.of(sample).low());
        canvas.element().classList.toggle("ink", ink);
        canvas.shows(kind, look());
        canvas.draw(image.samples(values, sample));
        return canvas.element();
    }
}
