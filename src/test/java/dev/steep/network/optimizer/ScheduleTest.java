package dev.steep.network.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Python;
import dev.steep.catalog.Remarks;
import dev.steep.catalog.RowDomain;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Problem;
import dev.steep.network.Sketch;
import dev.steep.network.formula.StepContext;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules against real numbers of Keras 3.15 (numpy back end, which computes with floats). */
class ScheduleTest {
    private static final int[] STEPS = {0, 1, 37, 50, 99, 100, 101, 150, 200, 201, 250, 251, 333};

    /** A pick, then its rates at the steps above. */
    private static final String[] KERAS = {
        "ExponentialDecay(0.1,100,0.9) 0.1 0.09989469 0.09617667 0.09486832 0.09009487 0.09 0.08990522 0.0853815 0.08099999 0.0809147 0.07684334 0.07676243 0.0704089",
        "ExponentialDecay(0.1,100,0.9,true) 0.1 0.1 0.1 0.1 0.1 0.09 0.09 0.09 0.08099999 0.08099999 0.08099999 0.08099999 0.07289999",
        "PiecewiseConstantDecay((100,250),(0.1,0.05,0.01)) 0.1 0.1 0.1 0.1 0.1 0.1 0.05 0.05 0.05 0.05 0.05 0.01 0.01",
        "PolynomialDecay(0.1,200) 0.1 0.0995005 0.0815185 0.075025 0.0505495 0.05005 0.0495505 0.025075 0.0001 0.0001 0.0001 0.0001 0.0001",
        "PolynomialDecay(0.1,200,0.001,2) 0.1 0.09901247 0.06675828 0.0566875 0.02624748 0.02575 0.02525748 0.0071875 0.001 0.001 0.001 0.001 0.001",
        "PolynomialDecay(0.1,100,0.001,0.5,true) 0.1 0.09950376 0.07957882 0.07100357 0.0109 0.001 0.07065268 0.0505 0.001 0.05787117 0.04141658 0.04101037 0.0415175",
        "InverseTimeDecay(0.1,100,0.5) 0.1 0.09950249 0.08438819 0.08 0.06688964 0.06666667 0.06644519 0.05714286 0.05 0.04987531 0.04444445 0.0443459 0.03752345",
        "InverseTimeDecay(0.1,100,0.5,true) 0.1 0.1 0.1 0.1 0.1 0.06666667 0.06666667 0.06666667 0.05 0.05 0.05 0.05 0.04",
        "CosineDecay(0.1,200) 0.1 0.09999383 0.09179037 0.08535534 0.05078536 0.05 0.04921463 0.01464466 0 0 0 0 0",
        "CosineDecay(0.1,200,0.2) 0.1 0.09999507 0.0934323 0.08828428 0.06062829 0.06 0.05937171 0.03171573 0.02 0.02 0.02 0.02 0.02",
        "CosineDecay(0.01,200,0.1,0.1,50) 0.01 0.0118 0.0766 0.1 0.08731569 0.08681981 0.08631608 0.055 0.0231802 0.02268432 0.01 0.01 0.01",
        "CosineDecay(0.01,200,warmup_steps=50) 0.01 0.009999383 0.009179036 0.008535534 0.005078536 0.004999999 0.004921463 0.001464466 0 0 0 0 0",
        "CosineDecayRestarts(0.1,50) 0.1 0.09990134 0.01577264 0.1 0.05157053 0.05 0.04842946 0.1 0.08535534 0.08479565 0.05 0.04921463 0.00177213",
        "CosineDecayRestarts(0.1,50,1,0.8,0.1) 0.1 0.09991121 0.02419538 0.082 0.01007104 0.0676 0.06754317 0.05608 0.046864 0.04682763 0.0394912 0.0394621 0.01611349",
        "CosineDecayRestarts(0.1,30,3,0.5) 0.1 0.0997261 0.04925739 0.04415111 0.006421381 0.005848889 0.005299731 0.02424616 0.01996448 0.01984732 0.01322681 0.01308157 0.002649864"
    };

    static Stream<String> keras() {
        return Stream.of(KERAS);
    }

    @ParameterizedTest
    @MethodSource("keras")
    void hasTheRatesOfKeras(String line) {
        String[] words = line.split(" ");
        Choice schedule = read(words[0]);
        for (int i = 0; i < STEPS.length; i++) {
            double expected = Double.parseDouble(words[i + 1]);
            assertEquals(expected, Schedule.rate(schedule, STEPS[i]), 1e-7 + 1e-5 * expected, "step " + STEPS[i]);
        }
    }

