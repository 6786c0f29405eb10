package dev.steep.ui.comparison;

import dev.steep.browser.Downloads;
import dev.steep.catalog.Numbers;
import dev.steep.protocol.Report;
import dev.steep.recipe.Differences;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.FigureButton;
import dev.steep.ui.element.Glossary;
import dev.steep.ui.element.Html;
import dev.steep.ui.runs.KeptRun;
import dev.steep.ui.runs.KeptRuns;
import dev.steep.ui.runs.RunGroup;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.RunLog;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The runs of this visit and of earlier ones: their curves over each other, and a table to sort, name, open and delete them. */
public final class RunsView implements ResultView {
    public static final View VIEW = View.of(
            "runs",
            "Runs",
            "Every run that you had: its curves over those of others, what differs, and its recipe to be opened again.",
            RunsView::new);

    /** So many of the latest are drawn where nobody has said which. */
    private static final int USUAL = 4;

    /** More differences than these are counted only. */
    private static final int SPELLED = 4;

    private static final String INSIDE =
            "A page inside another keeps no runs: open the lab by itself, and they are listed here.";

    private final Lab lab;
    private final KeptRuns runs;
    private final RunsChart chart = new RunsChart();
    private final RunsTable table = new RunsTable(new RunsTable.Actions() {
        @Override
        public void draw(String run, boolean shown) {
            wish(run, shown);
        }

        @Override
        public void name(String run, String name) {
            runs.name(run, name);
        }

        @Override
        public void open(String run) {
            runs.find(run).ifPresent(RunsView.this::reopen);
        }

        @Override
        public void delete(String run) {
            remove(List.of(run));
        }
    });
    private final boolean inside = DomGlobal.document.body.classList.contains("embedded");
    private final HTMLElement empty = Html.of("p", "runs-empty")
            .text(
                    inside
                            ? INSIDE
                            : "Each run is listed here once its first epoch is done, and stays for your next visit: its curves over those"
                                    + " of other runs, what its recipe has otherwise, and a button that opens it again.")
            .element();
    private final HTMLElement compared =
            Html.of("p", "runs-compared").attribute("role", "status").element();
    private final HTMLElement about = Html.of("p", "runs-about").element();
    private final HTMLElement goneWords = Html.of("span", "").element();
    private final HTMLElement gone = Html.of("p", "runs-gone")
            .attribute("role", "status")
            .add(goneWords, Html.button("btn btn-link", "Undo", this::restore).element())
            .element();
    private final BatchRuns batch;
    private final BatchPanel panel;
    private final HTMLElement groups = Html.of("div", "runs-groups").element();
    private final Map<String, GroupPanel> unfolded = new HashMap<>();
    private final HTMLElement content;
    private final HTMLElement element;
    /** What a person wants drawn or not. */
    private final Map<String, Boolean> wishes = new HashMap<>();
    /** Which run has which colour. */
    private final Map<String, Integer> places = new HashMap<>();

    private List<KeptRun> deleted = List.of();
    private boolean seen;
    private final Runnable drawing;
    private int drawnEpochs;
    private int drawnRun;

    RunsView(Lab lab) {
        this.lab = lab;
        drawing = lab.frames().once(this::draw);
        runs = lab.runs();
        batch = new BatchRuns(lab, this::batchMoved, this::batchChanged);
        panel = new BatchPanel(lab, batch);
        content = Html.of("div", "runs-content")
                .add(chart.element(), compared)
                .add(Html.of("div", "runs-tools")
                        .add(
                                Html.button("btn bar-button", "CSV of the table", () -> save("steep-runs.csv", true)),
                                Html.button(
                                        "btn bar-button", "CSV of the curves", () -> save("steep-curves.csv", false)),
                                Html.button("btn bar-button runs-clear", "Delete all", this::removeAll)))
                .add(Html.of("div", "runs-scroll").add(table.element()))
                .element();
        element = Html.of("div", "runs")
                .attribute(FigureButton.APART, "") // runs of several experiments
                .add(empty, gone, panel.element(), groups, content, about)
                .element();
        gone.hidden = true;
        panel.element().hidden = inside;
        about.hidden = inside;
        runs.listen(this::changed);
        lab.listen(new Lab.Listener() {
            @Override
            public void changed(Recipe recipe) {
                RunsView.this.changed();
            }
        });
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        changed();
    }

