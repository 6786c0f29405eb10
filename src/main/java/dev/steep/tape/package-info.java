/**
 * A model as recorded steps. A {@link dev.steep.tape.Tape} lists a handful of kinds of {@link dev.steep.tape.Step} over
 * named {@link dev.steep.tape.Value}s. Each step knows, on the same screen, which steps compute its gradients, so the
 * backward pass is a tape like the forward pass, and a back end need only know how to run steps.
 */
package dev.steep.tape;
