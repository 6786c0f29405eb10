package dev.steep.e2e;

import dev.steep.catalog.Numbers;
import dev.steep.picture.DrawsImage;
import dev.steep.picture.PixelMap;
import dev.steep.picture.Range;
import dev.steep.picture.SampleImage;
import dev.steep.picture.TensorImage;
import dev.steep.picture.TileSheet;
import dev.steep.picture.UnitPlanesImage;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.AnswerLook;
import dev.steep.protocol.look.AugmentationLook;
import dev.steep.protocol.look.ConfusionLook;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.DrawsLook;
import dev.steep.protocol.look.GradCamLook;
import dev.steep.protocol.look.GridLook;
import dev.steep.protocol.look.ImageTrial;
import dev.steep.protocol.look.MistakesLook;
import dev.steep.protocol.look.PcaLook;
import dev.steep.protocol.look.PredictionsLook;
import dev.steep.protocol.look.ReconstructionsLook;
import dev.steep.protocol.look.SaliencyLook;
import dev.steep.protocol.look.ScoresLook;
import dev.steep.protocol.look.TensorLook;
import dev.steep.protocol.look.TrialLook;
import dev.steep.protocol.look.UnitsLook;
import dev.steep.protocol.look.ZerosLook;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is to be seen on a page of the lab: the numbers that {@code steep.tensor} gives, and of what no tensor holds, those of a {@link
 * Mirror} with the same weights, drawn again by the code of the package picture.
 */
final class Truth {
    private static final String ASK = """
            async () => {
                const found = {recipe: await steep.recipe(), epochs: (await steep.history()).map(e => [e.epoch, e.loss, e.val_loss ?? NaN, e.val_accuracy ?? e.accuracy ?? NaN]),
                    steps: (await steep.stepLosses()).length, tensors: {}};
                const names = new Set([...document.querySelectorAll('[data-wish^="tensor "]')]
                    .map(e => e.dataset.wish.slice(7)));
                for (const each of await steep.tensors().catch(() => []))
                    if (each.role === 'parameter' || each.role === 'state') names.add('*' + each.name);
                for (const marked of names) {
                    const name = marked.replace('*', '');
                    const t = await steep.tensor(name).catch(() => null);
                    if (t) {
                        const b = new Uint8Array(t.values.buffer, t.values.byteOffset, t.values.byteLength);
                        let s = '';
                        for (let i = 0; i < b.length; i += 32768) s += String.fromCharCode(...b.subarray(i, i + 32768));
                        found.tensors[name] = {shape: t.shape, values: btoa(s), parameter: marked !== name};
                    }
                }
                return found;
            }""";

    private record Tensor(int[] shape, float[] values) {}

    private final Mirror mirror;
    private final Map<String, Tensor> tensors = new HashMap<>();
    private final List<List<Number>> epochs = new ArrayList<>();
    private final int steps;

    @SuppressWarnings("unchecked") // of JavaScript, plain objects
    Truth(LabPage lab, Mirror mirror) {
        this.mirror = mirror;
        Map<String, Object> found = (Map<String, Object>) lab.page().evaluate(ASK);
        mirror.open((String) found.get("recipe"));
        steps = (Integer) found.get("steps");
        ((List<?>) found.get("epochs")).forEach(epoch -> epochs.add((List<Number>) epoch));
        ((Map<String, Object>) found.get("tensors")).forEach((name, each) -> {
            Map<String, Object> tensor = (Map<String, Object>) each;
            int[] shape = ((List<?>) tensor.get("shape"))
                    .stream().mapToInt(n -> (Integer) n).toArray();
            float[] values = Drawn.floats(tensor.get("values"));
            tensors.put(name, new Tensor(shape, values));
            if ((Boolean) tensor.get("parameter")) {
                mirror.write(name, values);
            }
        });
    }

