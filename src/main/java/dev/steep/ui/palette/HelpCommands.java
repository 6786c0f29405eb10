package dev.steep.ui.palette;

import dev.steep.catalog.Kind;
import dev.steep.catalog.Term;
import dev.steep.recipe.Family;
import dev.steep.ui.element.HelpLink;
import java.util.ArrayList;
import java.util.List;

/** What help says of everything that can be picked, and of the words that are explained. */
public final class HelpCommands implements CommandSource {
    private static final String GROUP = "Help";

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (Family family : Family.values()) {
            for (Kind kind : family.kinds()) {
                commands.add(Command.of(
                                GROUP + ": " + kind.name(),
                                GROUP,
                                kind.about(),
                                () -> HelpLink.open(family.anchor(kind)))
                        .called(kind.names().subList(1, kind.names().size())));
            }
        }
        for (Term term : Term.values()) {
            commands.add(
                    Command.of(GROUP + ": " + term.word(), GROUP, term.sentence(), () -> HelpLink.open(term.anchor())));
        }
        return commands;
    }
}
