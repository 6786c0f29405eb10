package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.look.BaselineLook;
import dev.steep.protocol.look.GridLook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What simple models say beside the network: their curves and planes are drawn again from what another worker says. */
class ModelsIT {
    private static final int POINTS = 161;

    /** So often a picture is looked at, until it is drawn. */
    private static final int TRIES = 60;

    private static int red(int colour) {
        return colour >> 16 & 255;
    }

    private static int green(int colour) {
        return colour >> 8 & 255;
    }

    private static int blue(int colour) {
        return colour & 255;
    }

    /** By its place among the models, whether a colour is that of a curve, in the light theme. */
    private static final Map<Integer, IntPredicate> COLOURS = Map.of(
            1, colour -> blue(colour) - green(colour) > 25 && blue(colour) - red(colour) > 50,
            2, colour -> red(colour) - blue(colour) > 60 && red(colour) - green(colour) > 40,
            3, colour -> red(colour) - green(colour) > 25 && blue(colour) - green(colour) > 15);

    /** What is wrong with a picture, once it had time to be drawn. */
    private static Optional<String> soon(LabPage lab, int tries, Supplier<Optional<String>> fault) {
        Optional<String> found = fault.get();
        for (int i = 1; i < tries && found.isPresent(); i++) {
            lab.page().waitForTimeout(50);
            found = fault.get();
        }
        return found;
    }

    private static Drawn.Picture picture(LabPage lab, String kind) {
        return Drawn.on(lab).pictures().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> curve(LabPage lab, Mirror mirror, int model, boolean shown) {
        return soon(lab, TRIES, () -> {
            Drawn.Picture picture = picture(lab, "fit");
            String[] look = picture.look().split(" ");
            GridLook line = GridLook.line(Double.parseDouble(look[1]), Double.parseDouble(look[2]), POINTS);
            float[] answers = shown ? mirror.look(new BaselineLook(model, line)) : new float[0];
            return new FitTruth(mirror, picture, answers, COLOURS.get(model)).fault();
        });
    }

    @ParameterizedTest
    @EnumSource
    void curvesOfTheFitAreWhatTheModelsSay(Build build) {
        try (LabPage lab = LabPage.lent(
                build,
                "1/data=sine(120)/prepare(none)/Dense(8,tanh)/Dense(1)/loss=mse/optimizer=Adam(0.01)/fit(16,3)")) {
            Mirror mirror = new Mirror();
            mirror.open((String) lab.eval("steep.recipe()"));
            lab.call("train", Map.of("epochs", 3));
            lab.call("show", "fit");
            for (int model = 1; model <= 3; model++) {
                assertEquals(Optional.empty(), curve(lab, mirror, model, false), "nobody has asked for model " + model);
            }
            lab.button("simple models").click();
            assertEquals(Optional.empty(), curve(lab, mirror, 1, true), "the straight line");
            lab.button("polynomial of degree 3").click();
            assertEquals(Optional.empty(), curve(lab, mirror, 2, true), "the polynomial");
            lab.button("5 nearest neighbours").click();
            assertEquals(Optional.empty(), curve(lab, mirror, 3, true), "the neighbours");
            lab.button("straight line").click();
            assertEquals(Optional.empty(), curve(lab, mirror, 1, false), "switched off");

            lab.call("set", "split.validation", 0.5); // fewer to learn from
            mirror.open((String) lab.eval("steep.recipe()"));
            assertEquals(Optional.empty(), curve(lab, mirror, 2, true), "fitted to the training part of now");
        }
    }

    private static Optional<String> plane(LabPage lab, Mirror mirror, int model, int tries) {
        return soon(lab, tries, () -> {
            String wish = picture(lab, "plane").look();
            @SuppressWarnings("unchecked") // of JavaScript, a list
            List<Object> read = (List<Object>) lab.eval("""
                    (() => {
                        const c = document.querySelector('.boundary-model canvas');
                        const bytes = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
                        let text = '';
                        for (let i = 0; i < bytes.length; i += 32768) {
                            text += String.fromCharCode(...bytes.subarray(i, i + 32768));
                        }
                        return [c.width, c.height, btoa(text)];
                    })()""");
            Drawn.Picture picture = new Drawn.Picture(
                    "plane", wish, (Integer) read.get(0), (Integer) read.get(1), Drawn.bytes(read.get(2)), List.of());
            return new PlaneTruth(mirror, picture, false, grid -> new BaselineLook(model, grid)).fault();
        });
    }

    @ParameterizedTest
    @EnumSource
    void planesOfTheBoundaryAreWhatTheModelsSay(Build build) {
        try (LabPage lab = LabPage.lent(
                build, "1/data=circle(120)/Dense(4,tanh)/Dense(1,sigmoid)/loss=bce/optimizer=Adam(0.01)/fit(16,3)")) {
            Mirror mirror = new Mirror();
            mirror.open((String) lab.eval("steep.recipe()"));
            lab.call("train", Map.of("epochs", 3));
            lab.call("show", "boundary");
            List<String> models = List.of("logistic regression", "polynomial of degree 2", "5 nearest neighbours");
            for (int model = 1; model <= models.size(); model++) {
                lab.find(".boundary-legend select").selectOption(models.get(model - 1));
                assertEquals(Optional.empty(), plane(lab, mirror, model, TRIES), models.get(model - 1));
                assertEquals(
                        models.get(model - 1),
                        lab.find(".boundary-model figcaption").innerText());
            }
            assertTrue(plane(lab, mirror, 1, 1).isPresent(), "another model has another plane");
            lab.find(".boundary-legend select").selectOption("network alone");
            assertTrue(lab.find(".boundary-model").isHidden());
        }
    }
}
