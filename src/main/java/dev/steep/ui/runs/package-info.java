/**
 * The runs that a student has had: what is kept of each, within bounds, and how two of them differ.
 */
package dev.steep.ui.runs;
