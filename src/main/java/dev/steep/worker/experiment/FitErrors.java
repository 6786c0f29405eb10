package dev.steep.worker.experiment;

import dev.steep.catalog.Choice;
import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.engine.Trainer;
import dev.steep.engine.Work;
import dev.steep.math.statistics.LeastSquares;
import dev.steep.network.Model;
import dev.steep.network.ModelLayer;
import dev.steep.network.loss.Loss;
import dev.steep.protocol.look.ErrorsLook;
import dev.steep.protocol.look.ErrorsLook.Basis;
import dev.steep.protocol.look.Look;
import dev.steep.reference.Sensitivity;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The standard errors of a run's parameters at its present weights, over the training part: how what the network says changes with each
 * parameter is followed back sample by sample on a machine of its own, in double precision ({@link LeastSquares}). Numbers are taken as
 * they are trained, so that errors are in the same units as the parameters. With the loss poisson they are counts, whose variance is what the
 * network says of them: the matrix is then Fisher's information.
 */
public final class FitErrors implements Look.Errors {
    /** Operations, of all predictions together, that are followed back. */
    private static final double MOST_WORK = 3e8;

    /** How many errors the best fit may be away for them to mean anything: farther away the curvature is another. */
    private static final double FAR = 10;

    private final Trainer trainer;
    private final PreparedData material;
    private final List<Value> fitted;
    private final List<Value> shown;
    private final int parameters;
    private final LeastSquares squares;
    private final Optional<Sensitivity> sensitivity;
    private Basis basis;
    private int next;

    /**
     * Begins.
     *
     * @param layer whose parameters are meant; empty for all
     * @param training whether training goes on, so that nothing is worked out
     */
    public FitErrors(Trainer trainer, PreparedData material, String layer, boolean training) {
        this.trainer = trainer;
        this.material = material;
        Model model = trainer.model();
        fitted = model.layers().stream()
                .filter(each -> each.planned().trainable())
                .flatMap(each -> parameters(each).stream())
                .toList();
        shown = model.layers().stream()
                .filter(each -> layer.isEmpty() || each.planned().name().equals(layer))
                .flatMap(each -> parameters(each).stream())
                .toList();
        parameters = count(fitted);
        basis = basis(training);
        squares = new LeastSquares(basis.known() ? parameters : 0, basis == Basis.COUNTS);
        sensitivity =
                basis.known() ? Optional.of(new Sensitivity(model.program(), trainer.supply())) : Optional.empty();
        sensitivity.ifPresent(machine -> model.weights()
                .forEach(weight -> machine.weight(weight, trainer.machine().exact(weight))));
    }

    private static List<Value> parameters(ModelLayer layer) {
        return layer.weights().stream()
                .filter(value -> value.role() == Value.Role.PARAMETER)
                .toList();
    }

    private static int count(List<Value> values) {
        return (int) Math.min(
                Integer.MAX_VALUE, values.stream().mapToLong(Value::size).sum());
    }

    private Basis basis(boolean training) {
        Choice loss = trainer.model().plan().design().loss();
        boolean numbers = material.asked() instanceof Target.Numbers;
        boolean counts = loss.is(Loss.POISSON.kind()) && material.answers().equals(Rescaling.NONE);
        boolean squared = numbers && (counts || loss.is(Loss.MEAN_SQUARED_ERROR.kind()));
        double work = Work.of(trainer.model().program().prediction(), 1) * rows().length * width();
        return !squared
                ? Basis.LOSS
                : parameters > ErrorsLook.MOST
                        ? Basis.MANY
                        : parameters == 0 || (long) rows().length * width() <= parameters
                                ? Basis.FEW
                                : work > MOST_WORK
                                        ? Basis.LARGE
                                        : training ? Basis.TRAINING : counts ? Basis.COUNTS : Basis.CURVATURE;
    }

    private int[] rows() {
        return material.split().training();
    }

    private int width() {
        return material.asked().width();
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        while (basis.known() && next < rows().length) {
            follow(rows()[next++]);
            if (over.getAsBoolean()) {
                break;
            }
        }
        return !basis.known() || next == rows().length;
    }

    private void follow(int row) {
        double[] truth = new double[width()];
        material.asked().gather(new int[] {row}, 0, 1, truth);
        float[] prepared = material.prepared(material.data().x().sample(row));
        Value output = trainer.model().program().predict().output();
        for (int place = 0; place < truth.length; place++) {
            Sensitivity.Following following = sensitivity.orElseThrow().follow(prepared, output, place, 1);
            following.advance(() -> false);
            double[] slopes = new double[parameters];
            int at = 0;
            for (Value value : fitted) {
                double[] each = following.derivatives(value);
                System.arraycopy(each, 0, slopes, at, each.length);
                at += value.size();
            }
            double residual = material.answers().apply(truth[place], place) - following.number();
            if (basis == Basis.COUNTS) {
                squares.add(slopes, residual, following.number()); // Poisson: the variance is the mean
            } else {
                squares.add(slopes, residual);
            }
        }
    }

    @Override
    public float[] numbers() {
        if (count(shown) > ErrorsLook.MOST) {
            return new float[0];
        }
        Optional<LeastSquares.Estimate> estimate = basis.known() ? squares.estimate() : Optional.empty();
        double away = estimate.map(LeastSquares.Estimate::away).orElse(Double.NaN);
        if (basis.known()) {
            basis = estimate.isEmpty() ? Basis.UNDECIDED : away > FAR ? Basis.FAR : basis;
        }
        Optional<double[]> errors = estimate.filter(each -> basis.known()).map(LeastSquares.Estimate::errors);
        List<Float> numbers = new ArrayList<>(List.of(
                (float) basis.ordinal(),
                (float) squares.samples(),
                (float) parameters,
                (float) (basis.known() ? squares.deviation() : Double.NaN),
                (float) away));
        for (Value value : shown) {
            int from = place(value);
            float[] found = trainer.machine().read(value);
            for (int i = 0; i < found.length; i++) {
                int at = from + i;
                numbers.add(found[i]);
                numbers.add(
                        from < 0
                                ? Float.NaN
                                : errors.map(all -> (float) all[at]).orElse(Float.NaN));
            }
        }
        float[] all = new float[numbers.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = numbers.get(i);
        }
        return all;
    }

    /** Where a parameter's errors begin; -1 if training does not change it. */
    private int place(Value value) {
        int at = fitted.indexOf(value);
        return at < 0 ? -1 : count(fitted.subList(0, at));
    }

    /** For those who ask without a network. */
    public static final Look.Errors NONE = new Look.Errors() {
        @Override
        public boolean advance(BooleanSupplier over) {
            return true;
        }

        @Override
        public float[] numbers() {
            return new float[0];
        }
    };
}
