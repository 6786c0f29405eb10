package dev.steep.wasm;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.List;

/**
 * Lets GraalWasm read data segments, globals and tables on Java 17. Its parser calls {@code List.removeLast()}, which exists
 * since Java 21; before the parser is loaded, each such call in its class file is replaced by a call of {@link #removeLast}.
 * An {@code invokeinterface} is five bytes and an {@code invokestatic} three, so two {@code nop} keep all offsets as they are.
 */
public final class GraalWasmOnJava17 {
    private static final String PACKAGE = "org.graalvm.wasm.";
    private static final int INVOKE_INTERFACE = 0xB9;
    private static final int INVOKE_STATIC = 0xB8;

    private GraalWasmOnJava17() {}

    /** Must be called before the first module is read. */
    static void prepare() {
        if (Runtime.version().feature() >= 21) {
            return;
        }
        try (InputStream in = GraalWasmOnJava17.class.getResourceAsStream("/org/graalvm/wasm/BinaryParser.class")) {
            byte[] patched = patch(in.readAllBytes());
            Class<?> neighbour = Class.forName(PACKAGE + "Assert");
            MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup()).defineClass(patched);
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("GraalWasm's parser could not be changed to run on Java 17.", e);
        }
    }

    /** What {@code list.removeLast()} does on Java 21. Called by the changed parser. */
    public static Object removeLast(List<?> list) {
        return list.remove(list.size() - 1);
    }

    private static byte[] patch(byte[] original) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(original));
        in.skipBytes(8);
        int count = in.readUnsignedShort();
        int[] first = new int[count];
        int[] second = new int[count];
        String[] text = new String[count];
        int[] tags = new int[count];
        for (int i = 1; i < count; i++) {
            tags[i] = in.readUnsignedByte();
            switch (tags[i]) {
                case 1 -> text[i] = in.readUTF();
                case 7, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
                case 9, 10, 11, 12, 17, 18 -> {
                    first[i] = in.readUnsignedShort();
                    second[i] = in.readUnsignedShort();
                }
                case 15 -> in.skipBytes(3);
                case 3, 4 -> in.skipBytes(4);
                case 5, 6 -> {
                    in.skipBytes(8);
                    i++;
                }
                default -> throw new IOException("Constant pool tag " + tags[i]);
            }
        }
        int poolEnd = original.length - in.available();
        int call = 0;
        for (int i = 1; i < count; i++) {
            if (tags[i] == 11 && "removeLast".equals(text[first[second[i]]])) {
                call = i;
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(original, 0, 8);
        out.writeShort(count + 6);
        out.write(original, 10, poolEnd - 10);
        utf8(out, GraalWasmOnJava17.class.getName().replace('.', '/'));
        pair(out, 7, count);
        utf8(out, "removeLast");
        utf8(out, "(Ljava/util/List;)Ljava/lang/Object;");
        pair(out, 12, count + 2, count + 3);
        pair(out, 10, count + 1, count + 4);
        byte[] rest = Arrays.copyOfRange(original, poolEnd, original.length);
        for (int i = 0; call != 0 && i + 5 <= rest.length; i++) {
            boolean isCall = (rest[i] & 0xFF) == INVOKE_INTERFACE
                    && (rest[i + 1] & 0xFF) == call >> 8
                    && (rest[i + 2] & 0xFF) == (call & 0xFF)
                    && rest[i + 3] == 1
                    && rest[i + 4] == 0;
            if (isCall) {
                rest[i] = (byte) INVOKE_STATIC;
                rest[i + 1] = (byte) (count + 5 >> 8);
                rest[i + 2] = (byte) (count + 5);
                rest[i + 3] = 0;
            }
        }
        out.write(rest);
        return bytes.toByteArray();
    }

    private static void utf8(DataOutputStream out, String text) throws IOException {
        out.writeByte(1);
        out.writeUTF(text);
    }

    private static void pair(DataOutputStream out, int tag, int... indices) throws IOException {
        out.writeByte(tag);
        for (int index : indices) {
            out.writeShort(index);
        }
    }
}
