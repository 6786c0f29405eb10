package dev.steep.ui.doctor;

import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Report;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.RunLog;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong in the present run: one sentence at a time, with a button that mends it, if one change does. What has been sent away is
 * not said again of the same run, and nothing is said of an earlier epoch or network, nor of epochs before a setting was moved.
 */
public final class DoctorNote implements Lab.Listener {
    private final Lab lab;
    private final RunLog run;
    private final HTMLElement words =
            Html.of("span", "doctor-words").attribute("role", "status").element();
    private final HTMLElement mend = Html.button("btn bar-button doctor-mend", "", this::mend)
            .attribute("title", "Changes the experiment; Undo brings it back")
            .element();
    private final HTMLElement element = Html.of("div", "doctor")
            .add(words, mend)
            .add(Html.button("btn-close doctor-close", "", this::dismiss)
                    .attribute("aria-label", "Do not say this again"))
            .element();
    private final List<String> dismissed = new ArrayList<>();
    private Optional<Finding> finding = Optional.empty();
    private Report.Kept kept = Report.Kept.NOTHING;
    private int number = -1;
    private int seen = -1;
    private int from;
    private Recipe recipe = Recipe.PLAIN;

    public DoctorNote(Lab lab) {
        this.lab = lab;
        run = lab.run();
        element.hidden = true;
        lab.listen(this);
    }

    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        if (!lab.recipe().equals(recipe)) {
            recipe = lab.recipe();
            from = run.epochs().size(); // what was before is no evidence against a setting of now
        }
        show(Optional.empty());
        seen = -1;
    }

    @Override
    public void progressed(Report.Progress progress) {
        if (run.number() != number) {
            number = run.number();
            dismissed.clear();
            from = 0;
            seen = -1;
        }
        look();
    }

    @Override
    public void kept(Report.Kept now) {
        kept = now;
        seen = -1;
        look();
    }

    @Override
    public void died(String sentence) {
        show(Optional.empty());
    }

    private void look() {
        int count = run.epochs().size();
        if (count != seen) {
            seen = count;
            boolean past = kept.past() || run.waits();
            List<EpochLog> epochs = run.epochs().subList(Math.min(from, count), count);
            show(past ? Optional.empty() : Check.first(run.recipe(), epochs, dismissed));
        }
    }

    private void show(Optional<Finding> now) {
        finding = now;
        element.hidden = now.isEmpty();
        String sentence = now.map(Finding::sentence).orElse("");
        if (!sentence.equals(words.textContent)) {
            words.textContent = sentence;
        }
        Optional<Finding.Remedy> remedy = now.flatMap(Finding::remedy);
        mend.hidden = remedy.isEmpty();
        mend.textContent = remedy.map(Finding.Remedy::words).orElse("");
    }

    private void mend() {
        finding.flatMap(Finding::remedy).ifPresent(remedy -> lab.change(remedy.recipe()));
    }

    private void dismiss() {
        finding.ifPresent(now -> dismissed.add(now.check()));
        seen = -1;
        look();
    }
}
