/**
 * The page. {@link dev.steep.ui.state.Lab} holds what is known of the experiment and speaks with the worker; every
 * panel is a class of its own with an {@code element()}, listens to the lab, and asks it for changes. No panel knows
 * another. {@link dev.steep.ui.Page} puts them in place.
 */
package dev.steep.ui;
