package dev.steep.data.file;

import dev.steep.catalog.Numbers;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks .gz files (RFC 1952), as far as they can be, and says what could not. */
public final class Gzip {
    private static final int PIECE = 1 << 16;
    private static final int HEAD = 10;
    private static final int TAIL = 8;

    /** Flags of a head: what follows it. */
    private static final int CHECK = 2;

    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final NamedBytes file;
    private final byte[] packed;
    private final List<String> notices;
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
    private int at;

    private Gzip(NamedBytes file, List<String> notices) {
        this.file = file;
        this.packed = file.bytes();
        this.notices = notices;
    }

    /** The file unpacked, or the file itself if it is not packed; a damaged one gives what came before the damage. */
    public static NamedBytes unpack(NamedBytes file, List<String> notices) {
        Gzip gzip = new Gzip(file, notices);
        if (!gzip.isMember()) {
            return file;
        }
        String name = file.name().endsWith(".gz")
                ? file.name().substring(0, file.name().length() - 3)
                : file.name();
        gzip.members();
        return new NamedBytes(name, gzip.plain.toByteArray());
    }

    private boolean isMember() {
        return packed.length - at >= 2 && (packed[at] & 0xFF) == 0x1F && (packed[at + 1] & 0xFF) == 0x8B;
    }

    /** Unpacks one part after the other: programs may append them. */
    private void members() {
        while (isMember()) {
            if (!skipHead() || !inflate()) {
                notices.add(file.name() + " is damaged or cut off; it gave " + Numbers.count(plain.size(), "byte")
                        + " before that.");
                return;
            }
            if (plain.size() > NamedBytes.LARGEST) {
                notices.add(file.name() + " unpacks to more than " + (NamedBytes.LARGEST >> 20)
                        + " MB; the rest is left out.");
                return;
            }
        }
        if (at < packed.length) {
            notices.add(file.name() + " has " + Numbers.count(packed.length - at, "byte")
                    + " after the end of what is packed; they are not used.");
        }
    }

    /** Goes to where the packed bytes begin; false if the file ends before. */
    private boolean skipHead() {
        if (packed.length - at < HEAD) {
            return false;
        }
        int flags = packed[at + 3];
        at += HEAD;
        if ((flags & EXTRA) != 0) {
            at += packed.length - at < 2 ? 2 : 2 + (packed[at] & 0xFF) + ((packed[at + 1] & 0xFF) << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        at += (flags & CHECK) != 0 ? 2 : 0;
        return at < packed.length;
    }

    private void skipText() {
        while (at < packed.length && packed[at] != 0) {
            at++;
        }
        at++;
    }

    /** Unpacks one part and goes behind it; false if it is damaged. */
    private boolean inflate() {
        Inflater inflater = new Inflater(true);
        inflater.setInput(packed, at, packed.length - at);
        CRC32 check = new CRC32();
        byte[] piece = new byte[PIECE];
        int size = 0;
        try {
            while (!inflater.finished()) {
                int got = inflater.inflate(piece);
                if (got <= 0 && !inflater.finished()) {
                    return false;
                }
                plain.write(piece, 0, Math.max(0, got));
                check.update(piece, 0, Math.max(0, got));
                size += got;
                if (plain.size() > NamedBytes.LARGEST) {
                    return true;
                }
            }
            at = packed.length - inflater.getRemaining();
        } catch (DataFormatException damaged) {
            return false;
        } finally {
            inflater.end();
        }
        boolean whole = packed.length - at >= TAIL && int32(at) == (int) check.getValue() && int32(at + 4) == size;
        at = Math.min(packed.length, at + TAIL);
        return whole;
    }

    private int int32(int from) {
        return (packed[from] & 0xFF)
                | (packed[from + 1] & 0xFF) << 8
                | (packed[from + 2] & 0xFF) << 16
                | (packed[from + 3] & 0xFF) << 24;
    }
}
