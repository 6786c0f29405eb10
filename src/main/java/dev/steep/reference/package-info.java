/**
 * The back end that is the definition: plain Java in double precision, the same bits on every host. It runs wherever Java
 * or TeaVM runs, and every faster back end is measured against it. A {@link dev.steep.tape.Step} becomes a
 * {@link dev.steep.reference.StepTask}, made once when a program is opened; running a task allocates nothing.
 *
 * <p>Nearly all time goes into two inner loops: {@link dev.steep.reference.Panels} (rows times columns: products and
 * convolutions) and {@link dev.steep.reference.OuterSums} (sums of outer products: gradients of weights).
 */
package dev.steep.reference;
