package dev.steep.data.format;

import dev.steep.catalog.Numbers;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.NoticeText;
import dev.steep.math.Characters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An array that NumPy saved (numpy.lib.format, versions 1 to 3): a magic number, the length of the head, the head as a Python
 * dictionary of type, order and shape, then the numbers.
 *
 * @param array its numbers; without any if it holds texts
 * @param texts if it holds these, one for each sample
 */
record NpyFile(NamedBytes file, NumberArray array, Optional<List<String>> texts) {
    private static final int[] MAGIC = {0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MOST_AXES = 4;
    private static final int LONGEST_HEAD = 1 << 16;

    static boolean claims(byte[] bytes) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != MAGIC[i]) {
                return false;
            }
        }
        return bytes.length >= 10;
    }

    /** Reads the head of a file that {@link #claims} to be one; says why if it cannot be used. */
    static Optional<NpyFile> open(NamedBytes file, List<String> notices) {
        byte[] bytes = file.bytes();
        int version = bytes[6];
        int start = version == 1 ? 10 : 12;
        long length = (bytes[8] & 0xFF) | (bytes[9] & 0xFF) << 8;
        if (version > 1 && bytes.length >= start) {
            length |= (bytes[10] & 0xFFL) << 16 | (bytes[11] & 0xFFL) << 24;
        }
        if (version < 1 || version > 3 || length > LONGEST_HEAD || start + length > bytes.length) {
            notices.add(file.name() + " is a NumPy array with a damaged or unknown head, and cannot be read.");
            return Optional.empty();
        }
        String head = new String(bytes, start, (int) length, StandardCharsets.ISO_8859_1);
        return new Head(file, head, start + (int) length, notices).open();
    }

    /** What the dictionary says. */
    private record Head(NamedBytes file, String text, int start, List<String> notices) {
        Optional<NpyFile> open() {
            String descr = value("descr");
            NpyType type = NpyType.of(bare(descr));
            if (!type.isKnown()) {
                notices.add(file.name() + " cannot be read: it holds "
                        + NpyType.words(Characters.visible(Characters.shortened(bare(descr), 60))) + ".");
                return Optional.empty();
            }
            Optional<int[]> shape = shape();
            if (shape.isEmpty()) {
                return Optional.empty();
            }
            return lengths(shape.get(), type);
        }

        private static String bare(String text) {
            return text.replace("'", "").replace("\"", "");
        }

        /** What stands behind a key, up to the comma or brace that ends it; brackets are kept whole. */
        private String value(String key) {
            int at = text.indexOf("'" + key + "'");
            at = at < 0 ? -1 : text.indexOf(':', at);
            if (at < 0) {
                return "";
            }
            int depth = 0;
            int end = at + 1;
            while (end < text.length() && (depth > 0 || ",}".indexOf(text.charAt(end)) < 0)) {
                depth += "([".indexOf(text.charAt(end)) >= 0 ? 1 : ")]".indexOf(text.charAt(end)) >= 0 ? -1 : 0;
                end++;
            }
            return text.substring(at + 1, end).strip();
        }

        private Optional<int[]> shape() {
            String tuple = value("shape");
            List<Integer> lengths = new ArrayList<>();
            if (tuple.length() >= 2 && tuple.startsWith("(") && tuple.endsWith(")")) {
                for (String part : Characters.parts(tuple.substring(1, tuple.length() - 1), ',')) {
                    double length = part.isBlank() ? 1 : Numbers.read(part.strip());
                    if (!(length >= 0 && length <= Integer.MAX_VALUE && length == Math.rint(length))) {
                        return said(" has a damaged head: its shape is " + NoticeText.quote(tuple) + ".");
                    }
                    if (!part.isBlank()) {
                        lengths.add((int) length);
                    }
                }
            }
            if (lengths.isEmpty()) {
                return said(" holds a single value, or a damaged shape, and no samples.");
            }
            if (lengths.size() > MOST_AXES) {
                return said(" has " + lengths.size() + " axes; up to " + MOST_AXES
                        + " can be read: samples, height, width and channels.");
            }
            return Optional.of(lengths.stream().mapToInt(each -> each).toArray());
        }

        private <T> Optional<T> said(String sentence) {
            notices.add(file.name() + sentence);
            return Optional.empty();
        }

        private Optional<NpyFile> lengths(int[] lengths, NpyType type) {
            double each = type.width();
            for (int axis = 0; axis < lengths.length; axis++) {
                each *= axis == 0 ? 1 : lengths[axis];
                if (lengths[axis] < 1) {
                    return said(" says that axis " + axis + " has the length 0, so there is nothing to read.");
                }
            }
            int held = file.bytes().length - start;
            boolean fortran = value("fortran_order").equals("True") && lengths.length > 1;
            if (each > held || fortran && each * lengths[0] > held) {
                return said(" should have " + Numbers.count(lengths[0], "sample") + " of "
                        + Numbers.grouped((long) each) + " bytes, but holds " + Numbers.grouped(held) + " in all.");
            }
            int present = (int) Math.min(lengths[0], held / (long) each);
            if (present < lengths[0]) {
                notices.add(file.name() + " is cut off: it should hold " + Numbers.grouped(lengths[0])
                        + " samples, but " + Numbers.grouped(present) + " are there.");
            }
            double rest = held - each * lengths[0];
            if (rest > 0) {
                notices.add(file.name() + " has " + Numbers.count((long) rest, "byte")
                        + " after its last sample; they are not used.");
            }
            return Optional.of(made(lengths, present, type, fortran));
        }

        private NpyFile made(int[] lengths, int present, NpyType type, boolean fortran) {
            if (type.isText()) {
                List<String> texts = new ArrayList<>();
                int size = new NumberArray("", lengths, present, NumberArray.Type.REAL, i -> 0).size();
                for (int i = 0; i < present * size; i++) {
                    texts.add(type.text(file.bytes(), start + i * type.width()));
                }
                NumberArray none =
                        new NumberArray(file.name(), lengths, present, NumberArray.Type.REAL, i -> Double.NaN);
                return new NpyFile(file, none, Optional.of(texts));
            }
            NumberArray.Source stored = type.numbers(file.bytes(), start);
            NumberArray.Source numbers = fortran ? i -> stored.at(place(i, lengths)) : stored;
            return new NpyFile(
                    file, new NumberArray(file.name(), lengths, present, type.ours(), numbers), Optional.empty());
        }

        /** Where in Fortran's order, the first axis fastest, the i-th number of C's order lies. */
        private static int place(int i, int[] lengths) {
            int place = 0;
            int rest = i;
            int stride = 1;
            for (int length : lengths) {
                stride *= length;
            }
            for (int axis = lengths.length - 1; axis >= 0; axis--) {
                stride /= lengths[axis];
                place += rest % lengths[axis] * stride;
                rest /= lengths[axis];
            }
            return place;
        }
    }
}
