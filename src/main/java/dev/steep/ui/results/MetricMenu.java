package dev.steep.ui.results;

import dev.steep.catalog.Unit;
import dev.steep.network.metric.Metric;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.List;

/** Which metric the second chart shows: a title where there is one, a menu where there are more. */
final class MetricMenu {
    private final HTMLSelectElement menu = (HTMLSelectElement)
            Html.of("select", "metric-menu").attribute("aria-label", "Metric").element();
    private final HTMLElement title = Html.of("b", "").element();
    private final HTMLElement element = Html.of("span", "").add(title, menu).element();
    private List<String> names = List.of();
    private String unit = "";

    MetricMenu(Runnable picked) {
        menu.addEventListener("change", event -> picked.run());
    }

    HTMLElement element() {
        return element;
    }

    /** The metrics that are measured beside the loss. */
    List<String> names() {
        return names;
    }

    /** The one to show. */
    String picked() {
        return menu.value;
    }

    /** The unit of the one to show; empty if it has none, or none is known. */
    String unit() {
        return Metric.hasUnit(picked()) ? unit : "";
    }

    /** The one to show, as a person reads it. */
    String words() {
        return names.isEmpty() ? "" : titled(picked());
    }

    void opened(Report.Opened opened) {
        List<String> measured = opened.metrics();
        List<String> targets = opened.data().askedNumbers();
        String of = targets.size() == 1 ? Unit.of(targets.get(0)) : "";
        if (measured.equals(names) && of.equals(unit)) {
            return;
        }
        unit = of;
        String before = menu.value;
        names = measured;
        Html.clear(menu);
        names.forEach(name -> menu.appendChild(Html.option(name, titled(name)).element()));
        menu.value = names.contains(before) ? before : names.isEmpty() ? "" : names.get(0);
        menu.hidden = names.size() < 2;
        title.hidden = names.size() > 1;
        title.textContent = names.isEmpty() ? "" : titled(names.get(0));
    }

    /** With the unit in which it is: {@code Mean absolute error, g}. */
    private String titled(String name) {
        return words(name) + (Metric.hasUnit(name) && !unit.isEmpty() ? ", " + unit : "");
    }

    /** {@code f1_score} is "F1 score". */
    private static String words(String name) {
        String words = name.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
