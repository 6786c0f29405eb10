/**
 * What belongs to the page as a whole: the bar at the top, notices, keys, the theme, what screen readers are told.
 */
package dev.steep.ui.page;
