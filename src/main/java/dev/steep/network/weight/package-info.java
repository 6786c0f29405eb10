/**
 * Which numbers weights start from, and penalties on large ones.
 */
package dev.steep.network.weight;
