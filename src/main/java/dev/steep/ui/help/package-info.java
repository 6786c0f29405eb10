/**
 * Help, as a page of its own ({@code help.html}) and beside the lab. Its texts are static: {@code dev.steep.site.help} writes them when
 * the site is built. What is here finds them, searches them, and puts a live plot into each.
 */
@NullMarked
package dev.steep.ui.help;

import org.jspecify.annotations.NullMarked;
