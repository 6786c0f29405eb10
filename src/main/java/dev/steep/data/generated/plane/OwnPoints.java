package dev.steep.data.generated.plane;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.catalog.Python;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.Target;
import dev.steep.data.generated.set.GeneratedSet;
import dev.steep.data.generated.set.Group;
import dev.steep.math.PointText;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import java.util.List;

/** Points that the learner sets in the plane. They are kept in the recipe, so that a link has them. */
public final class OwnPoints {
    /** How many there may be: more would make links that some programs cut. */
    public static final int MOST = 400;

    /** A ring of fourteen around a group of ten. */
    private static final String BEGINNING =
            "BrigBs9ICSC_A76BF9nlGGpUGQ3NCSdGAoH_F25sGHmcDKqPBQbsCx76Fs3HGWX_FwIsDJ1wC2TtFmX_GHIUA4l2DOX_BO0J";

    /** The points, as {@link PointText} writes them. */
    public static final Knob<String> POINTS = Knob.text(
            "points", BEGINNING, 4 * MOST, new Written(), "The points with their classes, four characters for each.");

    public static final Kind KIND = Kind.of(
                    "points",
                    "Draw your own",
                    "A plane for points of your own, in up to five classes: set them with mouse, pen, finger or keys.",
                    POINTS)
            .inKeras(OwnPoints::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.PLANE,
            KIND,
            "prepare(signed)/split(0)/Dense(8,activation=tanh)/Dense(4,activation=tanh)/Dense(1,activation=sigmoid)"
                    + "/loss=binary_crossentropy/optimizer=Adam(0.03)/fit(16,200)",
            "Draw something that this network cannot learn; then make it learn it.",
            OwnPoints::make);

    /** Names of the classes: their colours. */
    private static final List<String> COLOURS = List.of("purple", "green", "yellow", "grey", "pink");

    private static final double REACH = 6;

    private OwnPoints() {}

    /** A link that was cut or mistyped keeps the points that can be read. */
    private static final class Written implements Domain.Text.Form {
        @Override
        public String kept(String text) {
            return PointText.write(PointText.read(text));
        }

        @Override
        public String complaint(String text) {
            int at = Math.max(0, PointText.firstMistake(text));
            int all = (text.length() + 3) / 4;
            return "four characters of base64url for each point; \""
                    + text.substring(at, Math.min(text.length(), at + 4))
                    + "\", point " + (at / 4 + 1) + " of " + all + ", is none. "
                    + Numbers.count(PointText.read(text).size(), "point") + " can be read";
        }
    }

    private static String inKeras(Choice choice, Python script) {
        StringBuilder rows = new StringBuilder("points = np.array([\n");
        List<PointText.Point> points = points(choice);
        for (int i = 0; i < points.size(); i++) {
            PointText.Point each = points.get(i);
            rows.append(i % 6 == 0 ? "    " : " ");
            rows.append("[" + each.x() + ", " + each.y() + ", " + each.group() + "],");
            rows.append(i % 6 == 5 || i + 1 == points.size() ? "\n" : "");
        }
        return rows + "])  # x, y and class of each, as they were drawn\n"
                + "x, y = points[:, :2] * 12 / 1023 - 6, points[:, 2]\n";
    }

    /** Those of a choice; if it has none, those to begin with. */
    private static List<PointText.Point> points(Choice choice) {
        List<PointText.Point> points = PointText.read(choice.get(POINTS));
        return points.isEmpty() ? PointText.read(BEGINNING) : points;
    }

    private static Dataset make(Choice choice, Random random) {
        List<PointText.Point> points = points(choice);
        float[] x = new float[2 * points.size()];
        int[] y = new int[points.size()];
        int classes = 2;
        for (int i = 0; i < y.length; i++) {
            PointText.Point each = points.get(i);
            x[2 * i] = (float) (each.x() * 2 * REACH / PointText.MOST - REACH);
            x[2 * i + 1] = (float) (each.y() * 2 * REACH / PointText.MOST - REACH);
            y[i] = each.group();
            classes = Math.max(classes, 1 + y[i]);
        }
        return new Dataset(
                KIND.title(),
                Shape.of(2),
                new FloatSamples(x, 2),
                new Target.Classes(y, COLOURS.subList(0, classes)),
                List.of("x", "y"));
    }
}
