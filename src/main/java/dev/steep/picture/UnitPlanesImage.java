package dev.steep.picture;

/**
 * What each unit of a layer computes over the plane of two inputs, as a tile for each unit. Numbers come row after row from high y down,
 * of each point one for each unit.
 *
 * @param sheet where each unit's tile lies
 * @param units how many numbers there are for each point
 * @param side grid points along each side of the plane
 */
public record UnitPlanesImage(TileSheet sheet, int units, int side) {
    /** Tiles side by side. */
    private static final int COLUMNS = 4;

    /** The same where there would be more than four rows: a card has no room for them. */
    private static final int MORE_COLUMNS = 6;

    /** More units than so many are not drawn. */
    private static final int MOST = 32;

    /** Page pixels that a tile is wide. */
    private static final int PIXELS = 32;

    /** A picture of the first units, at so many points along each side. */
    public static UnitPlanesImage of(int units, int side) {
        int shown = Math.min(units, MOST);
        int few = shown > COLUMNS && shown <= 2 * COLUMNS ? (shown + 1) / 2 : COLUMNS;
        int columns = shown > COLUMNS * COLUMNS ? MORE_COLUMNS : few;
        return new UnitPlanesImage(TileSheet.of(shown, columns, side, side, PIXELS), units, side);
    }

    /** How many units are drawn. */
    public int shown() {
        return sheet.tiles();
    }

    /** Whether these are its numbers. */
    public boolean suits(float[] values) {
        return values.length == side * side * units;
    }

    /** One for all units, symmetric about zero, which is neutral; it ends at a round number, so that it stays while numbers change a little. */
    public Scale scale(float[] values, boolean dark) {
        return Scale.signed(Range.round(Range.of(values).most()), dark);
    }

    /** Red, green, blue and alpha of the whole sheet; blank if these are not the numbers. */
    public byte[] pixels(float[] values, boolean dark) {
        byte[] rgba = sheet.blank();
        if (suits(values)) {
            Scale scale = scale(values, dark);
            sheet.frame(rgba, Ramp.hairline(dark));
            for (int unit = 0; unit < shown(); unit++) {
                sheet.paint(rgba, unit, values, unit, side * units, units, scale);
            }
        }
        return rgba;
    }

    /** The index of the number at a spot; -1 if there is none. */
    public int index(TileSheet.Spot spot) {
        return spot.tile() < 0 ? -1 : (spot.row() * side + spot.column()) * units + spot.tile();
    }
}
