package dev.steep.ui.network;

import dev.steep.network.layer.Taps;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.TensorLook;
import java.util.ArrayList;
import java.util.List;

/**
 * What a feature map is made from.
 *
 * @param taps which numbers of the input each number looks at
 * @param input name of the input's tensor
 * @param shape of the input: height × width × channels
 * @param kernel name of the kernel's tensor; empty for pooling
 * @param bias name of the tensor of biases; empty if there is none
 * @param activation its name; empty if there is none, or none that changes anything
 */
record LensFacts(Taps taps, String input, int[] shape, String kernel, String bias, String activation) {
    LensFacts {
        shape = shape.clone();
    }

    /** The input, the kernel and the bias, as far as there are. */
    List<Look> looks() {
        List<Look> looks = new ArrayList<>();
        looks.add(new TensorLook(input));
        if (!kernel.isEmpty()) {
            looks.add(new TensorLook(kernel));
        }
        if (!bias.isEmpty()) {
            looks.add(new TensorLook(bias));
        }
        return looks;
    }
}
