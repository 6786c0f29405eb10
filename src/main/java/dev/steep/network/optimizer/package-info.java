/**
 * The optimizers. To add one, add a constant to {@link dev.steep.network.optimizer.Optimizer}.
 */
package dev.steep.network.optimizer;
