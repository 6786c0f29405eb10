package dev.steep.data;

/**
 * A file as it was dropped on the page.
 *
 * @param name its name, without folders
 * @param bytes all of it; not copied
 */
public record NamedBytes(String name, byte[] bytes) {}
