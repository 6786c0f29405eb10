package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.keras.KerasScript;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.recipe.RecipeText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weights of classes, from the link to the loss and the Keras script. */
class ClassWeightsTest {
    private static final String CIRCLE =
            "1/data=circle(100)/Dense(1,sigmoid)/loss=binary_crossentropy/optimizer=SGD(1e-7)/fit(80,1,class_weight=";

    private final Talk talk = new Talk();

    /** The loss of the only step of the first epoch, with weights that hardly move. */
    private double loss(String weights) {
        talk.open(CIRCLE + weights + ")");
        talk.train(0, 1);
        return talk.progress().losses()[0];
    }

    @Test
    void theLossIsWeighted() {
        double first = loss("(1,0)");
        double second = loss("(0,1)");
        assertTrue(first > 0 && second > 0);
        assertEquals(first + second, loss("(1,1)"), 1e-6);
        assertEquals(3 * first + second / 2, loss("(3,0.5)"), 1e-6);
        assertEquals(2 * first + second, loss("2"), 1e-6); // a class without a number counts 1
    }

    /** Of a table of 40 rows with a column w, the loss of the first step and its script. */
    private String table(String w, String uses, String fit, double[] loss) {
        StringBuilder csv = new StringBuilder("a,w,kind\n");
        for (int i = 0; i < 40; i++) {
            csv.append(i * 0.25 % 3)
                    .append(',')
                    .append(w.equals("odd") ? i % 2 : w)
                    .append(',');
            csv.append("xy".charAt(i % 2)).append('\n');
        }
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        talk.ask(Report.Opened.class, new Request.OpenFiles(List.of(new Request.OpenFiles.File("t.csv", bytes))));
        Report.Opened opened = talk.open("1/data=file(t.csv,kind,columns=" + uses
                + ")/split(0)/Dense(1,sigmoid)/loss=binary_crossentropy/optimizer=SGD(1e-7)/fit(40,1" + fit + ")");
        talk.train(0, 1);
        loss[0] = talk.progress().losses()[0];
        return KerasScript.text(KerasScript.of(RecipeText.read(opened.recipe()).recipe(), opened.data()));
    }

    @Test
    void rowsAreWeighedByAColumn() {
        double[] alike = new double[1];
        double[] twice = new double[1];
        double[] odd = new double[1];
        double[] second = new double[1];
        double[] both = new double[1];
        table("2", "drop(w)", "", alike);
        String script = table("2", "weight(w)", "", twice);
        assertEquals(2 * alike[0], twice[0], 1e-6);
        assertTrue(script.contains("sample_weight=weights[training],"), script);
        assertTrue(script.contains("weights = table[\"w\"].to_numpy"), script);
        table("odd", "weight(w)", "", odd); // counts class y alone
        table("2", "drop(w)", ",class_weight=(0,1)", second);
        assertEquals(second[0], odd[0], 1e-6);
        String product = table("odd", "weight(w)", ",class_weight=(5,3)", both);
        assertEquals(3 * odd[0], both[0], 1e-6);
        assertTrue(product.contains("weights = weights * np.array([5, 3], \"float32\")[labels]"), product);
        assertTrue(!product.contains("class_weight={"), product);
    }

    @Test
    void weightsInVainAreSaid() {
        assertEquals(List.of(), talk.open(CIRCLE + "(1,2))").notices());
        assertEquals(
                List.of("class_weight of fit has 3 numbers for 2 classes: those after the first 2 are not used."),
                talk.open(CIRCLE + "(1,2,3))").notices());
        assertEquals(
                List.of(
                        "Numbers are predicted here, so there are no classes to weigh: class_weight of fit is not used."),
                talk.open("1/data=sine/Dense(1)/loss=mean_squared_error/fit(8,1,class_weight=(1,2))")
                        .notices());
        talk.train(0, 1);
    }
}
