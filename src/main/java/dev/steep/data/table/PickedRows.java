package dev.steep.data.table;

/**
 * Rows of a large file that were chosen while it was read.
 *
 * @param bytes as they stand in the file
 * @param lines the line of the file in which each of them begins
 * @param total how many rows the file has
 */
record PickedRows(byte[] bytes, IntList lines, int total) {}
