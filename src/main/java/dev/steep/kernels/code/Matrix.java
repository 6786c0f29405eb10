package dev.steep.kernels.code;

import dev.steep.wasm.Code;
import dev.steep.wasm.Local;
import dev.steep.wasm.Type;

/**
 * How the numbers of a matrix lie in memory. Plain: row after row. In panels: the first 8 columns, row after row, then the
 * next 8, and so on; the last panel is as narrow as it comes out, so that a matrix in panels takes no more room. A product
 * reads panels of its right factor from beginning to end, while in a plain matrix its steps would be a row apart, which for
 * usual widths are all in the same few places of the cache.
 *
 * @param rows how many rows
 * @param columns how many columns
 * @param panelled whether it is cut into panels
 */
public record Matrix(int rows, int columns, boolean panelled) {
    /** Columns of a panel, and of a tile: two vectors. */
    public static final int PANEL = 8;

    /** Panels of 8 columns; there may be a narrower one behind them. */
    public int fullPanels() {
        return columns / PANEL;
    }

    /** Columns of the last panel, if it is a narrow one; else 0. */
    public int rest() {
        return columns % PANEL;
    }

    /** Bytes from one full panel to the next. */
    public int nextPanel() {
        return panelled ? 4 * PANEL * rows : 4 * PANEL;
    }

    /** Bytes from one row to the next within a panel of so many columns. */
    public int nextRow(int width) {
        return 4 * (panelled ? width : columns);
    }

    /** What is done for each panel. */
    public interface PerPanel {
        /** column: how far into a row the panel begins, in bytes; width: its columns. */
        void write(Local column, int width);
    }

    /** Writes something for each panel: in a loop for the full ones, then once more for a narrower one. */
    public void panels(Code code, PerPanel body) {
        code.scope(() -> {
            Local column = code.local(Type.I32);
            code.set(column, 0);
            code.repeat(fullPanels(), () -> {
                body.write(column, PANEL);
                code.add(column, 4 * PANEL);
            });
            if (rest() > 0) {
                body.write(column, rest());
            }
        });
    }

    /** Leaves how far into the matrix the panel begins whose first column is so far into a row; both in bytes. */
    public Code start(Code code, Local column) {
        return code.get(column).times(panelled ? rows : 1);
    }

    /** The numbers of a plain matrix in this order; as they are, if they are all the same, as an optimizer's are at first. */
    public float[] ordered(float[] plain) {
        return isUniform(plain) ? plain : moved(plain, true);
    }

    private static boolean isUniform(float[] numbers) {
        for (int i = 1; i < numbers.length; i++) {
            if (Float.floatToRawIntBits(numbers[i]) != Float.floatToRawIntBits(numbers[0])) {
                return false;
            }
        }
        return true;
    }

    /** The numbers that are in this order, as a plain matrix. */
    public float[] plain(float[] ordered) {
        return moved(ordered, false);
    }

    private float[] moved(float[] from, boolean in) {
        float[] to = new float[from.length];
        int at = 0;
        for (int first = 0; first < columns; first += PANEL) {
            int width = Math.min(PANEL, columns - first);
            for (int row = 0; row < rows; row++) {
                int plain = row * columns + first;
                System.arraycopy(from, in ? plain : at, to, in ? at : plain, width);
                at += width;
            }
        }
        return to;
    }
}
