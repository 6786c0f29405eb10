package dev.steep.jsinterop;

/**
 * Texts with gaps, for {@code %s} and {@code %d} alone. Java's own formatting knows calendars, currencies and locales, and
 * would be a tenth of what a visitor has to load; {@link PlainFormatPlugin} puts this in its place.
 */
public final class PlainFormat {
    private PlainFormat() {}

    /** The text with its gaps filled in turn; a gap of another kind is filled the same way. */
    public static String formatted(String text, Object[] values) {
        StringBuilder filled = new StringBuilder();
        int next = 0;
        int from = 0;
        for (int gap = text.indexOf('%'); gap >= 0; gap = text.indexOf('%', from)) {
            filled.append(text, from, gap);
            int end = gap + 1;
            while (end < text.length() - 1 && !Character.isLetter(text.charAt(end)) && text.charAt(end) != '%') {
                end++;
            }
            boolean percent = end < text.length() && text.charAt(end) == '%';
            filled.append(percent || next >= values.length ? "%" : String.valueOf(values[next]));
            next += percent ? 0 : 1;
            from = Math.min(end + 1, text.length());
        }
        return filled.append(text, from, text.length()).toString();
    }
}
