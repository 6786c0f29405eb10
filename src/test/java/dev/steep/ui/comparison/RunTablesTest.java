package dev.steep.ui.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.protocol.EpochLog;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.ui.runs.KeptRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTablesTest {
    private static final List<EpochLog.Metric> METRICS =
            List.of(new EpochLog.Metric("loss", false), new EpochLog.Metric("accuracy", true));
    private static final Recipe XOR = recipe("1/data=xor/Dense(2,softmax)");

    @Test
    void rowsAreSortedAndWhatIsNoNumberComesLast() {
        List<RunColumn.Row> rows =
                List.of(row("a", XOR, 0.5, 0.2), row("b", XOR), row("c", XOR, 0.4, 0.3, 0.1), row("d", XOR, 0.9));
        assertEquals("cadb", order(rows, RunColumn.BEST, false));
        assertEquals("dacb", order(rows, RunColumn.BEST, true));
        assertEquals("bdac", order(rows, RunColumn.EPOCHS, false));
    }

    @Test
    void aRowSaysWhatDiffersFromThePresent() {
        RunColumn.Row row = row("a", recipe("1/data=xor/Dense(2,softmax)/optimizer=Adam(0.01)"), 0.5);
        assertEquals("learning rate 0.01, now 0.001", RunColumn.DIFFERS.text(row));
        assertEquals("nothing", RunColumn.DIFFERS.text(row("b", XOR, 0.5)));
        assertEquals(true, row.isTwin());
        assertEquals("0.500", RunColumn.BEST.text(row));
        assertEquals("0.900 accuracy", RunColumn.METRIC.text(row));
        assertEquals("none", RunColumn.BEST.text(row("c", XOR)));
    }

    @Test
    void aFileHasALineForEachRunAndOneForEachEpoch() {
        List<RunColumn.Row> rows = List.of(row("say \"hi\", a", XOR, 0.5, 0.25), row("=b", XOR, 0.125));
        assertEquals("""
                run,id,group,data,recipe,seed,state,epochs,steps,seconds,parameters,changed by hand,\
                best epoch,best loss,best val_loss,best accuracy,best val_accuracy,\
                last epoch,last loss,last val_loss,last accuracy,last val_accuracy\r
                "say ""hi"", a","say ""hi"", a",,XOR,"1/data=xor/Dense(2,softmax)",42,paused,2,20,1.0,6,,\
                2,0.125,0.25,0.8,0.9,2,0.125,0.25,0.8,0.9\r
                '=b,'=b,,XOR,"1/data=xor/Dense(2,softmax)",42,paused,1,10,0.5,6,,1,0.0625,0.125,0.8,0.9,1,0.0625,0.125,0.8,0.9\r
                """, RunCsv.table(rows));
        assertEquals("""
                run,id,epoch,step,learning_rate,loss,val_loss,accuracy,val_accuracy\r
                '=b,'=b,1,10,0.001,0.0625,0.125,0.8,0.9\r
                """, RunCsv.curves(rows.subList(1, 2)));
    }

    @Test
    void curvesStandOverOneAxis() {
        double[][] columns = RunCurves.columns(
                List.of(
                        run("a", XOR, 0.5, 0.25).epochs(),
                        List.of(),
                        run("b", XOR, 1).epochs()),
                "loss");
        double no = Double.NaN;
        assertArrayEquals(
                new double[][] {{1, 2}, {0.25, 0.125}, {0.5, 0.25}, {no, no}, {no, no}, {0.5, no}, {1, no}}, columns);
    }

    @Test
    void theBandReachesFromTheLowestToTheHighest() {
        double[][] band = SeedSpread.band(
                List.of(
                        run("a", XOR, 1, 4).epochs(),
                        run("b", XOR, 2, 6).epochs(),
                        run("c", XOR, 6).epochs()),
                "loss");
        assertArrayEquals(new double[][] {{1, 2}, {1, 4}, {6, 6}, {3, 5}}, band);
        SeedSpread spread = SeedSpread.of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0));
        assertEquals(5, spread.mean());
        assertEquals(Math.sqrt(32.0 / 7), spread.deviation(), 1e-15);
        assertEquals(Double.NaN, SeedSpread.of(List.of(2.0)).deviation());
    }

    private static String order(List<RunColumn.Row> rows, RunColumn column, boolean falling) {
        List<RunColumn.Row> sorted = new ArrayList<>(rows);
        sorted.sort(column.order(falling));
        return String.join("", sorted.stream().map(RunColumn.Row::name).toList());
    }

    private static RunColumn.Row row(String name, Recipe recipe, double... losses) {
        return RunColumn.Row.of(run(name, recipe, losses), name, XOR);
    }

    private static Recipe recipe(String text) {
        return RecipeText.read(text).recipe();
    }

    /** @param losses on the validation part, after each epoch */
    private static KeptRun run(String id, Recipe recipe, double... losses) {
        List<EpochLog> epochs = new ArrayList<>();
        for (double loss : losses) {
            int epoch = epochs.size() + 1;
            epochs.add(new EpochLog(epoch, 10 * epoch, 0.001, METRICS, new double[] {loss / 2, loss, 0.8, 0.9}, 0.5));
        }
        return new KeptRun(
                id,
                "",
                "",
                recipe,
                "XOR",
                0,
                "paused",
                10 * losses.length,
                0.5 * losses.length,
                6,
                List.of(),
                KeptRun.best(epochs),
                epochs);
    }
}
