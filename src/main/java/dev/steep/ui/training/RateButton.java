package dev.steep.ui.training;

import dev.steep.network.optimizer.OptimizerKnobs;
import dev.steep.protocol.Report;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/** Opens the {@link RateFinder}, which is made when it is first wanted. Where a schedule sets the rate there is none to find. */
final class RateButton implements Lab.Listener {
    private final Lab lab;
    private final HTMLElement element;
    private Optional<RateFinder> finder = Optional.empty();

    RateButton(Lab lab) {
        this.lab = lab;
        element = Html.of("div", "rate-find")
                .add(Html.button("btn bar-button", "Find a rate…", this::open)
                        .attribute("title", "Tries growing learning rates on a copy of this run"))
                .element();
        changed(lab.recipe());
        lab.listen(this);
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void changed(Recipe recipe) {
        element.hidden = recipe.optimizer().get(OptimizerKnobs.SCHEDULE).isPresent();
    }

    @Override
    public void progressed(Report.Progress progress) {
        element.firstElementChild.toggleAttribute("disabled", progress.state() == Report.Progress.State.BLOCKED);
    }

    private void open() {
        if (finder.isEmpty()) {
            RateFinder made = new RateFinder(lab);
            finder = Optional.of(made);
            element.appendChild(made.element());
        }
        finder.ifPresent(RateFinder::open);
    }
}
