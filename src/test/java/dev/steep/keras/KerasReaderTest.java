package dev.steep.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Random;
import dev.steep.network.Layers;
import dev.steep.network.Wiring;
import dev.steep.protocol.DataFacts;
import dev.steep.recipe.Presets;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KerasReaderTest {
    private static final DataFacts DIGITS = new DataFacts(
            "Digits",
            new int[] {28, 28, 1},
            List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
            List.of(),
            List.of(),
            List.of(),
            new double[] {0, 255},
            new int[] {80, 20, 0},
            0,
            0,
            List.of(),
            new int[0],
            "",
            List.of(),
            false);

    private static String read(String code) {
        KerasReader.Result result = KerasReader.read(code);
        String layers = Recipe.PLAIN.withLayers(result.layers()).toString();
        String prefix = Recipe.PLAIN.withLayers(List.of()).toString();
        return layers.substring(Math.min(layers.length(), prefix.length() + 1))
                + (result.remarks().isEmpty() ? "" : " | " + String.join(" ", result.remarks()));
    }

    @Test
    void linesOfLayersAreRead() {
        assertEquals("Conv2D(8,3,activation=relu)/MaxPooling2D/Flatten/Dense(10,softmax)", read("""
                        layers.Conv2D(8, 3, activation="relu")
                        layers.MaxPooling2D(2)
                        layers.Flatten()
                        layers.Dense(10, activation="softmax")
                        """));
    }

    @Test
    void axesAreReadAsKerasWritesThem() {
        assertEquals(
                "Permute((2,1,3))/LayerNormalization((1,2,3))/BatchNormalization(1)/Normalization(none)/Softmax((1,2))/Softmax(1)",
                read("""
                        layers.Permute((2, 1, 3))
                        layers.LayerNormalization(axis=[1, 2, 3])
                        layers.BatchNormalization(axis=1)
                        layers.Normalization(axis=None)
                        layers.Softmax(axis=[1, 2])
                        layers.Softmax(axis=(1,))
                        """));
    }

    @Test
    void aSequentialModelIsReadAroundItsScript() {
        assertEquals(
                "Conv2D(6,5,padding=same,activation=tanh)/AveragePooling2D/Flatten/Dropout(0.5)/Dense(10,softmax)",
                read("""
                        import keras
                        from keras import layers
                        model = keras.Sequential([
                            keras.Input(shape=(28, 28, 1)),  # images
                            layers.Conv2D(6, (5, 5), padding='same', activation=keras.activations.tanh,
                                          input_shape=(28, 28, 1)),
                            layers.AveragePooling2D(pool_size=(2, 2)),
                            layers.Flatten(),
                            layers.Dropout(0.5, seed=1),
                            layers.Dense(units=10, activation=tf.nn.softmax),
                        ])
                        model.compile(optimizer="adam", loss="categorical_crossentropy")
                        model.summary()
                        """));
    }

    @Test
    void addedLayersAreRead() {
        assertEquals(
                "Dense(16,relu)/BatchNormalization(momentum=0.9)/Dense(1)",
                read("model = Sequential()\nmodel.add(Dense(16, 'relu'))\nmodel.add(BatchNormalization(-1, 0.9))\n"
                        + "model.add(Dense(1))"));
    }

    @Test
    void positionsAreThoseOfKeras() {
        assertEquals(
                "Conv2D(8,3,2,same,activation=relu)",
                read("Conv2D(8, 3, 2, 'same', None, 1, 1, 'relu')")
                        .replace(
                                " | Conv2D has no parameter \"groups\"; \"groups=1\" is ignored. Remove it, or correct it.",
                                ""));
    }

    @Test
    void picksAreReadWithTheirParameters() {
        assertEquals(
                "Dense(4,leaky_relu(0.1),kernel_initializer=he_normal,kernel_regularizer=L2)",
                read(
                        "Dense(4, activation=keras.layers.LeakyReLU(0.1), kernel_initializer=keras.initializers.HeNormal(seed=3),"
                                + " kernel_regularizer=regularizers.l2(0.01))"));
    }

    @Test
    void theFunctionalInterfaceIsReadWithItsShortcuts() {
        String link = "1/data=digits/Conv2D(4,3,padding=same,name=left)/Conv2D(4,3,padding=same)/Add(from=left)"
                + "/Flatten/Dense(10,softmax)";
        Recipe recipe = RecipeText.read(link).recipe();
        KerasReader.Result result = KerasReader.read(KerasScript.text(KerasScript.of(recipe, DIGITS)));
        assertEquals(recipe.toString(), recipe.withLayers(result.layers()).toString(), "" + result.remarks());
        assertEquals(List.of(), result.remarks());
    }

    /** As in many tutorials of Keras 2: lower-case functions join layers. */
    @Test
    void functionsThatJoinLayersAreRead() {
        assertEquals(
                "Conv2D(8,3,padding=same,name=conv2d)/Conv2D(8,3,padding=same,name=conv2d_1)/Add(from=conv2d)/Flatten/Dense(10)"
                        .replace(",name=conv2d_1", "")
                        .replace(",name=conv2d", ""),
                read("""
                        x = layers.Conv2D(8, 3, padding="same")(inputs)
                        y = layers.Conv2D(8, 3, padding="same")(x)
                        x = layers.add([x, y])
                        x = layers.Flatten()(x)
                        outputs = layers.Dense(10)(x)
                        """));
        assertEquals("Dense(1)", read("model.add(Dense(1))"));
    }

    @Test
    void commasAndBracketsThatWereForgottenLoseNoLayer() {
        assertEquals(
                "Flatten/Dense(32,relu)/Dense(10)",
                read("model = Sequential([\n  Flatten()\n  Dense(32, activation='relu')\n  Dense(10)\n])"));
        assertEquals(
                "Dense(32,relu)/Dense(10,softmax)",
                read("model.add(Dense(32, activation='relu')\nmodel.add(Dense(10, activation='softmax'))"));
    }

    @Test
    void linesOfPythonsPromptAreRead() {
        assertEquals(
                "Dense(12,relu)/Dense(10)",
                read(
                        ">>> model = Sequential()\n>>> model.add(Dense(12,\n...           'relu'))\n>>> model.add(Dense(10))\n"));
    }

    @Test
    void numbersWithANameAreRead() {
        assertEquals(
                "Conv2D(64,5,activation=relu)/Dense(10)",
                read(
                        "n = 64\nkernel = (5, 5)\nact = 'relu'\nnum_classes = 10\nConv2D(n, kernel, activation=act)\nDense(num_classes)"));
    }

    @Test
    void aLoopIsReadOnceAndThatIsSaid() {
        String said = read("for i in range(3):\n    model.add(Dense(32))\nmodel.add(Dense(1))");
        assertTrue(said.startsWith("Dense(32)/Dense(1) | The layers in a loop"), said);
    }

    @Test
    void slopesOfKeras2AndTheLayersOwnDefaultAreRead() {
        assertEquals("LeakyReLU(0.1)", read("LeakyReLU(alpha=0.1)"));
        assertEquals("Dense(4,leaky_relu(0.1))", read("Dense(4, activation=LeakyReLU(alpha=0.1))"));
        assertEquals("Dense(4,leaky_relu(0.3))", read("Dense(4, activation=LeakyReLU())"));
        assertEquals("Dense(4,leaky_relu)", read("Dense(4, activation='leaky_relu')"));
        assertEquals("MaxPooling2D(padding=same)", read("MaxPooling2D(padding='SAME')"));
    }

    @Test
    void whatIsNotKnownIsSaid() {
        assertTrue(read("layers.Dense(10)\nlayers.LSTM(32)").contains("There is no layer \"LSTM\""));
        assertTrue(read("layers.Dense(8, lora_rank=2)").contains("\"lora_rank\""));
        assertTrue(read("layers.Dens(8)").contains("did you mean Dense?"));
    }

    /** Every preset's script and every kind of layer, there and back. */
    @Test
    void whatIsWrittenIsRead() {
        for (Kind kind : Layers.kinds()) {
            if (kind.knob("from").isEmpty()) {
                Choice layer = Layers.of(kind.choice()).usual();
                List<Choice> back =
                        KerasReader.read(KerasReader.write(List.of(layer))).layers();
                assertEquals(1, back.size(), kind.name());
                assertEquals(layer.toString(), back.get(0).with(NAME, "").toString());
            }
        }
        List<Choice> layers = Presets.OPENING.layers();
        assertEquals(
                layers, Wiring.apart(KerasReader.read(KerasReader.write(layers)).layers(), List.of()));
    }

    private static final Knob<String> NAME = dev.steep.network.layer.LayerOptions.NAME;

    @Test
    void copiedCodeIsShort() {
        assertEquals(
                "layers.Conv2D(8, 3, activation=\"relu\"),\nlayers.Dense(4, name=\"mine\"),\n",
                KerasReader.write(RecipeText.read("1/Conv2D(8,3,activation=relu,name=conv2d_7)/Dense(4,name=mine)")
                        .recipe()
                        .layers()));
    }

    /** Lines of {@code keras/signatures.txt}: a layer and its positional parameters, by Python's {@code inspect}. */
    @Test
    void orderIsThatOfKeras() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (InputStream file = getClass().getResourceAsStream("/keras/signatures.txt")) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                List<String> words = List.of(line.split(" "));
                for (Kind kind : Layers.kinds()) {
                    if (kind.name().equals(words.get(0))) {
                        List<String> order = KerasReader.order(kind);
                        List<String> keras = words.subList(1, words.size());
                        for (int i = 0; i < order.size() && i < keras.size(); i++) {
                            boolean ours = kind.knob(order.get(i)).isPresent();
                            if (!keras.get(i).equals(order.get(i)) && ours && keras.contains(order.get(i))) {
                                wrong.add(kind.name() + ": " + order.get(i) + " where Keras has " + keras.get(i));
                            }
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Whatever is pasted: texts of code with pieces cut out, doubled and mixed. */
    @Test
    void nothingThatIsPastedThrows() {
        String code = KerasScript.text(KerasScript.of(Presets.OPENING, DataFacts.NONE));
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            int from = random.below(code.length());
            int to = from + random.below(code.length() - from + 1);
            int at = random.below(code.length());
            String text = code.substring(0, at) + code.substring(from, to) + "([{'\"\\#=,.\n".charAt(random.below(11));
            KerasReader.read(random.below(2) == 0 ? text : text + code.substring(at));
        }
        KerasReader.read("(".repeat(30_000));
        KerasReader.read("a(".repeat(15_000));
        KerasReader.read("[\"".repeat(15_000));
    }
}
