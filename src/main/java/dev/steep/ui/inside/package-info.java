/** The pages of the tab Inside: weights, gradients and activations, and the loss around the weights. */
package dev.steep.ui.inside;
