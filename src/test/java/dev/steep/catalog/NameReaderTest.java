package dev.steep.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.generated.BuiltIn;
import dev.steep.network.Layers;
import dev.steep.network.activation.Activation;
import dev.steep.network.callback.Callback;
import dev.steep.network.loss.Loss;
import dev.steep.network.metric.Metric;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.network.optimizer.Schedule;
import dev.steep.network.weight.Constraint;
import dev.steep.network.weight.Initializer;
import dev.steep.network.weight.Regularizer;
import dev.steep.recipe.RecipeObject;
import dev.steep.recipe.RecipeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Keras calls something, the lab understands; what it nearly calls so is suggested. */
class NameReaderTest {
    private static final Map<String, List<Kind>> FAMILIES = Map.of(
            "activations", Activation.kinds(),
            "constraints", Constraint.kinds(),
            "initializers", Initializer.kinds(),
            "losses", Loss.kinds(),
            "metrics", Metric.kinds(),
            "optimizers", Optimizer.kinds(),
            "regularizers", Regularizer.kinds(),
            "layers", Layers.kinds());

    /** A name in Keras, and what it stands for there, of something that the lab has. */
    record Known(String family, String word, Kind meant) {}

    static List<Known> known() throws IOException {
        List<Known> all = new ArrayList<>();
        try (var file = NameReaderTest.class.getResourceAsStream("/names/keras.txt")) {
            for (String line : new String(file.readAllBytes(), UTF_8).lines().toList()) {
                String[] words = line.split(" ");
                NameReader.find(words[2], FAMILIES.get(words[0]))
                        .filter(kind -> kind.name().replace("_", "").equalsIgnoreCase(words[2].replace("_", "")))
                        .ifPresent(kind -> all.add(new Known(words[0], words[1], kind)));
            }
        }
        assertTrue(all.size() > 120, "only " + all.size() + " names");
        return all;
    }

    @ParameterizedTest
    @MethodSource("known")
    void allNamesThatKerasUnderstandsAreUnderstood(Known known) {
        List<Kind> kinds = FAMILIES.get(known.family());
        var found = known.family().equals("layers")
                ? NameReader.exact(known.word(), kinds)
                : NameReader.find(known.word(), kinds);
        assertEquals(known.meant().name(), found.map(Kind::name).orElse("nothing"));
    }

    @Test
    void noNameMeansTwoThings() {
        List<List<Kind>> lists = new ArrayList<>(FAMILIES.values());
        lists.addAll(List.of(Schedule.kinds(), Callback.kinds(), BuiltIn.kinds()));
        for (List<Kind> kinds : lists) {
            for (Kind kind : kinds) {
                for (String name : kind.names()) {
                    assertEquals(
                            List.of(kind.name()),
                            kinds.stream()
                                    .filter(other -> NameReader.find(name, List.of(other))
                                            .isPresent())
                                    .map(Kind::name)
                                    .toList());
                    assertEquals(
                            kind, NameReader.find(name.toUpperCase(), kinds).orElseThrow());
                }
            }
        }
    }

    @Test
    void linksAreWrittenWithTheMainName() {
        var reading =
                RecipeText.read("1/data=sine/Dense(4,swish,kernel_initializer=HeNormal)/Dense(1,activation=hard_swish)"
                        + "/loss=MSE/optimizer=adam/metrics=(mae,RootMeanSquaredError)");
        assertEquals(List.of(), reading.notices());
        assertEquals(
                "1/data=sine/Dense(4,silu,kernel_initializer=he_normal)/Dense(1,hard_silu)/loss=mean_squared_error"
                        + "/metrics=(mean_absolute_error,root_mean_squared_error)",
                reading.recipe().toString().replace("/optimizer=Adam", ""));
    }

    @Test
    void scriptsMayWriteThemToo() {
        var reading = RecipeObject.read("{\"layers\": [{\"class_name\": \"MaxPool2D\"}, {\"class_name\": \"Dense\","
                + " \"config\": {\"units\": 2, \"activation\": \"swish\", \"bias_initializer\": {\"class_name\": \"Zeros\"}}}],"
                + " \"compile\": {\"loss\": \"bce\", \"metrics\": [\"acc\", \"mse\"]}}");
        assertEquals(List.of(), reading.notices());
        assertEquals("binary_crossentropy", reading.recipe().loss().kind().name());
        assertEquals("MaxPooling2D", reading.recipe().layers().get(0).kind().name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/loss=msee | mse",
                "1/loss=mean_square_error | mean_squared_error",
                "1/loss=crossentropy_binary | ''",
                "1/optimizer=Adan | Adam",
                "1/optimiser=Adam | optimizer",
                "1/Dens(4) | Dense",
                "1/dense(4) | Dense",
                "1/BatchNorm | BatchNormalization",
                "1/Dense(4,unit=3) | units",
                "1/Dense(4,kernel_initializer=he_norml) | he_normal",
                "1/Dense(4,swih) | swish",
                "1/data=spirale | spiral",
                "1/Dense(4,x) | ''",
            })
    void nearMissesAreSuggestedAndNotTaken(String link, String meant) {
        String said = String.join(" ", RecipeText.read(link).notices());
        assertTrue(!said.isEmpty(), "nothing is said");
        assertEquals(
                meant,
                said.contains("did you mean ")
                        ? said.substring(said.indexOf("did you mean ") + 13, said.indexOf("?)"))
                        : "");
    }
}
