package dev.steep.ui.why;

import dev.steep.catalog.Numbers;
import dev.steep.picture.Range;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.AnswerLook;
import dev.steep.protocol.look.Explained;
import dev.steep.protocol.look.GradCamLook;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.Moment;
import dev.steep.protocol.look.OcclusionLook;
import dev.steep.protocol.look.SaliencyLook;
import dev.steep.protocol.look.TensorLook;
import dev.steep.ui.data.SampleFrame;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Theme;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import dev.steep.ui.view.View;
import dev.steep.ui.view.WatchingView;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which pixels of the chosen sample speak for a class: saliency, occlusion and Grad-CAM beside each other. */
public final class WhyView implements WatchingView {
    public static final View VIEW = View.of(
                    "why",
                    "Why",
                    "Which pixels of the chosen sample speak for a class: saliency, occlusion and Grad-CAM.",
                    WhyView::new)
            .in("Predictions")
            .onlyFor(
                    "images of classes",
                    data -> data.image() && !data.askedClasses().isEmpty());

    private static final int PIXELS = 168;
    private static final List<Integer> PATCHES = List.of(1, 3, 5, 7, 9, 11, 15, 21);
    private static final String USUAL_PATCH = "5";
    private static final String NOTHING = "There is no network that could say something of this sample.";
    private static final String NO_SUCH =
            "Nothing to show: the sample has no such class, or the network is too large to be followed back.";

    private final HTMLSelectElement target = select("why-class");
    private final HTMLSelectElement patch = select("why-patch");
    private final HTMLSelectElement fill = select("why-fill");
    private final HTMLSelectElement layer = select("why-layer");
    private final HTMLElement layerLabel =
            Html.of("label", "").attribute("for", "why-layer").text("Maps of").element();
    private final SampleFrame sample = new SampleFrame("why-picture", PIXELS);
    private final HTMLElement answer = Html.of("p", "why-said").element();
    private final HTMLElement subject = Html.of("b", "").element();
    private final HTMLElement note = Html.of("p", "confusion-note").element();
    private final MapFigure saliency = new MapFigure(
            "saliency",
            "Saliency",
            false,
            "How fast the score changes when a pixel changes a little, up or down.",
            "Not: what the class is made of. A pixel may count for much and be saturated here.");
    private final MapFigure occlusion = new MapFigure(
            "occlusion",
            "Occlusion",
            true,
            "How far the probability drops with a patch over the place. Orange is needed; without blue it would be surer.",
            "Not: a look inside. The patch is itself a picture that the network never saw.");
    private final MapFigure cam = new MapFigure(
            "gradcam",
            "Grad-CAM",
            false,
            "Where the layer's feature maps, each weighted by its mean slope, raise the score.",
            "Not: sharper than the maps, and nothing of what speaks against the class.");
    private final PictureFeed watching;
    private final HTMLElement element;
    private DataFacts data = DataFacts.NONE;

    WhyView(Lab lab) {
        watching = new PictureFeed(lab, "why", this::looks, this::draw);
        PATCHES.forEach(side -> option(patch, "" + side, side + " × " + side));
        option(fill, "grey", "grey");
        option(fill, "mean", "the image's mean");
        option(fill, "dark", "the lowest number");
        patch.value = USUAL_PATCH;
        fill.value = "mean";
        for (HTMLSelectElement each : List.of(target, patch, fill, layer)) {
            each.addEventListener("change", event -> restart());
        }
        element = Html.of("div", "why")
                .add(Html.of("div", "roc-head")
                        .add(label("why-class", "Why"))
                        .add(target)
                        .add(label("why-patch", "Patch"))
                        .add(patch)
                        .add(label("why-fill", "filled with"))
                        .add(fill, layerLabel, layer))
                .add(Html.of("div", "why-figures")
                        .add(
                                Html.of("figure", "why-figure")
                                        .add(subject, sample.element(), answer)
                                        .add(
                                                Html.of("figcaption", "")
                                                        .text(
                                                                "As the network is given it. Press any sample on the page to choose another.")))
                        .add(saliency.element(), occlusion.element(), cam.element()))
                .add(note)
                .element();
        Theme.onChange(element, watching::redraw);
    }

    private static HTMLSelectElement select(String id) {
        return (HTMLSelectElement)
                Html.of("select", "form-select").attribute("id", id).element();
    }

    private static Html label(String id, String text) {
        return Html.of("label", "").attribute("for", id).text(text);
    }

