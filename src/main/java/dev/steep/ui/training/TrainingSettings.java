package dev.steep.ui.training;

import dev.steep.catalog.Choice;
import dev.steep.network.loss.Loss;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.network.optimizer.OptimizerKnobs;
import dev.steep.protocol.Report;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import dev.steep.ui.control.ChoiceForm;
import dev.steep.ui.control.KnobControl;
import dev.steep.ui.control.PickControl;
import dev.steep.ui.data.DataPanel;
import dev.steep.ui.element.Caption;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.List;

/** How the network is trained: optimizer and its rate, loss, batches, epochs, seed. */
final class TrainingSettings implements Lab.Listener {
    private final Lab lab;
    private final PickControl optimizer;
    private final PickControl loss;
    private final KnobControl<List<Choice>> metrics;
    private final KnobControl<List<Choice>> callbacks;
    private final ChoiceForm fit;
    private final KnobControl<Integer> seed;
    private final HTMLElement element;

    TrainingSettings(Lab lab) {
        this.lab = lab;
        optimizer = new PickControl(
                        Optimizer.kinds(),
                        1,
                        new Caption("Optimizer", "How weights follow their gradients downhill.", false),
                        (choice, continuing) -> set(lab.recipe().withOptimizer(choice), continuing))
                .ruled(new ChoiceForm.Ruling(OptimizerKnobs.LEARNING_RATE, choice -> choice.get(OptimizerKnobs.SCHEDULE)
                        .map(schedule -> schedule.kind().name() + " sets it in each step.")));
        loss = new PickControl(
                Loss.kinds(),
                Integer.MAX_VALUE,
                new Caption("Loss", "What training makes small: how far predictions are from the truth.", false),
                (choice, continuing) -> set(lab.recipe().withLoss(choice), continuing));
        metrics = KnobControl.of(
                Parts.METRICS.knob(), (value, continuing) -> set(lab.recipe().with(Parts.METRICS, value), continuing));
        callbacks = KnobControl.of(
                Parts.CALLBACKS.knob(),
                (value, continuing) -> set(lab.recipe().with(Parts.CALLBACKS, value), continuing));
        fit = new ChoiceForm(
                        Settings.FIT,
                        Integer.MAX_VALUE,
                        () -> lab.recipe().fit(),
                        (Choice choice, boolean continuing) -> set(lab.recipe().withFit(choice), continuing))
                .withOptions(Settings.FIT);
        seed = KnobControl.of(
                Parts.SEED.knob(), (value, continuing) -> set(lab.recipe().withSeed(value), continuing));
        element = DataPanel.section(
                "Training",
                optimizer.element(),
                new RateView(lab).element(),
                new RateButton(lab).element(),
                loss.element(),
                fit.element(),
                callbacks.element(),
                new LogButtons(lab).element(),
                metrics.element(),
                seed.element());
        Html.standsFor(optimizer.element(), Parts.OPTIMIZER.name());
        Html.standsFor(loss.element(), Parts.LOSS.name());
        Html.standsFor(fit.element(), Parts.FIT.name());
        Html.standsFor(callbacks.element(), Parts.CALLBACKS.name());
        Html.standsFor(metrics.element(), Parts.METRICS.name());
        Html.standsFor(seed.element(), Parts.SEED.name());
        changed(lab.recipe());
        lab.listen(this);
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void changed(Recipe recipe) {
        optimizer.show(recipe.optimizer());
        loss.show(recipe.loss());
        metrics.show(recipe.metrics());
        callbacks.show(recipe.callbacks());
        fit.show(recipe.fit());
        seed.show(recipe.seed());
    }

    @Override
    public void opened(Report.Opened opened) {
        changed(lab.recipe());
    }

    private void set(Recipe changed, boolean continuing) {
        if (continuing) {
            lab.adjust(changed);
        } else {
            lab.change(changed);
        }
    }
}