    /** What is seen and is not so, by picture. */
    Map<String, String> wrong(Drawn drawn) {
        Map<String, String> wrong = new TreeMap<>();
        int row = number(drawn.words("input"));
        mirror.choose(row);
        Tensor input = tensors.get("input");
        if (input != null && !same(input.values, mirror.look(new TensorLook("input")))) {
            wrong.put("the caption " + drawn.words("input"), "is not the sample that steep.tensor tells of");
        }
        if (!drawn.words("gallery").startsWith("sample " + row)) {
            wrong.put("the gallery's caption", drawn.words("gallery") + " while the input is sample " + row);
        }
        String looking = "Looking at epoch " + epochs.size() + " of ";
        boolean past = drawn.words("slider").startsWith("Looking");
        String present = past ? drawn.words("slider").replace(looking, "") : "" + epochs.size();
        if (!drawn.words("epoch").equals(present)) {
            wrong.put("Epoch", drawn.words("epoch") + ", is " + present);
        }
        words(drawn, wrong);
        if (drawn.strangers() > 0) {
            wrong.put("canvases", drawn.strangers() + " do not say what they show");
        }
        for (Drawn.Picture picture : drawn.pictures()) {
            fault(picture, drawn.dark()).ifPresent(fault -> wrong.put(picture.toString(), fault));
        }
        drawn.list("tiles").forEach(tile -> tile((List<?>) tile).ifPresent(fault -> wrong.put("a tile", fault)));
        if (!drawn.list("table").isEmpty() || !epochs.isEmpty()) {
            List<?> table = drawn.list("table");
            boolean same = past || table.size() == Math.min(50, epochs.size());
            int last = table.isEmpty() ? 0 : Integer.parseInt((String) ((List<?>) table.get(table.size() - 1)).get(0));
            same &= ("" + last).equals(present);
            for (int i = 0; same && i < table.size(); i++) {
                List<?> cells = (List<?>) table.get(i);
                int number = last - table.size() + i;
                if (number >= epochs.size()) { // later than what is looked at
                    break;
                }
                List<Number> epoch = epochs.get(number);
                same = cells.get(0).equals("" + epoch.get(0))
                        && near((String) cells.get(1), epoch.get(1).doubleValue(), 4);
            }
            if (!same) {
                wrong.put("the table of epochs", table + ", is " + epochs);
            }
        }
        return wrong;
    }

    /** What is said beside the pictures: of the last epoch, of how many predictions are wrong, of the speed. */
    private void words(Drawn drawn, Map<String, String> wrong) {
        String summary = drawn.words("summary").replace('−', '-').replaceFirst("^before: ", "");
        if (epochs.isEmpty() ? !summary.isEmpty() : !summary.startsWith("epoch " + epochs.size() + ": loss ")) {
            wrong.put("the summary", summary + ", is of epoch " + epochs.size());
        } else if (!epochs.isEmpty()) {
            List<Number> last = epochs.get(epochs.size() - 1);
            List<String> figures =
                    List.of(summary.replaceAll("^epoch \\d+: ", "").split(" · "));
            for (String figure : figures) {
                int which = figure.startsWith("loss") ? 1 : figure.startsWith("validation") ? 2 : 3;
                if (!near(
                        figure.substring(figure.indexOf(' ') + 1),
                        last.get(which).doubleValue(),
                        3)) {
                    wrong.put("the summary", summary + ", is " + last);
                }
            }
        }
        if (steps == 0
                && !drawn.words("slider").startsWith("Looking")
                && !drawn.words("speed").isEmpty()) {
            wrong.put("the speed", drawn.words("speed") + " of a network that was never trained");
        }
        for (Object each : drawn.list("notes")) {
            List<?> note = (List<?>) each; // words, wrong, unsaid, all
            String expected = note.get(2).equals(note.get(3))
                    ? note.get(3).equals(0) ? "" : "not predicted yet"
                    : mirror.data().classes().isEmpty() ? "" : note.get(1) + " of " + note.get(3) + " wrong";
            if (!note.get(0).equals(expected)) {
                wrong.put("the note on predictions", note + ", is " + expected);
            }
        }
    }

    /** The back ends prepare a sample in float and in double. */
    private static boolean same(float[] a, float[] b) {
        boolean same = a.length == b.length;
        for (int i = 0; same && i < a.length; i++) {
            same = Math.abs(a[i] - b[i]) < 1e-5;
        }
        return same;
    }

