/**
 * Data sets that need no download: each is made from its knobs and a seed, and declared in the file that makes it, in one of the packages
 * below. To add one, write its file and add a line to {@link dev.steep.data.generated.BuiltIn}.
 */
package dev.steep.data.generated;
