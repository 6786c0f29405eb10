package dev.steep.protocol.look;

/** The parts that a data set is split into. */
public enum DataPart {
    TRAINING,
    VALIDATION,
    TEST
}
