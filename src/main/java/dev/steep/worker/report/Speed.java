package dev.steep.worker.report;

/** How fast training goes by the clock, with all that it waits for: over the last second or so, and over the whole run. */
final class Speed {
    private static final double SPAN = 1000;

    private double firstTime;
    private double firstSamples;
    private double startTime;
    private double startSamples;
    private double middleTime;
    private double middleSamples;
    private double now;
    private double samples;

    /** Starts to measure. */
    void start(double time, double count) {
        firstTime = startTime = middleTime = now = time;
        firstSamples = startSamples = middleSamples = samples = count;
    }

    /** So many samples have been learned from by now. */
    void mark(double time, double count) {
        now = time;
        samples = count;
        if (now - middleTime > SPAN / 2) {
            startTime = middleTime;
            startSamples = middleSamples;
            middleTime = now;
            middleSamples = samples;
        }
    }

    /** Samples per second of late; 0 if nothing has been measured. */
    double now() {
        return now > startTime ? 1000 * (samples - startSamples) / (now - startTime) : 0;
    }

    /** Samples per second since the start; 0 if nothing has been measured. */
    double mean() {
        return now > firstTime ? 1000 * (samples - firstSamples) / (now - firstTime) : 0;
    }
}
