/**
 * The open experiment: its data, whether there is room for it, its model and machine, and the reading of its tensors.
 */
package dev.steep.worker.experiment;