    private static void option(HTMLSelectElement select, String value, String text) {
        select.appendChild(Html.option(value, text).element());
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
        if (!VIEW.suits().test(data)) {
            return;
        }
        String before = target.value;
        Html.clear(target);
        option(target, "" + Explained.SAID, "what it says");
        option(target, "" + Explained.TRUE, "the true class");
        for (int i = 0; i < data.askedClasses().size(); i++) {
            option(target, "" + i, data.askedClasses().get(i));
        }
        keep(target, before, "" + Explained.SAID);
        List<LayerFacts> maps = opened.layers().stream()
                .filter(each -> each.shape().length == 3 && !each.kernel().isEmpty())
                .toList();
        String layerBefore = layer.value;
        Html.clear(layer);
        maps.forEach(each -> option(layer, each.output(), each.name()));
        keep(layer, layerBefore, maps.isEmpty() ? "" : maps.get(maps.size() - 1).output());
        layer.hidden = maps.isEmpty();
        layerLabel.hidden = maps.isEmpty();
        sample.opened(data);
        sample.shows("image", new TensorLook("input"));
        for (MapFigure each : List.of(saliency, occlusion, cam)) {
            each.opened(data, PIXELS);
            each.clear("");
        }
        told();
    }

    /** What was chosen before stays, where it is still there. */
    private static void keep(HTMLSelectElement select, String before, String usual) {
        select.value = before;
        if (before.isEmpty() || !before.equals(select.value)) {
            select.value = usual;
        }
    }

    private void restart() {
        told();
        watching.start();
    }

    private void told() {
        saliency.shows(looks().get(2));
        occlusion.shows(looks().get(3));
        cam.shows(looks().get(4));
    }

    private List<Look> looks() {
        if (!VIEW.suits().test(data)) {
            return List.of();
        }
        int wanted = Integer.parseInt(target.value);
        List<Look> looks = new ArrayList<>(List.of(new TensorLook("input"), new AnswerLook()));
        looks.add(new SaliencyLook(wanted));
        looks.add(new OcclusionLook(wanted, Integer.parseInt(patch.value), filling()));
        looks.add(new GradCamLook(layer.value, wanted));
        return looks;
    }

    private double filling() {
        double low = data.ranges()[0];
        return switch (fill.value) {
            case "grey" -> (low + data.ranges()[1]) / 2;
            case "dark" -> low;
            default -> Double.NaN;
        };
    }

    private void draw(Report.Picture picture) {
        float[] input = picture.numbers().get(0);
        Moment moment = picture.moment();
        subject.textContent = moment.subject();
        sample.drawPrepared(input);
        float[] outputs = picture.numbers().get(1);
        answer.textContent = outputs.length == 0 ? NOTHING : said(outputs);
        note.textContent = outputs.length == 0 ? "" : seen(moment);
        draw(
                saliency,
                picture.numbers().get(2),
                SaliencyLook.HEAD,
                numbers -> "score of " + name(numbers) + ": " + Figures.of(numbers[1]));
        draw(
                occlusion,
                picture.numbers().get(3),
                OcclusionLook.HEAD,
                numbers -> "probability of " + name(numbers) + ": "
                        + Figures.probability(numbers[1])
                        + (numbers[2] > 1 ? ", every " + (int) numbers[2] + "th pixel tried" : ""));
        draw(
                cam,
                picture.numbers().get(4),
                GradCamLook.HEAD,
                numbers -> "for " + name(numbers) + ", from maps of "
                        + (int) numbers[1] + " × " + (int) numbers[2]
                        + (positive(numbers) ? "" : ": so weighed, they are nowhere above 0"));
    }

    /** Says what stands before a map's numbers. */
    private interface Head {
        String words(float[] numbers);
    }

    private void draw(MapFigure figure, float[] numbers, int head, Head words) {
        if (numbers.length > head) {
            figure.draw(Arrays.copyOfRange(numbers, head, numbers.length), words.words(numbers));
        } else {
            figure.clear(figure == cam && layer.value.isEmpty() ? "This network has no convolution." : NO_SUCH);
        }
    }

    private static boolean positive(float[] numbers) {
        return Range.of(Arrays.copyOfRange(numbers, GradCamLook.HEAD, numbers.length))
                        .high()
                > 0;
    }

    private String name(float[] numbers) {
        return AnswerText.of(data, numbers[0]);
    }

    private String said(float[] outputs) {
        int best = 0;
        for (int i = 1; i < outputs.length; i++) {
            best = outputs[i] > outputs[best] ? i : best;
        }
        int index = outputs.length == 1 && outputs[0] > 0.5f ? 1 : best;
        return "says " + AnswerText.of(data, index) + ", "
                + Figures.probability(Explained.probability(outputs, 0, outputs.length, index));
    }

    /** Which state of the network it is that was looked at. */
    static String seen(Moment moment) {
        return moment.step() == 0
                ? "The network before training."
                : "The network after " + Numbers.count(moment.step(), "step") + ", epoch " + moment.epoch() + ".";
    }
}
