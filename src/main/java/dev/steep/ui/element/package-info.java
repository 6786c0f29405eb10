/**
 * What panels are built of: elements, charts, pictures of pixels, captions. Nothing here knows what it shows.
 */
package dev.steep.ui.element;
