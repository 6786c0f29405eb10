/**
 * Writes WebAssembly modules at run time and knows nothing of networks. A {@link dev.steep.wasm.Module} has memory and
 * {@link dev.steep.wasm.Function}s; the body of a function is written to a {@link dev.steep.wasm.Code}, instruction by
 * instruction from the table {@link dev.steep.wasm.Instruction}, and checked as it is written.
 */
package dev.steep.wasm;
