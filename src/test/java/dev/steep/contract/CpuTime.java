package dev.steep.contract;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How long the present thread has worked since this was made, by its processor's time: what others did meanwhile does not count, so that
 * a limit means the same on a busy machine.
 */
public final class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long start = THREADS.getCurrentThreadCpuTime();

    /** Seconds so far. */
    public double seconds() {
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    }
}
