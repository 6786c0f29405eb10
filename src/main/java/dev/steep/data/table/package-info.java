/**
 * Tables: their cells, columns and labels, and the data set that is made of them.
 */
package dev.steep.data.table;
