/**
 * Finding anything on the page by its name, and doing it.
 */
package dev.steep.ui.palette;
