package dev.steep.browser;

import dev.steep.data.file.Content;
import dev.steep.protocol.packet.Packet;
import elemental2.core.Float32Array;
import elemental2.core.Float64Array;
import elemental2.core.JsArray;
import elemental2.core.Transferable;
import elemental2.core.Uint8Array;
import elemental2.dom.Blob;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;
import org.teavm.jso.JSBody;

/** Packets as JavaScript objects of typed arrays, whose memory is handed over rather than copied. */
final class PacketCodec {
    private PacketCodec() {}

    /** A packet as an object to post; its buffers are added to {@code transfer}. */
    static JsPropertyMap<Object> encode(Packet packet, JsArray<Transferable> transfer) {
        JsArray<Object> words = new JsArray<>();
        for (String word : packet.words()) {
            words.push(word);
        }
        JsArray<Object> floats = new JsArray<>();
        for (float[] values : packet.floats()) {
            Float32Array array = TypedArrays.of(values);
            transfer.push(Js.<Transferable>uncheckedCast(array.buffer));
            floats.push(array);
        }
        JsArray<Object> bytes = new JsArray<>();
        for (byte[] values : packet.bytes()) {
            Uint8Array array = TypedArrays.of(values);
            transfer.push(Js.<Transferable>uncheckedCast(array.buffer));
            bytes.push(array);
        }
        JsArray<Object> contents = new JsArray<>();
        for (Content content : packet.contents()) {
            contents.push(content instanceof BlobContent file ? file.blob() : blob(content));
        }
        Float64Array numbers = TypedArrays.of(packet.numbers());
        transfer.push(Js.<Transferable>uncheckedCast(numbers.buffer));
        JsPropertyMap<Object> message = JsPropertyMap.of();
        message.set("tag", packet.tag());
        message.set("numbers", numbers);
        message.set("words", words);
        message.set("floats", floats);
        message.set("bytes", bytes);
        message.set("contents", contents);
        return message;
    }

    private static Blob blob(Content content) {
        return blob(TypedArrays.of(content.read(0, (int) content.size()).orElseThrow()));
    }

    @JSBody(params = "values", script = "return new Blob([values]);")
    private static native Blob blob(Uint8Array values);

    /** The packet that a posted object was made of. */
    static Packet decode(Object data) {
        JsPropertyMap<Object> message = Js.uncheckedCast(data);
        JsArray<Object> words = Js.uncheckedCast(message.get("words"));
        String[] texts = new String[words.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = (String) words.getAt(i);
        }
        JsArray<Object> floats = Js.uncheckedCast(message.get("floats"));
        float[][] tensors = new float[floats.length][];
        for (int i = 0; i < tensors.length; i++) {
            tensors[i] = TypedArrays.floats(Js.<Float32Array>uncheckedCast(floats.getAt(i)));
        }
        JsArray<Object> bytes = Js.uncheckedCast(message.get("bytes"));
        byte[][] files = new byte[bytes.length][];
        for (int i = 0; i < files.length; i++) {
            files[i] = TypedArrays.bytes(Js.<Uint8Array>uncheckedCast(bytes.getAt(i)));
        }
        double[] numbers = TypedArrays.doubles(Js.<Float64Array>uncheckedCast(message.get("numbers")));
        JsArray<Object> contents = Js.uncheckedCast(message.get("contents"));
        Content[] unread = new Content[contents == null ? 0 : contents.length]; // none in records of older versions
        for (int i = 0; i < unread.length; i++) {
            unread[i] = new BlobContent(Js.uncheckedCast(contents.getAt(i)));
        }
        return new Packet((String) message.get("tag"), numbers, texts, tensors, files, unread);
    }
}
