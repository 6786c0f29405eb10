/** Formulas as people type them, read as expressions or answered with what is wrong. */
package dev.steep.math.formula;
