/**
 * Matrix products, and the tile of numbers in registers that they are made of.
 */
package dev.steep.kernels.product;
