package dev.steep.e2e;

import dev.steep.picture.HeatMap;
import dev.steep.picture.Ramp;
import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.picture.TensorImage;
import dev.steep.protocol.look.GridLook;
import dev.steep.protocol.look.UnitsLook;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the diagram of the network has to show for the numbers of now. */
final class DiagramTruth {
    /** Of the largest weight, and of the smallest. */
    private static final double THICKEST = 5;

    private static final double THINNEST = 0.6;

    private DiagramTruth() {}

    /** A unit's number for the chosen sample, to two decimals. */
    static Optional<String> neurons(Drawn.Picture picture, float[] values) {
        for (Object each : picture.cells()) {
            List<?> cell = (List<?>) each;
            int unit = ((Number) cell.get(0)).intValue();
            String said = cell.get(1).toString().replace("−", "-").replace(",", "");
            boolean known = unit < values.length;
            if (said.isEmpty() == known
                    || known
                            && Math.abs(values[unit]) < 1000
                            && Math.abs(Double.parseDouble(said) - values[unit])
                                    > (Math.abs(values[unit]) < 10 ? 0.006 : 0.6)) {
                return Optional.of("unit " + unit + " says " + said + ", is " + (known ? values[unit] : "unknown"));
            }
        }
        return Optional.empty();
    }

    static Optional<String> planes(Drawn.Picture picture, Mirror mirror, boolean dark) {
        String[] look = picture.look().split(" ");
        double[] grid =
                Arrays.stream(look).skip(2).mapToDouble(Double::parseDouble).toArray();
        int side = (int) grid[2];
        float[] values =
                mirror.look(new UnitsLook(look[1], new GridLook(grid[0], grid[1], side, grid[3], grid[4], side)));
        int units = values.length / (side * side);
        for (Object each : picture.cells()) {
            List<?> cell = (List<?>) each;
            int unit = ((Number) cell.get(0)).intValue();
            Scale scale = (Boolean) cell.get(2)
                    ? new Scale(Ramp.signed(dark), 0, 1)
                    : Scale.signed(Range.round(Range.of(values).most()), dark);
            byte[] expected = units == 0
                    ? new byte[4 * side * side]
                    : HeatMap.pixels(values, unit, side * units, units, side, side, scale);
            Optional<String> fault = Truth.compare(Drawn.bytes(cell.get(1)), expected);
            if (fault.isPresent()) {
                return fault.map(words -> "unit " + unit + ": " + words);
            }
        }
        return Optional.empty();
    }

    /** The thickness of each line, and on which side of zero its weight is. */
    static Optional<String> wires(Drawn.Picture picture, float[] weights) {
        if (picture.cells().isEmpty() != (weights.length == 0)) {
            return Optional.of("has " + picture.cells().size() + " lines for " + weights.length + " weights");
        }
        for (Object each : picture.cells()) {
            List<?> cell = (List<?>) each;
            int index = ((Number) cell.get(0)).intValue();
            double weight = weights[index];
            double most = ((Number) cell.get(3)).doubleValue();
            double width = Math.max(THINNEST, Math.abs(weight) / most * THICKEST);
            if (Math.abs(((Number) cell.get(1)).doubleValue() - width) > 0.06
                    || weight != 0 && (Boolean) cell.get(2) != weight < 0) {
                return Optional.of("line " + index + " is " + cell + ", its weight " + weight);
            }
        }
        return Optional.empty();
    }

    static Optional<String> volume(Drawn.Picture picture, float[] values, boolean dark) {
        List<Object> maps = picture.cells();
        for (int k = 0; k < maps.size(); k++) {
            int size = Drawn.bytes(maps.get(k)).length / 4;
            int depth = values.length / size;
            byte[] expected = depth == 0
                    ? new byte[4 * size]
                    : HeatMap.pixels(values, k, depth, depth, size, 1, TensorImage.activations(Range.of(values), dark));
            Optional<String> fault = Truth.compare(Drawn.bytes(maps.get(k)), expected);
            if (fault.isPresent()) {
                int map = k;
                return fault.map(words -> "map " + map + ": " + words);
            }
        }
        return Optional.empty();
    }
}
