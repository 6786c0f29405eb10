package dev.steep.ui.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.Look;
import dev.steep.recipe.RecipeText;
import dev.steep.recipe.Settings;
import dev.steep.worker.Talk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the checks say of runs that the worker does, as the page asks it. */
class RealRunsTest {
    private Talk talk = new Talk();

    private float[] look(Look look) {
        return talk.ask(Report.Picture.class, new Inquiry.Once(look)).numbers().get(0);
    }

    /** What is said in the course of so many epochs, or nothing. */
    private Optional<Finding> said(Report.Opened opened, int epochs) {
        assertEquals(List.of(), opened.problems());
        Checkup checkup = new Checkup(RecipeText.read(opened.recipe()).recipe(), opened.data(), opened.layers());
        checkup.once().forEach(look -> checkup.known(look, look(look)));
        Optional<Finding> before = Check.first(checkup.evidence(List.of()), List.of());
        if (before.isPresent()) {
            return before;
        }
        List<Look> looks = checkup.looks();
        List<EpochLog> logs = new ArrayList<>();
        int heard = talk.unasked(Report.Progress.class).size();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            talk.train(0, 1);
            assertFalse(talk.progress().state() == Report.Progress.State.DIVERGED, "diverged in epoch " + epoch);
            List<Report.Progress> told = talk.unasked(Report.Progress.class);
            told.subList(heard, told.size()).forEach(progress -> logs.addAll(progress.log()));
            heard = told.size();
            assertEquals(epoch, logs.size());
            List<float[]> numbers = looks.stream().map(this::look).toList();
            checkup.read(epoch, looks, numbers);
            Optional<Finding> found = Check.first(checkup.evidence(logs), List.of());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static final String SEED = "/seed=3";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what goes wrong | what is said of it | what the remedy is
                "circle/Dense(8,relu,bias_initializer=constant(-5))/Dense(1,sigmoid)/optimizer=SGD(0.03)"
                        + " | dead | Use leaky_relu in dense",
                // steps so long that the loss jitters about, and comes below its first value by chance
                "circle/prepare(signed)/Dense(8,relu)/Dense(1,sigmoid)/optimizer=SGD(10)/fit(10,60)"
                        + " | dead | Use leaky_relu in dense",
                "circle/prepare(none)/Dense(8,tanh,kernel_initializer=random_normal(0,10))/Dense(1,sigmoid)/optimizer=SGD(0.001)"
                        + " | saturated | Standardise the inputs",
                "circle/prepare(none)/Dense(8,linear,kernel_initializer=random_normal(0,10))/Dense(8,sigmoid,kernel_initializer=random_normal(0,10))"
                        + "/Dense(1,sigmoid)/optimizer=SGD(0.001)"
                        + " | saturated | Use relu in dense_1",
                "circle/Dense(8,sigmoid)/Dense(8,sigmoid)/Dense(8,sigmoid)/Dense(8,sigmoid)/Dense(8,sigmoid)/Dense(8,sigmoid)"
                        + "/Dense(8,sigmoid)/Dense(8,sigmoid)/Dense(1,sigmoid)/optimizer=SGD(0.01)"
                        + " | vanishing | Use relu in the hidden layers",
            })
    void illRunsAreNoticed(String recipe, String check, String remedy) {
        Finding found = said(talk.open("1/data=" + recipe + "/loss=binary_crossentropy" + SEED), 12)
                .orElseThrow();
        assertEquals(check, found.check(), found.sentence());
        assertEquals(remedy, found.remedy().orElseThrow().words(), found.sentence());
        String mended = found.remedy().get().recipe().toString();
        assertEquals(
                "",
                said(talk.open(mended), 8)
                        .map(Finding::check)
                        .filter(check::equals)
                        .orElse(""),
                mended);
    }

    @Test
    void growingGradientsAreNoticedBeforeNumbersOverflow() {
        Finding found = said(
                        talk.open(
                                "1/data=sine/prepare(none)/Dense(1,linear)/loss=mean_squared_error/optimizer=SGD(0.12)"
                                        + "/fit(40,9)" + SEED),
                        20)
                .orElseThrow();
        assertEquals("exploding", found.check(), found.sentence());
        assertTrue(found.sentence().startsWith("The gradient of dense/kernel explodes"), found.sentence());
    }

    /** @param share of the rows whose label follows the second column exactly */
    private Optional<Finding> table(double share, int rare, boolean number) {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("width,height,kind\n");
        for (int i = 0; i < 300; i++) {
            boolean rose = i % rare == 0;
            double height =
                    random.nextDouble() < share ? (rose ? 2 : 0) + random.nextDouble() : 3 * random.nextDouble();
            csv.append(random.nextDouble()).append(',').append(height).append(',');
            csv.append(number ? "" + (3 * height + 1 + (1 - share) * random.nextDouble()) : rose ? "rose" : "lily");
            csv.append('\n');
        }
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        return said(
                talk.ask(
                        Report.Opened.class,
                        new Request.OpenFiles(List.of(new Request.OpenFiles.File("flowers.csv", bytes)))),
                3);
    }

    @Test
    void columnThatGivesTheAnswerAwayIsNoticed() {
        Finding found = table(1, 2, false).orElseThrow();
        assertEquals("leakage", found.check());
        assertTrue(
                found.sentence().startsWith("height alone tells kind for 100 % of the training samples"),
                found.sentence());
        assertEquals("leakage", table(1, 2, true).orElseThrow().check());
    }

    @Test
    void columnThatHelpsGivesNothingAway() {
        assertEquals(Optional.empty(), table(0.9, 2, false));
        assertEquals(Optional.empty(), table(0.5, 2, true));
    }

    @Test
    void unequalClassesAreNoticed() {
        Finding found = table(0.7, 10, false).orElseThrow();
        assertEquals("imbalance", found.check());
        assertTrue(found.sentence().contains("24 of rose"), found.sentence());
        assertEquals(Optional.empty(), table(0.7, 4, false));
    }

    private Report.Opened file(String csv) {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        return talk.ask(
                Report.Opened.class, new Request.OpenFiles(List.of(new Request.OpenFiles.File("flowers.csv", bytes))));
    }

    @Test
    void sortedRowsAreNoticedWhereTheLastOnesValidate() {
        Random random = new Random(5);
        StringBuilder sorted = new StringBuilder("width,height,kind\n");
        StringBuilder mixed = new StringBuilder(sorted);
        for (int i = 0; i < 300; i++) {
            String numbers = random.nextDouble() + "," + random.nextDouble() + ",";
            sorted.append(numbers).append(i < 240 ? "lily" : "rose").append('\n');
            mixed.append(numbers).append(i % 5 > 0 ? "lily" : "rose").append('\n');
        }
        String last = "/split(0.2,0,last)";
        Report.Opened opened = talk.open(file(sorted.toString()).recipe() + last);
        Finding found = said(opened, 2).orElseThrow();
        assertEquals("sorted", found.check());
        assertTrue(found.sentence().startsWith("All 60 samples of rose are in the validation part"), found.sentence());
        String mended = found.remedy().orElseThrow().recipe().toString();
        assertEquals(Optional.empty(), said(talk.open(mended), 2));
        talk = new Talk();
        assertEquals(Optional.empty(), said(talk.open(file(mixed.toString()).recipe() + last), 2));
    }

    @Test
    void outliersThatCrowdAllOthersAreNoticed() {
        Random random = new Random(6);
        StringBuilder far = new StringBuilder("flux,height,kind\n");
        StringBuilder near = new StringBuilder(far);
        for (int i = 0; i < 300; i++) {
            String rest = "," + random.nextDouble() + "," + (random.nextBoolean() ? "rose" : "lily") + "\n";
            double flux = 1 + random.nextDouble();
            far.append(i % 150 == 3 ? 1e6 * flux : flux).append(rest);
            near.append(Math.exp(random.nextGaussian())).append(rest);
        }
        Finding found = said(file(far.toString()), 2).orElseThrow();
        assertEquals("outliers", found.check());
        assertEquals("Prepare flux by log", found.remedy().orElseThrow().words());
        talk = new Talk();
        assertEquals(Optional.empty(), said(file(near.toString()), 2));
    }

    /** A column that is constant where the network learns; it is left out by one press. */
    @Test
    void constantColumnIsNoticedBeforeTheFirstEpoch() {
        Random random = new Random(7);
        StringBuilder still = new StringBuilder("camera,flux,kind\n");
        StringBuilder moving = new StringBuilder(still);
        for (int i = 0; i < 200; i++) {
            String rest = "," + random.nextDouble() + "," + (random.nextBoolean() ? "rose" : "lily") + "\n";
            still.append(i < 160 ? 3 : 4).append(rest);
            moving.append(i % 5 == 0 ? 3 : 4).append(rest);
        }
        String last = "/split(0.2,0,last)";
        Finding found =
                said(talk.open(file(still.toString()).recipe() + last), 0).orElseThrow();
        assertEquals("constant", found.check());
        assertTrue(found.sentence().startsWith("camera is 3"), found.sentence());
        assertEquals("Leave out camera", found.remedy().orElseThrow().words());
        Report.Opened mended = talk.open(found.remedy().get().recipe().toString());
        assertEquals(List.of("flux"), mended.data().features());
        assertEquals(Optional.empty(), said(mended, 0));
        talk = new Talk();
        assertEquals(Optional.empty(), said(talk.open(file(moving.toString()).recipe() + last), 0));
    }

    @Test
    void largeNumbersThatAreNotScaledAreNoticedBeforeTheFirstEpoch() {
        Random random = new Random(8);
        StringBuilder csv = new StringBuilder("mass,flux,kind\n");
        for (int i = 0; i < 200; i++) {
            csv.append(1e10 * (1 + random.nextDouble())).append(',').append(random.nextDouble());
            csv.append(random.nextBoolean() ? ",rose\n" : ",lily\n");
        }
        String opened = file(csv.toString()).recipe();
        assertEquals(Optional.empty(), said(talk.open(opened + "/prepare(standardise)"), 0));
        Finding found = said(talk.open(opened + "/prepare(none)"), 0).orElseThrow();
        assertEquals("unscaled", found.check());
        assertTrue(found.sentence().startsWith("mass comes to the network as it is"), found.sentence());
        assertEquals(
                Optional.empty(),
                said(talk.open(found.remedy().orElseThrow().recipe().toString()), 0));
    }

    @Test
    void leakCanBeLeftOut() {
        Finding.Remedy remedy = table(1, 2, false).orElseThrow().remedy().orElseThrow();
        assertEquals("Leave out height", remedy.words());
        assertEquals(
                List.of("width"), talk.open(remedy.recipe().toString()).data().features());
    }

    /** First the F1 score is measured; then each class may count as much as the other. */
    @Test
    void unequalClassesAreWeighed() {
        Finding.Remedy measured = table(0.7, 10, false).orElseThrow().remedy().orElseThrow();
        assertEquals("Measure the F1 score", measured.words());
        Finding.Remedy weighed = said(talk.open(measured.recipe().toString()), 3)
                .orElseThrow()
                .remedy()
                .orElseThrow();
        assertEquals("Let each class count the same", weighed.words());
        // 240 training samples: 24 of rose, 216 of lily; classes in the order of their names
        assertEquals(Optional.of(List.of(0.556, 5.0)), weighed.recipe().fit().get(Settings.CLASS_WEIGHT));
        Optional<Finding> still = said(talk.open(weighed.recipe().toString()), 3);
        assertEquals(Optional.empty(), still.flatMap(Finding::remedy));
    }

    /** The built-in data with usual networks: nothing is wrong with any of these runs. */
    @Test
    void nothingIsSaidOfOrdinaryRuns() {
        List<String> data = List.of("circle", "xor", "gauss", "spiral");
        List<String> layers = List.of("Dense(8,relu)", "Dense(6,tanh)/Dense(4,tanh)", "Dense(16,relu)/Dense(8,relu)");
        List<String> optimizers = List.of("Adam", "SGD(0.1)", "RMSprop(0.005)", "SGD(0.05,0.9)", "Adam(0.003)");
        List<String> said = new ArrayList<>();
        int runs = 0;
        for (int seed = 1; seed <= 4; seed++) {
            for (String set : data) {
                for (String network : layers) {
                    for (String optimizer : optimizers) {
                        String recipe = "1/data=" + set + "/" + network
                                + "/Dense(1,sigmoid)/loss=binary_crossentropy/optimizer=" + optimizer + "/seed=" + seed;
                        runs++;
                        talk = new Talk();
                        said(talk.open(recipe), 16).ifPresent(each -> said.add(recipe + ": " + each.sentence()));
                    }
                }
            }
        }
        for (int seed = 1; seed <= 4; seed++) {
            for (String recipe : List.of(
                    "digits(300)/Conv2D(4,3,activation=relu)/MaxPooling2D/Flatten/Dense(10,softmax)/optimizer=Adam(0.003)",
                    "digits(300)/Flatten/Dense(32,relu)/Dense(10,softmax)/loss=sparse_categorical_crossentropy/optimizer=SGD(0.1)",
                    "sine/Dense(12,tanh)/Dense(1)/loss=mean_squared_error/optimizer=Adam(0.01)",
                    "flux_mass(300)/prepare(standardise,answer=inputs)/Dense(16,tanh)/Dense(2)/Dense(16,tanh)/Dense(3)"
                            + "/loss=mean_squared_error/optimizer=Adam(0.01)",
                    "digits(300)/prepare(answer=inputs)/Flatten/Dense(64,relu)/Dense(8)/Dense(64,relu)/Dense(784,sigmoid)"
                            + "/Reshape((28,28,1))/loss=binary_crossentropy/optimizer=Adam(0.003)")) {
                runs++;
                talk = new Talk();
                said(talk.open("1/data=" + recipe + "/seed=" + seed), 8)
                        .ifPresent(each -> said.add(recipe + ": " + each.sentence()));
            }
        }
        assertTrue(runs >= 200, "" + runs);
        assertEquals(List.of(), said);
    }
}
