package dev.steep.protocol;

/**
 * How many samples of the training part are of each class.
 *
 * @param classes how many classes the data have
 */
public record CountsLook(int classes) implements Look {
    static final String KIND = "counts";

    static CountsLook unpack(Unpacker from) {
        return new CountsLook(from.whole());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void pack(Packer to) {
        to.number(classes);
    }

    @Override
    public Answering begin(Source source) {
        float[] counts = new float[Math.max(0, classes)];
        for (int row : source.rows(DataPart.TRAINING)) {
            int mine = (int) source.truth(row);
            if (mine >= 0 && mine < counts.length) {
                counts[mine]++;
            }
        }
        return new Known(source.now(), counts);
    }
}
