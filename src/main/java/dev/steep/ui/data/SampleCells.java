package dev.steep.ui.data;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.ui.state.Lab;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What samples of a table are predicted from, as it was written: one cell for each column that counts. */
public final class SampleCells {
    private final Report.Cells table;
    private final int predicted;

    private SampleCells(Report.Cells table, int predicted) {
        this.table = table;
        this.predicted = predicted;
    }

    /** Asks for the cells of these samples; of samples that come from no table there are none. */
    public static void ask(Lab lab, DataFacts facts, int[] samples, Consumer<Optional<SampleCells>> found) {
        if (facts.columns().isEmpty() || samples.length == 0) {
            found.accept(Optional.empty());
            return;
        }
        int predicted = Math.max(1, facts.targets().size());
        lab.ask(
                new Inquiry.Cells(samples),
                report -> found.accept(
                        report instanceof Report.Cells cells && cells.names().size() > predicted
                                ? Optional.of(new SampleCells(cells, predicted))
                                : Optional.empty()));
    }

    /** What the column is called that is predicted, or the first of them. */
    public String target() {
        return table.names().get(0);
    }

    /** The other columns. */
    public List<String> names() {
        return table.names().subList(predicted, table.names().size());
    }

    /** What stands in these for the i-th sample; – for nothing. */
    public List<String> of(int i) {
        int width = table.names().size();
        return table.cells().subList(i * width + predicted, (i + 1) * width).stream()
                .map(cell -> cell.isEmpty() ? "–" : cell)
                .toList();
    }
}
