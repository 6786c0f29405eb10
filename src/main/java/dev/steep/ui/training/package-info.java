/**
 * Train, Step, Epoch and Reset, and what a network is trained with.
 */
package dev.steep.ui.training;
