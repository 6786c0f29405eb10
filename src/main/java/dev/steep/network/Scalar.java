package dev.steep.network;

/** A number that is set before each batch, such as the learning rate. */
interface Scalar {
    /**
     * Its value.
     *
     * @param step the number of this training step, the first is 1
     * @param count samples in this batch
     */
    double at(int step, int count);
}
