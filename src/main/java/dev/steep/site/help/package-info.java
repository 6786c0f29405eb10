/**
 * Writes {@code help.html} when the site is built: from the catalog's declarations, and from the texts in {@code src/main/help}, which
 * nobody has to load who does not read them. {@link dev.steep.site.help.HelpPage} is what the build calls.
 */
@NullMarked
package dev.steep.site.help;

import org.jspecify.annotations.NullMarked;
