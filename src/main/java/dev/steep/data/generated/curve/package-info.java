/** Curves and surfaces, measured with noise. */
package dev.steep.data.generated.curve;
