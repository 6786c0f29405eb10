/**
 * The page. {@link dev.steep.ui.Lab} holds what is known of the experiment and speaks with the worker; every panel is a
 * class of its own with an {@code element()}, listens to the lab, and asks it for changes. No panel knows another.
 */
package dev.steep.ui;
