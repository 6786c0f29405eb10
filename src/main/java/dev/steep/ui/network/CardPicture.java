package dev.steep.ui.network;

import dev.steep.protocol.Wish;
import elemental2.dom.HTMLElement;
import java.util.List;

/** A small live picture on a layer's card. */
interface CardPicture {
    HTMLElement element();

    /** The numbers it shows. */
    List<Wish> wishes();

    /** Shows them, one array for each wish; an array is empty while its numbers are unknown. */
    void draw(List<float[]> numbers);
}
