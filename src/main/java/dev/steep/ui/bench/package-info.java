/**
 * The page that measures speed, {@code bench.html}.
 */
package dev.steep.ui.bench;
