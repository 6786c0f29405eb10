/**
 * What a learner can pick, in words and numbers. A {@link dev.steep.catalog.Kind} is one thing that can be picked (a
 * layer, an activation, a data set); its {@link dev.steep.catalog.Knob}s are its parameters; a {@link
 * dev.steep.catalog.Choice} is one pick with its knobs set. Pickers, help, links and exports all read these.
 */
package dev.steep.catalog;
