package dev.steep.ui.palette;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.network.LayerNames;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.SettingWords;
import dev.steep.recipe.SettingWords.Setting;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Every setting of the experiment by its name: picked, it is shown and has the focus; with a value typed behind it, it is set. What can be
 * picked in one, such as an optimizer or an activation, is found by its own name.
 */
public final class SettingCommands implements CommandSource {
    private static final int MOST_TYPED = 8;
    private static final String ACTIVATION = "activation";

    private final Lab lab;
    private final Consumer<String> reveal;

    /** @param reveal brings a side panel to where it is seen, by the name that a person reads */
    public SettingCommands(Lab lab, Consumer<String> reveal) {
        this.lab = lab;
        this.reveal = reveal;
    }

    @Override
    public List<Command> commands() {
        List<Setting> settings = settings();
        List<Command> commands = new ArrayList<>();
        settings.forEach(setting -> commands.add(go(setting)));
        for (Setting setting : settings) {
            if (isPicked(setting)) {
                setting.kinds().forEach(kind -> commands.add(pick(setting, kind)));
            }
        }
        return commands;
    }

    @Override
    public List<Command> typed(String text) {
        List<Command> commands = new ArrayList<>();
        for (SettingWords.Set set : SettingWords.typed(settings(), text)) {
            Setting setting = set.setting();
            if (commands.size() < MOST_TYPED) {
                String about = set.remark().isEmpty() ? setting.place().knob().about() : set.remark();
                commands.add(Command.of(setting.name(), group(setting), about, () -> lab.change(set.recipe()))
                        .now(setting.value() + " → " + set.value()));
            }
        }
        return commands;
    }

    private List<Setting> settings() {
        return SettingWords.all(lab.recipe(), layer().map(LayerNames::name).orElse(""));
    }

    private Optional<Choice> layer() {
        List<Choice> layers = lab.recipe().layers();
        return lab.selection().filter(place -> place < layers.size()).map(layers::get);
    }

    /** Of layers, what is picked in the selected one; without one, their activations. */
    private boolean isPicked(Setting setting) {
        return !setting.ofLayer()
                || layer().map(LayerNames::name)
                        .map(setting.path().words().get(1)::equals)
                        .orElse(setting.name().equals(ACTIVATION));
    }

    private static String group(Setting setting) {
        return setting.owner().isEmpty() ? "Setting" : "Setting of " + setting.owner();
    }

    private Command go(Setting setting) {
        return Command.of(setting.name(), group(setting), setting.place().knob().about(), () -> open(setting))
                .called(List.of(longName(setting)))
                .now(setting.value());
    }

    /** What it belongs to; of a section both names, as Keras says {@code validation_split}. */
    private static String longName(Setting setting) {
        return setting.owner().isEmpty()
                ? setting.name() + " " + setting.path().words().get(0)
                : setting.owner();
    }

    private Command pick(Setting setting, Kind kind) {
        List<String> names = new ArrayList<>(kind.aliases());
        names.add(kind.title());
        String what = setting.name() + (setting.owner().isEmpty() ? "" : " of " + setting.owner());
        String group = Character.toUpperCase(what.charAt(0)) + what.substring(1);
        return Command.of(kind.name(), group, kind.about(), () -> lab.change(setting.with(kind)))
                .called(names);
    }

    /** Shows a setting in its panel, whatever it is folded away in, and brings the keyboard to it. */
    private void open(Setting setting) {
        List<String> words = setting.path().words();
        boolean ofLayer = setting.ofLayer();
        if (ofLayer) {
            select(lab.recipe(), words.get(1));
        }
        Element at = DomGlobal.document.querySelector(
                ofLayer
                        ? ".side .layer-settings"
                        : ".side [data-part='" + words.get(0) + "'], .top-bar [data-part='" + words.get(0) + "']");
        if (at == null) {
            return;
        }
        for (String word : words.subList(ofLayer ? 2 : 1, words.size())) {
            Element inner = at.querySelector("[data-knob='" + word + "']");
            at = inner == null ? at : inner;
        }
        Element panel = at.closest(".side");
        if (panel != null) {
            reveal.accept(panel.getAttribute("aria-label"));
        }
        for (Element fold = at.closest("details"); fold != null; fold = fold.parentElement.closest("details")) {
            fold.setAttribute("open", "");
        }
        Html.scrollIntoView(at);
        Element control =
                at.matches("select, input") ? at : at.querySelector("input, select, textarea, [aria-pressed]");
        if (control != null) {
            ((HTMLElement) control).focus();
        }
    }

    private void select(Recipe recipe, String layer) {
        for (int i = 0; i < recipe.layers().size(); i++) {
            if (LayerNames.name(recipe.layers().get(i)).equals(layer)) {
                lab.select(Optional.of(i));
            }
        }
    }
}
