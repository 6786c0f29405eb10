/**
 * What networks learn from: a {@link dev.steep.data.Dataset}. {@link dev.steep.data.Split} chooses which rows train,
 * {@link dev.steep.data.Scaling} learns from them how inputs are prepared, and {@link dev.steep.data.Batches} says in
 * which order they are used.
 */
package dev.steep.data;
