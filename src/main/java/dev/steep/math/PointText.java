package dev.steep.math;

import java.util.ArrayList;
import java.util.List;

/**
 * Points of a plane as short text that a link can hold: four characters of base64url (RFC 4648) to a point, which are its group (3 bits), x and y
 * (10 bits each).
 */
public final class PointText {
    /** The largest x and y. */
    public static final int MOST = 1023;

    /** Groups are numbered from 0. */
    public static final int GROUPS = 5;

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int LENGTH = 4;

    private PointText() {}

    /** A point: x to the right and y upwards, from 0 to {@link #MOST}. */
    public record Point(int group, int x, int y) {}

    /** The text of these points, in order. */
    public static String write(List<Point> points) {
        StringBuilder text = new StringBuilder();
        for (Point each : points) {
            int bits = each.group << 20 | each.x << 10 | each.y;
            for (int shift = 18; shift >= 0; shift -= 6) {
                text.append(DIGITS.charAt(bits >> shift & 63));
            }
        }
        return text.toString();
    }

    /** The points of a text. What is none is left out; and all after it, if characters are missing or too many: they would be others. */
    public static List<Point> read(String text) {
        List<Point> points = new ArrayList<>();
        int mistake = firstMistake(text);
        int end = mistake < 0 || text.length() % LENGTH == 0 ? text.length() : mistake;
        for (int at = 0; at < end; at += LENGTH) {
            int bits = bits(text, at);
            if (bits >= 0) {
                points.add(new Point(bits >> 20, bits >> 10 & MOST, bits & MOST));
            }
        }
        return points;
    }

    /** Where the first part begins that is no point; -1 if all are points. */
    public static int firstMistake(String text) {
        for (int at = 0; at < text.length(); at += LENGTH) {
            if (at + LENGTH > text.length() || bits(text, at) < 0) {
                return at;
            }
        }
        return -1;
    }

    /** Of the four characters from here on; -1 if they are no point. */
    private static int bits(String text, int at) {
        int bits = 0;
        for (int i = at; i < at + LENGTH && bits >= 0; i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            bits = digit < 0 ? -1 : bits << 6 | digit;
        }
        return bits >> 20 < GROUPS ? bits : -1;
    }
}
