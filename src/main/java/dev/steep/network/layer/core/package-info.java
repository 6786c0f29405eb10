/** Layers that take any input: dense, activations, formulas, reshaping and merging. */
package dev.steep.network.layer.core;
