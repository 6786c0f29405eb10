/**
 * What goes wrong in a run, said in a sentence with its evidence and what would mend it; one class for each check.
 */
package dev.steep.ui.doctor;
