package dev.steep.browser;

import dev.steep.protocol.packet.Packet;
import elemental2.core.ArrayBuffer;
import elemental2.core.Float32Array;
import elemental2.core.Uint8Array;
import elemental2.dom.Blob;
import elemental2.promise.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;

/**
 * A packet that is kept to be sent again. Its arrays become blobs: they take as many bytes as the arrays have, but the browser
 * holds them outside of the page's own memory and may put them on disk.
 */
public final class KeptPacket {
    private final Packet packet;
    private final List<Blob> arrays = new ArrayList<>();

    private KeptPacket(Packet packet) {
        this.packet = packet;
    }

    /** Copies a packet. */
    public static KeptPacket of(Packet packet) {
        KeptPacket kept = new KeptPacket(new Packet(
                packet.tag(),
                packet.numbers(),
                packet.words(),
                new float[packet.floats().length][],
                new byte[packet.bytes().length][],
                packet.contents()));
        for (float[] values : packet.floats()) {
            kept.arrays.add(blob(TypedArrays.of(values)));
        }
        for (byte[] values : packet.bytes()) {
            kept.arrays.add(blob(TypedArrays.of(values)));
        }
        return kept;
    }

    /** Reads it: hands over an equal packet, or calls {@code failed} if the browser no longer has its bytes. */
    public void read(Consumer<Packet> then, Runnable failed) {
        int floats = packet.floats().length;
        Packet copy = new Packet(
                packet.tag(),
                packet.numbers(),
                packet.words(),
                new float[floats][],
                new byte[packet.bytes().length][],
                packet.contents());
        Promise<Object> all = Promise.resolve((Object) "");
        for (int i = 0; i < arrays.size(); i++) {
            int place = i;
            all = all.then(before -> arrays.get(place).arrayBuffer().<Object>then(buffer -> {
                put(copy, place, buffer);
                return Promise.resolve((Object) "");
            }));
        }
        all.then(
                done -> {
                    then.accept(copy);
                    return null;
                },
                failure -> {
                    failed.run();
                    return null;
                });
    }

    private static void put(Packet copy, int place, ArrayBuffer buffer) {
        int floats = copy.floats().length;
        if (place < floats) {
            copy.floats()[place] = TypedArrays.floats(new Float32Array(buffer));
        } else {
            copy.bytes()[place - floats] = TypedArrays.bytes(new Uint8Array(buffer));
        }
    }

    @JSBody(params = "values", script = "return new Blob([values]);")
    private static native Blob blob(Float32Array values);

    @JSBody(params = "values", script = "return new Blob([values]);")
    private static native Blob blob(Uint8Array values);
}
