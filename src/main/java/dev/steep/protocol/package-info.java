/**
 * What the page and its worker say to each other. The page sends a {@link dev.steep.protocol.Request} and gets exactly
 * one {@link dev.steep.protocol.Report} in answer; the worker also reports by itself while it trains. Every message is
 * one record; a {@link dev.steep.protocol.packet.Packet} carries it across.
 */
package dev.steep.protocol;
