package dev.steep.worker.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Knob;
import dev.steep.data.Dataset;
import dev.steep.data.generated.BuiltIn;
import dev.steep.math.Random;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataTrialTest {
    private static List<Report> tried(String data, int most) {
        List<Report> answers = new ArrayList<>();
        DataTrial.of(new Inquiry.TryData(data, 42, most), answers::add).ifPresent(trial -> {
            while (!trial.advance(() -> true)) {
                assertTrue(answers.isEmpty());
            }
        });
        return answers;
    }

    /** The very samples that an experiment with this seed trains on. */
    @Test
    void samplesAreThoseOfTheLab() {
        Report.Tried tried =
                assertInstanceOf(Report.Tried.class, tried("spiral(100)", 7).get(0));
        Dataset made = BuiltIn.SPIRAL
                .job(BuiltIn.SPIRAL.kind().choice().with(size(), 100), new Random(42).fork("data"))
                .finish();
        assertEquals(7 * 2, tried.x().length);
        for (int i = 0; i < 7; i++) {
            assertEquals(made.x().sample(i)[1], tried.x()[2 * i + 1]);
        }
        DataFacts facts = tried.data();
        assertEquals(100, facts.parts()[0]);
        assertEquals(made.y().names(), facts.classes());
        assertEquals(4, facts.ranges().length);
    }

    @SuppressWarnings("unchecked") // it holds one
    private static Knob<Integer> size() {
        return (Knob<Integer>) BuiltIn.SPIRAL.kind().knob("size").orElseThrow();
    }

    @Test
    void thereIsNothingOfWhatCannotBeMade() {
        assertEquals(List.of(), tried("file(a.csv)", 5));
        assertEquals(List.of(), tried("spirals and more", 5));
        assertEquals(List.of(), tried("spiral", 0));
    }
}
