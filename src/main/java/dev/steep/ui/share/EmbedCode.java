package dev.steep.ui.share;

import java.util.ArrayList;
import java.util.List;

/**
 * The lab in a frame of another page: its address, and the snippet of HTML for that page.
 *
 * @param theme {@code light}, {@code dark}, or nothing for that of the page around it
 * @param controls what it offers besides training and settings: {@code data}, {@code share}
 * @param view the one view of the results that is shown, or nothing for the whole lab
 * @param width in CSS pixels, the most it takes
 * @param aspect width and height, such as 4:3
 */
public record EmbedCode(String theme, List<String> controls, String view, int width, Aspect aspect) {
    public EmbedCode {
        controls = List.copyOf(controls);
    }

    /** How wide it is for its height. */
    public enum Aspect {
        CLASSIC("4:3", 4, 3),
        WIDE("16:9", 16, 9),
        SQUARE("1:1", 1, 1),
        TALL("3:4", 3, 4);

        private final String title;
        private final int across;
        private final int down;

        Aspect(String title, int across, int down) {
            this.title = title;
            this.across = across;
            this.down = down;
        }

        /** Such as {@code 4:3}. */
        public String title() {
            return title;
        }
    }

    /** In CSS pixels, where it is as wide as it may be. */
    public int height() {
        return Math.round((float) width * aspect.down / aspect.across);
    }

    /** What follows the {@code ?} of its address; empty if all of it is as usual. */
    public String query() {
        List<String> parts = new ArrayList<>();
        if (!view.isEmpty()) {
            parts.add("view=" + view);
        }
        if (!theme.isEmpty()) {
            parts.add("theme=" + theme);
        }
        if (!controls.isEmpty()) {
            parts.add("controls=" + String.join(",", controls));
        }
        return String.join("&", parts);
    }

    /** The snippet. It takes no more room than there is, and is loaded when a reader comes near. */
    public String html(String address, String title) {
        return "<iframe src=\"" + escaped(address) + "\"\n  title=\"" + escaped(title)
                + "\" loading=\"lazy\" allow=\"clipboard-write\"\n  style=\"width: 100%; max-width: " + width
                + "px; aspect-ratio: " + aspect.across + " / " + aspect.down + "; border: 1px solid #ccc\"></iframe>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
