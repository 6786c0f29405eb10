/** The network as a diagram: neurons with their weights as lines, images as volumes with the windows over them. */
package dev.steep.ui.diagram;
