/**
 * What the page knows: the experiment, the reports of the present run, the numbers that panels draw.
 */
package dev.steep.ui.state;
