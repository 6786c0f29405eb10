package dev.steep.ui.view;

import java.util.List;
import java.util.Optional;

/** From dot to dot by arrow keys. */
final class CloudWalk {
    private CloudWalk() {}

    /**
     * The next dot to the right or left, or up or down; there is none beyond the last, so that stays. From nothing, the first or last.
     *
     * @param along whether it goes along the horizontal axis
     * @param forth whether numbers become larger
     */
    static Optional<PointCloud.Dot> next(
            List<PointCloud.Dot> dots, Optional<PointCloud.Dot> from, boolean along, boolean forth) {
        Optional<PointCloud.Dot> best = Optional.empty();
        for (PointCloud.Dot dot : dots) {
            boolean beyond = from.isEmpty() || order(dot, from.get(), along) * (forth ? 1 : -1) > 0;
            if (beyond && (best.isEmpty() || order(dot, best.get(), along) * (forth ? 1 : -1) < 0)) {
                best = Optional.of(dot);
            }
        }
        return best.isPresent() ? best : from;
    }

    /** By place, and by row where places are equal, so that each dot is reached. */
    private static int order(PointCloud.Dot a, PointCloud.Dot b, boolean along) {
        int byPlace = along ? Double.compare(a.x(), b.x()) : Double.compare(a.y(), b.y());
        return byPlace != 0 ? byPlace : Integer.compare(a.row(), b.row());
    }
}
