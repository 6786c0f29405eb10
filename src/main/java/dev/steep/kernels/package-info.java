/**
 * The fast back end: a whole program becomes one WebAssembly SIMD module, written at run time. A
 * {@link dev.steep.kernels.MemoryPlan} fixes where every number lives, so that addresses are constants in the code; each
 * kind of {@link dev.steep.tape.Step} has one class that writes its code; {@link dev.steep.kernels.Compiler} puts them
 * together. What the numbers should be is said by {@code dev.steep.reference}.
 */
package dev.steep.kernels;
