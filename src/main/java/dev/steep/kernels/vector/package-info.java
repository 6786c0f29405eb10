/**
 * Formulas, sums, softmax and whatever else goes through tensors number by number.
 */
package dev.steep.kernels.vector;
