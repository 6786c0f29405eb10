package dev.steep.ui.data;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.protocol.Report;
import dev.steep.recipe.Part;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Presets;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import dev.steep.ui.control.ChoiceForm;
import dev.steep.ui.control.WordControl;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.HelpLink;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The samples, how they are made, prepared and split, and files of one's own. */
public final class DataPanel implements Lab.Listener {
    private static final String NONE = "none";
    private static final String INPUTS = "inputs";

    private final Lab lab;
    private final HTMLElement set = Html.of("div", "").element();
    private final HTMLElement hint = Html.of("p", "data-hint").element();
    private final HTMLElement label = Html.of("div", "").element();
    private final WordControl prepare;
    private final WordControl target;
    private final WordControl answer;
    private final ChoiceForm split;
    private final HTMLElement augment;
    private final HTMLElement help = HelpLink.to("help", "");
    private final HTMLElement element;
    private Optional<Kind> kind = Optional.empty();
    private Optional<ChoiceForm> form = Optional.empty();
    private List<String> columns = List.of();
    private int[] answers = {};
    private Optional<WordControl> column = Optional.empty();

    public DataPanel(Lab lab, OwnFiles files) {
        this.lab = lab;
        prepare = new WordControl(
                ((Domain.Word) Settings.SCALE.domain()).words(),
                word -> PrepareSheet.SCALES.getOrDefault(word, word),
                new Caption("Scale inputs to", Settings.SCALE.about(), false),
                (word, continuing) -> lab.change(
                        lab.recipe().withPrepare(lab.recipe().prepare().with(Settings.SCALE, word))));
        target = new WordControl(
                ((Domain.Word) Settings.SCALE.domain()).words(),
                word -> PrepareSheet.SCALES.getOrDefault(word, word),
                new Caption("Scale target to", Settings.TARGET.about(), false),
                (word, continuing) -> lab.change(lab.recipe()
                        .withPrepare(lab.recipe()
                                .prepare()
                                .with(Settings.TARGET, Optional.of(word).filter(each -> !each.equals(NONE))))));
        target.element().hidden = true;
        answer = new WordControl(
                List.of(INPUTS, NONE),
                word -> word.equals(INPUTS) ? "its own input" : "what belongs to it",
                new Caption("Answer for a sample", Settings.ANSWER.about(), false),
                (word, continuing) -> lab.change(Settings.reconstructing(lab.recipe(), word.equals(INPUTS))));
        answer.element().hidden = true;
        Html.sets(answer.element(), Settings.ANSWER.name());
        Html.sets(prepare.element(), Settings.SCALE.name());
        Html.sets(target.element(), Settings.TARGET.name());
        split = new ChoiceForm(
                Settings.SPLIT,
                1,
                () -> lab.recipe().split(),
                (choice, continuing) -> lab.change(lab.recipe().withSplit(choice)));
        augment = Html.button("btn bar-button", "Augmentation", () -> lab.view("augmentation"))
                .element();
        augment.title = "Shows what layers that draw random numbers make of training samples";
        augment.hidden = true;
        PrepareSheet sheet = new PrepareSheet(lab);
        HTMLElement details =
                Html.button("btn bar-button", "Details", sheet::open).element();
        details.title = "Shows each input before and after, with its formula, and sets one by one";
        element = Html.of("aside", "side side-data")
                .attribute("aria-label", "Data")
                .add(of(
                        Parts.DATA,
                        Html.of("section", "panel-section")
                                .add(Html.of("div", "section-head")
                                        .add(Html.of("h2", "panel-title").text("Data"))
                                        .add(help))
                                .add(
                                        new SampleGallery(lab).element(),
                                        new TableLine(lab).element(),
                                        new SourceLine(lab).element(),
                                        hint)
                                .add(new EditsLine(lab).element(), label, set)
                                .element()))
                .add(of(
                        Parts.PREPARE,
                        Html.of("section", "panel-section")
                                .add(Html.of("div", "section-head")
                                        .add(Html.of("h2", "panel-title").text("Prepare"))
                                        .add(details))
                                .add(prepare.element(), target.element(), answer.element(), augment, sheet.element())
                                .element()))
                .add(of(Parts.SPLIT, section("Split", new SplitBar(lab).element(), split.element())))
                .add(section("Your own", files.element()))
                .element();
        changed(lab.recipe());
        lab.listen(this);
    }

    public HTMLElement element() {
        return element;
    }

    @Override
    public void changed(Recipe recipe) {
        Choice data = recipe.data();
        HelpLink.aim(help, data.kind());
        if (!kind.map(data::is).orElse(false)) {
            kind = Optional.of(data.kind());
            form = data.is(Settings.FILE) ? Optional.empty() : Optional.of(form(settings(data.kind())));
            Html.clear(set);
            form.ifPresent(fresh -> set.appendChild(fresh.element()));
        }
        form.ifPresent(present -> present.show(data));
        hint.textContent = Presets.hint(data);
        hint.hidden = hint.textContent.isEmpty();
        prepare.show(recipe.prepare().get(Settings.SCALE));
        target.show(recipe.prepare().get(Settings.TARGET).orElse(NONE));
        answer.show(Settings.reconstructs(recipe) ? INPUTS : NONE);
        answer.element().hidden = !Settings.reconstructs(recipe);
        split.show(recipe.split());
    }

    @Override
    public void opened(Report.Opened opened) {
        changed(lab.recipe());
        target.element().hidden = opened.data().askedNumbers().isEmpty();
        augment.hidden = !opened.data().image();
        answers = opened.data().answers();
        if (!columns.equals(opened.data().columns())) {
            columns = opened.data().columns();
            Html.clear(label);
            column = columns.isEmpty() ? Optional.empty() : Optional.of(columnControl());
            column.ifPresent(fresh -> label.appendChild(fresh.element()));
        }
        column.ifPresent(present -> present.show(opened.data().label()));
    }

    private static HTMLElement of(Part<?> part, HTMLElement section) {
        Html.standsFor(section, part.name());
        return section;
    }

    /** A titled part of a panel. */
    public static HTMLElement section(String title, HTMLElement... content) {
        return Html.of("section", "panel-section")
                .add(Html.of("h2", "panel-title").text(title))
                .add(content)
                .element();
    }

    /** What can be set: the name of a file cannot. */
    private static Kind settings(Kind data) {
        return new Kind(
                data.name(),
                data.title(),
                data.about(),
                data.knobs().stream()
                        .filter(knob -> !Settings.FILES.contains(data) || !knob.equals(Settings.FILE_NAME))
                        .filter(knob -> !knob.equals(Settings.POINTS))
                        .toList());
    }

    private ChoiceForm form(Kind data) {
        return new ChoiceForm(
                data,
                Integer.MAX_VALUE,
                () -> lab.recipe().data(),
                (choice, continuing) -> lab.change(lab.recipe().withData(choice)));
    }

    private static String kind(int classes) {
        return classes == 0 ? " · a number" : classes > 0 ? " · " + classes + " classes" : "";
    }

    private WordControl columnControl() {
        Map<String, Integer> places = new HashMap<>();
        columns.forEach(name -> places.put(name, places.size()));
        return new WordControl(
                columns,
                name -> name + kind(answers[places.getOrDefault(name, 0)]),
                new Caption("Column to predict", Settings.LABEL.about(), false),
                (name, continuing) ->
                        lab.change(lab.recipe().withData(lab.recipe().data().with(Settings.LABEL, name))));
    }
}
