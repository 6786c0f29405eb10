package dev.steep.engine;

/**
 * What one experiment may take of a computer. The numbers are those of a laptop of five years ago with 8 GB of memory, half
 * of it taken by system and other tabs: a tab that takes more than a quarter of it is the first to be closed. Whoever has a
 * larger computer has no use for more, since nobody waits longer for a step.
 */
public final class Budget {
    /** Memory for everything that worker and page keep of an experiment, in bytes. */
    public static final long BYTES = 1L << 30;

    /** How long a training step may last, in seconds: while it does, the worker answers nothing. */
    public static final double STEP = 4;

    /** How long a piece of a longer look at samples may last, in seconds. */
    static final double PIECE = 0.4;

    /** How long the samples for one picture may take, in seconds: it is made while training stands still. */
    public static final double PICTURE = 1;

    /** How long the first weights may take to be drawn, in seconds, at the opening and at each reset. */
    public static final double OPENING = 1.5;

    /** How many numbers of one sample the layers may give: a picture of all of them goes to the page many times a second. */
    public static final long SHOWN = 2_000_000;

    /** What the snapshots of a run's epochs may take in the worker, in bytes. */
    public static final long SNAPSHOTS = 64L << 20;

    /** What the runs that can be undone may take in the worker, in bytes. */
    public static final long UNDO = 64L << 20;

    private Budget() {}
}
