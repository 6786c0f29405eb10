/**
 * Numbers as pictures: palettes, heat maps, sheets of tiles, decision boundaries. Everything gives red, green, blue and
 * alpha bytes, row after row from the top, as a canvas wants them, and none of it knows a browser.
 */
package dev.steep.picture;
