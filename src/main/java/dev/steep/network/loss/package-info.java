/**
 * The losses. To add one, add a constant to {@link dev.steep.network.loss.Loss}.
 */
package dev.steep.network.loss;
