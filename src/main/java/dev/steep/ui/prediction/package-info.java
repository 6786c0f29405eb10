/** What the network says: predictions, reconstructions, confusion, ROC, boundary and fit. */
package dev.steep.ui.prediction;