    @Override
    public void progressed(RunLog run) {
        if (seen && (run.epochs().size() != drawnEpochs || run.number() != drawnRun)) {
            drawnEpochs = run.epochs().size();
            drawnRun = run.number();
            drawing.run();
        }
    }

    @Override
    public void show() {
        seen = true;
        runs.open(this::changed);
    }

    @Override
    public void hide() {
        seen = false;
    }

    private void changed() {
        if (!seen) {
            return;
        }
        List<KeptRun> all = runs.all();
        empty.hidden = !all.isEmpty();
        content.hidden = single().isEmpty();
        about.textContent = all.isEmpty() && runs.lasting() ? "" : about(all);
        place(single());
        panel.recipeChanged();
        panel.changed();
        showGroups(all);
        table.show(
                rows(),
                lab.keptRun().orElse(""),
                run -> places.containsKey(run) ? RunsChart.colour(places.get(run)) : "");
        compare();
        draw();
    }

    private void batchMoved() {
        if (seen) {
            panel.changed();
        }
    }

    private void batchChanged() {
        if (seen) {
            panel.changed();
            showGroups(runs.all());
        }
    }

    /** The latest first; the one that is trained now, or was last, is open. */
    private void showGroups(List<KeptRun> all) {
        List<RunGroup> there = new ArrayList<>(RunGroup.of(all));
        if (batch.running() && there.stream().noneMatch(group -> group.key().equals(batch.key()))) {
            there.add(0, new RunGroup(batch.key(), List.of()));
        }
        unfolded.keySet()
                .removeIf(key -> there.stream().noneMatch(group -> group.key().equals(key)));
        int place = 0;
        for (RunGroup group : there) {
            boolean mine = group.key().equals(batch.key());
            GroupPanel shown = unfolded.get(group.key());
            if (shown == null) {
                shown = new GroupPanel(group, this::reopen, this::remove);
                unfolded.put(group.key(), shown);
                if (mine) {
                    shown.unfold();
                }
            }
            shown.show(group, mine ? batch.plan() : BatchRuns.Plan.NONE);
            if (groups.childNodes.getAt(place) != shown.element()) {
                groups.insertBefore(shown.element(), groups.childNodes.getAt(place));
            }
            place++;
        }
        while (groups.childElementCount > place) {
            groups.removeChild(groups.lastElementChild);
        }
        groups.hidden = there.isEmpty();
    }

    private void remove(RunGroup group) {
        remove(group.runs().stream().map(KeptRun::id).toList());
    }

    private String about(List<KeptRun> all) {
        if (!runs.lasting()) {
            return "Nothing can be kept in this browser for this page, as in some private windows, so runs are"
                    + " listed until the page is closed.";
        }
        String count = Numbers.count(all.size(), "run") + " of at most "
                + runs.bounds().runs()
                + ", kept in this browser and nowhere else, without your samples. The oldest without a name makes room"
                + " for a new one.";
        return runs.removed() == 0 ? count : count + " " + Numbers.count(runs.removed(), "run") + " did so.";
    }

    /** Those that were trained by themselves. */
    private List<KeptRun> single() {
        return runs.all().stream().filter(run -> run.group().isEmpty()).toList();
    }

    private List<RunColumn.Row> rows() {
        return rows(single());
    }

    private List<RunColumn.Row> rows(List<KeptRun> some) {
        return some.stream()
                .map(run -> RunColumn.Row.of(run, RunNames.of(run), lab.recipe()))
                .toList();
    }

    /** Gives each run that is drawn a colour, which it keeps for as long as it is drawn. */
    private void place(List<KeptRun> all) {
        List<String> drawn = new ArrayList<>();
        int usual = 0;
        for (KeptRun run : all) {
            boolean latest = !wishes.containsKey(run.id()) && comparable(run) && usual < USUAL;
            usual += latest ? 1 : 0;
            if ((latest || wishes.getOrDefault(run.id(), false)) && drawn.size() < RunsChart.MOST) {
                drawn.add(run.id());
            }
        }
        places.keySet().removeIf(run -> !drawn.contains(run));
        for (String run : drawn) {
            int place = 0;
            while (!places.containsKey(run) && places.containsValue(place)) {
                place++;
            }
            places.putIfAbsent(run, place);
        }
    }

