/**
 * What has a say in training after each epoch. To add a callback, add a constant to {@link
 * dev.steep.network.callback.Callback} and what it keeps in mind, a {@link dev.steep.network.callback.Watch}: pickers, links,
 * scripts, snapshots and the tests follow. Names, defaults and arithmetic are those of Keras 3, {@code keras.callbacks}.
 */
package dev.steep.network.callback;
