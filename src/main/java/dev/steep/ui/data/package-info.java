/**
 * The panel of the data: data sets, files of one's own, samples, the split.
 */
package dev.steep.ui.data;
