package dev.steep.protocol;

/** The parts that a data set is split into. */
public enum DataPart {
    TRAINING,
    VALIDATION,
    TEST
}
