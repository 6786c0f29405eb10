/**
 * The fast back end: a whole program becomes one WebAssembly SIMD module, written at run time. {@link
 * dev.steep.kernels.Placement} fixes where every number lies, so that addresses are constants in the code; each kind
 * of {@link dev.steep.tape.Step} has one class that writes its code; {@link dev.steep.kernels.Compiler} puts them
 * together. What the numbers should be is said by {@code dev.steep.reference}.
 */
package dev.steep.kernels;
