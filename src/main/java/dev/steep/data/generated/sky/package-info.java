/** Data sets of astronomy: images, spectra of colours, light curves. */
package dev.steep.data.generated.sky;
