package dev.steep.ui.bench;

import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import jsinterop.base.JsPropertyMap;

/** One workload on the bench page, and what was measured of it so far. */
final class BenchRow {
    private static final String NOTHING = "–";

    private final String workload;
    private final String name;
    private final HTMLElement speed = cell("Samples per second").element();
    private final HTMLElement share = Html.of("span", "bench-share-number").element();
    private final HTMLElement fill = Html.of("i", "").element();
    private final HTMLElement plain = cell("Plain Java").element();
    private final HTMLElement factor = cell("Faster by").element();
    private final HTMLElement element;
    private final List<Double> compiled = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();
    private final List<Double> interpreted = new ArrayList<>();

    BenchRow(String workload, String name, String about) {
        this.workload = workload;
        this.name = name;
        element = Html.of("tr", "")
                .add(Html.of("th", "")
                        .attribute("scope", "row")
                        .add(Html.of("b", "").text(name), Html.of("small", "").text(about)))
                .add(speed)
                .add(cell("Share of peak")
                        .add(Html.of("span", "bench-share").add(fill))
                        .add(share)
                        .element())
                .add(plain, factor)
                .element();
        clear();
    }

    private static Html cell(String title) {
        return Html.of("td", "").attribute("data-title", title);
    }

    HTMLElement element() {
        return element;
    }

    String workload() {
        return workload;
    }

    String name() {
        return name;
    }

    void clear() {
        compiled.clear();
        shares.clear();
        interpreted.clear();
        show();
    }

    /** Takes one measurement. */
    void add(JsPropertyMap<Object> result) {
        boolean kernels = "kernels".equals(result.get("backend"));
        (kernels ? compiled : interpreted).add((Double) result.get("samplesPerSecond"));
        if (kernels && result.get("share") != null) {
            shares.add((Double) result.get("share"));
        }
        show();
    }

    /** It cannot be measured on this back end. */
    void refuse(String backend) {
        boolean kernels = backend.equals("kernels");
        if ((kernels ? compiled : interpreted).isEmpty()) {
            (kernels ? speed : plain).textContent = "not here";
        }
    }

    private void show() {
        speed.textContent = compiled.isEmpty() ? NOTHING : Figures.of(Figures.median(compiled));
        plain.textContent = interpreted.isEmpty() ? NOTHING : Figures.of(Figures.median(interpreted));
        boolean both = !compiled.isEmpty() && !interpreted.isEmpty();
        factor.textContent = both ? Figures.of(Figures.median(compiled) / Figures.median(interpreted)) + " ×" : NOTHING;
        double part = shares.isEmpty() ? 0 : Figures.median(shares);
        share.textContent = shares.isEmpty() ? NOTHING : Figures.fixed(100 * part, 0) + " %";
        fill.style.setProperty("width", Figures.fixed(100 * Math.min(part, 1), 1) + "%");
    }
}
