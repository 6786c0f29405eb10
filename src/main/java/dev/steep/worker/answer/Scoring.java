package dev.steep.worker.answer;

import dev.steep.engine.Score;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.DataPart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** The scores of whole parts of the data set, all with the same weights. */
final class Scoring implements Job {
    private final Passes passes;
    private final List<DataPart> parts;
    private final Function<List<Score>, Report> meaning;
    private final Consumer<Report> answer;

    /** @param meaning makes an answer of a score for each part */
    Scoring(Passes passes, List<DataPart> parts, Function<List<Score>, Report> meaning, Consumer<Report> answer) {
        this.passes = passes;
        this.parts = parts;
        this.meaning = meaning;
        this.answer = answer;
    }

    /** Passes of other weights than the present ones are gone, so that parts looked at before have their turn again. */
    @Override
    public boolean advance(BooleanSupplier over) {
        List<Score> scores = new ArrayList<>();
        for (DataPart part : parts) {
            PartPass pass = passes.of(part);
            if (!pass.upTo(pass.count(), over)) {
                return false;
            }
            scores.add(pass.score());
        }
        answer.accept(meaning.apply(scores));
        return true;
    }

    @Override
    public void refuse(String sentence) {
        answer.accept(new Report.Refused(sentence));
    }
}
