package dev.steep.picture;

import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten. None, where a range has no end or no length. */
public final class Ticks {
    private static final int FEW = 4;

    private Ticks() {}

    /** From low to high, about so many. */
    public static List<Double> of(Range range, int about) {
        double reach = range.high() - range.low();
        List<Double> ticks = new ArrayList<>();
        if (!(reach > 0) || Double.isInfinite(reach)) {
            return ticks;
        }
        double power = Math.pow(10, Math.floor(Math.log10(reach / about)));
        double share = reach / about / power;
        double step = power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
        if (!(step > 0)) {
            return ticks;
        }
        double first = Math.ceil(range.low() / step - 1e-9);
        for (int i = 0; i <= 2 * about && (first + i) * step <= range.high() + step * 1e-9; i++) {
            ticks.add((first + i) * step + 0.0); // no -0
        }
        return ticks;
    }

    /**
     * For an axis that counts in powers of ten: these, with twice and five times each, if there are few; round numbers, if there
     * are fewer than two of those. None below 0.
     */
    public static List<Double> decades(Range range) {
        List<Double> ticks = new ArrayList<>();
        if (!(range.low() > 0) || !(range.high() < Double.POSITIVE_INFINITY)) {
            return ticks;
        }
        boolean few = range.high() < 100 * range.low();
        for (int power = (int) Math.floor(Math.log10(range.low())); power <= Math.log10(range.high()); power++) {
            for (int times : few ? new int[] {1, 2, 5} : new int[] {1}) {
                double tick = power < 0
                        ? times / Math.pow(10, -power)
                        : times * Math.pow(10, power); // 2e-5, not 2.0000000000000003e-5
                if (tick >= range.low() && tick <= range.high()) {
                    ticks.add(tick);
                }
            }
        }
        return ticks.size() < 2 ? of(range, FEW) : ticks;
    }
}
