package dev.steep.data.format;

import dev.steep.data.DataJob;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import java.util.ArrayList;
import java.util.List;

/** Reads arrays of NumPy: {@code .npy} files, and those that an {@code .npz} archive holds. */
final class NumpyReader {
    private NumpyReader() {}

    static DataJob<FileResult> job(List<NamedBytes> files) {
        List<String> notices = new ArrayList<>();
        List<ArrayReader.Named> arrays = new ArrayList<>();
        return DataJob.of("Reading", files.size(), "array", i -> open(files.get(i), arrays, notices), () -> arrays)
                .then(all -> all.isEmpty()
                        ? DataJob.of(() -> FileResult.nothing(notices))
                        : ArrayReader.job(name(files), all, notices));
    }

    private static void open(NamedBytes file, List<ArrayReader.Named> arrays, List<String> notices) {
        NpyFile.open(file, notices)
                .ifPresent(
                        npy -> arrays.add(new ArrayReader.Named(ArrayName.of(file.name()), npy.array(), npy.texts())));
    }

    /** The archive that all are from, else the first file. */
    private static String name(List<NamedBytes> files) {
        String folder = files.get(0).folder();
        boolean shared = files.stream().allMatch(file -> file.folder().equals(folder));
        List<String> folders = files.get(0).folders();
        return shared && !folders.isEmpty() ? folders.get(0) : files.get(0).name();
    }
}
