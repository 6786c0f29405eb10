package dev.steep.ui.prediction;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.ReconstructionsLook;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.view.View;
import java.util.ArrayList;
import java.util.List;

/** Samples beside what an autoencoder makes of them, in order or the worst first, live. */
public final class ReconstructionsView extends SampleGrid {
    public static final View VIEW = View.of(
                    "reconstructions",
                    "Reconstructions",
                    "Validation samples beside what the network makes of them, of a network that answers with its own input.",
                    ReconstructionsView::many)
            .in("Predictions")
            .onlyFor("networks that answer with their own input, as an autoencoder does", DataFacts::reconstructs)
            .savedAs(".predictions-grid");

    private static final int MANY = 40;
    private static final int FEW = 9;
    private static final String ORDER = "in order";
    private static final String WORST = "worst first";
    private static final String NOTHING = "Not reconstructed yet.";

    private final int most;
    private final boolean page;
    private final List<CopyTile> tiles = new ArrayList<>();
    private boolean worst;

    private ReconstructionsView(Lab lab, int most, boolean page) {
        super(lab, "reconstructions", page, List.of(ORDER, WORST));
        this.most = most;
        this.page = page;
    }

    /** A page of its own. */
    static ReconstructionsView many(Lab lab) {
        return new ReconstructionsView(lab, MANY, true);
    }

    /** A few to stand beside the curves; the style sheet hides them where there is no room. */
    public static ReconstructionsView few(Lab lab) {
        return new ReconstructionsView(lab, FEW, false);
    }

    @Override
    public void opened(Report.Opened opened) {
        super.opened(opened);
        DataFacts data = data();
        element().hidden = !watches();
        title.textContent = part() == DataPart.VALIDATION ? "Validation samples" : "Training samples";
        grid.classList.toggle("copies", data.image() || data.series());
        grid.classList.toggle("words", !data.image() && !data.series());
        clear();
        resume();
    }

    /** Without a validation part, samples of training. */
    private DataPart part() {
        return data().parts()[DataPart.VALIDATION.ordinal()] > 0 ? DataPart.VALIDATION : DataPart.TRAINING;
    }

    @Override
    void choose(String order) {
        worst = order.equals(WORST);
        clear();
        resume();
    }

    private void clear() {
        tiles.clear();
        Html.clear(grid);
        count.textContent = NOTHING;
    }

    @Override
    boolean watches() {
        return data().reconstructs();
    }

    @Override
    List<Look> looks() {
        return watches() ? List.of(new ReconstructionsLook(part(), worst, most)) : List.of();
    }

    @Override
    void draw(Report.Picture picture) {
        float[] numbers = picture.numbers().get(0);
        if (numbers.length == 0) {
            clear();
            return;
        }
        int size = (int) numbers[0];
        int fields = ReconstructionsLook.FIELDS + 2 * size;
        int places = (numbers.length - 1) / fields;
        if (tiles.size() != places) {
            clear();
            for (int i = 0; i < places; i++) {
                CopyTile tile = new CopyTile(lab, data());
                tiles.add(tile);
                grid.appendChild(tile.element());
            }
            roving.refresh();
        }
        for (int i = 0; i < places; i++) {
            tiles.get(i).show(numbers, 1 + i * fields, size);
        }
        count.textContent = page ? ConfusionView.sentence(picture.moment()) : "";
    }
}
