/**
 * Gradient descent on surfaces of one or two weights: the surfaces, an optimizer's path over one, what became of it, and which learning
 * rates suit. To add a surface, add a constant to {@link dev.steep.descent.Surface}.
 */
package dev.steep.descent;
