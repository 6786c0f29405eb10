/**
 * The network as a strip of cards, their live pictures, and the settings of the selected layer.
 */
package dev.steep.ui.network;
