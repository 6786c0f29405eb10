package dev.steep.ui.results;

import dev.steep.picture.Range;
import dev.steep.protocol.EpochLog;
import dev.steep.ui.element.Chart;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.RunLog;
import dev.steep.ui.state.Turn;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/** Which epoch of a run was the best, and where overfitting begins: a sentence, and what the charts mark. */
final class BestNote {
    private final HTMLElement element = Html.of("p", "curves-said").element();
    private Optional<EpochLog> best = Optional.empty();
    private Optional<Turn> turn = Optional.empty();
    private int run = -1;
    private int seen = -1;

    HTMLElement element() {
        return element;
    }

    /** Looks at the epochs so far. */
    void look(RunLog log) {
        int count = log.waits() ? 0 : log.epochs().size();
        if (count == seen && log.number() == run) {
            return;
        }
        seen = count;
        run = log.number();
        best = count == 0 ? Optional.empty() : log.best();
        turn = count == 0 ? Optional.empty() : Turn.of(log.epochs());
        element.textContent = best.map(each -> sentence(each, turn)).orElse("");
    }

    /** {@code Best epoch: 9, with a validation loss of 0.432.}, and what overfitting is, if it has begun. */
    static String sentence(EpochLog best, Optional<Turn> turn) {
        String words =
                "Best epoch: " + best.epoch() + ", with a validation loss of " + Figures.of(best.valLoss()) + ".";
        return turn.isPresent()
                ? words + " From there on the network overfits: the training loss falls on, the validation loss rises."
                : words;
    }

    /** The line at the best epoch. */
    Optional<Chart.Mark> mark(boolean foot) {
        String more = turn.isPresent() ? "\noverfits from here" : "";
        return best.map(each -> new Chart.Mark(each.epoch(), "best, epoch " + each.epoch() + more, foot));
    }

    /** The epochs of overfitting, up to an end. */
    Optional<Range> band(double end) {
        return turn.map(
                each -> new Range(each.best().epoch(), Math.min(end, each.last().epoch())));
    }
}
