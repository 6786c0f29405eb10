/** How a message is taken apart into words, numbers and buffers, and put together again. */
package dev.steep.protocol.packet;