    /** Losses of other data, and other losses, are on other scales, and so are those of a run that diverged. */
    private boolean comparable(KeptRun run) {
        return run.recipe().data().is(lab.recipe().data().kind())
                && run.recipe().loss().equals(lab.recipe().loss())
                && !run.state().equals("diverged");
    }

    private void wish(String run, boolean shown) {
        if (shown && places.size() >= RunsChart.MOST) {
            lab.tell(
                    "At most " + RunsChart.MOST + " runs are drawn at once, so that their colours can be told apart."
                            + " Take another one away first.",
                    false);
            return;
        }
        places.keySet().forEach(each -> wishes.put(each, true)); // what is drawn now stays so
        wishes.put(run, shown);
        changed();
    }

    private void draw() {
        String present = lab.keptRun().orElse("");
        List<RunsChart.Line> lines = new ArrayList<>();
        boolean kept = false;
        for (KeptRun run : single()) {
            boolean open = run.id().equals(present);
            kept |= open;
            if (places.containsKey(run.id())) {
                lines.add(new RunsChart.Line(
                        places.get(run.id()), RunNames.of(run), open ? lab.run().epochs(RunLog.POINTS) : run.epochs()));
            }
        }
        if (!kept && !lab.run().waits() && !lab.run().epochs().isEmpty()) {
            lines.add(new RunsChart.Line(RunsChart.MOST, "present", lab.run().epochs(RunLog.POINTS)));
        }
        chart.show(lines);
    }

    /** In words, what the two that are drawn differ in; or the one from the present. */
    private void compare() {
        List<KeptRun> drawn =
                single().stream().filter(run -> places.containsKey(run.id())).toList();
        boolean two = drawn.size() == 2;
        compared.hidden = single().size() < 2;
        compared.classList.remove("twin");
        if (!two) {
            compared.textContent = "Draw two runs, and what differs is said here.";
        } else {
            KeptRun later = drawn.get(0);
            KeptRun before = drawn.get(1);
            Differences all = Differences.of(later.recipe(), before.recipe());
            boolean twin = all.isTwin()
                    && later.changes().isEmpty()
                    && before.changes().isEmpty();
            compared.classList.toggle("twin", twin);
            String words = sentence(all, twin, RunNames.of(later), RunNames.of(before));
            if (!words.equals(compared.textContent)) {
                Glossary.text(compared, words);
            }
        }
    }

    private static String sentence(Differences all, boolean twin, String later, String before) {
        String both = later + " and " + before;
        if (all.none()) {
            return both + " have the same recipe and the same seed.";
        }
        String words = all.words("before", SPELLED) + ".";
        if (twin) {
            return "Twins: " + both + " have the same seed, and one difference: " + words;
        }
        return all.items().size() == 1 && all.items().get(0).path().equals("seed")
                ? both + " differ in nothing but the seed: " + words
                : both + " differ: " + words;
    }

    private void reopen(KeptRun run) {
        if (run.recipe().equals(lab.recipe())) {
            lab.tell(RunNames.of(run) + " has the recipe that is open.", false);
            return;
        }
        lab.reopen(run.recipe());
        List<String> journal = run.journal();
        if (!journal.isEmpty()) {
            lab.tell(
                    "This is the recipe that " + RunNames.of(run) + " began with. In its course: "
                            + String.join(" ", journal.subList(0, Math.min(SPELLED, journal.size()))),
                    false);
        }
    }

    private void removeAll() {
        remove(runs.all().stream().map(KeptRun::id).toList());
    }

    private void remove(List<String> ids) {
        String name =
                ids.size() == 1 ? runs.find(ids.get(0)).map(RunNames::of).orElse("") : Numbers.count(ids.size(), "run");
        goneWords.textContent = "Deleting " + name + " …";
        gone.hidden = false;
        deleted = runs.delete(ids, done -> {
            goneWords.textContent =
                    done ? "Deleted " + name + "." : "The browser did not delete " + name + ". Try again later.";
        });
    }

    private void restore() {
        runs.restore(deleted);
        deleted = List.of();
        gone.hidden = true;
    }

    private void save(String name, boolean table) {
        Downloads.save(name, table ? RunCsv.table(rows(runs.all())) : RunCsv.curves(rows(runs.all())));
    }
}
