/**
 * Makes the built site smaller, and says what it weighs: runs on the JVM, after TeaVM has compiled, and is no part of the page.
 * {@link dev.steep.site.FinishSite} is what Maven calls.
 */
package dev.steep.site;
