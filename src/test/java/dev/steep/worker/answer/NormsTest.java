package dev.steep.worker.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.engine.Backend;
import dev.steep.kernels.GraalHost;
import dev.steep.kernels.Kernels;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.Norms;
import dev.steep.protocol.look.NormsLook;
import dev.steep.reference.Reference;
import dev.steep.worker.Talk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Norms of weights, gradients and changes, against the tensors that they are of. */
class NormsTest {
    private static final String RECIPE = "1/data=circle(100)/Dense(5,tanh,kernel_regularizer=l2(0.01))/Dense(1,sigmoid)"
            + "/loss=binary_crossentropy/optimizer=";
    private static final double RATE = 0.125;

    private static Talk talk(String backend) {
        Backend made = backend.equals("kernels") ? new Kernels(new GraalHost()) : new Reference();
        return new Talk(made);
    }

    private static Norms norms(Talk talk, String parameter) {
        return Norms.of(talk.ask(Report.Picture.class, new Inquiry.Once(new NormsLook(parameter)))
                .numbers()
                .get(0));
    }

    private static double norm(float[] numbers) {
        double squares = 0;
        for (float each : numbers) {
            squares += (double) each * each;
        }
        return Math.sqrt(squares);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "kernels"})
    void changeOfPlainDescentIsRateTimesGradient(String backend) {
        Talk talk = talk(backend);
        talk.open(RECIPE + "SGD(" + RATE + ")");
        talk.train(7, 0);
        for (String name : new String[] {"dense/kernel", "dense/bias", "dense_1/kernel", "dense_1/bias"}) {
            Norms norms = norms(talk, name);
            float[] weight = talk.tensor(name);
            String gradient = name.equals("dense/kernel") ? name + "/gradient_2" : name + "/gradient";
            assertEquals(weight.length, norms.size());
            assertEquals(norm(weight), norms.weight(), 1e-6 * norms.weight(), name);
            assertEquals(norm(talk.tensor(gradient)), norms.gradient(), 1e-6 * norms.gradient(), name);
            assertEquals(RATE * norms.gradient(), norms.change(), 1e-5 * norms.weight(), name);
            assertTrue(norms.change() > 0, name);
            assertEquals(norms.change() / norms.weight(), norms.ratio());
            assertEquals(norms.weight() / Math.sqrt(weight.length), norms.rootMeanSquare(norms.weight()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "kernels"})
    void changeIsWhatTheLastStepDid(String backend) {
        Talk talk = talk(backend);
        talk.open(RECIPE + "Adam(0.01)");
        talk.train(3, 0);
        float[] before = talk.tensor("dense/kernel");
        talk.train(1, 0);
        float[] change = talk.tensor("dense/kernel");
        for (int i = 0; i < change.length; i++) {
            change[i] -= before[i];
        }
        assertEquals(norm(change), norms(talk, "dense/kernel").change(), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "kernels"})
    void whatIsNotKnownIsNotANumber(String backend) {
        Talk talk = talk(backend);
        talk.open(RECIPE + "SGD(0.1)");
        assertTrue(Double.isNaN(norms(talk, "dense/kernel").gradient()));
        assertTrue(Double.isNaN(norms(talk, "dense/kernel").change()));
        assertEquals(0, norms(talk, "dense/output").size());
        talk.train(2, 0);
        talk.ask(Report.Done.class, new Request.Write("dense_1/bias", new float[] {3}));
        assertEquals(3, norms(talk, "dense_1/bias").weight());
        assertTrue(Double.isNaN(norms(talk, "dense_1/bias").change()), "set by hand");
        assertTrue(norms(talk, "dense/bias").change() > 0);
        talk.train(1, 0);
        assertTrue(norms(talk, "dense_1/bias").change() > 0);
    }

    /** An epoch of before is looked at: its last step is not that of this machine. */
    @ParameterizedTest
    @ValueSource(strings = {"reference", "kernels"})
    void epochThatIsLookedAtAgainHasItsNorms(String backend) {
        Talk talk = talk(backend);
        talk.open(RECIPE + "SGD(0.1)");
        talk.train(0, 1);
        Norms first = norms(talk, "dense/kernel");
        talk.train(0, 1);
        talk.ask(Report.Done.class, new Request.At(1));
        assertEquals(first, norms(talk, "dense/kernel"));
    }
}
