package dev.steep.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.catalog.Kind;
import dev.steep.network.Layers;
import dev.steep.recipe.Template;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandSearchTest {
    private static final List<Command> ALL = List.of(
            command("learning rate", "Setting of Adam").called(List.of("Adam")),
            command("batch size", "Setting"),
            command("BatchNormalization", "Layer").called(List.of("Batch normalization")),
            command("mean_squared_error", "Loss").called(List.of("mse")),
            command("Curves", "View"),
            Command.of("Reset", "Action", "Back to the first weights.", () -> {}));

    private static Command command(String name, String group) {
        return Command.of(name, group, "", () -> {});
    }

    private static List<String> found(String text, String... recent) {
        return CommandSearch.of(ALL, text, List.of(recent)).stream()
                .map(Command::name)
                .toList();
    }

    @Test
    void namesComeBeforeSentences() {
        assertEquals("learning rate", found("learn").get(0));
        assertEquals(List.of("Reset"), found("first weights"));
    }

    @Test
    void otherNamesAndInitialsAreNames() {
        assertEquals("mean_squared_error", found("mse").get(0));
        assertEquals("learning rate", found("lr").get(0));
        assertEquals("learning rate", found("adam").get(0));
    }

    @Test
    void theHelpOfWhatIsTypedComesBeforeThatOfOthers() {
        List<Command> help = List.of(
                command("Help: Normalization", "Help").called(List.of("he")),
                command("Help: glorot_normal", "Help"),
                command("Help: he_normal", "Help"));
        assertEquals(
                "Help: he_normal",
                CommandSearch.of(help, "he_normal", List.of()).get(0).name());
    }

    /** Enter behind a layer's name adds that layer: a template would replace the network. */
    @Test
    void noTemplateIsCalledAsALayerIs() {
        for (Template template : Template.values()) {
            List<Command> both = new ArrayList<>();
            both.add(command(template.title(), "Template").called(template.names()));
            Layers.kinds()
                    .forEach(kind -> both.add(command(kind.name(), "Layer").called(kind.names())));
            for (Kind kind : Layers.kinds()) {
                assertEquals(
                        "Layer",
                        CommandSearch.of(both, kind.name(), List.of()).get(0).group(),
                        template + " " + kind.name());
            }
        }
    }

    @Test
    void wordsMayComeInAnyOrder() {
        assertEquals(List.of("learning rate"), found("rate adam"));
        assertEquals(List.of("Curves"), found("view curves"));
    }

    @Test
    void ofEquallyGoodOnesWhatWasUsedComesFirst() {
        assertEquals(List.of("batch size", "BatchNormalization"), found("batch"));
        assertEquals(List.of("BatchNormalization", "batch size"), found("batch", "Layer: BatchNormalization"));
        assertEquals("Curves", found("", "View: Curves").get(0));
    }

    @Test
    void nothingTypedFindsAllInTheirOrder() {
        assertEquals(ALL.stream().map(Command::name).toList(), found(""));
    }

    @Test
    void whatIsNearIsSuggested() {
        assertEquals(
                "Curves", CommandSearch.nearest(ALL, "curvse").orElseThrow().name());
        assertEquals(true, CommandSearch.nearest(ALL, "xylophone").isEmpty());
    }
}
