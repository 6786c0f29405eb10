package dev.steep.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.image.JvmImages;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Messages;
import dev.steep.protocol.Request;
import dev.steep.protocol.packet.Packet;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.reference.Reference;
import dev.steep.worker.Dispatcher;
import dev.steep.worker.experiment.Backends;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackgroundRunsTest {
    private static final Recipe CIRCLE = RecipeText.read(
                    "1/data=circle(120)/Dense(4,relu)/Dropout(0.1)/Dense(2,softmax)/optimizer=Adam(0.01)/fit(16,3)")
            .recipe();

    /** Settings that a running training takes over, others that keep the weights, and others that begin anew. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "seed; 1, 2, 3",
                "optimizer.learning_rate; 0.001, 0.1",
                "layers.dense.units; 2, 8",
                "layers.dense.activation; tanh, relu",
                "optimizer; SGD, Adam",
                "fit.batch_size; 8, 32",
                "data.noise; 0, 0.3",
                "layers.dropout.rate; 0, 0.5",
            })
    void eachHasTheNumbersThatItHasAlone(String path, String values) {
        List<Recipe> recipes = Sweep.grid(CIRCLE, List.of(path), List.of(Sweep.listed(values)), 3, new ArrayList<>());
        Heard together = train(recipes);
        assertEquals(List.of(), together.failures);
        assertEquals(recipes.size(), together.runs.size());
        for (int i = 0; i < recipes.size(); i++) {
            Heard alone = train(List.of(recipes.get(i)));
            assertEquals(numbers(alone.runs.get(0)), numbers(together.runs.get(i)), path + " " + i);
            assertEquals(recipes.get(i), together.runs.get(i).recipe());
        }
        assertEquals(1, together.over);
    }

    @Test
    void whatCannotBeTrainedSaysWhyAndTheNextIs() {
        Recipe broken = RecipeText.read("1/data=circle(120)/MaxPooling2D/Dense(2,softmax)")
                .recipe();
        Heard heard = train(List.of(CIRCLE, broken, CIRCLE.withSeed(7)));
        assertEquals(2, heard.runs.size());
        assertEquals(1, heard.failures.size());
        assertTrue(heard.failures.get(0).startsWith("1: "), heard.failures.toString());
        assertEquals(numbers(train(List.of(CIRCLE.withSeed(7))).runs.get(0)), numbers(heard.runs.get(1)));
    }

    @Test
    void aWorkerThatDiesCostsOneRun() {
        Room room = new Room();
        Heard heard = new Heard();
        BackgroundRuns trials = trials(room, List.of(CIRCLE, CIRCLE.withSeed(1), CIRCLE.withSeed(2)), heard);
        trials.start();
        while (heard.runs.isEmpty()) {
            room.turn();
        }
        room.died.accept("out of memory");
        room.rest();
        assertEquals(List.of("1: Its worker stopped: out of memory."), heard.failures);
        assertEquals(2, heard.runs.size());
        assertEquals(2, heard.runs.get(1).recipe().seed());
    }

    @Test
    void whatIsGivenUpKeepsWhatWasTrained() {
        Room room = new Room();
        Heard heard = new Heard();
        BackgroundRuns trials = trials(room, List.of(CIRCLE, CIRCLE.withSeed(1), CIRCLE.withSeed(2)), heard);
        trials.start();
        while (heard.runs.isEmpty()) {
            room.turn();
        }
        trials.cancel();
        room.rest();
        trials.cancel();
        assertEquals(1, heard.runs.size());
        assertEquals(1, heard.over);
        assertTrue(room.closed);
    }

    @Test
    void ownDataComeFirst() {
        float[] x = {0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 0, 1, 1, 0, 1, 1};
        float[] y = {0, 1, 1, 0, 0, 1, 1, 0};
        Request.OwnData own = new Request.OwnData(x, new int[] {2}, y, 0, List.of("a", "b"));
        Room room = new Room();
        List<String> made = new ArrayList<>();
        Dispatcher reading = new Dispatcher(
                Backends.only(new Reference()),
                new JvmImages(true),
                (id, report) -> {
                    if (report instanceof dev.steep.protocol.Report.Opened opened) {
                        made.add(opened.recipe());
                    }
                },
                () -> 0);
        reading.receive(Messages.pack(1, own));
        while (reading.turn()) {}
        Recipe recipe = RecipeText.read(made.get(0)).recipe();
        Heard heard = new Heard();
        new BackgroundRuns(
                        room,
                        then -> then.accept(Optional.of(own)),
                        Sweep.seeds(recipe, 2, 2),
                        "g seed",
                        () -> 0,
                        heard)
                .start();
        room.rest();
        assertEquals(List.of(), heard.failures);
        assertEquals(2, heard.runs.size());
        assertEquals(2, heard.runs.get(1).epochs().size());
    }

    private static Heard train(List<Recipe> recipes) {
        Room room = new Room();
        Heard heard = new Heard();
        trials(room, recipes, heard).start();
        room.rest();
        return heard;
    }

    private static BackgroundRuns trials(Room room, List<Recipe> recipes, Heard heard) {
        return new BackgroundRuns(room, then -> then.accept(Optional.empty()), recipes, "g seed", () -> 0, heard);
    }

    private static List<String> numbers(KeptRun run) {
        return run.epochs().stream().map(BackgroundRunsTest::numbers).toList();
    }

    private static String numbers(EpochLog epoch) {
        return epoch.epoch() + " " + epoch.step() + " " + Arrays.toString(epoch.numbers());
    }

    private static final class Heard implements BackgroundRuns.Listener {
        private final List<KeptRun> runs = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private int over;

        @Override
        public void advanced(int place, int epoch, int epochs) {}

        @Override
        public void trained(int place, KeptRun run) {
            runs.add(run);
        }

        @Override
        public void failed(int place, String sentence) {
            failures.add(place + ": " + sentence);
        }

        @Override
        public void over() {
            over++;
        }
    }

    /** A real worker, turn by turn. */
    private static final class Room implements BackgroundRuns.Workers {
        private final Deque<Runnable> post = new ArrayDeque<>();
        private Dispatcher lab;
        private Consumer<String> died;
        private boolean closed;

        @Override
        public BackgroundRuns.Worker start(Consumer<Packet> heard, Consumer<String> failure) {
            double[] time = {0};
            died = failure;
            closed = false;
            Dispatcher mine = new Dispatcher(
                    Backends.only(new Reference()),
                    new JvmImages(true),
                    (id, report) -> {
                        Packet packet = Messages.pack(id, report);
                        post.add(() -> heard.accept(packet));
                    },
                    () -> time[0] += 0.5);
            lab = mine;
            return new BackgroundRuns.Worker() {
                @Override
                public void send(Packet packet) {
                    post.add(() -> mine.receive(packet));
                }

                @Override
                public void close() {
                    closed = true;
                }
            };
        }

        boolean turn() {
            boolean went = !closed && lab.turn();
            boolean any = !post.isEmpty();
            while (!post.isEmpty()) {
                post.removeFirst().run();
            }
            return went || any;
        }

        void rest() {
            for (int i = 0; turn(); i++) {
                assertTrue(i < 1_000_000, "no rest");
            }
        }
    }
}
