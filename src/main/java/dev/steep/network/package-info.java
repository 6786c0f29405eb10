/**
 * What a network is made of, each thing declared once: {@link dev.steep.network.Activation}, {@link
 * dev.steep.network.Loss}, {@link dev.steep.network.Optimizer}, {@link dev.steep.network.Initializer}, {@link
 * dev.steep.network.Regularizer} and the layers. To add one, add a constant to its enum: pickers, links, help, both back
 * ends, derivatives and contract tests follow from it. A {@link dev.steep.network.Design} lists a learner's picks, a
 * {@link dev.steep.network.Plan} says what becomes of them, and a {@link dev.steep.network.Model} is ready to train.
 * Names, defaults and arithmetic are those of Keras 3.
 */
package dev.steep.network;
