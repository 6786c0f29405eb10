/** Layers that change images at random in training. */
package dev.steep.network.layer.augmentation;
