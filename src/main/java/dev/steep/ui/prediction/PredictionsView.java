package dev.steep.ui.prediction;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.MistakesLook;
import dev.steep.protocol.look.PredictionsLook;
import dev.steep.ui.data.SampleCells;
import dev.steep.ui.state.Lab;
import dev.steep.ui.view.View;
import java.util.ArrayList;
import java.util.List;

/**
 * Validation samples, each with what the network says of it; the wrong ones stand out, and those that nothing is said of yet say so. Or
 * the mistakes alone, the worst first.
 */
public final class PredictionsView extends SampleGrid {
    public static final View VIEW = View.of(
                    "predictions",
                    "Predictions",
                    "Validation samples, each with what the network says of it.",
                    PredictionsView::many)
            .onlyFor("data with a validation part, of which something is predicted", PredictionsView::suits)
            .savedAs(".predictions-grid");

    private static final int MANY = 60;
    private static final int FEW = 15;
    private static final String ALL = "all";
    private static final String WRONG = "worst first";
    private static final String UNSAID = "not predicted yet";

    private final int most;
    private final List<AnswerTile> entries = new ArrayList<>();
    private final MistakesGrid mistakes;
    private final ChosenBar bar;
    private int rows;

    private PredictionsView(Lab lab, int most, boolean page) {
        super(lab, "predictions", page, List.of(ALL, WRONG));
        this.most = most;
        mistakes = new MistakesGrid(lab, page ? "predictions-wrong" : "predictions-beside-wrong");
        bar = new ChosenBar(lab);
        title.textContent = "Validation samples";
        head.insertBefore(bar.element(), count);
        element().appendChild(mistakes.element());
    }

    /** A tab of its own. */
    static PredictionsView many(Lab lab) {
        return new PredictionsView(lab, MANY, true);
    }

    /** A few to stand beside the curves; the style sheet hides them where there is no room. */
    public static PredictionsView few(Lab lab) {
        return new PredictionsView(lab, FEW, false);
    }

    private static boolean suits(DataFacts facts) {
        return facts.parts().length > 1 && facts.parts()[1] > 0 && !facts.reconstructs();
    }

    @Override
    public void opened(Report.Opened opened) {
        super.opened(opened);
        element().hidden = !suits(data());
        mistakes.opened(opened);
        bar.opened(data());
        if (opened.rows() == rows) {
            return;
        }
        rows = opened.rows();
        int mine = rows;
        choice.show(ALL);
        choose(ALL);
        fill(new Report.Samples(new int[0], new float[0], new float[0]));
        if (suits(data())) {
            lab.ask(new Inquiry.Gallery(DataPart.VALIDATION, 0, most), report -> {
                if (mine == rows && report instanceof Report.Samples samples) {
                    fill(samples);
                    resume();
                }
            });
        }
    }

    @Override
    public void blank() {
        super.blank();
        mistakes.blank();
    }

    @Override
    public void hide() {
        super.hide();
        mistakes.pause();
    }

    @Override
    void choose(String which) {
        boolean all = which.equals(ALL);
        bar.hide();
        grid.hidden = !all;
        count.hidden = !all;
        if (all) {
            mistakes.close();
        } else {
            mistakes.show(MistakesLook.all(MistakesGrid.MOST));
        }
        resume();
    }

    @Override
    boolean watches() {
        return !entries.isEmpty() && !mistakes.isShown();
    }

    @Override
    void resume() {
        super.resume();
        if (seen()) {
            mistakes.resume();
        }
    }

    private void fill(Report.Samples samples) {
        entries.clear();
        grid.textContent = "";
        grid.classList.toggle("words", !data().image());
        int size = data().size();
        for (int i = 0; i < samples.rows().length; i++) {
            int row = samples.rows()[i];
            float[] sample = new float[size];
            System.arraycopy(samples.x(), i * size, sample, 0, size);
            AnswerTile tile = new AnswerTile(lab, data(), row, samples.y()[i], sample, bar);
            grid.appendChild(tile.element());
            entries.add(tile);
        }
        int mine = rows;
        List<AnswerTile> tiles = List.copyOf(entries);
        SampleCells.ask(lab, data(), samples.rows(), cells -> cells.filter(all -> mine == rows)
                .ifPresent(all -> AnswerTile.fill(tiles, all)));
        roving.refresh();
        announce();
        count.textContent = entries.isEmpty() ? "" : UNSAID;
    }

    @Override
    List<Look> looks() {
        return data().shape().length == 0
                ? List.of()
                : List.of(new PredictionsLook(DataPart.VALIDATION, 0, entries.size()));
    }

    @Override
    void draw(Report.Picture picture) {
        float[] said = picture.numbers().get(0);
        boolean classes = !data().classes().isEmpty();
        int known = 0;
        int wrong = 0;
        for (int i = 0; i < entries.size(); i++) {
            AnswerTile tile = entries.get(i);
            boolean is = (i + 1) * PredictionsLook.FIELDS <= said.length
                    && (int) said[i * PredictionsLook.FIELDS] == tile.row();
            if (is) {
                known++;
                wrong += tile.said(said[i * PredictionsLook.FIELDS + 2]) ? 1 : 0;
            } else {
                tile.unsaid();
            }
        }
        count.textContent = known == 0 ? UNSAID : classes ? wrong + " of " + known + " wrong" : "";
    }
}
