package dev.steep.ui.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes a ZIP archive whose files are not compressed (PKWARE's APPNOTE 6.3), always the same bytes for the same files. */
final class StoredZip {
    private static final int VERSION = 20;
    private static final int UTF8 = 1 << 11;
    private static final int DAY = 1 << 5 | 1; // 1 January 1980, the first that there is

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int count;

    void add(String path, byte[] content) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        int at = file.size();
        number(file, 0x04034B50, 4);
        entry(file, name, content);
        file.write(name, 0, name.length);
        file.write(content, 0, content.length);
        number(directory, 0x02014B50, 4);
        number(directory, VERSION, 2);
        entry(directory, name, content);
        number(directory, 0, 2); // no comment
        number(directory, 0, 2); // on the first disk
        number(directory, 0, 2);
        number(directory, 0, 4);
        number(directory, at, 4);
        directory.write(name, 0, name.length);
        count++;
    }

    private static void entry(ByteArrayOutputStream to, byte[] name, byte[] content) {
        number(to, VERSION, 2);
        number(to, UTF8, 2);
        number(to, 0, 2); // stored
        number(to, 0, 2);
        number(to, DAY, 2);
        CRC32 check = new CRC32();
        check.update(content, 0, content.length);
        number(to, (int) check.getValue(), 4);
        number(to, content.length, 4);
        number(to, content.length, 4);
        number(to, name.length, 2);
        number(to, 0, 2);
    }

    /** The archive. */
    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] files = file.toByteArray();
        byte[] list = directory.toByteArray();
        all.write(files, 0, files.length);
        all.write(list, 0, list.length);
        number(all, 0x06054B50, 4);
        number(all, 0, 4);
        number(all, count, 2);
        number(all, count, 2);
        number(all, list.length, 4);
        number(all, files.length, 4);
        number(all, 0, 2);
        return all.toByteArray();
    }

    private static void number(ByteArrayOutputStream to, int number, int bytes) {
        for (int i = 0; i < bytes; i++) {
            to.write(number >>> 8 * i & 255);
        }
    }
}
