package dev.steep.data.file;

import dev.steep.math.Characters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the files of a ZIP archive (PKWARE's APPNOTE 6.3), by its directory at the end. Nothing is unpacked yet, so an archive costs
 * no more memory than it has, however much it says it holds.
 */
public final class Zip {
    private static final int END = 0x06054B50;
    private static final int END_SIZE = 22;
    private static final int ENTRY = 0x02014B50;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL = 0x04034B50;
    private static final int LOCAL_SIZE = 30;
    private static final int LONGEST_COMMENT = 65_535;
    /** No deflated byte becomes more. */
    private static final int MOST_FOLD = 1032;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ENCRYPTED = 1;
    private static final int UTF8 = 1 << 11;

    private final NamedBytes file;
    private final byte[] bytes;
    private final List<String> notices;
    private final List<StoredFile> entries = new ArrayList<>();
    private final List<String> damaged = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
    private int encrypted;

    private Zip(NamedBytes file, List<String> notices) {
        this.file = file;
        this.bytes = file.bytes();
        this.notices = notices;
    }

    /** Whether a file begins like a ZIP archive: with a file, or with the end of an empty one. */
    public static boolean claims(byte[] bytes) {
        return bytes.length >= 4 && (int32(bytes, 0) == LOCAL || int32(bytes, 0) == END);
    }

    /** The files in it, each in a folder that has the archive's name; none, and a sentence, if it cannot be used. */
    public static List<StoredFile> entries(NamedBytes file, List<String> notices) {
        Zip zip = new Zip(file, notices);
        zip.read();
        return zip.entries;
    }

    private void read() {
        int end = bytes.length - END_SIZE;
        int lowest = Math.max(0, end - LONGEST_COMMENT);
        while (end >= lowest && int32(bytes, end) != END) {
            end--;
        }
        if (end < lowest) {
            notices.add(file.name() + " is a damaged or cut off ZIP archive: the directory at its end is missing."
                    + " Download or pack it once more.");
            return;
        }
        int count = int16(end + 10);
        long at = int32(bytes, end + 16) & 0xFFFFFFFFL;
        if (count == 0xFFFF || at == 0xFFFFFFFFL) {
            notices.add(
                    file.name() + " is a ZIP64 archive, which cannot be opened here. Pack fewer files (at most 65,534,"
                            + " with less than 4 GB), or drop the folder itself.");
            return;
        }
        for (int i = 0; i < count && at >= 0; i++) {
            at = entry(at);
        }
        if (at < 0) {
            notices.add(file.name() + " is a damaged ZIP archive: its directory breaks off after " + entries.size()
                    + " of " + count + " files. What is listed before is used.");
        }
        say(damaged, " are damaged in the archive and left out: ", " is damaged in the archive and left out: ");
        say(
                foreign,
                " are packed in a way that cannot be unpacked here and left out; pack them anew as an ordinary ZIP: ",
                " is packed in a way that cannot be unpacked here and left out; pack it anew as an ordinary ZIP: ");
        if (encrypted > 0) {
            notices.add(
                    file.name() + " is protected by a password, so its files cannot be read. Pack them without one.");
        }
    }

    private void say(List<String> names, String many, String one) {
        if (!names.isEmpty()) {
            notices.add(names.size() + (names.size() == 1 ? " file" + one : " files" + many) + NoticeText.list(names)
                    + ".");
        }
    }

    /** Reads an entry of the directory; returns where the next one begins, or -1 if there is none. */
    private long entry(long place) {
        if (place + ENTRY_SIZE > bytes.length || int32(bytes, (int) place) != ENTRY) {
            return -1;
        }
        int at = (int) place;
        int nameLength = int16(at + 28);
        long next = place + ENTRY_SIZE + nameLength + int16(at + 30) + int16(at + 32);
        if (next > bytes.length) {
            return -1;
        }
        int flags = int16(at + 8);
        String path = path(at + ENTRY_SIZE, nameLength, (flags & UTF8) != 0);
        if (path.isEmpty() || path.endsWith("/")) {
            return next;
        }
        NamedBytes named = NamedBytes.at(path, new byte[0]);
        int method = int16(at + 10);
        long packed = int32(bytes, at + 20) & 0xFFFFFFFFL;
        long size = int32(bytes, at + 24) & 0xFFFFFFFFL;
        long local = int32(bytes, at + 42) & 0xFFFFFFFFL;
        if (named.isSystems()) {
            return next;
        } else if ((flags & ENCRYPTED) != 0) {
            encrypted++;
        } else if (method != STORED && method != DEFLATED) {
            foreign.add(named.name());
        } else if (local + LOCAL_SIZE > bytes.length || int32(bytes, (int) local) != LOCAL) {
            damaged.add(named.name());
        } else {
            long start = local + LOCAL_SIZE + int16((int) local + 26) + int16((int) local + 28);
            if (start + packed > bytes.length || size > Math.min(NamedBytes.LARGEST, MOST_FOLD * packed + MOST_FOLD)) {
                damaged.add(named.name());
            } else {
                entries.add(new ZipEntry(
                        archive() + "/" + named.folder(),
                        named.name(),
                        bytes,
                        (int) start,
                        (int) packed,
                        method == DEFLATED,
                        size,
                        int32(bytes, at + 16)));
            }
        }
        return next;
    }

    private String archive() {
        int dot = file.name().lastIndexOf('.');
        return (dot > 0 ? file.name().substring(0, dot) : file.name()).replace('/', ' ');
    }

    private String path(int from, int length, boolean utf8) {
        String text = new String(bytes, from, length, utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        if (!utf8) { // programs of today write UTF-8 and forget to say so
            String modern = new String(bytes, from, length, StandardCharsets.UTF_8);
            text = modern.indexOf(Characters.UNREADABLE) < 0 ? modern : text;
        }
        return Characters.wellFormed(text).replace('\\', '/');
    }

    private int int16(int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    private static int int32(byte[] bytes, int at) {
        return (bytes[at] & 0xFF)
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }
}