    private Optional<String> fault(Drawn.Picture picture, boolean dark) {
        if (picture.kind().startsWith("wall-")) {
            return pixels(picture, wall(picture));
        }
        return switch (picture.kind()) {
            case "histograms", "histograms-log" -> Optional.empty(); // their figures are their own
            case "image" -> pixels(picture, image(mirror.look(new TensorLook("input")), true));
            case "draws" -> pixels(picture, draws(picture));
            case "drawn-activations" -> pixels(picture, drawnActivations(picture, dark));
            case "bars" -> bars(picture, values(picture), 2);
            case "probabilities" -> bars(picture, shares(values(picture)), 3);
            case "answer" -> answer(picture);
            case "numbers" -> numbers(picture);
            case "zeros" -> zeros(picture);
            case "norms", "norms-line" -> Optional.empty(); // compared with their tensors by TensorsIT
            case "unit-planes" -> unitPlanes(picture, dark);
            case "neurons" -> DiagramTruth.neurons(picture, values(picture));
            case "neuron-planes" -> DiagramTruth.planes(picture, mirror, dark);
            case "wires" -> DiagramTruth.wires(picture, values(picture));
            case "volume" -> DiagramTruth.volume(picture, values(picture), dark);
            case "plane" -> new PlaneTruth(mirror, picture, dark).fault();
            case "fit" -> fit(picture);
            case "confusion" -> confusion(picture);
            case "predictions" -> predictions(picture);
            case "mistakes" -> mistakes(picture);
            case "reconstructions" -> reconstructions(picture);
            case "roc" -> roc(picture);
            case "pca" -> pca(picture);
            case "samples", "sample", "points", "spread", "correlation", "class-counts", "means" ->
                new DataTruth(mirror, picture).fault();
            case "saliency", "gradcam" -> pixels(picture, explained(picture));
            case "trial" -> pixels(picture, trial(picture));
            case "occlusion" -> Optional.empty(); // how many places are tried depends on the machine's speed
            default -> pixels(picture, tensorImage(picture).pixels(values(picture), dark));
        };
    }

    /** The numbers of a tensor, of its first sample; none if it does not exist. */
    private float[] values(Drawn.Picture picture) {
        Tensor tensor = tensors.get(picture.look().substring(7));
        if (tensor == null || tensor.values.length == 0) {
            return picture.look().equals("tensor input") ? mirror.look(new TensorLook("input")) : new float[0];
        }
        boolean batched = tensor.shape.length > 1 && !picture.look().matches(".*/(kernel|bias)");
        return batched ? Arrays.copyOf(tensor.values, tensor.values.length / tensor.shape[0]) : tensor.values;
    }

    private TensorImage tensorImage(Drawn.Picture picture) {
        TensorImage.Content kind = TensorImage.Content.valueOf(picture.kind().toUpperCase(Locale.ROOT));
        Tensor tensor = tensors.get(picture.look().substring(7));
        if (tensor == null || tensor.values.length == 0) { // then it is blank, whatever its size
            return new TensorImage(kind, new TileSheet(1, 1, picture.height() - 2, picture.width() - 2, 1), 1, 1);
        }
        int[] s = tensor.shape;
        return switch (kind) {
            case KERNELS -> TensorImage.kernels(s[0], s[1], s[2], s[3]);
            case MAPS -> maps(s, picture.width());
            case WEIGHTS -> TensorImage.weights(s[0], s[1]);
            case UNITS, KEPT -> TensorImage.wrapped(kind, tensor.values.length / s[0]);
        };
    }

    /** Of a wide card or of a narrow one. */
    private static TensorImage maps(int[] shape, int width) {
        TensorImage maps = TensorImage.maps(shape[1], shape[2], shape[3]);
        return maps.sheet().across() == width ? maps : TensorImage.narrowMaps(shape[1], shape[2], shape[3]);
    }

