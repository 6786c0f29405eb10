package dev.steep.worker.report;

/** How fast training goes, over the last second or so. */
final class Pace {
    private static final double SPAN = 1000;

    private double startTime;
    private double startSamples;
    private double middleTime;
    private double middleSamples;
    private double now;
    private double samples;

    /** Starts to measure. */
    void start(double time, double count) {
        startTime = middleTime = now = time;
        startSamples = middleSamples = samples = count;
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

    double samplesPerSecond() {
        return now > startTime ? 1000 * (samples - startSamples) / (now - startTime) : 0;
    }
}
