package dev.steep.data;

import dev.steep.data.file.NamedBytes;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Writes files for tests. */
public final class Idx {
    private Idx() {}

    /** Images or labels of unsigned bytes, counting up from 0. */
    public static NamedBytes bytes(String name, int... lengths) {
        return write(name, 0x08, lengths, (out, i) -> out.writeByte(i));
    }

    public static NamedBytes write(String name, int type, int[] lengths, Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeShort(0);
            out.writeByte(type);
            out.writeByte(lengths.length);
            int size = 1;
            for (int length : lengths) {
                out.writeInt(length);
                size *= length;
            }
            for (int i = 0; i < size; i++) {
                writer.write(out, i);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new NamedBytes(name, bytes.toByteArray());
    }

    public static NamedBytes gzip(NamedBytes file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(file.bytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new NamedBytes(file.name() + ".gz", bytes.toByteArray());
    }

    public interface Writer {
        void write(DataOutputStream out, int i) throws IOException;
    }
}
