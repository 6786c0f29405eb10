/**
 * One control for each domain of a {@link dev.steep.catalog.Knob}, and forms made of them.
 */
package dev.steep.ui.control;
