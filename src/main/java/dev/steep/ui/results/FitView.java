package dev.steep.ui.results;

import dev.steep.picture.Range;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.DataPart;
import dev.steep.protocol.GridLook;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Look;
import dev.steep.protocol.Report;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Chart;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The network's answer as a curve over its one input, among the samples that it should pass through. */
final class FitView implements ResultView {
    static final View VIEW = View.of(
                    "fit", "Fit", "The network's answer as a curve over its input, among the samples.", FitView::new)
            .onlyFor("samples of one number, from which a number is predicted", FitView::suits);

    private static final int GRID = 161;
    private static final int MOST = 400;

    /** A place on the axis with what is there: line by line, NaN for nothing. */
    private record Point(double x, double training, double validation, double answer) {}

    private final Lab lab;
    private final Chart chart = new Chart(
            "Fit",
            "• training   ◦ validation   — network",
            List.of(Chart.Look.DOTS, Chart.Look.RINGS, Chart.Look.SOLID));
    private final HTMLElement title = Html.of("b", "").text("Fit").element();
    private final HTMLElement element =
            Html.of("div", "fit").add(chart.element()).element();
    private final PictureFeed watching;
    private List<Point> samples = List.of();
    private DataFacts data = DataFacts.NONE;
    private double low;
    private double high = 1;
    private float[] shown = new float[0];
    private int rows;

    FitView(Lab lab) {
        this.lab = lab;
        chart.titled(title);
        watching = new PictureFeed(
                lab,
                "fit",
                () -> List.of(look()),
                picture -> draw(picture.numbers().get(0)));
        chart.reads(this::read);
    }

    /** {@code x 1.2: 0.931}: what the network says there. */
    private Optional<String> read(double x) {
        int width = shown.length / GRID;
        int place = (int) Math.rint((x - low) / (high - low) * (GRID - 1));
        return width == 0 || place < 0 || place >= GRID
                ? Optional.empty()
                : Optional.of(
                        feature() + " " + Figures.of(x) + ": " + AnswerText.number(data, 0, shown[place * width]));
    }

    private String feature() {
        return data.features().isEmpty() ? "x" : data.features().get(0);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    private static boolean suits(DataFacts data) {
        return data.shape().length == 1 && data.size() == 1 && data.classes().isEmpty();
    }

    @Override
    public void opened(Report.Opened opened) {
        if (opened.rows() == rows) {
            return;
        }
        rows = opened.rows();
        samples = new ArrayList<>();
        draw(new float[0]);
        if (!suits(opened.data())) {
            return;
        }
        data = opened.data();
        low = data.ranges()[0];
        high = opened.data().ranges()[1];
        chart.across(feature());
        title.textContent = data.targets().stream()
                .findFirst()
                .map(name -> "Fit of " + name)
                .orElse("Fit");
        Html.shows(element, "fit", look());
        load(DataPart.TRAINING, rows);
        load(DataPart.VALIDATION, rows);
    }

    private Look look() {
        return GridLook.line(low, high, GRID);
    }

    private void load(DataPart part, int mine) {
        lab.ask(new Inquiry.Gallery(part, 0, MOST), report -> {
            if (mine == rows && report instanceof Report.Samples some) {
                for (int i = 0; i < some.rows().length; i++) {
                    boolean training = part == DataPart.TRAINING;
                    double y = some.y()[i];
                    samples.add(
                            new Point(some.x()[i], training ? y : Double.NaN, training ? Double.NaN : y, Double.NaN));
                }
                draw(shown);
            }
        });
    }

    @Override
    public void blank() {
        watching.forget();
    }

    @Override
    public void show() {
        watching.start();
    }

    @Override
    public void hide() {
        watching.stop();
    }

    private void draw(float[] answers) {
        shown = answers;
        List<Point> points = new ArrayList<>(samples);
        int width = answers.length / GRID;
        for (int i = 0; width > 0 && i < GRID; i++) {
            double x = low + (high - low) * i / (GRID - 1);
            points.add(new Point(x, Double.NaN, Double.NaN, answers[i * width]));
        }
        points.sort(Comparator.comparingDouble(Point::x));
        double[][] columns = new double[4][points.size()];
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            columns[0][i] = point.x();
            columns[1][i] = point.training();
            columns[2][i] = point.validation();
            columns[3][i] = point.answer();
            double y = Double.isNaN(point.training()) ? point.validation() : point.training();
            least = Double.isNaN(y) ? least : Math.min(least, y);
            most = Double.isNaN(y) ? most : Math.max(most, y);
        }
        double room = least <= most ? Math.max(1e-6, (most - least) * 0.15) : 0;
        Range up = least <= most ? new Range(least - room, most + room) : new Range(0, 1);
        chart.show(columns, new Range(low, high), up, Optional.empty());
    }
}
