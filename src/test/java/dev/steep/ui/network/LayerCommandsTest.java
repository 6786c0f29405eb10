package dev.steep.ui.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.network.Layers;
import dev.steep.ui.palette.Command;
import dev.steep.ui.palette.CommandSearch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerCommandsTest {
    private final List<Choice> added = new ArrayList<>();
    private final LayerCommands layers = new LayerCommands(() -> added::add);

    private List<String> found(String text) {
        return CommandSearch.of(layers.commands(), text, List.of()).stream()
                .map(Command::name)
                .toList();
    }

    private String typed(String text) {
        layers.commands();
        List<Command> typed = layers.typed(text);
        if (typed.isEmpty()) {
            return "";
        }
        typed.get(0).run().run();
        return added.get(added.size() - 1).toString();
    }

    @Test
    void theBeginningOfANameComesFirst() {
        assertEquals("Conv2D", found("conv").get(0));
        assertEquals("Dropout", found("drop").get(0));
        assertEquals("Dense", found("DENSE").get(0));
    }

    @Test
    void blanksAndSignsDoNotMatter() {
        assertEquals("MaxPooling2D", found("max pool").get(0));
        assertEquals("MaxPooling2D", found("max_pooling2d").get(0));
    }

    @Test
    void initialsAreUnderstood() {
        assertEquals("BatchNormalization", found("bn").get(0));
    }

    @Test
    void everyLayerIsTheFirstThatItsOwnNamesAndItsTitleFind() {
        for (Kind kind : Layers.kinds()) {
            kind.names().forEach(name -> assertEquals(kind.name(), found(name).get(0), name));
            assertEquals(kind.name(), found(kind.title()).get(0), kind.title());
        }
    }

    @Test
    void nothingTypedFindsAllInTheirOrder() {
        assertEquals(Layers.kinds().stream().map(Kind::name).toList(), found(" "));
    }

    @Test
    void nonsenseFindsNothing() {
        assertTrue(found("zzz").isEmpty());
        assertEquals("", typed("zzz 3"));
        assertEquals("", typed("flatten 3"));
    }

    @Test
    void whatIsTypedBehindANameIsItsParameters() {
        assertEquals("Dense(120,tanh)", typed("dense 120 tanh"));
        assertEquals("Conv2D(6,5,activation=relu)", typed("conv 6 5 valid"));
        assertEquals("Conv2D(16,3x5,2,same,activation=tanh)", typed("Conv2D(16, 3x5, 2, same, tanh)"));
        assertEquals("MaxPooling2D(3)", typed("max pooling 3"));
        assertEquals("Dropout(0.5)", typed("dropout 0.5"));
        assertEquals("Dense(4,leaky_relu(0.1))", typed("dense 4 leaky_relu(0.1)"));
        assertEquals("Dense(10,softmax,kernel_initializer=he_normal)", typed("dense units=10 HeNormal softmax"));
    }
}
