/** Layers that move a window over an image or along a series: convolutions, pooling, upsampling, padding. */
package dev.steep.network.layer.window;
