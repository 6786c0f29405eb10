package dev.steep.data.file;

import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.DataProgress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks .gz files (RFC 1952), as far as they can be, and says what could not; a piece at a time. */
public final class Gzip implements DataJob<NamedBytes> {
    private static final int PIECE = 1 << 16;
    /** Up to here no question is asked about how much a file unpacks to. */
    private static final int HARMLESS = 16 << 20;

    /** What unpacks to more than so many times its size is no data: deflate reaches 1,032. */
    private static final int MOST_FOLD = 250;

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
    private byte[] plain;
    private int written;
    private final byte[] piece = new byte[PIECE];
    private Optional<Inflater> member = Optional.empty();
    private CRC32 check = new CRC32();
    private int size;
    private int at;
    private Optional<NamedBytes> result = Optional.empty();

    private Gzip(NamedBytes file, List<String> notices) {
        this.file = file;
        this.packed = file.bytes();
        this.plain = new byte[packed.length < TAIL ? 0 : (int) declared()];
        this.notices = notices;
    }

    /** The file unpacked, or the file itself if it is not packed; a damaged one gives what came before the damage. */
    public static DataJob<NamedBytes> unpack(NamedBytes file, List<String> notices) {
        Gzip gzip = new Gzip(file, notices);
        return gzip.isMember() ? gzip : DataJob.of(() -> file);
    }

    /** Whether a file begins like one that is packed. */
    public static boolean claims(byte[] bytes) {
        return isMember(bytes, 0);
    }

    private boolean isMember() {
        return isMember(packed, at);
    }

    private static boolean isMember(byte[] packed, int at) {
        return packed.length - at >= 2 && (packed[at] & 0xFF) == 0x1F && (packed[at + 1] & 0xFF) == 0x8B;
    }

    @Override
    public boolean advance(DoubleSupplier clock, double until) {
        while (result.isEmpty()) {
            if (!step()) {
                result = Optional.of(unpacked());
            } else if (clock.getAsDouble() >= until) {
                return false;
            }
        }
        return true;
    }

    /** Unpacked bytes, as the end of the file says; no more than is possible. */
    private double declared() {
        double says = int32(packed.length - 4) & 0xFFFFFFFFL;
        return Math.min(Math.min(says, NamedBytes.LARGEST), (double) MOST_FOLD * packed.length);
    }

    private void write(int count) {
        if (written + count > plain.length) {
            plain = Arrays.copyOf(plain, Math.max(written + count, plain.length + plain.length / 2));
        }
        System.arraycopy(piece, 0, plain, written, count);
        written += count;
    }

    private NamedBytes unpacked() {
        member.ifPresent(Inflater::end);
        String name = file.name().endsWith(".gz")
                ? file.name().substring(0, file.name().length() - 3)
                : file.name();
        return new NamedBytes(file.folder(), name, written == plain.length ? plain : Arrays.copyOf(plain, written));
    }

    @Override
    public DataProgress progress() {
        int place =
                member.map(inflater -> packed.length - inflater.getRemaining()).orElse(at);
        return new DataProgress("Unpacking " + file.name(), place >> 10, packed.length >> 10, "kilobyte");
    }

    @Override
    public NamedBytes result() {
        return result.orElseThrow();
    }

    /** Unpacks a piece of one part after the other: programs may append them. Returns whether there is more to do. */
    private boolean step() {
        if (member.isEmpty() && !isMember()) {
            if (at < packed.length) {
                notices.add(file.name() + " has " + Numbers.count(packed.length - at, "byte")
                        + " after the end of what is packed; they are not used.");
            }
            return false;
        }
        if (member.isEmpty() && !begin() || !inflate()) {
            notices.add(file.name() + " is damaged or cut off; it gave " + Numbers.count(written, "byte")
                    + " before that.");
            return false;
        }
        if (written > NamedBytes.LARGEST || written > HARMLESS && written / MOST_FOLD > packed.length) {
            notices.add(file.name() + " is not opened: its " + Numbers.grouped(packed.length >> 10)
                    + " kB unpack to more than "
                    + (written >> 20) + " MB"
                    + (written > NamedBytes.LARGEST
                            ? ", the most that can be opened here."
                            : ", which no data do. It may be made to fill the memory."));
            written = 0;
            return false;
        }
        return true;
    }

    /** Begins with the next part; false if its head is cut off. */
    private boolean begin() {
        if (!skipHead()) {
            return false;
        }
        Inflater inflater = new Inflater(true);
        inflater.setInput(packed, at, packed.length - at);
        member = Optional.of(inflater);
        check = new CRC32();
        size = 0;
        return true;
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

    /** Unpacks a piece of the part, and goes behind it at its end; false if it is damaged. */
    private boolean inflate() {
        Inflater inflater = member.orElseThrow();
        try {
            int got = inflater.inflate(piece);
            if (got <= 0 && !inflater.finished()) {
                return false;
            }
            write(Math.max(0, got));
            check.update(piece, 0, Math.max(0, got));
            size += got;
        } catch (DataFormatException damaged) {
            return false;
        }
        return !inflater.finished() || end(inflater);
    }

    private boolean end(Inflater inflater) {
        at = packed.length - inflater.getRemaining();
        inflater.end();
        member = Optional.empty();
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
