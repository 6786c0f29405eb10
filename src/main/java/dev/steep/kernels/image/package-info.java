/**
 * Convolution and pooling.
 */
package dev.steep.kernels.image;
