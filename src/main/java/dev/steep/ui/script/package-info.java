/**
 * {@code window.steep}: the lab for scripts.
 */
package dev.steep.ui.script;
