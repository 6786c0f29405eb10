package dev.steep.worker.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.BaselineLook;
import dev.steep.protocol.look.GridLook;
import dev.steep.worker.Talk;
import org.junit.jupiter.api.Test;

/** What simple models say everywhere. */
class SimpleModelTest {
    private static final GridLook LINE = GridLook.line(-1, 1, 5);

    private final Talk talk = new Talk();

    private float[] look(int model, GridLook grid) {
        return talk.ask(Report.Picture.class, new Inquiry.Once(new BaselineLook(model, grid)))
                .numbers()
                .get(0);
    }

    @Test
    void straightLineIsStraightInTheUnitOfTheTarget() {
        talk.open("1/data=line/prepare(standardise,target=standardise)/Dense(1)/loss=mse");
        float[] line = look(1, LINE);
        assertEquals(5, line.length);
        for (int i = 1; i < 4; i++) {
            assertEquals(line[i], (line[i - 1] + line[i + 1]) / 2, 1e-4);
        }
        float[] mean = look(0, LINE);
        assertEquals(mean[0], mean[4]);
        assertTrue(Math.abs(line[4] - line[0]) > 0.1);
    }

    @Test
    void polynomialParabolaIsBent() {
        talk.open("1/data=polynomial/Dense(1)/loss=mse");
        float[] curve = look(2, LINE);
        assertTrue(Math.abs(curve[0] - 2 * curve[2] + curve[4]) > 0.01);
    }

    /** Each point of the plane has a probability for each class; a polynomial tells the ring from its middle, a line cannot. */
    @Test
    void polynomialKnowsTheMiddleOfACircle() {
        Report.Opened opened = talk.open("1/data=circle/prepare(signed)/Dense(1,sigmoid)/loss=binary_crossentropy");
        double far = opened.data().ranges()[1];
        GridLook grid = new GridLook(-far, far, 3, -far, far, 3);
        float[] line = look(1, grid);
        float[] polynomial = look(2, grid);
        float[] near = look(3, grid);
        assertEquals(18, polynomial.length);
        for (float[] each : new float[][] {line, polynomial, near}) {
            for (int i = 0; i < 9; i++) {
                assertEquals(1, each[2 * i] + each[2 * i + 1], 1e-6);
            }
        }
        int inside = polynomial[8] > 0.5 ? 0 : 1;
        assertTrue(polynomial[8 + inside] > 0.9 && near[8 + inside] > 0.9);
        assertTrue(polynomial[inside] < 0.1 && near[inside] < 0.1);
        assertTrue(line[8 + inside] < 0.7);
    }

    @Test
    void wideSamplesHaveNoGrid() {
        talk.open("1/data=digits(60)/Flatten/Dense(10,softmax)");
        assertEquals(0, look(1, LINE).length);
        assertEquals(0, look(7, LINE).length);
    }
}
