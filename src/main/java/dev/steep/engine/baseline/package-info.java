/** Simple models of the same data at the same split, for a network to be compared with: a constant, a line, neighbours. */
package dev.steep.engine.baseline;
