package dev.steep.ui.results;

import dev.steep.browser.SessionNotes;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Report;
import dev.steep.ui.element.FigureButton;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Segments;
import dev.steep.ui.palette.Command;
import dev.steep.ui.palette.CommandSource;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.RunLog;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.MediaQueryList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jsinterop.base.Js;
import org.teavm.jso.JSBody;

/**
 * What training came to: the {@link Views} as tabs, a tab with several of them as pages. Those that suit the data are offered, one is
 * shown. Which one was wanted last is remembered for as long as the browser's tab lives.
 */
public final class Results implements Lab.Listener, CommandSource {
    private static final String NOTE = "steep.view";

    /** A view with its panel. */
    private record Page(View view, ResultView panel) {}

    /** A tab with its pages, and what chooses among them. */
    private record Tab(List<Page> pages, HTMLElement button, Segments choice) {}

    private final List<Tab> tabs = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private final HTMLElement summary = Html.of("span", "panel-note").element();
    private final Runnable summarizing;
    private final MediaQueryList narrow = DomGlobal.window.matchMedia("(max-width: 767px)");
    private final FigureButton save;
    private final HTMLElement element;
    private final RunLog run;
    private int drawn;
    private DataFacts data = DataFacts.NONE;
    private String wanted = first(asked(), SessionNotes.read(NOTE));
    private Report.Kept kept = Report.Kept.NOTHING;
    private Page shown;

    public Results(Lab lab) {
        run = lab.run();
        summarizing = lab.frames().small(this::summarize);
        drawn = run.number();
        Html list = Html.of("div", "result-tabs").attribute("role", "tablist").attribute("aria-label", "Results");
        Html panels = Html.of("div", "result-panels");
        for (String name : Views.ALL.stream().map(View::tab).distinct().toList()) {
            List<Page> mine = new ArrayList<>();
            for (View view : Views.ALL) {
                if (view.tab().equals(name)) {
                    mine.add(new Page(view, view.make().apply(lab)));
                }
            }
            add(name, mine, list, panels);
        }
        shown = pages.get(0);
        save = FigureButton.of(() -> shown.view().title(), () -> shown.view().about(), this::figure);
        element = Html.of("section", "results")
                .attribute("aria-label", "Results")
                .add(Html.of("h2", "visually-hidden").text("Results"))
                .add(Html.of("div", "result-head").add(list).add(summary, save.element()))
                .add(panels)
                .element();
        mark();
        narrow.addListener(event -> show(suitable()));
        DomGlobal.document.body.classList.toggle("one-view", Views.of(asked()).isPresent());
        lab.listen(this);
    }

    private void add(String name, List<Page> mine, Html list, Html panels) {
        String id = "result-" + name.toLowerCase(Locale.ROOT) + "-tab";
        Html button = Html.of("button", "result-tab")
                .attribute("type", "button")
                .attribute("role", "tab")
                .attribute("id", id)
                .text(name);
        if (mine.size() == 1) {
            button.attribute("title", mine.get(0).view().about());
        }
        Segments choice = new Segments(
                mine.stream().map(page -> page.view().id()).toList(),
                word -> Views.of(word).map(View::title).orElse(word),
                this::want);
        choice.element().classList.add("result-choice");
        choice.element().setAttribute("aria-label", "Page of " + name);
        Tab tab = new Tab(mine, button.element(), choice);
        button.on("click", event -> want(entry(tab).view().id()))
                .on("keydown", event -> key(tab, Js.uncheckedCast(event)));
        list.add(button);
        panels.add(choice.element());
        for (Page page : mine) {
            HTMLElement panel = page.panel().element();
            panel.id = "result-" + page.view().id();
            panel.setAttribute("role", "tabpanel");
            panel.setAttribute("aria-labelledby", id);
            panel.tabIndex = 0; // some scroll and have nothing else to focus
            panels.add(panel);
        }
        tabs.add(tab);
        pages.addAll(mine);
    }

    public HTMLElement element() {
        return element;
    }

    @Override
    public List<Command> commands() {
        return pages.stream()
                .filter(this::offered)
                .map(Page::view)
                .map(view -> Command.of(view.title(), "View", view.about(), () -> {
                            want(view.id());
                            Html.scrollIntoView(element);
                        })
                        .called(List.of(view.id(), view.tab())))
                .toList();
    }

    @Override
    public void opened(Report.Opened opened) {
        data = opened.data();
        pages.forEach(page -> page.panel().opened(opened));
        show(suitable());
    }

    @Override
    public void viewed(String view) {
        want(view);
    }

