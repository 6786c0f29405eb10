/** Scalar formulas as graphs of shared parts: evaluated, derived, simplified, typeset and printed. */
package dev.steep.math.expr;
