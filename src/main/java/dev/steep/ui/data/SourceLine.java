package dev.steep.ui.data;

import dev.steep.browser.WebAddress;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Problems;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/** Where the present data were fetched, in one line of DATA; nothing is seen of data that were not. */
final class SourceLine implements Lab.Listener {
    private final Lab lab;
    private final HTMLElement element =
            Html.of("p", "table-line source-line").attribute("hidden", "").element();

    SourceLine(Lab lab) {
        this.lab = lab;
        lab.listen(this);
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        Optional<WebAddress> from = Problems.address(lab.recipe());
        element.hidden = from.isEmpty() || opened.data().name().isEmpty();
        element.textContent = from.map(each -> "Fetched from " + each.host()).orElse("");
        element.title = from.map(WebAddress::text).orElse("");
    }
}