    /** Of images of the data set. */
    private byte[] draws(Drawn.Picture picture) {
        String[] words = picture.look().split(" ");
        int count = (int) Double.parseDouble(words[2]);
        return DrawsImage.of(mirror.data().shape(), count)
                .samples(mirror.look(new DrawsLook(words[1], count)), mirror.look(new TensorLook("input")));
    }

    /** A training sample, or its draws. */
    private byte[] wall(Drawn.Picture picture) {
        int[] words = Arrays.stream(picture.look().split(" "))
                .skip(1)
                .mapToInt(word -> (int) Double.parseDouble(word))
                .toArray();
        float[] numbers = mirror.look(new AugmentationLook(words[0], words[1], words[2]));
        boolean drawn = picture.kind().startsWith("wall-draws-");
        int count = drawn ? words[1] : 1;
        int size = mirror.data().size();
        int number = Integer.parseInt(picture.kind().substring(picture.kind().lastIndexOf('-') + 1));
        int from = AugmentationLook.HEAD + number * (size + words[1] * (int) numbers[2]);
        float[] sample = Arrays.copyOfRange(numbers, from, from + size);
        DrawsImage wide = DrawsImage.row(mirror.data().shape(), count, 84);
        DrawsImage image = wide.sheet().across() == picture.width()
                ? wide
                : DrawsImage.row(mirror.data().shape(), count, 56);
        return image.samples(
                drawn ? Arrays.copyOfRange(numbers, from + size, from + size + count * size) : sample, sample);
    }

    /** The chosen sample, changed. */
    private byte[] trial(Drawn.Picture picture) {
        double[] words = Arrays.stream(picture.look().split(" "))
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();
        float[] numbers = mirror.look(new TrialLook(
                new ImageTrial(words[0], words[1], words[2], words[3], words[4]),
                ImageTrial.Kind.values()[(int) words[5]],
                words[6],
                words[7]));
        int size = mirror.data().size();
        return numbers.length <= size ? new byte[4 * size] : image(Arrays.copyOfRange(numbers, 1, 1 + size), false);
    }

    /** Which pixels speak for a class. */
    private byte[] explained(Drawn.Picture picture) {
        String[] words = picture.look().split(" ");
        boolean slopes = words[0].equals("saliency");
        int target = (int) Double.parseDouble(words[words.length - 1]);
        float[] numbers = mirror.look(slopes ? new SaliencyLook(target) : new GradCamLook(words[1], target));
        int head = slopes ? SaliencyLook.HEAD : GradCamLook.HEAD;
        int[] s = mirror.data().shape();
        if (numbers.length <= head) {
            return new byte[4 * s[0] * s[1]];
        }
        float[] map = Arrays.copyOfRange(numbers, head, numbers.length);
        return PixelMap.pixels(map, s[0], s[1], PixelMap.scale(map, false, false));
    }

    /** Of what a layer within the network draws. */
    private byte[] drawnActivations(Drawn.Picture picture, boolean dark) {
        String[] words = picture.look().split(" ");
        int count = (int) Double.parseDouble(words[2]);
        return DrawsImage.of(mirror.shape(words[1]), count)
                .activations(mirror.look(new DrawsLook(words[1], count)), dark);
    }

    private byte[] image(float[] values, boolean prepared) {
        DataFacts data = mirror.data();
        int[] s = data.shape();
        Range range = prepared ? Range.of(values) : new Range(data.ranges()[0], data.ranges()[1]);
        return SampleImage.pixels(values, s[0], s[1], s[2], range.low(), range.high());
    }

    private static Optional<String> pixels(Drawn.Picture picture, byte[] expected) {
        return picture.pixels().length == expected.length
                ? compare(picture.pixels(), expected)
                : Optional.of(
                        "has " + picture.width() + " x " + picture.height() + " pixels, not " + expected.length / 4);
    }

    /** How pixels differ from those that should be there, if they do. */
    static Optional<String> compare(byte[] actual, byte[] expected) {
        if (actual.length != expected.length) {
            return Optional.of("has " + actual.length / 4 + " pixels, not " + expected.length / 4);
        }
        int others = 0;
        for (int i = 0; i < actual.length; i += 4) {
            others += Arrays.equals(actual, i, i + 4, expected, i, i + 4) ? 0 : 1;
        }
        boolean blank = Arrays.equals(actual, new byte[actual.length]);
        return others == 0
                ? Optional.empty()
                : Optional.of(
                        (blank ? "is blank" : "has other numbers") + ": " + others + " pixels of " + actual.length / 4);
    }

