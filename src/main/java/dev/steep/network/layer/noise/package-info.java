/** Layers that drop or disturb numbers in training. */
package dev.steep.network.layer.noise;
