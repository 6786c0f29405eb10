package dev.steep.data.generated.set;

/** How pickers group the built-in data sets. */
public enum Group {
    IMAGES("Images"),
    PLANE("Points in a plane"),
    CURVES("Curves and surfaces"),
    TABLES("Tables"),
    ASTRONOMY("Astronomy");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    /** A heading. */
    public String title() {
        return title;
    }
}