    private static float[] shares(float[] values) {
        return values.length == 1 ? new float[] {1 - values[0], values[0]} : values;
    }

    /** {@code relu: 3 of 8 units are 0 for every sample}. */
    private Optional<String> zeros(Drawn.Picture picture) {
        float[] counted = mirror.look(new ZerosLook(picture.look().substring(6)));
        String said = picture.cells().get(0).toString();
        boolean unknown = said.contains("counted");
        String expected = counted.length == 0
                ? "not counted yet"
                : counted[0] == 0 ? "no " : (int) counted[0] + " of " + (int) counted[1] + " ";
        return said.contains(": " + expected) && unknown == (counted.length == 0)
                ? Optional.empty()
                : Optional.of("says " + said + ", is " + expected);
    }

    private Optional<String> unitPlanes(Drawn.Picture picture, boolean dark) {
        String[] look = picture.look().split(" ");
        double[] grid =
                Arrays.stream(look).skip(2).mapToDouble(Double::parseDouble).toArray();
        int side = (int) grid[2];
        GridLook where = new GridLook(grid[0], grid[1], side, grid[3], grid[4], (int) grid[5]);
        float[] values = mirror.look(new UnitsLook(look[1], where));
        int units = Math.max(1, values.length / (side * side));
        return values.length == 0
                ? pixels(picture, new byte[4 * picture.width() * picture.height()])
                : pixels(picture, UnitPlanesImage.of(units, side).pixels(values, dark));
    }

    /** What is said of the chosen sample, with its unit. */
    private Optional<String> answer(Drawn.Picture picture) {
        float[] values = mirror.look(new AnswerLook());
        for (int i = 0; i < picture.cells().size(); i++) {
            String figure = (String) ((List<?>) picture.cells().get(i)).get(0);
            String expected = values.length == 0 ? "" : AnswerText.number(mirror.data(), i, values[i]);
            if (!figure.equals(expected) && !near(figure.replaceAll("[,a-zA-Z ]", ""), values[i], 2)) {
                return Optional.of("says " + figure + ", is " + expected);
            }
        }
        return Optional.empty();
    }

