package dev.steep.worker.answer;

import dev.steep.catalog.Numbers;
import dev.steep.data.Filling;
import dev.steep.data.Origin;
import dev.steep.data.Target;
import dev.steep.protocol.Report;
import dev.steep.protocol.TableFacts;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import dev.steep.worker.experiment.PreparedData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Tells of the table that the samples come from, if they come from one. */
final class Tables {
    private static final int ROWS = 30;
    private static final int MOST_SHOWN = 200; // columns of a sample
    private static final int MOST_GAPS = 200; // columns with gaps: of more a recipe cannot speak

    private Tables() {}

    /** How it was understood, with some of its columns. */
    static Report sheet(Recipe recipe, PreparedData material, int from, int count) {
        Optional<Origin> origin = material.data().origin();
        if (origin.isEmpty()) {
            return new Report.Sheet(TableFacts.NONE);
        }
        Origin table = origin.get();
        int first = Math.max(0, Math.min(from, table.width()));
        int end = first + Math.min(table.width() - first, Math.max(0, count));
        List<TableFacts.Column> columns = new ArrayList<>();
        for (int place = first; place < end; place++) {
            Origin.Seen seen = table.seen(place);
            columns.add(new TableFacts.Column(
                    seen.name(),
                    seen.use(),
                    seen.type(),
                    seen.why(),
                    seen.gaps(),
                    seen.different(),
                    seen.bars(),
                    seen.ends()));
        }
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < Math.min(ROWS, table.rows()) && !columns.isEmpty(); row++) {
            for (int place = first; place < end; place++) {
                cells.add(table.cell(row, place));
            }
        }
        return new Report.Sheet(new TableFacts(
                material.data().name(),
                table.rows(),
                table.total(),
                table.used().length,
                table.lost(),
                table.decision(),
                table.understood(),
                table.sentences(),
                counts(material.data().y()),
                table.width(),
                first,
                columns,
                table.gaps().stream()
                        .limit(MOST_GAPS)
                        .map(gap -> gap(gap, recipe, material))
                        .toList(),
                cells));
    }

    private static TableFacts.Gap gap(Origin.Gap gap, Recipe recipe, PreparedData material) {
        int feature = material.data().features().indexOf(gap.column());
        OptionalDouble filled = material.filling().usual(Math.max(0, feature));
        boolean number = gap.fate() == Origin.Fate.KEPT && feature >= 0 && filled.isPresent();
        return new TableFacts.Gap(
                gap.column(),
                gap.category(),
                gap.rows(),
                switch (gap.fate()) {
                    case LEFT_OUT -> TableFacts.Fate.LEFT_OUT;
                    case KEPT ->
                        gap.category()
                                ? TableFacts.Fate.CATEGORY
                                : filling(Settings.preparation(recipe).missing(gap.column()));
                },
                number ? Numbers.write((float) filled.getAsDouble()) : "");
    }

    private static TableFacts.Fate filling(Filling.Missing missing) {
        return switch (missing) {
            case MEDIAN -> TableFacts.Fate.MEDIAN;
            case MEAN -> TableFacts.Fate.MEAN;
            case INDICATOR -> TableFacts.Fate.INDICATOR;
        };
    }

    private static int[] counts(Target target) {
        if (!(target instanceof Target.Classes classes)) {
            return new int[0];
        }
        int[] counts = new int[classes.names().size()];
        for (int each : classes.index()) {
            counts[each]++;
        }
        return counts;
    }

    /** The cells of these samples: what is predicted first. Of very many columns the first ones. */
    static Report cells(PreparedData material, int[] samples) {
        List<String> names = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        material.data().origin().ifPresent(table -> {
            int[] counted = table.counted();
            int shown = Math.min(MOST_SHOWN, counted.length);
            for (int i = 0; i < shown; i++) {
                names.add(table.name(counted[i]));
            }
            for (int sample : samples) {
                for (int i = 0; i < shown; i++) {
                    cells.add(table.cell(table.used()[sample], counted[i]));
                }
            }
        });
        return new Report.Cells(names, cells);
    }
}
