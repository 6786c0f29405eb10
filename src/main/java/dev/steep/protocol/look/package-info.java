/**
 * What a panel can look at. A {@link dev.steep.protocol.look.Look} is a record that travels to the worker and works
 * out its own answer there, an array of numbers.
 */
package dev.steep.protocol.look;
