package dev.steep.ui.data;

import dev.steep.data.generated.BuiltIn;
import dev.steep.data.generated.set.Group;
import dev.steep.protocol.Report;
import dev.steep.recipe.Presets;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import dev.steep.ui.element.Html;
import dev.steep.ui.palette.Command;
import dev.steep.ui.palette.CommandSource;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.ArrayList;
import java.util.List;

/** Which data set: the built-in ones, and files of one's own. */
public final class DatasetPicker implements Lab.Listener, CommandSource {
    private static final String OPEN = "open";

    private final Lab lab;
    private final OwnFiles files;
    private final HTMLElement own = Html.option(Settings.FILE.name(), "").element();
    private final HTMLSelectElement select;

    public DatasetPicker(Lab lab, OwnFiles files) {
        this.lab = lab;
        this.files = files;
        Html menu = Html.of("select", "form-select dataset").attribute("aria-label", "Data set");
        for (Group group : Group.values()) {
            Html options = Html.of("optgroup", "").attribute("label", group.title());
            for (BuiltIn each : BuiltIn.of(group)) {
                options.add(Html.option(each.kind().name(), each.kind().title())
                        .attribute("title", each.kind().about()));
            }
            menu.add(options);
        }
        menu.add(Html.of("optgroup", "")
                .attribute("label", "Your own")
                .add(own, Html.option(OPEN, "Open files…").element()));
        select = (HTMLSelectElement) menu.element();
        select.addEventListener("change", event -> pick());
        changed(lab.recipe());
        lab.listen(this);
    }

    public HTMLElement element() {
        return select;
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (BuiltIn each : BuiltIn.values()) {
            commands.add(Command.of(
                            each.kind().title(),
                            "Data set",
                            each.kind().about(),
                            () -> lab.change(Presets.opening(each)))
                    .called(each.kind().names()));
        }
        commands.add(Command.of("Open files…", "Data set", "A table, images or IDX files of your own.", files::ask)
                .called(List.of("CSV", "upload", "import")));
        return commands;
    }

    @Override
    public void changed(Recipe recipe) {
        boolean file = recipe.usesFiles();
        String name = file ? recipe.data().get(Settings.FILE_NAME) : "";
        own.textContent = name.isEmpty() ? recipe.data().kind().title() : name;
        if (file) {
            own.setAttribute("value", recipe.data().kind().name());
        }
        own.toggleAttribute("hidden", !file);
        select.value = recipe.data().kind().name();
    }

    @Override
    public void opened(Report.Opened opened) {
        changed(lab.recipe());
    }

    private void pick() {
        if (select.value.equals(OPEN)) {
            changed(lab.recipe());
            files.ask();
            return;
        }
        for (BuiltIn each : BuiltIn.values()) {
            if (each.kind().name().equals(select.value)) {
                lab.change(Presets.opening(each));
            }
        }
    }
}
