package dev.steep.worker.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.GridLook;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.UnitsLook;
import dev.steep.protocol.look.ZerosLook;
import dev.steep.worker.Talk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What units do for all samples, and everywhere in the plane. */
class UnitsTest {
    private static final String END = "/Dense(1,sigmoid)/loss=binary_crossentropy/optimizer=SGD(0.1)/fit(10,60)";

    private final Talk talk = new Talk();

    private float[] look(Look look) {
        return talk.ask(Report.Picture.class, new Inquiry.Once(look)).numbers().get(0);
    }

    private LayerFacts open(String layers) {
        Report.Opened opened = talk.open("1/data=circle/prepare(signed)/" + layers + END);
        assertEquals(List.of(), opened.problems());
        return opened.layers().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "relu, relu",
        "relu6, relu6",
        "hard_shrink, hard_shrink",
        "formula('max(x;0)'), formula",
        "tanh, ''",
        "sigmoid, ''",
        "leaky_relu, ''",
        "linear, ''",
        "gelu, ''"
    })
    void activationThatIsZeroForARangeOfNumbersRests(String activation, String rests) {
        assertEquals(
                rests, open("Dense(8," + activation.replace(';', ',') + ")").rests());
    }

    @Test
    void unitsThatAreZeroForEveryTrainingSampleAreCounted() {
        LayerFacts layer = open("Dense(8,relu)");
        float[] bias = {0, -100, 0, 0, -100, 0, 0, -100};
        talk.ask(Report.Done.class, new Request.Write("dense/bias", bias));
        Report.Samples all = talk.ask(Report.Samples.class, new Inquiry.Gallery(DataPart.TRAINING, 0, 4096));
        assertArrayEquals(new float[] {3, 8, all.rows().length}, look(new ZerosLook(layer.output())));
        assertEquals(
                "circle",
                talk.open("1/data=circle/Dense(8,relu)" + END).data().name().toLowerCase());
    }

    @Test
    void unitThatMovesForOneSampleOnlyIsNotCounted() {
        LayerFacts layer = open("Dense(2,relu,kernel_initializer=zeros)");
        talk.ask(Report.Done.class, new Request.Write("dense/kernel", new float[] {1, 0, 0, 0}));
        assertEquals(1, look(new ZerosLook(layer.output()))[0]);
        // just below the largest first coordinate, which preparation has put to 1
        talk.ask(Report.Done.class, new Request.Write("dense/bias", new float[] {-0.9999f, 0}));
        assertEquals(1, look(new ZerosLook(layer.output()))[0]);
        talk.ask(Report.Done.class, new Request.Write("dense/bias", new float[] {-1.0001f, 0}));
        assertEquals(2, look(new ZerosLook(layer.output()))[0]);
    }

    @Test
    void featureMapsAreCountedAsWhole() {
        Report.Opened opened =
                talk.open("1/data=digits(60)/Conv2D(4,3,activation=relu)/Flatten/Dense(10,softmax)/fit(10,3)");
        talk.ask(Report.Done.class, new Request.Write("conv2d/bias", new float[] {0, -100, 0, 0}));
        assertArrayEquals(
                new float[] {1, 4, 48},
                look(new ZerosLook(opened.layers().get(0).output())));
    }

    @Test
    void layerThatNeverRestsIsNotCounted() {
        assertEquals(0, look(new ZerosLook(open("Dense(8,tanh)").output())).length);
        assertEquals(0, look(new ZerosLook("nothing")).length);
    }

    /** Each unit is a function of the plane; the last layer's is the answer. */
    @Test
    void unitsComputeFunctionsOfThePlane() {
        LayerFacts layer = open("Dense(3,linear)");
        talk.train(5, 0);
        GridLook grid = new GridLook(-2, 2, 4, -1, 1, 3);
        float[] units = look(new UnitsLook(layer.output(), grid));
        assertEquals(4 * 3 * 3, units.length);
        float[] kernel = talk.tensor("dense/kernel");
        float[] bias = talk.tensor("dense/bias");
        for (int unit = 0; unit < 3; unit++) { // linear in x: even steps, and the same in each row
            double step = units[3 + unit] - units[unit];
            assertEquals(step, units[6 + unit] - units[3 + unit], 1e-5);
            assertEquals(step, units[12 + 3 + unit] - units[12 + unit], 1e-5);
            assertEquals(Math.signum(kernel[unit]), Math.signum(step));
        }
        assertEquals(3, bias.length);
        float[] answer = look(grid);
        float[] last = look(new UnitsLook("dense_1/output", grid));
        assertArrayEquals(answer, last);
    }

    /** One is complete while the others still go on. */
    @Test
    void severalLayersAreLookedAtInSlices() {
        open("Dense(3,tanh)");
        GridLook grid = new GridLook(-1, 1, 60, -1, 1, 60);
        List<Look> looks = List.of(
                new UnitsLook("dense/output", new GridLook(-1, 1, 4, -1, 1, 4)),
                grid,
                new UnitsLook("dense/output", grid));
        int id = talk.send(new Inquiry.Watch("panel", looks, Inquiry.Watch.NOTHING));
        talk.rest();
        List<float[]> numbers = ((Report.Picture) talk.answer(id)).numbers();
        assertEquals(3 * 16, numbers.get(0).length);
        assertEquals(3600, numbers.get(1).length);
        assertEquals(3 * 3600, numbers.get(2).length);
    }

    @Test
    void thereIsNothingToSeeOfALayerThatIsNotThere() {
        open("Dense(3,tanh)");
        assertEquals(0, look(new UnitsLook("dense_9", new GridLook(-1, 1, 4, -1, 1, 4))).length);
        assertEquals(0, look(new UnitsLook("dense/kernel", new GridLook(-1, 1, 4, -1, 1, 4))).length);
    }
}
