/**
 * The layers, one file each. A {@link dev.steep.network.layer.Layer} says its name and parameters, what shape it makes of
 * its input, which weights it has, and how it is recorded on a tape, forward only: gradients come from the tape. To add
 * one, write its file and add a line to {@link dev.steep.network.layer.Layers}.
 */
package dev.steep.network.layer;
