package dev.steep.data.format;

import dev.steep.catalog.Numbers;
import dev.steep.data.file.NamedBytes;
import java.util.List;
import java.util.Optional;

/** The numbers of an image in a FITS file: big-endian, times BSCALE plus BZERO, BLANK being none (FITS standard 4.0, 4.4.2.5). */
final class FitsImage {
    private static final int MOST_AXES = 4;

    private FitsImage() {}

    /** An array with the first axis as samples; says why if it cannot be used. */
    static Optional<NumberArray> of(NamedBytes file, FitsHeader header, List<String> notices) {
        int bits = (int) header.number("BITPIX", 0);
        double[] axes = header.lengths();
        if (bits != 8 && bits != 16 && bits != 32 && bits != 64 && bits != -32 && bits != -64) {
            notices.add(file.name() + " has numbers of BITPIX " + bits + ", which FITS does not know.");
            return Optional.empty();
        }
        if (axes.length > MOST_AXES) {
            notices.add(
                    file.name() + " has an image of " + axes.length + " axes; up to " + MOST_AXES + " can be read.");
            return Optional.empty();
        }
        int held = file.bytes().length - header.data();
        double each = Math.abs(bits) / 8.0;
        int[] lengths = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            if (!(axes[i] >= 1 && axes[i] <= Integer.MAX_VALUE)) {
                notices.add(file.name() + " says that NAXIS" + (axes.length - i) + " is " + Numbers.write(axes[i])
                        + ", so there is nothing to read.");
                return Optional.empty();
            }
            lengths[i] = (int) axes[i];
            each *= i == 0 ? 1 : axes[i];
        }
        if (each > held || lengths.length == 2 && each * lengths[0] > held) {
            notices.add(file.name() + " is cut off, or its head is wrong: " + shape(lengths) + " numbers of "
                    + Math.abs(bits) / 8 + " bytes do not fit into the " + Numbers.grouped(held)
                    + " bytes that follow.");
            return Optional.empty();
        }
        int present = (int) Math.min(lengths[0], held / (long) each);
        if (present < lengths[0]) {
            notices.add(file.name() + " is cut off: it should hold " + Numbers.grouped(lengths[0]) + " images, but "
                    + Numbers.grouped(present) + " are there.");
        }
        return Optional.of(array(file, header, bits, lengths, present));
    }

    static String shape(int[] lengths) {
        StringBuilder text = new StringBuilder();
        for (int length : lengths) {
            text.append(text.length() == 0 ? "" : " × ").append(length);
        }
        return text.toString();
    }

    private static NumberArray array(NamedBytes file, FitsHeader header, int bits, int[] lengths, int present) {
        double scale = header.number("BSCALE", 1);
        double zero = header.number("BZERO", 0);
        double blank = bits > 0 ? header.number("BLANK", Double.NaN) : Double.NaN;
        boolean plain = scale == 1 && zero == 0 && Double.isNaN(blank);
        if (bits == 8 && plain) {
            return new NumberArray(
                    file.name(),
                    lengths,
                    present,
                    NumberArray.Type.BYTE,
                    NumberArray.bytes(file.bytes(), header.data()));
        }
        NpyType type = new NpyType(false, bits < 0 ? 'f' : bits == 8 ? 'u' : 'i', Math.abs(bits) / 8);
        NumberArray.Source raw = type.numbers(file.bytes(), header.data());
        boolean whole = bits > 0 && scale == Math.rint(scale) && zero == Math.rint(zero) && Double.isNaN(blank);
        NumberArray.Source numbers = plain
                ? raw
                : i -> {
                    double number = raw.at(i);
                    return number == blank ? Double.NaN : zero + scale * number;
                };
        return new NumberArray(
                file.name(), lengths, present, whole ? NumberArray.Type.WHOLE : NumberArray.Type.REAL, numbers);
    }
}