    @Test
    void eachIsComparedWithKeras() {
        for (Schedule each : Schedule.values()) {
            assertTrue(
                    keras().anyMatch(line -> line.startsWith(each.kind().name() + "(")),
                    each.kind().name());
        }
    }

    @Test
    void theFirstStepOfAnOptimizerIsStepZeroOfItsSchedule() {
        LearningRate rate = LearningRate.of(optimizer("SGD(schedule=PiecewiseConstantDecay((2,4),(0.1,0.01,0.001)))"));
        double[] rates = IntStream.rangeClosed(1, 6)
                .mapToDouble(step -> rate.at(StepContext.of(step, 1)))
                .toArray();
        assertEquals(
                List.of(0.1, 0.1, 0.1, 0.01, 0.01, 0.001),
                Stream.of(0, 1, 2, 3, 4, 5).map(i -> rates[i]).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SGD()",
                "SGD(momentum=0.9)",
                "Adam()",
                "AdamW()",
                "Nadam()",
                "Adamax()",
                "RMSprop()",
                "Adagrad()"
            })
    void aModelIsGivenWhatItsScheduleSays(String pick) {
        String other = pick.replace("(", "(beside,").replace(",)", ")");
        Model scheduled = model(other.replace("beside", "schedule=InverseTimeDecay(0.5,3,0.5)"));
        for (int step = 1; step < 9; step++) {
            Model fixed = model(other.replace("beside", "learning_rate=" + 0.5 / (1 + 0.5 * ((step - 1) / 3.0))));
            double[] expected = fixed.scalars(fixed.program().training(), step, 4);
            double[] given = scheduled.scalars(scheduled.program().training(), step, 4);
            assertArrayEquals(expected, given, 1e-12, pick + ", step " + step);
        }
    }

    @Test
    void aScheduleCanBeSetWhileTraining() {
        Model fixed = model("Adam");
        Design other = design("Adam(schedule=CosineDecay(0.1,10))");
        assertTrue(fixed.retuned(other).isPresent());
    }

    @Test
    void kerasWaysOfWritingAreRead() {
        Choice schedule = optimizer("Adam(schedule=CosineDecay(0.1,10),beta_1=0.8)");
        assertEquals(schedule, optimizer("Adam(learning_rate=CosineDecay(0.1,10),beta_1=0.8)"));
        assertEquals(schedule, optimizer("Adam(cosinedecay(0.1,10),0.8)"));
    }

    @Test
    void saysItselfInKeras() {
        assertEquals(
                "keras.optimizers.SGD(learning_rate=keras.optimizers.schedules.CosineDecay(0.1, 10, alpha=0.5),"
                        + " momentum=0.9)",
                optimizer("SGD(0.3,0.9,schedule=CosineDecay(0.1,10,0.5))").inKeras(new Python()));
        assertEquals(
                "keras.optimizers.Adam(learning_rate=keras.optimizers.schedules.PiecewiseConstantDecay([100.0],"
                        + " [0.1, 0.01]))",
                optimizer("Adam(schedule=PiecewiseConstantDecay(100,(0.1,0.01)))")
                        .inKeras(new Python()));
    }

    @Test
    void saysWhenValuesDoNotMatchBoundaries() {
        List<String> sentences =
                Plan.of(design("SGD(schedule=PiecewiseConstantDecay((10,20),(0.1,0.01)))")).problems().stream()
                        .map(Problem::sentence)
                        .toList();
        assertEquals(
                List.of(
                        "PiecewiseConstantDecay takes one value more than boundaries: 2 boundaries need 3 values, but there"
                                + " are 2. Until there are, the last value goes on to the end."),
                sentences);
    }

    @Test
    void boundariesHaveToRise() {
        Remarks remarks = new Remarks();
        RowDomain rising = (RowDomain) ScheduleKnobs.BOUNDARIES.domain();
        assertEquals(List.of(5.0), rising.read(Phrase.read("(3,2)", remarks), List.of(5.0), "boundaries", remarks));
        assertEquals(1, remarks.sentences().size());
    }

    private static Choice read(String text) {
        Remarks remarks = new Remarks();
        Phrase phrase = Phrase.read(text, remarks);
        Choice choice = new Domain.Pick(Schedule::kinds)
                .read(phrase, Schedule.COSINE_DECAY.kind().choice(), "schedule", remarks);
        assertEquals(List.of(), remarks.sentences());
        return choice;
    }

    private static Choice optimizer(String text) {
        return design(text).optimizer();
    }

    private static Model model(String optimizer) {
        return Model.of(Plan.of(design(optimizer)));
    }

    private static Design design(String optimizer) {
        return Sketch.with(Sketch.numbers(Shape.of(1), 1, "Dense(1)"), optimizer);
    }
}
