package dev.steep.picture;

import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten. */
public final class Ticks {
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
        for (double i = Math.ceil(range.low() / step - 1e-9); i * step <= range.high() + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
