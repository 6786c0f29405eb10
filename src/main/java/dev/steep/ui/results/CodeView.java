package dev.steep.ui.results;

import dev.steep.protocol.Report;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Segments;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.List;

/** The experiment as code, on two pages: a Keras script, and what the lab compiled the network to. */
final class CodeView implements ResultView {
    private final List<ResultView> pages;
    private final HTMLElement element;
    private ResultView page;
    private boolean seen;

    CodeView(Lab lab) {
        pages = List.of(new KerasView(lab), new CompiledView(lab));
        page = pages.get(0);
        Segments choice = new Segments(pages.stream().map(ResultView::title).toList(), title -> title, this::turn);
        choice.element().setAttribute("role", "group");
        choice.element().setAttribute("aria-label", "Which code");
        choice.element().classList.add("code-choice");
        choice.show(page.title());
        Html all = Html.of("div", "").add(choice.element());
        pages.forEach(each -> all.add(each.element()));
        element = all.element();
        mark();
    }

    @Override
    public String title() {
        return "Code";
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        pages.forEach(each -> each.opened(opened));
    }

    @Override
    public void show() {
        seen = true;
        page.show();
    }

    @Override
    public void hide() {
        seen = false;
        page.hide();
    }

    private void turn(String title) {
        if (seen) {
            page.hide();
        }
        page = pages.stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
        mark();
        if (seen) {
            page.show();
        }
    }

    private void mark() {
        pages.forEach(each -> each.element().hidden = each != page);
    }
}