    /** Figures to the last decimal; bars in proportion. */
    private static Optional<String> bars(Drawn.Picture picture, float[] values, int decimals) {
        double ceiling = Double.NaN;
        int best = 0;
        for (int i = 0; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        for (int i = 0; i < picture.cells().size(); i++) {
            List<?> row = (List<?>) picture.cells().get(i);
            String figure = (String) row.get(0);
            String width = (String) row.get(1);
            boolean marked = row.get(2).equals("best");
            if (values.length == 0) {
                if (!figure.isEmpty() || !width.isEmpty() || marked) {
                    return Optional.of("says " + figure + " where there is no number");
                }
                continue;
            }
            if (decimals == 3 ? !probably(figure, values[i]) : !nearly(figure, values[i])) {
                return Optional.of("says " + figure + ", is " + values[i]);
            }
            if (decimals == 3 && (marked != (i == best) || Math.abs(percent(width) - 100 * values[i]) > 0.06)) {
                return Optional.of("has a bar of " + width + ", is " + values[i]);
            }
            if (decimals == 2 && percent(width) > 5) {
                double whole = Math.abs(values[i]) / percent(width);
                if (Math.abs(whole / ceiling - 1) > 0.03) {
                    return Optional.of("has bars out of proportion: " + picture.cells());
                }
                ceiling = whole;
            }
        }
        return Optional.empty();
    }

    private static double percent(String width) {
        return width.isEmpty() ? 0 : Double.parseDouble(width.replace("%", ""));
    }

    private static boolean near(String figure, double value, int decimals) {
        if (!Double.isFinite(value)) {
            return figure.equals(Double.isNaN(value) ? "none" : value > 0 ? "∞" : "−∞");
        }
        if (!figure.matches("[−0-9.]+(e-?\\d+)?")) {
            return false;
        }
        double room = figure.contains("e") ? Math.abs(value) * 0.05 : 0.5001 * Math.pow(10, -decimals);
        return Math.abs(Double.parseDouble(figure.replace('−', '-')) - value) <= room + Math.abs(value) * 1e-7;
    }

    /** Three digits that matter, but no more than four decimals. */
    private static boolean nearly(String figure, double value) {
        String plain = figure.replace(",", "");
        return Math.abs(value) < 0.0001 || plain.contains("e") || !Double.isFinite(value)
                ? near(plain, value, 4)
                : near(plain, value, 4 - (int) Math.max(0, Math.floor(Math.log10(Math.abs(value) * 1.0001)) + 2));
    }

    /** A table has no number that its tensor has not; where each stands is for {@code EnlargedIT} and {@code TensorsIT}. */
    private Optional<String> numbers(Drawn.Picture picture) {
        Tensor tensor = picture.look().startsWith("tensor ")
                ? tensors.get(picture.look().substring(7))
                : null;
        if (tensor == null) {
            return Optional.empty(); // what a layer draws, or units compute over a plane
        }
        float[] sorted = tensor.values.length == 0 ? values(picture) : tensor.values.clone();
        Arrays.sort(sorted);
        for (Object cell : picture.cells()) {
            String figure = cell.toString();
            float said = Float.parseFloat(figure.replace('−', '-').replace(",", ""));
            int at = Arrays.binarySearch(sorted, said);
            int above = at >= 0 ? at : -at - 1;
            boolean there = above < sorted.length && nearly(figure, sorted[above])
                    || above > 0 && nearly(figure, sorted[above - 1]);
            if (!there) {
                return Optional.of("says " + figure + ", which the tensor has not");
            }
        }
        return Optional.empty();
    }

    /** Three decimals; what is almost certain is not said to be certain. */
    private static boolean probably(String figure, double value) {
        return switch (figure) {
            case "<0.001" -> value > 0 && value < 0.000501;
            case ">0.999" -> value < 1 && value > 0.999499;
            default -> near(figure, value, 3) && (value == 0 || value == 1 || !figure.matches("0.000|1.000"));
        };
    }

    /** Precision, recall, F1 and how many are of a class. */
    private static List<String> scores(float[] counts, int classes, int mine) {
        double right = counts[mine * classes + mine];
        double are = 0;
        double said = 0;
        for (int i = 0; i < classes; i++) {
            are += counts[mine * classes + i];
            said += counts[i * classes + mine];
        }
        double precision = right / said;
        double recall = right / are;
        double f1 = right == 0 && said * are > 0 ? 0 : 2 / (1 / precision + 1 / recall);
        List<String> words = new ArrayList<>();
        for (double share : new double[] {precision, recall, f1}) {
            words.add(Double.isNaN(share) ? "–" : Figures.fixed(share, 3));
        }
        words.add("" + (int) are);
        return words;
    }

    private Optional<String> confusion(Drawn.Picture picture) {
        float[] counts = mirror.look(new ConfusionLook());
        List<Object> cells = picture.cells();
        List<String> expected = new ArrayList<>();
        int classes = mirror.data().classes().size();
        for (int i = 0; i < classes * classes; i++) {
            expected.add(counts.length == 0 ? "" : counts[i] == 0 ? "·" : "" + (int) counts[i]);
        }
        for (int i = 0; i < classes; i++) {
            expected.addAll(counts.length == 0 ? List.of("", "", "", "") : scores(counts, classes, i));
        }
        expected.add(
                counts.length == 0
                        ? "Not counted yet."
                        : steps == 0
                                ? "Counted before training."
                                : "Counted after " + Numbers.count(steps, "step") + ", epoch " + epochs.size() + ".");
        return cells.equals(expected) ? Optional.empty() : Optional.of("says " + cells + ", is " + expected);
    }

    private Optional<String> mistakes(Drawn.Picture picture) {
        int[] look = Stream.of(picture.look().split(" "))
                .skip(1)
                .mapToInt(word -> (int) Double.parseDouble(word))
                .toArray();
        float[] found = mirror.look(new MistakesLook(DataPart.values()[look[0]], look[1], look[2], look[3]));
        List<Object> expected = new ArrayList<>();
        for (int at = 1; at < found.length; at += MistakesLook.FIELDS) {
            boolean wrong = found[at + 2] != found[at + 3];
            expected.add(List.of(
                    "Show sample " + (int) found[at + 1],
                    wrong ? "said " + name(found[at + 3]) + ", is " + name(found[at + 2]) : name(found[at + 2]),
                    wrong ? "wrong" : ""));
        }
        boolean all = found.length > 0 && expected.size() == (int) found[0];
        return (all
                        ? sorted(picture.cells()).equals(sorted(expected))
                        : picture.cells().equals(expected))
                ? Optional.empty()
                : Optional.of("says " + picture.cells() + ", is " + expected);
    }

    /** Which samples, and their losses, which back ends may round differently. */
    private Optional<String> reconstructions(Drawn.Picture picture) {
        String[] look = picture.look().split(" ");
        float[] found = mirror.look(new ReconstructionsLook(
                DataPart.values()[(int) Double.parseDouble(look[1])], Double.parseDouble(look[2]) == 1, (int)
                        Double.parseDouble(look[3])));
        int fields = found.length == 0 ? 1 : ReconstructionsLook.FIELDS + 2 * (int) found[0];
        boolean same = picture.cells().size() == (found.length - 1) / fields;
        for (int i = 0; same && i < picture.cells().size(); i++) {
            List<?> tile = (List<?>) picture.cells().get(i);
            float loss = found[2 + i * fields];
            double said = Double.parseDouble(((String) tile.get(1)).substring("loss ".length()));
            same = Math.abs(said - loss) <= 0.01 * Math.abs(loss) + 1e-3
                    && (look[2].startsWith("1") || tile.get(0).equals("Show sample " + (int) found[1 + i * fields]));
        }
        return same ? Optional.empty() : Optional.of("says " + picture.cells());
    }

    /** The back ends may round two losses differently that are nearly equal. */
    private static List<String> sorted(List<Object> tiles) {
        return tiles.stream().map(Object::toString).sorted().toList();
    }

    /** The three areas above the charts, and that the threshold's counts are among those that the worker has. */
    private Optional<String> roc(Drawn.Picture picture) {
        String[] look = picture.look().split(" ");
        float[] scores = mirror.look(new ScoresLook(
                DataPart.values()[(int) Double.parseDouble(look[1])], (int) Double.parseDouble(look[2])));
        for (int i = 0; i < 3; i++) {
            String title = (String) picture.cells().get(i);
            boolean known = scores.length > 0 && !Float.isNaN(scores[2 + i]);
            String figure = title.substring(title.lastIndexOf(' ') + 1);
            boolean same = known ? near(figure, scores[2 + i], 3) : title.indexOf('·') < 0 || figure.equals("–");
            if (!same) {
                return Optional.of("says " + title + ", is " + (scores.length == 0 ? "unknown" : "" + scores[2 + i]));
            }
        }
        String words = (String) picture.cells().get(3);
        boolean found = scores.length == 0 && words.isEmpty();
        for (int at = ScoresLook.POINTS; at < scores.length; at += ScoresLook.POINT) {
            found |= words.contains("finds " + Numbers.grouped((long) scores[at + 1]) + " of ")
                    && words.contains("takes " + Numbers.grouped((long) scores[at + 2]) + " of ");
        }
        return found ? Optional.empty() : Optional.of("says " + words);
    }

    /** The shares of both directions, how many samples there are, and dots where there are some. */
    private Optional<String> pca(Drawn.Picture picture) {
        String[] look = picture.look().split(" ");
        float[] numbers = mirror.look(new PcaLook(look[1], DataPart.values()[(int) Double.parseDouble(look[2])]));
        String said = (String) picture.cells().get(0);
        if (numbers.length == 0) {
            return said.isEmpty() ? Optional.empty() : Optional.of("says " + said + " where there is nothing");
        }
        String[] words = said.split(" ");
        int count = (numbers.length - PcaLook.HEAD) / PcaLook.FIELDS;
        boolean same = near(words[3], 100 * numbers[0], 1)
                && near(words[words.length - 2], 100 * numbers[1], 1)
                && said.contains(" among " + Numbers.grouped(count) + " ")
                && !Arrays.equals(picture.pixels(), new byte[picture.pixels().length]);
        return same ? Optional.empty() : Optional.of("says " + said + ", is " + numbers[0] + " and " + numbers[1]);
    }

    private Optional<String> predictions(Drawn.Picture picture) {
        String[] look = picture.look().split(" ");
        int count = (int) Double.parseDouble(look[3]);
        float[] said = mirror.look(new PredictionsLook(DataPart.VALIDATION, 0, count));
        Report.Samples samples = mirror.samples(DataPart.VALIDATION);
        for (int i = 0; i < count; i++) {
            List<?> tile = (List<?>) picture.cells().get(i);
            String truth = name(samples.y()[i]);
            String answer = said.length == 0 ? "" : name(said[4 * i + 2]);
            boolean classes = !mirror.data().classes().isEmpty();
            String words = said.length == 0
                    ? "is " + truth
                    : classes && answer.equals(truth) ? truth : "said " + answer + ", is " + truth;
            boolean same = tile.get(0).equals("Show sample " + samples.rows()[i])
                    && (classes ? tile.get(1).equals(words) : numbersNear((String) tile.get(1), said, samples.y(), i))
                    && tile.get(2).equals(classes && said.length > 0 && !answer.equals(truth) ? "wrong" : "");
            if (!same) {
                return Optional.of("says " + tile + ", is " + samples.rows()[i] + " " + words);
            }
        }
        return picture.cells().size() == count && count > 0
                ? Optional.empty()
                : Optional.of("has " + picture.cells().size() + " samples");
    }

    private String name(float value) {
        List<String> classes = mirror.data().classes();
        return classes.isEmpty() ? "" + value : classes.get((int) value);
    }

    private static boolean numbersNear(String words, float[] said, float[] truths, int i) {
        String[] two = words.replace("said ", "").split("(, |^)is ");
        return two.length == 2
                && two[0].isEmpty() == (said.length == 0)
                && relative(two[two.length - 1], truths[i])
                && (said.length == 0 || relative(two[0], said[4 * i + 2]));
    }

    private static boolean relative(String figure, double value) {
        return Math.abs(Double.parseDouble(figure.replace('−', '-').replace(",", "")) - value)
                <= Math.max(0.006 * Math.abs(value), 6e-5);
    }

    private Optional<String> tile(List<?> tile) {
        int row = number((String) tile.get(0));
        for (DataPart part : DataPart.values()) {
            Report.Samples some = mirror.samples(part);
            for (int i = 0; i < some.rows().length; i++) {
                if (some.rows()[i] == row) {
                    int size = mirror.data().size();
                    byte[] expected = image(Arrays.copyOfRange(some.x(), i * size, (i + 1) * size), false);
                    return Arrays.equals(expected, Drawn.bytes(tile.get(1)))
                            ? Optional.empty()
                            : Optional.of("is not " + tile.get(0));
                }
            }
        }
        return Optional.of(tile.get(0) + " is in no part");
    }

    /** The line passes through what the network says, and there is nothing of the line elsewhere. */
    private Optional<String> fit(Drawn.Picture picture) {
        String[] look = picture.look().split(" ");
        float[] answers =
                mirror.look(new GridLook(Double.parseDouble(look[1]), Double.parseDouble(look[2]), 161, 0, 0, 1));
        return new FitTruth(mirror, picture, answers).fault();
    }

    /** The number in a caption: of {@code sample 12, label 3}, 12. */
    private static int number(String caption) {
        String digits = caption.replaceAll("^\\D*(\\d+).*$", "$1");
        return digits.matches("\\d+") ? Integer.parseInt(digits) : -1;
    }
}
