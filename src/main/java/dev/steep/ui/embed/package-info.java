/**
 * The lab in a frame of another page, and what that page may learn.
 */
package dev.steep.ui.embed;
