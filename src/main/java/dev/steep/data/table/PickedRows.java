package dev.steep.data.table;

import dev.steep.data.file.ContentStamp;

/**
 * Rows of a large file that were chosen while it was read.
 *
 * @param bytes as they stand in the file
 * @param lines the line of the file in which each of them begins
 * @param total how many rows the file has
 * @param stamp of the file
 */
record PickedRows(byte[] bytes, IntList lines, int total, ContentStamp stamp) {}
