package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/**
 * What the units of a layer compute over the plane of the network's two inputs: one number of each unit for each point of a grid, as
 * {@link GridLook} has them of the network's answer.
 *
 * @param output the tensor that the layer gives
 * @param grid where
 */
public record UnitsLook(String output, GridLook grid) implements Look {
    static final String KIND = "units";

    static UnitsLook unpack(Unpacker from) {
        return new UnitsLook(from.word(), GridLook.unpack(from));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.word(output);
        grid.pack(to);
    }

    @Override
    public Answering begin(Source source) {
        return grid.begin(
                source, source.units(output), (raw, from, most, into) -> source.units(output, raw, from, most, into));
    }
}
