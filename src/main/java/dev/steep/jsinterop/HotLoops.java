package dev.steep.jsinterop;

import java.lang.reflect.Field;
import java.util.List;
import org.teavm.backend.javascript.TeaVMJavaScriptHost;
import org.teavm.backend.wasm.TeaVMWasmGCHost;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.transformation.BoundCheckInsertion;
import org.teavm.model.transformation.NullCheckFilter;
import org.teavm.model.transformation.NullCheckInsertion;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMHostExtension;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Exempts what does the arithmetic, paints the pixels and goes through the bytes of tables from strict mode, which checks every array access for null and bounds. All
 * other code keeps these checks, and they keep them on the JVM, where their tests run. Without them the reference trains
 * a convolutional network 10 times as fast in JavaScript and 1.4 times as fast in WebAssembly (Chromium 156).
 *
 * <p>TeaVM has no switch for this, so it is done by replacing two of its private fields: a version that lacks them fails
 * the build.
 */
public final class HotLoops implements TeaVMPlugin {
    /** How the names of exempt classes begin. */
    private static final List<String> EXEMPT = List.of(
            "dev.steep.math.",
            "dev.steep.reference.",
            "dev.steep.engine.baseline.",
            "dev.steep.picture.",
            "dev.steep.data.ByteSamples",
            "dev.steep.data.ColumnSamples",
            "dev.steep.data.FloatSamples",
            "dev.steep.data.file.Checksum",
            "dev.steep.data.file.Utf8Check",
            "dev.steep.data.table.CellText",
            "dev.steep.data.table.PackedNumbers",
            "dev.steep.data.table.RowParser",
            "java.util.Arrays");

    @Override
    public void install(TeaVMHost host) {
        TeaVMHostExtension script = host.getExtension(TeaVMJavaScriptHost.class);
        if (script != null) {
            replace(script, "boundCheckInsertion", new Bounds());
            replace(script, "nullCheckInsertion", new Nulls());
        }
        TeaVMHostExtension wasm = host.getExtension(TeaVMWasmGCHost.class);
        if (wasm != null) {
            replace(wasm, "boundCheckInsertion", new Bounds()); // null is cheap to check in WebAssembly
        }
    }

    private static void replace(Object target, String name, Object value) {
        try {
            Field field = target.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(target, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of TeaVM has no " + name + " in " + target.getClass(), e);
        }
    }

    private static boolean isExempt(MethodReference method) {
        return EXEMPT.stream().anyMatch(method.getClassName()::startsWith);
    }

    private static final class Bounds extends BoundCheckInsertion {
        @Override
        public void transformProgram(Program program, MethodReference method) {
            if (!isExempt(method)) {
                super.transformProgram(program, method);
            }
        }
    }

    private static final class Nulls extends NullCheckInsertion {
        Nulls() {
            super(NullCheckFilter.EMPTY);
        }

        @Override
        public void transformProgram(Program program, MethodReference method) {
            if (!isExempt(method)) {
                super.transformProgram(program, method);
            }
        }
    }
}
