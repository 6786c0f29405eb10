package dev.steep.worker.bench;

/** Work that is done for the sake of being measured. */
interface BenchLoad {
    /** Goes on for about this long, and a little longer if need be. */
    void advance(double milliseconds);

    /** How many samples have been through since the start. */
    double samples();

    /** Multiplications and additions, each counted, of one sample. */
    double flopsPerSample();

    /** The name of the back end that does it. */
    String backend();
}
