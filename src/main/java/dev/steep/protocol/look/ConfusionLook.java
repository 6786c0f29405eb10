package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.function.BooleanSupplier;

/** Classes × classes counts over the validation part: row is the true class, column the predicted one. */
public record ConfusionLook() implements Look {
    static final String KIND = "confusion";

    static ConfusionLook unpack(Unpacker from) {
        return new ConfusionLook();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {}

    @Override
    public Answering begin(Source source) {
        return new Counting(source.latest(DataPart.VALIDATION));
    }

    private record Counting(Part pass) implements Answering {
        @Override
        public boolean advance(BooleanSupplier over) {
            return pass.upTo(pass.count(), over);
        }

        @Override
        public float[] numbers() {
            int[] counts = pass.confusion();
            float[] numbers = new float[counts.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = counts[i];
            }
            return numbers;
        }

        @Override
        public Moment moment() {
            return pass.moment();
        }
    }
}
