package dev.steep.ui.prediction;

import dev.steep.picture.Range;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.GridLook;
import dev.steep.protocol.look.PredictionsLook;
import dev.steep.recipe.Settings;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Chart;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.network.FoundNumbers;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import dev.steep.ui.view.LossAxis;
import dev.steep.ui.view.MergedLines;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** The network's answer as a curve over its one input, among the samples that it should pass through; below it how far they are from it. */
public final class FitView implements ResultView {
    public static final View VIEW = View.of(
                    "fit", "Fit", "The network's answer as a curve over its input, among the samples.", FitView::new)
            .onlyFor("samples of one number, from which a number is predicted", FitView::suits);

    private static final int GRID = 161;
    private static final int MOST = 400;

    private final Lab lab;
    private final Chart chart = new Chart(
            "Fit",
            "• training   ◦ validation   — network",
            List.of(
                    Chart.Look.DOTS,
                    Chart.Look.RINGS,
                    Chart.Look.SOLID,
                    Chart.Look.THIN,
                    Chart.Look.THIN,
                    Chart.Look.THIN,
                    Chart.Look.DASHED));
    private final FitModels models;
    private final HTMLElement keep = Html.button("chart-log", "keep this curve", this::turnKept)
            .attribute("aria-pressed", "false")
            .attribute(
                    "title",
                    "Leaves the present curve in the picture, dashed, beside that of whatever network comes next")
            .element();
    private float[] kept = new float[0];
    private final Chart residuals = new Chart(
            "Residuals",
            "true less predicted   • training   ◦ validation",
            List.of(Chart.Look.GUIDE, Chart.Look.DOTS, Chart.Look.RINGS));
    private final HTMLElement residualTitle = Html.of("b", "").text("Residuals").element();
    private final HTMLElement title = Html.of("b", "").text("Fit").element();
    private final HTMLElement numbers = Html.of("div", "fit-numbers").element();
    private final HTMLElement element;
    private final PictureFeed watching;
    private final PictureFeed finding;
    private Optional<FoundNumbers> found = Optional.empty();
    private boolean visible;
    private final double[][][] samples = new double[2][2][0];
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
        models = new FitModels(lab, () -> drawFit(shown));
        List<String> colours = new ArrayList<>(List.of("", "", ""));
        colours.addAll(FitModels.COLOURS);
        chart.coloured(colours);
        chart.add(models.button());
        chart.add(keep);
        watching = new PictureFeed(
                lab,
                "fit",
                () -> List.of(
                        line(),
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
        chart.addBelow(models.element());
        element = Html.of("div", "fit")
                .add(chart.element(), numbers, residuals.element())
                .element();
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
            models.opened(opened, line());
            return;
        }
        rows = opened.rows();
        samples[0] = new double[2][0];
        samples[1] = new double[2][0];
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
        Html.shows(element, "fit", line());
        models.opened(opened, line());
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

    private GridLook line() {
        return GridLook.line(low, high, GRID);
    }

    private void load(DataPart part, int mine) {
        lab.ask(new Inquiry.Gallery(part, 0, MOST), report -> {
            if (mine == rows && report instanceof Report.Samples some) {
                List<double[]> places = new ArrayList<>();
                for (int i = 0; i < some.rows().length; i++) {
                    double[] place = {some.x()[i], some.y()[i]};
                    places.add(place);
                    points.put(some.rows()[i], place);
                }
                places.sort(Comparator.comparingDouble(each -> each[0]));
                samples[part == DataPart.TRAINING ? 0 : 1] = new double[][] {
                    places.stream().mapToDouble(each -> each[0]).toArray(),
                    places.stream().mapToDouble(each -> each[1]).toArray()
                };
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
        models.show();
    }

    @Override
    public void hide() {
        visible = false;
        finding.stop();
        watching.stop();
        models.hide();
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

    private void turnKept() {
        kept = kept.length > 0 ? new float[0] : shown;
        press(keep, kept.length > 0);
        drawFit(shown);
    }

    private static void press(HTMLElement button, boolean pressed) {
        button.setAttribute("aria-pressed", "" + pressed);
    }

    private void drawFit(float[] answers) {
        List<double[][]> lines = new ArrayList<>(List.of(samples[0], samples[1], curve(answers)));
        models.curves().forEach(each -> lines.add(curve(each.orElse(new float[0]))));
        lines.add(curve(kept));
        List<String> names = new ArrayList<>(List.of("training", "validation", "network"));
        names.addAll(models.names());
        names.add(kept.length > 0 ? "kept curve" : "");
        chart.names(names);
        DoubleSummaryStatistics said = DoubleStream.concat(Arrays.stream(samples[0][1]), Arrays.stream(samples[1][1]))
                .summaryStatistics();
        double room = Math.max(1e-6, (said.getMax() - said.getMin()) * 0.15);
        chart.show(
                MergedLines.of(lines.toArray(new double[0][][])),
                new Range(low, high),
                said.getCount() > 0 ? new Range(said.getMin() - room, said.getMax() + room) : new Range(0, 1),
                Optional.empty());
    }

    /** Numbers along the line as a table. */
    private double[][] curve(float[] numbers) {
        int width = numbers.length / GRID;
        double[][] table = new double[2][width == 0 ? 0 : GRID];
        for (int i = 0; i < table[0].length; i++) {
            table[0][i] = low + (high - low) * i / (GRID - 1);
            table[1][i] = numbers[i * width];
        }
        return table;
    }
}
