package dev.steep.protocol.look;

import java.util.function.BooleanSupplier;

/** Goes through rows a slice at a time, for a look that reads every number of them. */
abstract class RowSlices implements Look.Answering {
    /** Numbers between two looks at the clock. */
    private static final int CHUNK = 1 << 15;

    private final Moment moment;
    private final int[] rows;
    private final int chunk;
    private final int passes;
    private int pass;
    private int done;

    /**
     * @param width numbers that are read of each row
     * @param passes how often it goes through all of them
     */
    RowSlices(Moment moment, int[] rows, int width, int passes) {
        this.moment = moment;
        this.rows = rows;
        this.passes = passes;
        chunk = Math.max(1, CHUNK / Math.max(1, width));
    }

    /** Reads one row. */
    abstract void row(int row, int pass);

    /** All rows have been read this time. */
    void passed(int pass) {}

    @Override
    public boolean advance(BooleanSupplier over) {
        while (pass < passes) {
            int end = Math.min(rows.length, done + chunk);
            for (; done < end; done++) {
                row(rows[done], pass);
            }
            if (done == rows.length) {
                passed(pass++);
                done = 0;
            }
            if (over.getAsBoolean()) {
                break;
            }
        }
        return pass == passes;
    }

    @Override
    public Moment moment() {
        return moment;
    }
}
