/**
 * What the code of every step is made of: where its numbers lie, formulas, elementary functions.
 */
package dev.steep.kernels.code;
