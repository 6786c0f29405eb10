package dev.steep.ui.page;

import dev.steep.browser.Address;
import dev.steep.protocol.Report;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;

/** What stands over the lab inside another page: what it is about, and the way into the full lab. */
public final class EmbedHead implements Lab.Listener {
    private final Lab lab;
    private final HTMLElement title = Html.of("span", "embed-title").element();
    private final HTMLElement open = Html.of("a", "embed-open")
            .attribute("target", "_blank")
            .attribute("rel", "noopener")
            .attribute("title", "A new tab with this experiment, as it is set now; it trains there from the beginning")
            .text("Open in the full lab ↗\uFE0E")
            .element();
    private final HTMLElement element;

    public EmbedHead(Lab lab) {
        this.lab = lab;
        offer("data");
        offer("share");
        element = Html.of("div", "embed-head")
                .attribute("role", "region")
                .attribute("aria-label", "About this frame")
                .add(Brand.on(Html.of("h1", "embed-brand")).add(title))
                .add(open)
                .element();
        changed(lab.recipe());
        lab.listen(this);
    }

    /** Whether this page is one to be embedded. */
    public static boolean wanted() {
        return DomGlobal.document.body.classList.contains("embedded");
    }

    /** What it lets readers do besides training is asked for in its address: {@code embed.html?controls=data,share}. */
    private static void offer(String control) {
        String asked = "," + Address.query("controls") + ",";
        DomGlobal.document.body.classList.toggle("with-" + control, asked.contains("," + control + ","));
    }

    public HTMLElement element() {
        return element;
    }

    @Override
    public void changed(Recipe recipe) {
        String file = recipe.usesFiles() ? recipe.data().get(Settings.FILE_NAME) : "";
        title.textContent = file.isEmpty() ? recipe.data().kind().title() : file;
        open.setAttribute("href", Address.lab(recipe.toString()));
    }

    @Override
    public void opened(Report.Opened opened) {
        changed(lab.recipe());
    }
}
