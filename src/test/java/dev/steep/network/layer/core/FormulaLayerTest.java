package dev.steep.network.layer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Python;
import dev.steep.math.Shape;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaLayerTest {
    private static Choice pick(String formula, String start) {
        return FormulaLayer.KIND.choice().with(FormulaLayer.FORMULA, formula).with(FormulaLayer.START, start);
    }

    private static Outcome.Fails fails(String start) {
        return assertInstanceOf(Outcome.Fails.class, new FormulaLayer(pick("a * exp(-k x)", start)).fit(Shape.of(1)));
    }

    @Test
    void eachLetterIsAWeightWithItsStart() {
        List<Weights> weights = new FormulaLayer(pick("a * exp(-k x)", "k = 0.1")).weights(Shape.of(1));
        assertEquals(List.of("a", "k"), weights.stream().map(Weights::name).toList());
        assertEquals("constant(1)", weights.get(0).initializer().toString());
        assertEquals("constant(0.1)", weights.get(1).initializer().toString());
    }

    @Test
    void whatIsWrongInStartIsSaidAndCanBeLeftOut() {
        assertTrue(fails("a=1, q=3")
                .sentence()
                .startsWith("In Formula, start names q, which the formula does not have; it has a, k."));
        assertTrue(fails("exp=1").sentence().startsWith("In Formula, start names exp: exp is a function."));
        assertTrue(fails("x=1").sentence().startsWith("In Formula, start names x: x is what comes in"));
        assertTrue(fails("a=one").sentence().contains("where a number"));
        assertTrue(fails("1").sentence().contains("where a letter, = and a number are wanted"));
        assertTrue(fails("a=1,a=2").sentence().contains("start says twice"));
        Outcome.Offer offer = fails("k=0.2; q=3").offer().orElseThrow();
        assertEquals("k=0.2", offer.instead().get(0).get(FormulaLayer.START));
        assertInstanceOf(Outcome.Fits.class, new FormulaLayer(pick("a exq x", "q=1")).fit(Shape.of(1)));
    }

    /** Somebody types a formula of their own over the one of the decay: nothing of the old one is in its way. */
    @Test
    void anotherFormulaForgetsTheStartsOfLettersThatAreGone() {
        Choice before = pick("a * exp(-k x)", "a=50, k=0.1, q=3");
        Choice own = before.with(FormulaLayer.FORMULA, "a * 2^(-x/T)");
        assertEquals("a=50,q=3", new FormulaLayer(own).edited(before).get(FormulaLayer.START));
        Choice mistaken = before.with(FormulaLayer.FORMULA, "a * exq(x)");
        assertEquals(mistaken, new FormulaLayer(mistaken).edited(before));
        Choice start = before.with(FormulaLayer.START, "k=0.2, T=1");
        assertEquals(start, new FormulaLayer(start).edited(before));
    }

    @Test
    void aFormulaOfColumnsMakesOneNumberOfEachSample() {
        FormulaLayer plane = new FormulaLayer(pick("a * x1 + b * x3^2 + c", ""));
        assertEquals(Shape.of(1), ((Outcome.Fits) plane.fit(Shape.of(4))).output());
        assertEquals(
                List.of("a", "b", "c"),
                plane.weights(Shape.of(4)).stream().map(Weights::name).toList());
        assertEquals(
                "Formula names x3, but is given 2 numbers: x1 and x2. Write a formula of those.",
                ((Outcome.Fails) plane.fit(Shape.of(2))).sentence());
        Outcome.Fails image = (Outcome.Fails) plane.fit(Shape.of(8, 8, 1));
        assertTrue(image.sentence().contains("Put Flatten before it"), image.sentence());
        assertEquals(2, image.offer().orElseThrow().instead().size());
    }

    @Test
    void kerasPicksTheColumns() {
        Python script = new Python();
        pick("a * x1 + b * x3^2", "").inKeras(script);
        String definition = String.join("\n", script.takeDefinitions());
        assertTrue(definition.contains("return self.a * x[:, 0:1] + self.b * x[:, 2:3] ** 2"), definition);
    }

    @Test
    void kerasHasALayerClassOfIt() {
        Python script = new Python();
        assertEquals("Formula()", pick("a * exp(-lambda x)", "lambda=0.1").inKeras(script));
        assertEquals("""
                class Formula(keras.layers.Layer):
                    # a * exp(-lambda x)
                    def build(self, input_shape):
                        self.a = self.add_weight(
                            shape=(1,), initializer=keras.initializers.Constant(1.0), name="a")
                        self.lambda_ = self.add_weight(
                            shape=(1,), initializer=keras.initializers.Constant(0.1), name="lambda")

                    def call(self, x):
                        return self.a * ops.exp(-(self.lambda_ * x))
                """, String.join("\n", script.takeDefinitions()).replace("    \n", "\n"));
    }
}
