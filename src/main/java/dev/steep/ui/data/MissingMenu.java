package dev.steep.ui.data;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.TableFacts;
import dev.steep.recipe.MissingValues;
import dev.steep.recipe.Settings;
import dev.steep.ui.control.WordControl;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jsinterop.base.Js;

/** How many values of a column are missing, a menu of what becomes of them, and what came of that. */
final class MissingMenu {
    private static final String AS_ALL = "";

    private static final Map<String, String> OF_ALL = Map.of(
            MissingValues.LEFT_OUT,
            "rows left out, if enough are whole",
            "median",
            "filled with the median",
            "mean",
            "filled with the mean",
            "indicator",
            "filled, and told by a feature");

    private static final Map<String, String> OF_ONE = Map.of(
            AS_ALL,
            "as all",
            MissingValues.LEFT_OUT,
            "rows left out",
            "median",
            "median",
            "mean",
            "mean",
            "indicator",
            "indicator",
            MissingValues.KEPT,
            "category");

    private final Lab lab;
    private final String column;
    private final HTMLSelectElement select;
    private final HTMLElement count = Html.of("small", "missing-count").element();
    private final HTMLElement fate = Html.of("small", "missing-fate").element();
    private final HTMLElement element;

    MissingMenu(Lab lab, TableFacts.Gap gap) {
        this.lab = lab;
        column = gap.column();
        Html menu = Html.of("select", "form-select form-select-sm")
                .attribute("aria-label", "Missing values of " + column)
                .attribute("title", Settings.MISSING.about());
        List<String> rules = new ArrayList<>(List.of(AS_ALL));
        rules.addAll(gap.category() ? List.of(MissingValues.LEFT_OUT, MissingValues.KEPT) : MissingValues.rules());
        rules.forEach(
                rule -> menu.add(Html.of("option", "").attribute("value", rule).text(OF_ONE.getOrDefault(rule, rule))));
        select = Js.uncheckedCast(menu.element());
        select.addEventListener(
                "change",
                event -> lab.change(MissingValues.with(
                        lab.recipe(), column, Optional.of(select.value).filter(rule -> !rule.equals(AS_ALL)))));
        element = Html.of("div", "missing-menu").add(count, select, fate).element();
        show(gap);
    }

    /** The rule of all columns, in one place. */
    static WordControl ofAll(Lab lab) {
        WordControl control = new WordControl(
                MissingValues.rules(),
                rule -> OF_ALL.getOrDefault(rule, rule),
                new Caption("Missing values", Settings.MISSING.about(), false),
                (rule, continuing) -> lab.change(MissingValues.withAll(lab.recipe(), rule)));
        control.element().classList.add("prepare-missing");
        return control;
    }

    HTMLElement element() {
        return element;
    }

    /** For whoever gives the focus back to it. */
    HTMLSelectElement select() {
        return select;
    }

    void show(TableFacts.Gap gap) {
        String rule = MissingValues.of(lab.recipe(), column).orElse(AS_ALL);
        boolean kept = !rule.equals(AS_ALL) && !rule.equals(MissingValues.LEFT_OUT);
        select.value = gap.category() && kept ? MissingValues.KEPT : rule;
        count.textContent = Numbers.grouped(gap.rows()) + " missing";
        fate.textContent = fate(gap);
    }

    private static String fate(TableFacts.Gap gap) {
        String with = gap.usual().isEmpty() ? "" : " with " + Figures.of(Numbers.read(gap.usual()));
        return switch (gap.fate()) {
            case LEFT_OUT -> gap.rows() == 1 ? "row left out" : "rows left out";
            case MEDIAN -> "filled" + with + ", the median";
            case MEAN -> "filled" + with + ", the mean";
            case INDICATOR -> "filled" + with + ", the median, and told by a further input";
            case CATEGORY -> "a category of its own";
        };
    }
}
