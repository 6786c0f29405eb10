/**
 * Which steps become one piece of code, which values share memory, and how much memory the code itself takes.
 */
package dev.steep.kernels.plan;
