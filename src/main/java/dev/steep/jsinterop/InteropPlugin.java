package dev.steep.jsinterop;

import org.teavm.jso.impl.JSOPlugin;
import org.teavm.vm.spi.Before;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Makes JsInterop classes (Google Elemental2 and our own {@code @JsType(isNative = true)}) known to TeaVM, which has its
 * own dialect of the same idea, JSO. Runs before TeaVM's JSO plugin, which then finds nothing but its own annotations.
 */
@Before(JSOPlugin.class)
public final class InteropPlugin implements TeaVMPlugin {
    @Override
    public void install(TeaVMHost host) {
        host.add(new InteropTransformer());
    }
}
