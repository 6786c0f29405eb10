/**
 * The activations. To add one, add a constant to {@link dev.steep.network.activation.Activation}.
 */
package dev.steep.network.activation;
