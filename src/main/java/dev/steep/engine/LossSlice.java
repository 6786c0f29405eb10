package dev.steep.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The loss over a plane through a run's weights, on a machine of its own, a few places at a time: every fourth place first, so that the
 * picture is there soon and then becomes sharper. The place in the middle has the loss that the run itself has for these samples.
 */
public final class LossSlice {
    /** Places along each direction; odd, so that one lies in the middle. */
    public static final int SIDE = 21;

    private static final int COARSE = 4;

    /** Where and how the run stood when it was begun. */
    public record Origin(int epoch, int step, int samples, boolean alongPath) {}

    private final Machine machine;
    private final WeightPlane plane;
    private final Exact[] exact;
    private final Supplier<Evaluation> looks;
    private final Origin origin;
    private final double[] losses = new double[SIDE * SIDE];
    private final int[] order = new int[SIDE * SIDE];
    private int next;
    private Optional<Evaluation> look = Optional.empty();

    /**
     * @param machine with the run's numbers, which this changes
     * @param looks makes a look at the samples with that machine's weights
     */
    LossSlice(Machine machine, WeightPlane plane, Supplier<Evaluation> looks, Origin origin) {
        this.machine = machine;
        this.plane = plane;
        this.looks = looks;
        this.origin = origin;
        exact = plane.values().stream().map(machine::exact).toArray(Exact[]::new);
        Arrays.fill(losses, Double.NaN);
        boolean[] known = new boolean[order.length];
        int count = 0;
        for (int stride = COARSE; stride >= 1; stride /= 2) {
            for (int i = 0; i < order.length; i++) {
                if (!known[i] && i / SIDE % stride == 0 && i % SIDE % stride == 0) {
                    known[i] = true;
                    order[count++] = i;
                }
            }
        }
    }

    /** Goes on until the slice of time is over, or a little longer; returns whether all is done. */
    public boolean advance(BooleanSupplier over) {
        while (next < order.length) {
            Evaluation present = look.orElseGet(this::begin);
            look = Optional.of(present);
            if (!present.advance(origin.samples(), over)) {
                return false;
            }
            losses[order[next]] = present.score().loss();
            look = Optional.empty();
            next++;
            if (over.getAsBoolean()) {
                break;
            }
        }
        return next == order.length;
    }

    private Evaluation begin() {
        double a = factor(0, order[next] % SIDE);
        double b = factor(2, order[next] / SIDE);
        for (int v = 0; v < exact.length; v++) {
            if (a == 0 && b == 0) {
                machine.restore(plane.values().get(v), exact[v]);
            } else {
                machine.write(plane.values().get(v), plane.at(v, a, b));
            }
        }
        return looks.get();
    }

    private double factor(int edge, int place) {
        double[] edges = plane.edges();
        return edges[edge] + (edges[edge + 1] - edges[edge]) * place / (SIDE - 1);
    }

    /** How much is done, 0 to 1. */
    public double share() {
        return (double) next / order.length;
    }

    /**
     * The loss at every place, the first direction running fastest; where it is not known yet, that of a known place beside it, or NaN. Some
     * may be infinite.
     */
    public double[] losses() {
        double[] all = losses.clone();
        for (int i = 0; i < all.length; i++) {
            for (int stride = 2; stride <= COARSE && Double.isNaN(all[i]); stride *= 2) {
                all[i] = losses[i / SIDE / stride * stride * SIDE + i % SIDE / stride * stride];
            }
        }
        return all;
    }

    /** Lowest and highest factor of the first direction, then of the second. */
    public double[] edges() {
        return plane.edges();
    }

    /** Both factors of each kept epoch, the present last. */
    public double[][] path() {
        return plane.path();
    }

    /** The numbers of those epochs. */
    public int[] epochs() {
        return plane.epochs();
    }

    /** Which share of the path's squared distances lies in the plane. */
    public double held() {
        return plane.held();
    }

    /** Where it was begun. */
    public Origin origin() {
        return origin;
    }
}
