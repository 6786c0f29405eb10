/** Layers that bring numbers to mean 0 and variance 1. */
package dev.steep.network.layer.normalization;
