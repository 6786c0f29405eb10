/**
 * Files as bytes and as text.
 */
package dev.steep.data.file;
