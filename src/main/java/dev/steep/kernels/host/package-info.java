/**
 * Who runs WebAssembly, and what the machine's vector units can do at the most.
 */
package dev.steep.kernels.host;
