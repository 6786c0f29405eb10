package dev.steep.worker.answer;

import dev.steep.engine.Evaluation;
import dev.steep.engine.Score;
import dev.steep.engine.ZeroUnits;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.Moment;
import dev.steep.worker.experiment.PreparedData;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A pass over the samples of a part with the weights of one moment. */
final class PartPass implements Look.Part {
    private final PreparedData material;
    private final int[] rows;
    private final Evaluation evaluation;
    private final Optional<ZeroUnits> zeros;
    private final Moment moment;

    /** @param zeros counts units while it goes on, if that is wanted */
    PartPass(PreparedData material, int[] rows, Evaluation evaluation, Optional<ZeroUnits> zeros, Moment moment) {
        this.zeros = zeros;
        this.material = material;
        this.rows = rows;
        this.evaluation = evaluation;
        this.moment = moment;
    }

    @Override
    public int count() {
        return rows.length;
    }

    @Override
    public boolean upTo(int samples, BooleanSupplier over) {
        return evaluation.advance(samples, over);
    }

    @Override
    public int row(int i) {
        return rows[i];
    }

    @Override
    public float truth(int i) {
        return material.truth(rows[i]);
    }

    @Override
    public float said(int i) {
        return evaluation.said(i);
    }

    @Override
    public float sure(int i) {
        return evaluation.sure(i);
    }

    @Override
    public float loss(int i) {
        return evaluation.loss(i);
    }

    @Override
    public int width() {
        return evaluation.width();
    }

    @Override
    public float output(int i, int number) {
        return evaluation.output(i, number);
    }

    /** Whether all samples have been seen, of which there are some. */
    boolean complete() {
        return rows.length > 0 && score().count() == rows.length;
    }

    /** What came of it so far. */
    Score score() {
        return evaluation.score();
    }

    @Override
    public int[] confusion() {
        return score().confusion();
    }

    @Override
    public int[] zeros(String output) {
        return zeros.map(each -> each.of(output)).orElse(new int[0]);
    }

    @Override
    public Moment moment() {
        return moment;
    }
}
