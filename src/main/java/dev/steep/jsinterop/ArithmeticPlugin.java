package dev.steep.jsinterop;

import org.teavm.backend.javascript.TeaVMJavaScriptHost;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Makes both builds compute floating-point numbers as Java does, to the last bit. TeaVM 0.15.0 errs in three places: its
 * JavaScript leaves out the brackets of {@code a + (b + c)}, which rounds differently, and of {@code a * (b / c)}; its
 * WebAssembly negates by {@code 0 - x}, which loses the sign of zero; and both round otherwise than Java. Questions
 * for NaN and infinities have Java's answers, but slow ones, and are replaced along with rounding.
 */
public final class ArithmeticPlugin implements TeaVMPlugin {
    @Override
    public void install(TeaVMHost host) {
        boolean javaScript = host.getExtension(TeaVMJavaScriptHost.class) != null;
        host.add(new OwnMethods());
        host.add(javaScript ? new KeepBrackets() : new KeepSignOfZero());
    }
}