    /** Opens a view at one number of a tensor. */
    public void explain(String view, String tensor, int index) {
        pages.stream().filter(page -> page.view().id().equals(view)).forEach(page -> page.panel()
                .aimAt(tensor, index));
        want(view);
        Html.scrollIntoView(shown.panel().element());
    }

    @Override
    public void progressed(Report.Progress progress) {
        if (run.number() != drawn) {
            drawn = run.number();
            pages.forEach(page -> page.panel().forget());
        }
        pages.forEach(page -> page.panel().progressed(run));
        summarizing.run();
    }

    @Override
    public void kept(Report.Kept now) {
        kept = now;
        summarizing.run();
    }

    /** Says what the last epoch came to, or the one that is looked at. */
    private void summarize() {
        List<EpochLog> epochs = run.epochs();
        int place = epochs.size() - 1;
        while (kept.past() && place >= 0 && epochs.get(place).epoch() > kept.shown()) {
            place--;
        }
        summary.textContent = place < 0 ? "" : (run.waits() ? "before: " : "") + sentence(epochs.get(place));
    }

    private static String sentence(EpochLog epoch) {
        boolean checked = !Double.isNaN(epoch.valLoss());
        double accuracy = checked ? epoch.valAccuracy() : epoch.accuracy();
        return "epoch " + epoch.epoch() + ": loss " + loss(epoch.loss())
                + (checked ? " · validation " + loss(epoch.valLoss()) : "")
                + (Double.isNaN(accuracy) ? "" : " · accuracy " + Figures.fixed(accuracy, 3));
    }

    /** Of one width as long as that says something: not 0.000 of a loss that is small. */
    private static String loss(double loss) {
        return loss >= 0.001 && loss < 1e5 ? Figures.fixed(loss, 3) : Figures.of(loss);
    }

    private void want(String view) {
        wanted = view;
        SessionNotes.write(NOTE, view);
        show(suitable());
    }

    /** The view that is wanted, as soon as the data suit it; until then the first. */
    private Page suitable() {
        return pages.stream()
                .filter(page -> page.view().id().equals(wanted) && offered(page))
                .findFirst()
                .orElse(pages.get(0));
    }

    private boolean offered(Page page) {
        return page.view().suits().test(data) && (page.view().phone() || !narrow.matches);
    }

    /** The page that a tab opens with. */
    private Page entry(Tab tab) {
        return tab.pages().stream()
                .filter(this::offered)
                .findFirst()
                .orElse(tab.pages().get(0));
    }

    private void show(Page page) {
        shown.panel().hide();
        if (page != shown) {
            page.panel().blank();
        }
        shown = page;
        mark();
        page.panel().show();
    }

    /** What is saved of the view that is shown. */
    private HTMLElement figure() {
        HTMLElement panel = shown.panel().element();
        HTMLElement part = (HTMLElement) panel.querySelector(shown.view().figure());
        return part == null ? panel : part; // it may be the whole panel
    }

    private void mark() {
        save.element().hidden = shown.view().figure().isEmpty();
        for (Tab tab : tabs) {
            boolean is = tab.pages().contains(shown);
            long offers = tab.pages().stream().filter(this::offered).count();
            tab.button().hidden = offers == 0;
            tab.button().tabIndex = is ? 0 : -1;
            tab.button().setAttribute("aria-selected", "" + is);
            tab.button()
                    .setAttribute(
                            "aria-controls",
                            "result-" + (is ? shown : entry(tab)).view().id());
            tab.choice().element().hidden = !is || offers < 2;
            tab.choice().show(shown.view().id());
            tab.choice().offer(id -> tab.pages().stream()
                    .anyMatch(page -> page.view().id().equals(id) && offered(page)));
        }
        pages.forEach(page -> page.panel().element().hidden = page != shown);
    }

    /** Arrow keys go from tab to tab, round and round. */
    private void key(Tab tab, KeyboardEvent event) {
        int step = event.key.equals("ArrowRight") ? 1 : event.key.equals("ArrowLeft") ? -1 : 0;
        if (step != 0) {
            List<Tab> there =
                    tabs.stream().filter(each -> !each.button().hidden).toList();
            Tab next = there.get(Math.floorMod(there.indexOf(tab) + step, there.size()));
            event.preventDefault();
            want(entry(next).view().id());
            next.button().focus();
        }
    }

    private static String first(String a, String b) {
        return a.isEmpty() ? b : a;
    }

    /** {@code embed.html?view=boundary}. */
    @JSBody(script = "return new URLSearchParams(location.search).get('view') || '';")
    private static native String asked();
}
