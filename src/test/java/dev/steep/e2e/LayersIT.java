package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layers are put in, renamed and frozen in the middle of training, and the others go on from where they were. */
class LayersIT {
    private static final String TINY =
            "1/data=digits(200)/Conv2D(2,3,padding=same,activation=relu)/Flatten/Dense(10,softmax)/fit(20,epochs=10000)";

    /** Every lasting number of the layers of these names, to the last bit. */
    private static String bits(LabPage lab, String... layers) {
        return (String) lab.eval("(async () => { const names = " + quoted(layers) + "; let all = '';"
                + "for (const t of await steep.tensors()) {"
                + "  if (['parameter', 'state', 'slot'].includes(t.role) && names.includes(t.name.split('/')[0]))"
                + "    all += t.name + ':' + [...new Uint32Array((await steep.tensor(t.name)).values.buffer)].join() + ';';"
                + "} return all; })()");
    }

    private static String quoted(String... words) {
        return "['" + String.join("','", words) + "']";
    }

    private static LabPage tiny(Build build) {
        return LabPage.lent(build, TINY);
    }

    private static void add(LabPage lab, int gap, String name) {
        lab.find("button[aria-label^='Add a layer']").nth(gap).click();
        lab.find(".palette-item:has(b:text-is('" + name + "'))").first().click();
    }

    @ParameterizedTest
    @EnumSource
    void aConvolutionIsPutInFrontInTheMiddleOfTrainingAndTheRestGoesOn(Build build) {
        try (LabPage lab = tiny(build)) {
            lab.eval("steep.train({steps: 13})");
            String flattened = bits(lab, "dense");
            assertTrue(flattened.contains("dense/kernel/") && flattened.contains("dense/bias:"), flattened);
            add(lab, 0, "Conv2D");
            lab.waitFor("steep.recipe().then(text => text.includes('name=conv2d_1'))");
            lab.waitFor("steep.tensors().then(all => all.some(t => t.name === 'conv2d_1/kernel'))");
            assertEquals(flattened, bits(lab, "dense"));
            assertEquals(13, lab.number("steep.stepLosses().then(losses => losses.length)"));
            assertEquals(
                    List.of("conv2d_1", "conv2d", "flatten", "dense"),
                    lab.find(".layer-card .layer-head b").allTextContents().subList(1, 5));
            lab.eval("steep.train({steps: 2})");
            assertEquals(15, lab.number("steep.stepLosses().then(losses => losses.length)"));
            assertNotEquals(flattened, bits(lab, "dense"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void trainingGoesOnWhileALayerIsPutIn(Build build) {
        try (LabPage lab = tiny(build)) {
            lab.button("Train").click();
            lab.waitFor("steep.stepLosses().then(losses => losses.length > 20)");
            add(lab, 2, "Dropout");
            lab.waitFor("steep.tensors().then(all => all.some(t => t.name === 'dropout/mask'))");
            lab.button("Pause").waitFor();
            double steps = lab.number("steep.stepLosses().then(losses => losses.length)");
            assertTrue(steps > 20, "" + steps);
            lab.waitFor("steep.stepLosses().then(losses => losses.length > " + steps + ")");
            lab.button("Pause").click();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLayerIsRenamedByKeyboardAndKeepsItsWeights(Build build) {
        try (LabPage lab = tiny(build)) {
            lab.eval("steep.train({steps: 5})");
            String before = bits(lab, "dense");
            lab.find(".layer-head").last().focus();
            lab.page().keyboard().press("Enter");
            Locator name = lab.find("[data-layer-name]");
            name.focus();
            name.fill("conv2d");
            lab.page().getByText("Another layer is called \"conv2d\" already.").waitFor();
            lab.page().keyboard().press("Enter");
            name.fill("answer");
            lab.page().keyboard().press("Enter");
            lab.waitFor("steep.recipe().then(text => text.includes('Dense(10,softmax,name=answer)'))");
            lab.waitFor("steep.tensors().then(all => all.some(t => t.name === 'answer/kernel'))");
            assertEquals(before.replace("dense/", "answer/"), bits(lab, "answer"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLayerIsFrozenInTheMiddleOfTraining(Build build) {
        try (LabPage lab = tiny(build)) {
            lab.eval("steep.train({steps: 5})");
            lab.eval("steep.set('layers.conv2d.trainable', false)");
            assertEquals(false, lab.eval("steep.get('layers.conv2d.trainable')"));
            String kernel = (String)
                    lab.eval("steep.tensor('conv2d/kernel').then(t => [...new Uint32Array(t.values.buffer)].join())");
            String dense = bits(lab, "dense");
            lab.eval("steep.train({steps: 5})");
            assertEquals(
                    kernel,
                    lab.eval("steep.tensor('conv2d/kernel').then(t => [...new Uint32Array(t.values.buffer)].join())"));
            assertNotEquals(dense, bits(lab, "dense"));
            assertEquals(10, lab.number("steep.stepLosses().then(losses => losses.length)"));
        }
    }
}
