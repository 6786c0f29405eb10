/**
 * The letters that formulas are written in, and the numbers that a model is given anew before each batch.
 */
package dev.steep.network.formula;
