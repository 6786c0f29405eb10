package dev.steep.ui.network;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.TypedArguments;
import dev.steep.network.Layers;
import dev.steep.ui.element.HelpLink;
import dev.steep.ui.palette.Command;
import dev.steep.ui.palette.CommandSearch;
import dev.steep.ui.palette.CommandSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Every kind of layer by its name, to be added; with what is typed behind it as its parameters: {@code dense 120 tanh}. */
final class LayerCommands implements CommandSource {
    private static final String GROUP = "Layer";

    /** How many words a layer's name may have: max pooling 2d. */
    private static final int LONGEST_NAME = 3;

    private final Supplier<Consumer<Choice>> here;
    private Consumer<Choice> add = layer -> {};

    /** @param here what adds a layer where that makes sense when it is asked */
    LayerCommands(Supplier<Consumer<Choice>> here) {
        this.here = here;
    }

    @Override
    public List<Command> commands() {
        add = here.get();
        return named();
    }

    private List<Command> named() {
        return Layers.kinds().stream().map(this::command).toList();
    }

    private Command command(Kind kind) {
        List<String> names = new ArrayList<>(kind.aliases());
        names.add(kind.title());
        Consumer<Choice> then = add;
        return Command.of(
                        kind.name(),
                        GROUP,
                        kind.about(),
                        () -> then.accept(Layers.of(kind.choice()).usual()))
                .called(names)
                .explained(HelpLink.anchor(kind));
    }

    @Override
    public List<Command> typed(String text) {
        int bracket = text.indexOf('(');
        boolean call = bracket > 0 && text.substring(0, bracket).indexOf(' ') < 0;
        String spaced = call ? text.substring(0, bracket) + " " + text.substring(bracket) : text;
        List<Command> typed = new ArrayList<>();
        int end = spaced.indexOf(' ');
        for (int words = 1; words <= LONGEST_NAME && end > 0; words++) {
            String arguments = spaced.substring(end).strip();
            for (Command named : CommandSearch.named(named(), spaced.substring(0, end))) {
                if (typed.isEmpty() && !arguments.isEmpty()) {
                    typed.addAll(typed(named, arguments));
                }
            }
            end = spaced.indexOf(' ', end + 1);
        }
        return typed;
    }

    private List<Command> typed(Command named, String arguments) {
        Consumer<Choice> then = add;
        return Layers.kinds().stream()
                .filter(kind -> kind.name().equals(named.name()))
                .flatMap(kind -> TypedArguments.of(Layers.of(kind.choice()).usual(), arguments).stream())
                .map(layer -> Command.of(named.name(), GROUP, layer.kind().about(), () -> then.accept(layer))
                        .now(Layers.of(layer).words()))
                .toList();
    }
}
