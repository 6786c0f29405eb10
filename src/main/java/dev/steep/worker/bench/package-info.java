/**
 * Measures training against the peak of the machine.
 */
package dev.steep.worker.bench;
