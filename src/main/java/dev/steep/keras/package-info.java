/**
 * An experiment as a Keras 3 script. What a layer, a loss, a data set is called there stands with its own declaration ({@link
 * dev.steep.catalog.KerasForm}); here is what holds them together. {@link dev.steep.keras.KerasScript} is the way in.
 */
package dev.steep.keras;
