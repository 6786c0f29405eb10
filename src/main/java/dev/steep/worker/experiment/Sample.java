package dev.steep.worker.experiment;

/** The sample that feature maps are shown for. */
public sealed interface Sample {
    /** One of the data set. */
    record Row(int row) implements Sample {}

    /** One that the student drew; raw numbers. */
    record Drawn(float[] raw) implements Sample {}
}
