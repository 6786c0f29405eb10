/**
 * The kinds of files that can be read. To add one, write its file and add a line to {@link
 * dev.steep.data.format.FileFormat}.
 */
package dev.steep.data.format;
