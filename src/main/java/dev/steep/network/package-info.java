/**
 * A {@link dev.steep.network.Design} lists a learner's picks, a {@link dev.steep.network.Plan} says what becomes of
 * them, and a {@link dev.steep.network.Model} is ready to train. What there is to pick is in the packages below, each
 * thing declared once. Names, defaults and arithmetic are those of Keras 3.
 */
package dev.steep.network;
