/**
 * Data sets that need no download: each is made from its knobs and a seed. To add one, write its file and add a line
 * to {@link dev.steep.data.generated.BuiltIn}.
 */
package dev.steep.data.generated;
