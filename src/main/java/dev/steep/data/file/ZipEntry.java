package dev.steep.data.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A file within a ZIP archive.
 *
 * @param zip the whole archive; not copied
 * @param start where its packed bytes begin
 * @param packed how many they are
 * @param deflated whether they are deflated, or stored as they are
 * @param size unpacked, as the archive declares: no more than that is ever unpacked
 * @param crc of the unpacked bytes
 */
record ZipEntry(String folder, String name, byte[] zip, int start, int packed, boolean deflated, long size, int crc)
        implements StoredFile {
    @Override
    public byte[] beginning() {
        return unpacked((int) Math.min(size, BEGINNING)).orElseGet(() -> new byte[0]);
    }

    @Override
    public Optional<byte[]> content() {
        return unpacked((int) size).filter(bytes -> {
            CRC32 check = new CRC32();
            check.update(bytes, 0, bytes.length);
            return (int) check.getValue() == crc;
        });
    }

    @Override
    public Optional<byte[]> slice(long from, int count) {
        return from + count > size
                ? Optional.empty()
                : unpacked((int) from + count).map(bytes -> Arrays.copyOfRange(bytes, (int) from, (int) from + count));
    }

    /** So many of the unpacked bytes; nothing if they are not there. */
    private Optional<byte[]> unpacked(int count) {
        if (!deflated) {
            return packed < count ? Optional.empty() : Optional.of(Arrays.copyOfRange(zip, start, start + count));
        }
        byte[] plain = new byte[count];
        Inflater inflater = new Inflater(true);
        inflater.setInput(zip, start, packed);
        try {
            int done = 0;
            while (done < count) {
                int got = inflater.inflate(plain, done, count - done);
                if (got <= 0) {
                    return Optional.empty();
                }
                done += got;
            }
            return Optional.of(plain);
        } catch (DataFormatException damaged) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
