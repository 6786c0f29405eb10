package dev.steep.ui.results;

import dev.steep.math.StraightLine;
import dev.steep.picture.Range;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.DataPart;
import dev.steep.protocol.GridLook;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Look;
import dev.steep.protocol.PredictionsLook;
import dev.steep.protocol.Report;
import dev.steep.recipe.Settings;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Chart;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.network.FoundNumbers;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The network's answer as a curve over its one input, among the samples that it should pass through; below it how far they are from it. */
final class FitView implements ResultView {
    static final View VIEW = View.of(
                    "fit", "Fit", "The network's answer as a curve over its input, among the samples.", FitView::new)
            .onlyFor("samples of one number, from which a number is predicted", FitView::suits);

    private static final int GRID = 161;
    private static final int MOST = 400;

    /** A place on the axis with what is there: line by line, NaN for nothing. */
    private record Point(double x, double training, double validation, double answer, double line, double kept) {
        static Point sample(double x, double training, double validation) {
            return new Point(x, training, validation, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    private final Lab lab;
    private final Chart chart = new Chart(
            "Fit",
            "• training   ◦ validation   — network",
            List.of(Chart.Look.DOTS, Chart.Look.RINGS, Chart.Look.SOLID, Chart.Look.GUIDE, Chart.Look.DASHED));
    private final HTMLElement straight = Html.button("chart-log", "straight line", this::turnLine)
            .attribute("aria-pressed", "false")
            .attribute("title", "Draws the straight line that is nearest to the training samples, by least squares")
            .element();
    private final HTMLElement keep = Html.button("chart-log", "keep this curve", this::turnKept)
            .attribute("aria-pressed", "false")
            .attribute(
                    "title",
                    "Leaves the present curve in the picture, dashed, beside that of whatever network comes next")
            .element();
    private boolean lined;
    private float[] kept = new float[0];
    private final Chart residuals = new Chart(
            "Residuals",
            "true less predicted   • training   ◦ validation",
            List.of(Chart.Look.GUIDE, Chart.Look.DOTS, Chart.Look.RINGS));
    private final HTMLElement residualTitle = Html.of("b", "").text("Residuals").element();
    private final HTMLElement title = Html.of("b", "").text("Fit").element();
    private final HTMLElement numbers = Html.of("div", "fit-numbers").element();
    private final HTMLElement element = Html.of("div", "fit")
            .add(chart.element(), numbers, residuals.element())
            .element();
    private final PictureFeed watching;
    private final PictureFeed finding;
    private Optional<FoundNumbers> found = Optional.empty();
    private boolean visible;
    private List<Point> samples = List.of();
    private DataFacts data = DataFacts.NONE;
    private double low;
    private double high = 1;
    private final Map<Integer, double[]> points = new HashMap<>();
    private float[] shown = new float[0];
    private float[] ofTraining = new float[0];
    private float[] ofValidation = new float[0];
    private double[][] rest = new double[4][0];
    private int rows;

    FitView(Lab lab) {
        this.lab = lab;
        chart.titled(title);
        chart.add(straight);
        chart.add(keep);
        watching = new PictureFeed(
                lab,
                "fit",
                () -> List.of(
                        look(),
                        new PredictionsLook(DataPart.TRAINING, 0, MOST),
                        new PredictionsLook(DataPart.VALIDATION, 0, MOST)),
                picture -> draw(
                        picture.numbers().get(0),
                        picture.numbers().get(1),
                        picture.numbers().get(2)));
        finding = new PictureFeed(
                lab,
                "fit-numbers",
                () -> found.stream().map(FoundNumbers::look).toList(),
                picture -> found.ifPresent(each -> each.draw(picture.numbers().get(0))));
        chart.reads(this::read);
        residuals.titled(residualTitle);
        residuals.element().classList.add("chart-residuals");
        residuals.reads(this::readResidual);
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
        return data.shape().length == 1 && data.size() == 1 && data.classes().isEmpty() && !data.reconstructs();
    }

    @Override
    public void opened(Report.Opened opened) {
        find(opened);
        if (opened.rows() == rows) {
            return;
        }
        rows = opened.rows();
        samples = new ArrayList<>();
        points.clear();
        kept = new float[0];
        press(keep, false);
        draw(new float[0], new float[0], new float[0]);
        if (!suits(opened.data())) {
            return;
        }
        data = opened.data();
        low = data.ranges()[0];
        high = opened.data().ranges()[1];
        chart.across(feature());
        residuals.across(feature());
        title.textContent = data.askedNumbers().stream()
                .findFirst()
                .map(name -> "Fit of " + name)
                .orElse("Fit");
        Html.shows(element, "fit", look());
        load(DataPart.TRAINING, rows);
        load(DataPart.VALIDATION, rows);
    }

    /** What the network has found, if it has so few parameters that each is worth reading. */
    private void find(Report.Opened opened) {
        found = suits(opened.data())
                ? FoundNumbers.of(
                        lab.recipe().layers(), opened.layers(), opened.data().inputShape())
                : Optional.empty();
        Html.clear(numbers);
        found.ifPresent(each -> {
            numbers.append(each.list(), each.note());
            units().ifPresent(sentence ->
                    numbers.append(Html.of("p", "found-note").text(sentence).element()));
        });
        if (visible) {
            finding.start();
        }
    }

    /** In which units the numbers are, where these are not the data's own. */
    private Optional<String> units() {
        boolean input = !lab.recipe().prepare().get(Settings.SCALE).equals("none");
        boolean output = lab.recipe()
                .prepare()
                .get(Settings.TARGET)
                .filter(word -> !word.equals("none"))
                .isPresent();
        return input || output
                ? Optional.of((input && output ? "x and the target are" : input ? "x is" : "The target is")
                        + " rescaled for training, and these numbers are for the rescaled ones; without rescaling (Data, prepare)"
                        + " they are in the units of the data.")
                : Optional.empty();
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
                    samples.add(Point.sample(some.x()[i], training ? y : Double.NaN, training ? Double.NaN : y));
                    points.put(some.rows()[i], new double[] {some.x()[i], y});
                }
                draw(shown, ofTraining, ofValidation);
            }
        });
    }

    @Override
    public void blank() {
        watching.forget();
        finding.forget();
    }

    @Override
    public void show() {
        visible = true;
        finding.start();
        watching.start();
    }

    @Override
    public void hide() {
        visible = false;
        finding.stop();
        watching.stop();
    }

    private void draw(float[] answers, float[] training, float[] validation) {
        shown = answers;
        ofTraining = training;
        ofValidation = validation;
        drawFit(answers);
        drawResiduals();
    }

    /** True less predicted, over the input: what the curve leaves unexplained. */
    private void drawResiduals() {
        rest = MergedLines.of(
                new double[][] {{low, high}, {0, 0}},
                Residuals.of(ofTraining, points).table(),
                Residuals.of(ofValidation, points).table());
        double most = 0;
        for (int line = 2; line < rest.length; line++) {
            for (double each : rest[line]) {
                most = Double.isFinite(each) ? Math.max(most, Math.abs(each)) : most;
            }
        }
        double roof = LossAxis.roof(most);
        residuals.show(rest, new Range(low, high), new Range(-roof, roof), Optional.empty());
        String training = Residuals.of(ofTraining, points).sentence("training", data);
        String validation = Residuals.of(ofValidation, points).sentence("validation", data);
        double rmse = Residuals.of(ofValidation, points).rmse();
        residualTitle.textContent =
                Double.isNaN(rmse) ? "Residuals" : "Residuals · validation RMSE " + AnswerText.number(data, 0, rmse);
        residuals.says("Residuals, true less predicted: " + training + ", " + validation);
    }

    /** The sample nearest to a place: {@code x 1.2: true 0.93 less predicted 0.91 is 0.02}. */
    private Optional<String> readResidual(double x) {
        int nearest = -1;
        for (int i = 0; i < rest[0].length; i++) {
            boolean sample = !Double.isNaN(rest[2][i]) || !Double.isNaN(rest[3][i]);
            if (sample && (nearest < 0 || Math.abs(rest[0][i] - x) < Math.abs(rest[0][nearest] - x))) {
                nearest = i;
            }
        }
        if (nearest < 0) {
            return Optional.empty();
        }
        double left = Double.isNaN(rest[2][nearest]) ? rest[3][nearest] : rest[2][nearest];
        return Optional.of(feature() + " " + Figures.of(rest[0][nearest]) + ": true less predicted "
                + AnswerText.number(data, 0, left));
    }

    private void turnLine() {
        lined = !lined;
        press(straight, lined);
        drawFit(shown);
    }

    private void turnKept() {
        kept = kept.length > 0 ? new float[0] : shown;
        press(keep, kept.length > 0);
        drawFit(shown);
    }

    private static void press(HTMLElement button, boolean pressed) {
        button.setAttribute("aria-pressed", "" + pressed);
    }

    private void drawFit(float[] answers) {
        List<Point> places = new ArrayList<>(samples);
        int width = answers.length / GRID;
        StraightLine line = StraightLine.through(
                samples.stream().mapToDouble(Point::x).toArray(),
                samples.stream().mapToDouble(Point::training).toArray());
        for (int i = 0; width > 0 && i < GRID; i++) {
            double x = low + (high - low) * i / (GRID - 1);
            places.add(new Point(
                    x,
                    Double.NaN,
                    Double.NaN,
                    answers[i * width],
                    lined ? line.at(x) : Double.NaN,
                    kept.length == answers.length ? kept[i * width] : Double.NaN));
        }
        places.sort(Comparator.comparingDouble(Point::x));
        double[][] columns = new double[6][places.size()];
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < places.size(); i++) {
            Point point = places.get(i);
            columns[0][i] = point.x();
            columns[1][i] = point.training();
            columns[2][i] = point.validation();
            columns[3][i] = point.answer();
            columns[4][i] = point.line();
            columns[5][i] = point.kept();
            double y = Double.isNaN(point.training()) ? point.validation() : point.training();
            least = Double.isNaN(y) ? least : Math.min(least, y);
            most = Double.isNaN(y) ? most : Math.max(most, y);
        }
        double room = least <= most ? Math.max(1e-6, (most - least) * 0.15) : 0;
        Range up = least <= most ? new Range(least - room, most + room) : new Range(0, 1);
        chart.show(columns, new Range(low, high), up, Optional.empty());
    }
}
