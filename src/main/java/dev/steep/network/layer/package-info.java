/**
 * What a layer is. A {@link dev.steep.network.layer.Layer} says its name and parameters, what shape it makes of its input, which weights it
 * has, and how it is recorded on a tape, forward only: gradients come from the tape. The layers themselves are in the packages below, one
 * file each. To add one, write its file and add a line to {@link dev.steep.network.Layers}.
 */
package dev.steep.network.layer;
