/**
 * What every view of the results is made of: its declaration, the interface of its panel, and the axes, lines and
 * clouds of points that several views draw.
 */
package dev.steep.ui.view;
