package dev.steep.ui;

import dev.steep.protocol.Problem;
import dev.steep.protocol.Report;
import dev.steep.recipe.RecipeText;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;

/** What keeps the present network from training, above the network, each with a button that mends it if one can. */
final class Problems implements Lab.Listener {
    private final Lab lab;
    private final HTMLElement element = Html.of("div", "problems").element();

    Problems(Lab lab) {
        this.lab = lab;
        lab.listen(this);
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        Html.clear(element);
        for (Problem problem : opened.problems()) {
            Html line = line(problem.sentence());
            if (!problem.remedy().isEmpty()) {
                line.add(Html.button(
                        "btn bar-button",
                        "Mend it",
                        () -> lab.change(RecipeText.read(problem.remedy()).recipe())));
            }
            element.appendChild(line.element());
        }
    }

    @Override
    public void died(String sentence) {
        Html.clear(element);
        element.appendChild(line(sentence)
                .add(Html.button("btn bar-button", "Reload", DomGlobal.location::reload))
                .element());
    }

    private static Html line(String sentence) {
        return Html.of("div", "problem")
                .attribute("role", "alert")
                .add(Html.of("p", "").text(sentence));
    }
}
