/**
 * Answers to what the page asks: at once, or in slices.
 */
package dev.steep.worker.answer;
