package dev.steep.engine;

import java.util.List;
import java.util.function.Supplier;

/**
 * A piece of the code that a training step was compiled to, for people to look at.
 *
 * @param name the value that it computes last, such as {@code dense/kernel}
 * @param steps what it does, a sentence for each step of the tape: {@code dense = max(0, dense/sum)}
 * @param listing its functions in WebAssembly's text format, the last one being the one that is called; made when asked for
 */
public record Piece(String name, List<String> steps, Supplier<String> listing) {}
