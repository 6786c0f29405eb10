/** Numbers about many numbers: histograms, rankings, principal components, least squares. */
package dev.steep.math.statistics;
