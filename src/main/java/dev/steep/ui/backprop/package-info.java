/** A training step as it is worked out, number by number: forward, the chain rule back, and the update. */
@NullMarked
package dev.steep.ui.backprop;

import org.jspecify.annotations.NullMarked;
