/**
 * What happens when the worker dies or falls silent: another takes its place and is given what the student had.
 */
package dev.steep.ui.recovery;
