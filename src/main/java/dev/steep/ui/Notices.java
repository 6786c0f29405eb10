package dev.steep.ui;

import dev.steep.protocol.Problem;
import dev.steep.protocol.Report;
import dev.steep.recipe.RecipeText;
import elemental2.dom.HTMLElement;

/** Sentences for the student: what was replaced or went wrong, and what stops the present network from training. */
final class Notices implements Lab.Listener {
    private static final int MOST = 4;

    private final Lab lab;
    private final HTMLElement stack =
            Html.of("div", "notices").attribute("aria-live", "polite").element();
    private final HTMLElement problems = Html.of("div", "problems").element();

    Notices(Lab lab) {
        this.lab = lab;
        lab.listen(this);
    }

    /** What floats over the page. */
    HTMLElement stack() {
        return stack;
    }

    /** What stands above the network. */
    HTMLElement problems() {
        return problems;
    }

    @Override
    public void told(String sentence, boolean trouble) {
        HTMLElement alert = Html.of("div", "alert py-2 mb-2 " + (trouble ? "alert-warning" : "alert-secondary"))
                .attribute("role", trouble ? "alert" : "status")
                .add(Html.of("span", "").text(sentence))
                .element();
        alert.appendChild(Html.button("btn-close float-end ms-2", "", alert::remove)
                .attribute("aria-label", "Close")
                .element());
        stack.appendChild(alert);
        if (stack.childElementCount > MOST) {
            stack.removeChild(stack.firstElementChild);
        }
    }

    @Override
    public void opened(Report.Opened opened) {
        Html.clear(problems);
        for (Problem problem : opened.problems()) {
            Html alert = Html.of("div", "alert alert-warning py-2 mb-2 d-flex gap-2 align-items-center")
                    .attribute("role", "alert")
                    .add(Html.of("span", "flex-grow-1").text(problem.sentence()));
            if (!problem.remedy().isEmpty()) {
                alert.add(Html.button(
                        "btn btn-sm btn-outline-secondary",
                        "Mend it",
                        () -> lab.change(RecipeText.read(problem.remedy()).recipe())));
            }
            problems.appendChild(alert.element());
        }
    }
}
