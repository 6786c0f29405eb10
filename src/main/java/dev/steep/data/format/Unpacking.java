package dev.steep.data.format;

import dev.steep.data.DataJob;
import dev.steep.data.DataProgress;
import dev.steep.data.file.Gzip;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.StoredFile;
import dev.steep.data.file.Zip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Makes files of what was dropped: of a .gz file the one in it, of a ZIP archive all that it lists. */
final class Unpacking implements DataJob<List<StoredFile>> {
    private final List<? extends StoredFile> files;
    private final List<String> notices;
    private final List<StoredFile> unpacked = new ArrayList<>();
    private Optional<DataJob<NamedBytes>> present = Optional.empty();
    private int done;
    private int said;

    Unpacking(List<? extends StoredFile> files, List<String> notices) {
        this.files = files;
        this.notices = notices;
    }

    @Override
    public boolean advance(DoubleSupplier clock, double until) {
        while (done < files.size()) {
            if (present.isEmpty() && !isPacked(files.get(done))) {
                unpacked.add(files.get(done));
            } else if (present.isPresent() || begin(files.get(done))) {
                DataJob<NamedBytes> file = present.orElseThrow();
                if (!file.advance(clock, until)) {
                    return false;
                }
                open(file.result());
            }
            present = Optional.empty();
            done++;
            if (clock.getAsDouble() >= until) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPacked(StoredFile file) {
        byte[] beginning = file.beginning();
        return Gzip.claims(beginning) || Zip.claims(beginning);
    }

    /** Archives are read as a whole; returns whether this one can be. */
    private boolean begin(StoredFile file) {
        said = notices.size();
        present = file.content().map(bytes -> Gzip.unpack(new NamedBytes(file.folder(), file.name(), bytes), notices));
        if (present.isEmpty()) {
            notices.add(DataFiles.heavy(file.name(), file.size()).orElseGet(file::lost));
        }
        return present.isPresent();
    }

    private void open(NamedBytes file) {
        if (file.size() == 0 && notices.size() > said) {
            return; // why it gave nothing is said
        }
        if (Zip.claims(file.bytes())) {
            unpacked.addAll(Zip.entries(file, notices));
        } else {
            unpacked.add(file);
        }
    }

    @Override
    public DataProgress progress() {
        return present.filter(file -> files.size() == 1)
                .map(DataJob::progress)
                .orElseGet(() -> new DataProgress("Unpacking", done, files.size(), "file"));
    }

    @Override
    public List<StoredFile> result() {
        return unpacked;
    }
}
