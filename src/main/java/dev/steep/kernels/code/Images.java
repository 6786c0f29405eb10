package dev.steep.kernels.code;

import static dev.steep.wasm.Type.I32;

import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Local;
import java.util.function.Consumer;

/**
 * The images of a value, one after the other, each in its frame.
 *
 * @param framed where the frame is; 0 if images need none
 */
public record Images(Value value, Frame frame, int framed) {
    public static Images of(Value value, Frame frame, Emission emission) {
        return new Images(value, frame, frame.bare() ? 0 : emission.memory.reserve(frame.bytes()));
    }

    /** Something for each image, whose address the local holds. */
    public void each(Emission emission, Code code, Consumer<Local> body) {
        Local image = code.local(I32);
        Local left = code.local(I32);
        code.set(image, emission.of(value));
        new Count(1, value.batched()).push(code, code.param(0)).set(left);
        code.repeat(left, () -> {
            if (frame.bare()) {
                body.accept(image);
            } else {
                Local at = code.local(I32);
                code.get(image).i32(framed).call(frame.in(emission));
                code.set(at, framed);
                body.accept(at);
            }
            code.add(image, frame.image());
        });
    }
}
