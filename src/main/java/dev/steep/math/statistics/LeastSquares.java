package dev.steep.math.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * The standard errors of parameters that were fitted by least squares: the covariance s² (JᵀJ)⁻¹, with J the derivatives of what the
 * model says by each parameter, and s² = sum of squared residuals / (samples - parameters). JᵀJ is half the Gauss-Newton Hessian of
 * that sum (Press and others, Numerical Recipes, 15.4 and 15.5).
 */
public final class LeastSquares {
    /** The smallest eigenvalue of the correlations below which the data do not decide all parameters. */
    private static final double SINGULAR = 1e-11;

    private final int parameters;
    private final boolean known;
    private final double[] products;
    private final double[] pulls;
    private int samples;
    private double squares;

    /** Of measurements that are all as uncertain as their residuals are large together. */
    public LeastSquares(int parameters) {
        this(parameters, false);
    }

    /** @param known whether each measurement has a variance of its own, so that the covariance is (JᵀJ)⁻¹ without s² */
    public LeastSquares(int parameters, boolean known) {
        this.parameters = parameters;
        this.known = known;
        products = new double[parameters * parameters];
        pulls = new double[parameters];
    }

    /**
     * Adds what was measured once.
     *
     * @param slopes the derivatives of what the model says by each parameter
     * @param residual what was measured less what the model says
     */
    public void add(double[] slopes, double residual) {
        samples++;
        squares += residual * residual;
        for (int i = 0; i < parameters; i++) {
            pulls[i] += slopes[i] * residual;
            for (int j = 0; j < parameters; j++) {
                products[i * parameters + j] += slopes[i] * slopes[j];
            }
        }
    }

    /** Adds what was measured once with this variance: both by its root. */
    public void add(double[] slopes, double residual, double variance) {
        double root = Math.sqrt(variance);
        add(Arrays.stream(slopes).map(slope -> slope / root).toArray(), residual / root);
    }

    /** How many were added. */
    public int samples() {
        return samples;
    }

    /** How far what is measured is from the model: s, the standard deviation of the residuals. */
    public double deviation() {
        return Math.sqrt(squares / (samples - parameters));
    }

    /** What the samples say of the parameters; nothing where they do not decide all of them. */
    public Optional<Estimate> estimate() {
        double[] length = new double[parameters];
        double[] correlations = new double[parameters * parameters];
        for (int i = 0; i < parameters; i++) {
            length[i] = Math.sqrt(products[i * parameters + i]);
        }
        for (int i = 0; i < correlations.length; i++) {
            correlations[i] = products[i] / length[i / parameters] / length[i % parameters];
        }
        boolean numbers = Arrays.stream(correlations).allMatch(Double::isFinite);
        if (samples <= parameters || !numbers) {
            return Optional.empty();
        }
        double[] values = new double[parameters];
        double[] vectors = SymmetricEigen.vectors(correlations, parameters, values);
        if (!(values[parameters - 1] > SINGULAR)) {
            return Optional.empty();
        }
        double[] errors = new double[parameters];
        double away = 0;
        for (int i = 0; i < parameters; i++) {
            double inverse = 0;
            double step = 0;
            for (int k = 0; k < parameters; k++) {
                double part = vectors[k * parameters + i] / values[k];
                inverse += part * vectors[k * parameters + i];
                for (int j = 0; j < parameters; j++) {
                    step += part * vectors[k * parameters + j] * pulls[j] / length[j];
                }
            }
            errors[i] = (known ? 1 : deviation()) * Math.sqrt(inverse) / length[i];
            away = Math.max(away, step == 0 ? 0 : Math.abs(step) / length[i] / errors[i]);
        }
        return Optional.of(new Estimate(errors, away));
    }

    /**
     * What was worked out.
     *
     * @param errors the standard error of each parameter
     * @param away how many of its errors a parameter would still move to the best fit, by a Gauss-Newton step; of the one farthest from it
     */
    public record Estimate(double[] errors, double away) {}
}
