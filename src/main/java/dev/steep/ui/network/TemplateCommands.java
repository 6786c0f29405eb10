package dev.steep.ui.network;

import dev.steep.protocol.DataFacts;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Template;
import dev.steep.ui.palette.Command;
import dev.steep.ui.palette.CommandSource;
import dev.steep.ui.state.Lab;
import java.util.Arrays;
import java.util.List;

/** Every template by its name, fitted to the data that are open; one that does not suit them says why. */
final class TemplateCommands implements CommandSource {
    private static final String GROUP = "Template";

    private final Lab lab;

    TemplateCommands(Lab lab) {
        this.lab = lab;
    }

    /** Those that suit first. */
    @Override
    public List<Command> commands() {
        return lab.facts()
                .map(opened -> question(opened.data()))
                .map(question -> Template.all().stream()
                        .sorted((one, other) -> Boolean.compare(
                                !one.unfit(question).isEmpty(),
                                !other.unfit(question).isEmpty()))
                        .map(each -> command(each, question))
                        .toList())
                .orElse(List.of());
    }

    private static Template.Question question(DataFacts data) {
        return new Template.Question(
                Arrays.stream(data.inputShape()).boxed().toList(),
                data.classes().size(),
                data.targets().size());
    }

    private Command command(Template template, Template.Question question) {
        String unfit = template.unfit(question);
        Command plain = Command.of(
                template.title(),
                GROUP,
                unfit.isEmpty() ? template.about() : unfit,
                () -> lab.withData(data -> apply(template, question(data))));
        Command called = plain.called(template.names());
        return unfit.isEmpty() ? called : called.unfit();
    }

    private void apply(Template template, Template.Question question) {
        String unfit = template.unfit(question);
        if (!unfit.isEmpty()) {
            lab.tell(unfit, true);
            return;
        }
        Recipe fitted = template.fit(lab.recipe(), question);
        if (fitted.equals(lab.recipe())) {
            lab.tell("The network is " + template.title() + " already.", false);
        }
        lab.change(fitted);
    }
}
