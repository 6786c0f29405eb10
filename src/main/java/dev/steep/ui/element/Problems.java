package dev.steep.ui.element;

import dev.steep.browser.WebAddress;
import dev.steep.protocol.ProblemFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.recipe.Settings;
import dev.steep.ui.state.Lab;
import elemental2.dom.DomGlobal;
import elemental2.dom.Event;
import elemental2.dom.EventInit;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/**
 * What keeps the present network from training, above the network, each with a button that mends it if one can: what is
 * wrong with its layers, or that the run has diverged.
 */
public final class Problems implements Lab.Listener {
    private static final String BROKEN = "The weights overflowed. Reset to train again.";

    /** The event by which a person wants the file of the present link fetched. */
    public static final String FETCH = "steep-fetch";

    private final Lab lab;
    private final HTMLElement design = Html.of("div", "").element();
    private final HTMLElement run = Html.of("div", "").element();
    private final HTMLElement reason = Html.of("p", "").element();
    private final HTMLElement restart;
    private final HTMLElement element =
            Html.of("div", "problems").add(design, run).element();

    public Problems(Lab lab) {
        this.lab = lab;
        restart =
                Html.button("btn bar-button", "Reset and train", this::restart).element();
        run.hidden = true;
        run.appendChild(Html.of("div", "problem")
                .attribute("role", "alert")
                .add(reason, restart)
                .element());
        lab.listen(this);
    }

    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        Html.clear(design);
        for (ProblemFacts problem : opened.problems()) {
            Html line = line(problem.sentence());
            if (lab.stopped()) {
                line.add(Html.button("btn bar-button", "Open it anyway", lab::openAnyway));
            } else if (opened.data().name().isEmpty() && address(lab.recipe()).isPresent() && isLab()) {
                line.add(Html.button(
                        "btn bar-button",
                        "Fetch it from " + address(lab.recipe()).get().host(),
                        () -> {
                            element.dispatchEvent(fetching());
                        }));
            } else if (!problem.remedy().isEmpty()) {
                line.add(Html.button(
                        "btn bar-button",
                        "Fix it: " + lower(problem.offer()),
                        () -> lab.change(RecipeText.read(problem.remedy()).recipe())));
            }
            design.appendChild(line.element());
        }
    }

    @Override
    public void progressed(Report.Progress progress) {
        boolean diverged = progress.state() == Report.Progress.State.DIVERGED;
        if (diverged && run.hidden) {
            reason.textContent = progress.trouble();
        }
        if (run.hidden == diverged) {
            run.hidden = !diverged;
        }
    }

    /** What the diagnosis says of settings was of those at the time. */
    @Override
    public void changed(Recipe recipe) {
        reason.textContent = BROKEN;
    }

    /** The student wants to go on with a diverged run: leads to what can be done. */
    public void insist() {
        reason.textContent = BROKEN;
        element.scrollIntoView();
        restart.focus();
    }

    private void restart() {
        lab.reset(done -> lab.ask(new Request.Train(0, 0, 0, true)));
    }

    @Override
    public void died(String sentence) {
        Html.clear(design);
        run.hidden = true;
        design.appendChild(line(sentence)
                .add(Html.button("btn bar-button", "Reload", DomGlobal.location::reload))
                .element());
    }

    /** Where the files of a recipe were fetched, if they were. */
    public static Optional<WebAddress> address(Recipe recipe) {
        return recipe.usesFiles() ? WebAddress.read(recipe.data().get(Settings.ADDRESS)) : Optional.empty();
    }

    private static boolean isLab() {
        return !DomGlobal.document.body.classList.contains("embedded");
    }

    private static Event fetching() {
        EventInit bubbling = EventInit.create();
        bubbling.setBubbles(true);
        return new Event(FETCH, bubbling);
    }

    private static String lower(String offer) {
        return offer.substring(0, 1).toLowerCase() + offer.substring(1);
    }

    private static Html line(String sentence) {
        return Html.of("div", "problem")
                .attribute("role", "alert")
                .add(Html.of("p", "").text(sentence));
    }
}
