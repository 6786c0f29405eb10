package dev.steep.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.steep.data.ByteSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.network.loss.Task;
import dev.steep.reference.Reference;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What back ends say that a network takes is what it then takes. */
class PlacementTest {
    private static final int SAMPLES = 13;

    /** What the tasks of a small network take, whatever its numbers; allocated, though not for long. */
    private static final double SMALL = 100_000;

    @Test
    void kernelsCountRandomNetworksToTheByte() {
        for (int seed = 0; seed < 120; seed++) {
            countsToTheByte(RandomNetworksContract.design(new Random(seed)), SAMPLES, "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void kernelsCountLargerNetworksToTheByte(Design design) {
        countsToTheByte(design, 70, design.toString());
    }

    private static void countsToTheByte(Design design, int batch, String what) {
        Model model = Model.of(Plan.of(design));
        Supply supply = supply(model);
        long counted = new Kernels(module -> {
                    throw new AssertionError("Counting must not make a module.");
                })
                .bytes(model.program(), supply, batch);
        assertEquals(new Compiler(model.program(), supply, batch).places.memory.bytes(), counted, what);
    }

    @ParameterizedTest
    @MethodSource("designs")
    void referenceCountsNoLessThanItAllocatesAndLittleMore(Design design) {
        Model model = Model.of(Plan.of(design));
        Supply supply = supply(model);
        Reference reference = new Reference();
        reference.open(model.program(), supply, 1); // classes are loaded
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = memory.getThreadAllocatedBytes(thread);
        Machine machine = reference.open(model.program(), supply, 70);
        double allocated = memory.getThreadAllocatedBytes(thread) - before;
        double counted = reference.bytes(model.program(), supply, 70);
        assertEquals("reference", machine.backend());
        assertTrue(
                counted > allocated - SMALL && counted < 1.3 * allocated + SMALL,
                design + ": allocated " + allocated + ", counted " + counted);
    }

    @Test
    void whatNoMemoryHoldsIsCountedWithoutOverflow() {
        Design design = Sketch.classes(
                Shape.of(4000, 4000, 3),
                2,
                "Conv2D(1024,64,padding=same,dilation_rate=64)",
                "Conv2D(1024,64,padding=same,dilation_rate=64)",
                "Flatten",
                "Dense(4096)",
                "Dense(2,softmax)");
        Model model = Model.of(Plan.of(design));
        Supply supply = supply(model);
        double one = 4000.0 * 4000 * 1024 * 4;
        long kernels = new Kernels(module -> {
                    throw new AssertionError("Counting must not make a module.");
                })
                .bytes(model.program(), supply, 1024);
        assertTrue(kernels > 1024 * 4 * one, "kernels: " + kernels);
        assertTrue(new Reference().bytes(model.program(), supply, 1024) > 1024 * 8 * one);
    }

    static List<Design> designs() {
        return List.of(
                Sketch.digits(
                        "Conv2D(8,3,padding=same,activation=relu)",
                        "MaxPooling2D",
                        "Conv2D(16,3,padding=same,activation=mish)",
                        "MaxPooling2D(3,strides=2)",
                        "Flatten",
                        "Dropout(0.25)",
                        "Dense(10,softmax)"),
                Sketch.digits(
                        "Conv2D(5,7x3,strides=3x2,activation=tanh)",
                        "Conv2D(3,4,padding=same,dilation_rate=5)",
                        "GlobalAveragePooling2D",
                        "Dense(10,softmax)"),
                Sketch.digits("Conv2D(2,1)", "Conv2D(4,64,strides=28,padding=same)", "Flatten", "Dense(10,softmax)"),
                Sketch.digits("Conv2D(3,20,padding=same,dilation_rate=20)", "Flatten", "Dense(10,softmax)"),
                Sketch.digits("AveragePooling2D(20,strides=1,padding=same)", "Flatten", "Dense(10,softmax)"),
                Sketch.digits("Flatten", "Dense(500,gelu)", "Dense(300,softmax)", "Dropout(0.5)", "Dense(10,softmax)"),
                Sketch.with(Sketch.digits("Flatten", "Dense(128,selu)", "Dense(10,softmax)"), "SGD(0.1,0.9)"),
                Sketch.numbers(Shape.of(9), 3, "Dense(1000,mish)", "Dense(3)"));
    }

    /** Bytes for images, numbers of another kind for the rest. */
    private static Supply supply(Model model) {
        int size = Math.min(model.program().train().input().size(), 1 << 20);
        int width = model.program().train().target().size();
        boolean classes = model.plan().design().task() instanceof Task.Classification;
        Target target = classes
                ? new Target.Classes(new int[SAMPLES], Collections.nCopies(width, "c"))
                : new Target.Numbers(new float[SAMPLES * width], width, Collections.nCopies(width, "y"));
        return new Supply(new ByteSamples(new byte[SAMPLES * size], size), Rescaling.NONE, target);
    }
}
