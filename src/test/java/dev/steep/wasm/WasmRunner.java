package dev.steep.wasm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.ByteSequence;

/**
 * A module that runs inside the JVM, by GraalWasm: the way to test emitted code without a browser. A first instance costs
 * some 200 ms, each further one 1 ms; code is interpreted at a few MFLOP/s, so keep shapes small. Vectors (v128) cannot be
 * passed or returned, only through memory.
 *
 * <pre>{@code
 * try (WasmRunner wasm = WasmRunner.of(module)) {
 *     wasm.write(0, 1f, 2f, 3f);
 *     wasm.call("scale", 0, 3, 2f);
 *     assertArrayEquals(new float[] {2f, 4f, 6f}, wasm.floats(0, 3));
 * }
 * }</pre>
 */
public final class WasmRunner implements AutoCloseable {
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final Engine ENGINE = engine();
    private static final String MAIN = "main";

    private final Context context;
    private final Value instance;
    private Value memory;

    private WasmRunner(byte[] main, Map<String, byte[]> imports) {
        context = Context.newBuilder("wasm")
                .engine(ENGINE)
                .allowExperimentalOptions(true)
                .option("wasm.Threads", "true")
                .option("wasm.UseUnsafeMemory", "true")
                .build();
        try {
            imports.forEach((name, bytes) -> context.eval(source(name, bytes)));
            instance = context.eval(source(MAIN, main));
            // Reads the code of all functions, so that an invalid one is found here.
            instance.getMemberKeys();
        } catch (RuntimeException | Error e) {
            context.close();
            throw e;
        }
    }

    public static WasmRunner of(Module module) {
        return of(module.bytes());
    }

    /** Throws a {@link org.graalvm.polyglot.PolyglotException} that says why, if the module is not valid. */
    public static WasmRunner of(byte[] module) {
        return new WasmRunner(module, Map.of());
    }

    /** The imports of the module are exports of other modules, found by name. */
    public static WasmRunner of(Module module, Map<String, Module> imports) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        imports.forEach((name, imported) -> bytes.put(name, imported.bytes()));
        return of(module.bytes(), bytes);
    }

    /** The same for modules as bytes. */
    public static WasmRunner of(byte[] module, Map<String, byte[]> imports) {
        return new WasmRunner(module, imports);
    }

    /** Calls an exported function: Integer, Long, Float and Double in, the same out through the methods of Value. */
    public Value call(String function, Object... arguments) {
        return instance.getMember(function).execute(arguments);
    }

    public int i32(String function, Object... arguments) {
        return call(function, arguments).asInt();
    }

    public long i64(String function, Object... arguments) {
        return call(function, arguments).asLong();
    }

    public float f32(String function, Object... arguments) {
        return call(function, arguments).asFloat();
    }

    public double f64(String function, Object... arguments) {
        return call(function, arguments).asDouble();
    }

    /** An exported function, for calling it many times. */
    public Value function(String name) {
        return instance.getMember(name);
    }

    /** The exported global's value. */
    public Value global(String name) {
        return instance.getMember(name);
    }

    /** The exported memory, whatever it is called, or the exported memory of an imported module. */
    public Value memory() {
        if (memory == null) {
            Value modules = context.getBindings("wasm");
            memory = Stream.concat(
                            Stream.of(instance),
                            modules.getMemberKeys().stream().map(modules::getMember))
                    .flatMap(module -> module.getMemberKeys().stream().map(module::getMember))
                    .filter(Value::hasBufferElements)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("This module exports no memory."));
        }
        return memory;
    }

    public WasmRunner write(int address, float... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(LITTLE);
        bytes.asFloatBuffer().put(numbers);
        return write(address, bytes.array());
    }

    public WasmRunner write(int address, int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(LITTLE);
        bytes.asIntBuffer().put(numbers);
        return write(address, bytes.array());
    }

    public WasmRunner write(int address, byte... bytes) {
        Value memory = memory();
        ByteBuffer from = ByteBuffer.wrap(bytes).order(LITTLE);
        while (from.remaining() >= 8) {
            memory.writeBufferLong(LITTLE, address + from.position(), from.getLong());
        }
        while (from.hasRemaining()) {
            memory.writeBufferByte(address + from.position(), from.get());
        }
        return this;
    }

    public float[] floats(int address, int count) {
        float[] numbers = new float[count];
        buffer(address, 4 * count).asFloatBuffer().get(numbers);
        return numbers;
    }

    public int[] ints(int address, int count) {
        int[] numbers = new int[count];
        buffer(address, 4 * count).asIntBuffer().get(numbers);
        return numbers;
    }

    public byte[] bytes(int address, int count) {
        return buffer(address, count).array();
    }

    @Override
    public void close() {
        context.close();
    }

    private ByteBuffer buffer(int address, int length) {
        byte[] bytes = new byte[length];
        memory().readBuffer(address, bytes, 0, length);
        return ByteBuffer.wrap(bytes).order(LITTLE);
    }

    private static Source source(String name, byte[] bytes) {
        return Source.newBuilder("wasm", ByteSequence.create(bytes), name).buildLiteral();
    }

    private static Engine engine() {
        GraalWasmOnJava17.prepare();
        return Engine.newBuilder("wasm")
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .build();
    }
}
