/** Gradient descent on surfaces of one or two weights, as the student sees it. */
package dev.steep.ui.descent;
