package dev.steep.ui.diagram;

import dev.steep.picture.TensorImage;
import dev.steep.picture.TileSheet;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything of the diagram lies, in page pixels.
 *
 * @param spots one for each column
 * @param width of the whole
 * @param height of the whole
 */
record DiagramPlacement(List<Spot> spots, int width, int height) {
    /** So many units or channels of a column are shown at once. */
    static final int MOST = 8;

    /** How wide a unit is. */
    static final int UNIT = 34;

    /** How wide the plane of a single answer is. */
    private static final int ANSWER = 82;

    private static final int DOWN = 42;
    private static final int HEAD = 40;

    /** Between the words above two columns. */
    private static final int HEAD_GAP = 8;

    private static final int EDGE = 16;
    private static final int LEAST_GAP = 64;
    private static final int NARROW_GAP = 44;

    /** As wide as a phone. */
    private static final int NARROW = 500;

    private static final int WIDEST_GAP = 168;

    /** How wide the widest image becomes, where there is room. */
    private static final int IMAGE = 112;

    /** From one map of a volume to the next behind it. */
    static final int DEEP = 7;

    /** For names beside the first and the last column. */
    private static final int LABEL = 64;

    /** How wide a series of numbers is, about, and how high the row of one channel. */
    private static final int SERIES = 96;

    private static final int ROW = 6;

    /** How wide the words above a column may be without reaching those of its neighbours. */
    int headRoom(int column) {
        int room = Integer.MAX_VALUE;
        for (int other : new int[] {column - 1, column + 1}) {
            if (other >= 0 && other < spots.size()) {
                room = Math.min(
                        room,
                        Math.abs(spots.get(other).center() - spots.get(column).center()));
            }
        }
        return room == Integer.MAX_VALUE ? width : room - HEAD_GAP;
    }

    /**
     * A column's place.
     *
     * @param top of its first unit, or of its picture
     * @param node how wide and high a unit is
     * @param pitch from one unit to the next
     * @param shown how many units or channels are drawn
     * @param zoom page pixels to a pixel of an image
     */
    record Spot(int left, int top, int width, int height, int node, int pitch, int shown, int zoom) {
        private int center() {
            return left + width / 2;
        }

        /** The height at which lines meet a unit. */
        int middle(int unit) {
            return top + unit * pitch + node / 2;
        }

        int right() {
            return left + width;
        }

        int middle() {
            return top + height / 2;
        }
    }

    /**
     * Places columns side by side, each in the middle of the height; what is left of the width goes between them.
     *
     * @param plane whether units show what they compute over a plane
     * @param named whether names stand at the left and at the right
     */
    static DiagramPlacement of(List<DiagramColumn> columns, boolean plane, boolean named, int available) {
        int side = 1;
        for (DiagramColumn column : columns) {
            if (column.isImage()) {
                side = Math.max(side, Math.max(column.shape()[0], column.shape()[1]));
            }
        }
        int edge = named ? available < NARROW ? LABEL / 2 : LABEL : EDGE;
        for (int zoom = Math.max(1, IMAGE / side); zoom > 0; zoom--) {
            DiagramPlacement roomy = of(columns, plane, edge, available, zoom);
            if (roomy.width() <= available) {
                return roomy;
            }
        }
        return of(columns, plane, edge, available, Math.max(1, IMAGE / 2 / side)); // it scrolls anyway
    }

    private static DiagramPlacement of(List<DiagramColumn> columns, boolean plane, int edge, int available, int zoom) {
        List<Spot> sizes = new ArrayList<>();
        int wide = 2 * edge;
        int high = UNIT;
        for (int i = 0; i < columns.size(); i++) {
            Spot spot = size(columns.get(i), plane && i == columns.size() - 1, zoom);
            sizes.add(spot);
            wide += spot.width();
            high = Math.max(high, spot.height());
        }
        int gaps = Math.max(1, columns.size() - 1);
        int gap =
                Math.max(available < NARROW ? NARROW_GAP : LEAST_GAP, Math.min(WIDEST_GAP, (available - wide) / gaps));
        int whole = wide + gap * (columns.size() - 1);
        int left = edge + Math.max(0, (available - whole) / 2);
        List<Spot> spots = new ArrayList<>();
        for (Spot each : sizes) {
            spots.add(new Spot(
                    left,
                    HEAD + (high - each.height()) / 2,
                    each.width(),
                    each.height(),
                    each.node(),
                    each.pitch(),
                    each.shown(),
                    each.zoom()));
            left += each.width() + gap;
        }
        return new DiagramPlacement(spots, Math.max(available, whole), HEAD + high + EDGE);
    }

    private static Spot size(DiagramColumn column, boolean answer, int zoom) {
        int shown = Math.min(MOST, column.parts());
        if (isList(column)) {
            TileSheet sheet = list(column).sheet();
            return new Spot(0, 0, sheet.across(), sheet.down(), sheet.down(), 0, 1, 1);
        }
        if (column.isRow()) {
            int node = answer && column.parts() == 1 ? ANSWER : UNIT;
            int pitch = node + DOWN - UNIT;
            return new Spot(0, 0, node, shown * pitch - (pitch - node), node, pitch, shown, 1);
        }
        if (!column.isImage()) {
            int length = column.shape()[0];
            int wide = Math.max(1, SERIES / length);
            return new Spot(0, 0, length * wide, shown * ROW, shown * ROW, 0, shown, wide);
        }
        int back = (shown - 1) * DEEP;
        int height = column.shape()[0] * zoom + back;
        return new Spot(0, 0, column.shape()[1] * zoom + back, height, height, 0, shown, zoom);
    }

    /** The picture of a list. */
    static TensorImage list(DiagramColumn column) {
        return TensorImage.wrapped(TensorImage.Content.UNITS, column.parts());
    }

    /** More numbers than neurons are drawn for, and no weights of their own: what Flatten gives. */
    static boolean isList(DiagramColumn column) {
        return column.isRow()
                && column.kernel().isEmpty()
                && column.layer() != DiagramColumn.INPUT
                && column.parts() > 2 * MOST;
    }
}
