/** The pages of the tab Data: the samples themselves, before any network sees them. */
package dev.steep.ui.seeing;
