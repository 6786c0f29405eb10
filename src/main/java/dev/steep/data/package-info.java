/**
 * What networks learn from. A {@link dev.steep.data.Dataset} is made by a {@link dev.steep.data.BuiltIn} recipe from a
 * seed, or read from files by {@link dev.steep.data.DataFiles}. {@link dev.steep.data.Split} chooses which rows train,
 * {@link dev.steep.data.Scaling} learns from them how inputs are prepared, and {@link dev.steep.data.Batches} says in
 * which order they are used.
 */
package dev.steep.data;
