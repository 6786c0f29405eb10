package dev.steep.worker.answer;

import dev.steep.data.Dataset;
import dev.steep.data.Target;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.SampleTable;
import dev.steep.worker.experiment.PreparedData;
import java.util.Arrays;

/** The samples that are open, raw, with the part that each is of. */
final class PresentTable implements SampleTable {
    /** Without data. */
    static final SampleTable NONE = new SampleTable() {
        @Override
        public int count() {
            return 0;
        }

        @Override
        public int size() {
            return 0;
        }

        @Override
        public int classes() {
            return 0;
        }

        @Override
        public int targets() {
            return 0;
        }

        @Override
        public double value(int row, int feature) {
            return Double.NaN;
        }

        @Override
        public double target(int row, int place) {
            return Double.NaN;
        }

        @Override
        public double given(int row) {
            return Double.NaN;
        }

        @Override
        public int part(int row) {
            return REMOVED;
        }
    };

    private final PreparedData material;
    private final Dataset data;
    private final byte[] parts;

    /** @param testOpen whether samples of the test part may be shown */
    PresentTable(PreparedData material, boolean testOpen) {
        this.material = material;
        data = material.data();
        parts = new byte[data.count()];
        Arrays.fill(parts, (byte) REMOVED);
        for (DataPart part : DataPart.values()) {
            for (int row : material.rows(part)) {
                parts[row] = (byte) (part == DataPart.TEST && !testOpen ? CLOSED : part.ordinal());
            }
        }
    }

    @Override
    public int count() {
        return data.count();
    }

    @Override
    public int size() {
        return data.x().size();
    }

    @Override
    public int classes() {
        return data.y() instanceof Target.Classes classes ? classes.names().size() : 0;
    }

    @Override
    public int targets() {
        return data.y() instanceof Target.Numbers numbers ? numbers.width() : 0;
    }

    @Override
    public double value(int row, int feature) {
        return data.x().at(row, feature);
    }

    @Override
    public double target(int row, int place) {
        return data.y() instanceof Target.Numbers numbers
                ? numbers.values()[row * numbers.width() + place]
                : data.y().group(row);
    }

    @Override
    public double given(int row) {
        return material.given(row);
    }

    @Override
    public int part(int row) {
        return parts[row];
    }
}
