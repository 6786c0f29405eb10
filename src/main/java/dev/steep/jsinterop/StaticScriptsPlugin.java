package dev.steep.jsinterop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.teavm.backend.wasm.TeaVMWasmGCHost;
import org.teavm.jso.impl.JSBodyRepository;
import org.teavm.jso.impl.JSOPlugin;
import org.teavm.vm.spi.Before;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Has the WebAssembly build run under a content security policy without {@code unsafe-eval}: writes, while TeaVM compiles,
 * the runtime that the program needs, in which every function stands as text that the browser may check. The property
 * {@code steep.runtime} says where to; without it TeaVM's own runtime stays in use. The JavaScript build has nothing of the kind.
 *
 * <p>Runs before TeaVM's JSO plugin, which would otherwise translate the calls of scripts.
 */
@Before(JSOPlugin.class)
public final class StaticScriptsPlugin implements TeaVMPlugin {
    /** The property of the compiler that names the file. */
    public static final String RUNTIME = "steep.runtime";

    @Override
    public void install(TeaVMHost host) {
        TeaVMWasmGCHost wasm = host.getExtension(TeaVMWasmGCHost.class);
        String file = host.getProperties().getProperty(RUNTIME);
        if (wasm == null || file == null) {
            return;
        }
        wasm.contributeToCodeGen((context, registry) -> {
            StaticScripts scripts = new StaticScripts(host.getService(JSBodyRepository.class), context);
            registry.inlineIntrinsics().registerIntrinsic(scripts);
            // the start function is written last, when all that the program imports is known
            context.initializerRegistry()
                    .register(start -> write(Path.of(file), StaticRuntime.with(scripts.members())));
        });
    }

    private static void write(Path file, String runtime) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, runtime);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
