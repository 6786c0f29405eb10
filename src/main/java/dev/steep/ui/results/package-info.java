/**
 * What training came to, one class for each tab.
 */
package dev.steep.ui.results;
