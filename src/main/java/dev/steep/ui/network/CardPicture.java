package dev.steep.ui.network;

import dev.steep.protocol.look.Look;
import elemental2.dom.HTMLElement;
import java.util.List;
import java.util.Optional;

/** A small live picture on a layer's card. */
interface CardPicture {
    HTMLElement element();

    /** How many page pixels high it is, about. */
    int height();

    /** The numbers it shows. */
    List<Look> looks();

    /** Shows them, one array for each look; an array is empty while its numbers are unknown. */
    void draw(List<float[]> numbers);

    /** The same, to be seen large with its numbers. */
    default Optional<Subject> large() {
        return Optional.empty();
    }
}
