/** The pages of the tab Runs: runs side by side, seeds and sweeps, and simple models beside the network. */
package dev.steep.ui.comparison;
