package dev.steep.ui.results;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.DataPart;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Look;
import dev.steep.protocol.PredictionsLook;
import dev.steep.protocol.Report;
import dev.steep.ui.data.SampleCanvas;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import elemental2.dom.HTMLElement;
import elemental2.dom.ResizeObserver;
import java.util.ArrayList;
import java.util.List;

/** Validation samples, each with what the network says of it; the wrong ones stand out, and those that nothing is said of yet say so. */
final class PredictionsView implements ResultView {
    static final View VIEW = View.of(
                    "predictions",
                    "Predictions",
                    "Validation samples, each with what the network says of it.",
                    PredictionsView::many)
            .onlyFor("data with a validation part", PredictionsView::suits);

    private static final int MANY = 60;
    private static final int FEW = 15;
    private static final int PIXELS = 42;
    private static final String UNSAID = "not predicted yet";

    private record Entry(int row, double truth, HTMLElement box, HTMLElement words) {}

    private final Lab lab;
    private final int most;
    private final HTMLElement count = Html.of("span", "chart-note").element();
    private final HTMLElement grid = Html.of("div", "predictions-grid").element();
    private final HTMLElement element;
    private final PictureFeed watching;
    private final List<Entry> entries = new ArrayList<>();
    private DataFacts data = DataFacts.NONE;
    private boolean shown;
    private boolean visible;
    private int rows;

    private PredictionsView(Lab lab, String panel, int most, String classes) {
        this.lab = lab;
        this.most = most;
        watching = new PictureFeed(lab, panel, this::looks, this::draw);
        element = Html.of("div", classes)
                .add(Html.of("div", "chart-head")
                        .add(Html.of("b", "").text("Validation samples"))
                        .add(count))
                .add(grid)
                .element();
        new ResizeObserver((changes, by) -> {
                    if (element.offsetWidth > 0 != visible) {
                        resume();
                    }
                    return null;
                })
                .observe(element);
    }

    /** A tab of its own. */
    static PredictionsView many(Lab lab) {
        return new PredictionsView(lab, "predictions", MANY, "predictions");
    }

    /** A few to stand beside the curves; the style sheet hides them where there is no room. */
    static PredictionsView few(Lab lab) {
        return new PredictionsView(lab, "predictions-beside", FEW, "predictions few");
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    private static boolean suits(DataFacts facts) {
        return facts.parts().length > 1 && facts.parts()[1] > 0;
    }

    @Override
    public void opened(Report.Opened opened) {
        data = opened.data();
        element.hidden = !suits(data);
        if (opened.rows() == rows) {
            return;
        }
        rows = opened.rows();
        int mine = rows;
        fill(new Report.Samples(new int[0], new float[0], new float[0]));
        if (suits(data)) {
            lab.ask(new Inquiry.Gallery(DataPart.VALIDATION, 0, most), report -> {
                if (mine == rows && report instanceof Report.Samples samples) {
                    fill(samples);
                    resume();
                }
            });
        }
    }

    @Override
    public void blank() {
        watching.forget();
    }

    @Override
    public void show() {
        shown = true;
        resume();
    }

    @Override
    public void hide() {
        shown = false;
        watching.stop();
    }

    /** Watches if it can be seen. The style sheet hides some where there is no room, and shows them again where there is. */
    private void resume() {
        visible = element.offsetWidth > 0;
        if (shown && visible && !entries.isEmpty()) {
            watching.start();
        } else {
            watching.stop();
        }
    }

    private void fill(Report.Samples samples) {
        entries.clear();
        grid.textContent = "";
        grid.classList.toggle("words", !data.image());
        int size = data.size();
        for (int i = 0; i < samples.rows().length; i++) {
            int row = samples.rows()[i];
            float[] sample = new float[size];
            System.arraycopy(samples.x(), i * size, sample, 0, size);
            float truth = samples.y()[i];
            Html words = Html.of("span", "prediction-words").text(unsaid(truth));
            Html box = Html.button("prediction", "", () -> lab.choose(row)).attribute("title", "Show sample " + row);
            if (data.image()) {
                box.add(SampleCanvas.of(data, sample, PIXELS));
            } else {
                box.add(Html.of("span", "prediction-sample").text(numbers(sample)));
            }
            grid.appendChild(box.add(words).element());
            entries.add(new Entry(row, truth, box.element(), words.element()));
        }
        looks().forEach(look -> Html.shows(grid, "predictions", look));
        count.textContent = entries.isEmpty() ? "" : UNSAID;
    }

    private List<Look> looks() {
        return data.shape().length == 0
                ? List.of()
                : List.of(new PredictionsLook(DataPart.VALIDATION, 0, entries.size()));
    }

    /** Of a sample that the network has said nothing of. */
    private String unsaid(double truth) {
        return "is " + name(truth);
    }

    private void draw(Report.Picture picture) {
        float[] said = picture.numbers().get(0);
        boolean classes = !data.classes().isEmpty();
        int known = 0;
        int wrong = 0;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            boolean is = (i + 1) * PredictionsLook.FIELDS <= said.length
                    && (int) said[i * PredictionsLook.FIELDS] == entry.row();
            double prediction = is ? said[i * PredictionsLook.FIELDS + 2] : entry.truth();
            boolean misses = is && classes && entry.truth() != prediction;
            entry.box().classList.toggle("wrong", misses);
            entry.box().classList.toggle("unsaid", !is);
            String text = !is
                    ? unsaid(entry.truth())
                    : misses || !classes ? name(prediction) + ", is " + name(entry.truth()) : name(entry.truth());
            if (!text.equals(entry.words().textContent)) {
                entry.words().textContent = text;
            }
            known += is ? 1 : 0;
            wrong += misses ? 1 : 0;
        }
        count.textContent = known == 0 ? UNSAID : classes ? wrong + " of " + known + " wrong" : "";
    }

    private String name(double answer) {
        int index = (int) answer;
        return !data.classes().isEmpty() && index >= 0 && index < data.classes().size()
                ? data.classes().get(index)
                : Figures.of(answer);
    }

    /** The first few numbers of a sample that is no image. */
    private static String numbers(float[] sample) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(4, sample.length); i++) {
            text.append(i == 0 ? "" : "  ").append(Figures.of(sample[i]));
        }
        return text + (sample.length > 4 ? " …" : "");
    }
}
