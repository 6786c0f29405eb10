/**
 * The tabs under the network: {@link dev.steep.ui.results.Views} lists the views, {@link dev.steep.ui.results.Results} shows them. The views
 * of a tab with many pages are in a room of their own; the others are here.
 */
package dev.steep.ui.results;
