package dev.steep.kernels.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.kernels.code.Layouts;
import dev.steep.kernels.code.MemoryPlan;
import dev.steep.kernels.code.StepGroup;
import dev.steep.math.Shape;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.tape.Program;
import dev.steep.tape.Step;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of a step share memory, and never while both are needed. */
class LivenessTest {
    private static final int SAMPLES = 16;

    static Stream<List<String>> networks() {
        return Stream.of(
                List.of("Flatten", "Dense(20,tanh)", "Dense(20,tanh)", "Dense(20,tanh)", "Dense(3,softmax)"),
                List.of("Conv2D(4,3,activation=gelu)", "MaxPooling2D(2)", "Conv2D(6,2)", "Flatten", "Dense(3,softmax)"),
                List.of(
                        "Flatten",
                        "Dense(30,elu)",
                        "Dropout(0.5)",
                        "Dense(30,mish)",
                        "Dropout(0.2)",
                        "Dense(3,softmax)"));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatIsNeededAtTheSameTimeLiesApart(List<String> layers) {
        Program program = Model.of(Plan.of(Sketch.classes(Shape.of(8, 8, 1), 3, layers.toArray(new String[0]))))
                .program();
        Tape tape = program.training();
        MemoryPlan memory = new MemoryPlan(Layouts.of(program));
        memory.placeScalars(tape);
        memory.place(tape, SAMPLES);
        Set<Value> kept = Set.of(program.train().loss(), program.train().hits());
        List<StepGroup> groups = Fusion.together(tape, memory, kept);
        Map<Value, Integer> places = Liveness.of(groups, kept, memory, SAMPLES);
        assertFalse(places.isEmpty(), "something is shared");

        Map<Value, Integer> first = new HashMap<>();
        Map<Value, Integer> last = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            for (Step step : groups.get(i).steps()) {
                if (groups.get(i).stores(step.output())) {
                    first.putIfAbsent(step.output(), i);
                    last.put(step.output(), i);
                }
                for (Value x : step.inputs()) {
                    last.put(x, i);
                }
            }
        }
        for (Value value : places.keySet()) {
            assertFalse(isKept(value, kept), value + " is read afterwards");
        }
        for (Value a : first.keySet()) {
            for (Value b : first.keySet()) {
                boolean together = first.get(a) <= last.get(b) && first.get(b) <= last.get(a);
                if (a != b && together && !sameMemory(memory, a, b)) {
                    assertTrue(apart(at(places, memory, a), a, at(places, memory, b), b), a + " and " + b);
                }
            }
        }
    }

    private static boolean isKept(Value value, Set<Value> kept) {
        return kept.contains(value) || value.role().lasts();
    }

    /** One is the other in another shape. */
    private static boolean sameMemory(MemoryPlan memory, Value a, Value b) {
        return memory.of(a) == memory.of(b);
    }

    private static int at(Map<Value, Integer> places, MemoryPlan memory, Value value) {
        return places.getOrDefault(value, memory.of(value));
    }

    private static boolean apart(int a, Value first, int b, Value second) {
        return a + bytes(first) <= b || b + bytes(second) <= a;
    }

    private static int bytes(Value value) {
        return 4 * value.size() * (value.batched() ? SAMPLES : 1);
    }
}
