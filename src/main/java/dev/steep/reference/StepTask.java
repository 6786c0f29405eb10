package dev.steep.reference;

/** One step with its arrays: runs again and again, and allocates nothing. */
interface StepTask {
    /** Carries out the step for the first {@code samples} samples of its batched values. */
    void run(int samples);
}
