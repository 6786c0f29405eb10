package dev.steep.worker.experiment;

import dev.steep.engine.Epoch;
import dev.steep.engine.Piece;
import dev.steep.engine.Score;
import dev.steep.engine.Snapshot;
import dev.steep.engine.Values;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Facts as JSON, under Keras' names. */
public final class Json {
    private final List<String> members = new ArrayList<>();

    public static String history(List<Epoch> epochs) {
        return list(epochs.stream().map(Json::epoch).toList());
    }

    private static String epoch(Epoch epoch) {
        return new Json()
                .with("epoch", epoch.number())
                .with("step", epoch.step())
                .with("", epoch.training())
                .with("val_", epoch.validation().values())
                .with("learning_rate", epoch.rate())
                .with("seconds", epoch.seconds())
                .text();
    }

    /** Of these values: name, shape, role, and whether there is one for each sample. */
    public static String names(List<Value> values) {
        return list(values.stream().map(Json::name).toList());
    }

    private static String name(Value value) {
        Json json = new Json();
        json.with("name", value.name());
        json.with("shape", value.shape().lengths());
        json.with("role", value.role().name().toLowerCase(Locale.ROOT));
        json.with("batched", value.batched());
        return json.text();
    }

    /** Of these pieces of code: name and steps. */
    public static String pieces(List<Piece> pieces) {
        return list(pieces.stream().map(Json::piece).toList());
    }

    private static String piece(Piece piece) {
        Json json = new Json().with("name", piece.name());
        json.members.add(
                "\"steps\":" + list(piece.steps().stream().map(Json::quoted).toList()));
        return json.text();
    }

    public static String score(Score score) {
        return new Json()
                .with("samples", score.count())
                .with("", score.values())
                .text();
    }

    /**
     * Of these snapshots: epoch, step and bytes, and whether a callback has it kept.
     *
     * @param checkpoints the epochs that callbacks have kept
     */
    public static String snapshots(List<Snapshot> snapshots, Set<Integer> checkpoints) {
        return list(snapshots.stream()
                .map(each -> new Json()
                        .with("epoch", each.epoch())
                        .with("step", each.step())
                        .with("bytes", each.bytes())
                        .with("checkpoint", checkpoints.contains(each.epoch()))
                        .text())
                .toList());
    }

    /** What was done to the run; numbers that are not finite are words, such as {@code "NaN"}. */
    public static String journal(Journal journal) {
        Json json = new Json().with("run", journal.run()).with("recipe", journal.recipe());
        json.members.add("\"changes\":"
                + list(journal.entries().stream().map(Json::entry).toList()));
        return json.text();
    }

    private static String entry(Journal.Entry entry) {
        Json json = new Json()
                .with("step", entry.step())
                .with("what", entry.kind().name().toLowerCase(Locale.ROOT));
        if (entry.kind() != Journal.Change.WEIGHTS) {
            return json.with("recipe", entry.recipe()).text();
        }
        List<String> numbers = new ArrayList<>();
        for (float value : entry.values()) {
            String written = String.valueOf((double) value);
            numbers.add(Float.isFinite(value) ? written : quoted(written)); // JSON has no such number
        }
        json.with("tensor", entry.recipe()).members.add("\"values\":" + list(numbers));
        return json.text();
    }

    public static String object(List<String> names, List<String> values) {
        Json json = new Json();
        for (int i = 0; i < names.size(); i++) {
            json.members.add(quoted(names.get(i)) + ":" + values.get(i));
        }
        return json.text();
    }

    private static String list(List<String> items) {
        return "[" + String.join(",", items) + "]";
    }

    /** A number; what is none is left out. */
    public Json with(String name, double number) {
        if (Double.isFinite(number)) {
            boolean whole = number == Math.rint(number) && Math.abs(number) < 1e9;
            members.add(quoted(name) + ":" + (whole ? String.valueOf((int) number) : String.valueOf(number)));
        }
        return this;
    }

    /** Metrics by their names, with a prefix. */
    private Json with(String prefix, Values values) {
        for (int i = 0; i < values.numbers().length; i++) {
            with(prefix + values.measures().get(i).name(), values.numbers()[i]);
        }
        return this;
    }

    /** A word. */
    public Json with(String name, String word) {
        members.add(quoted(name) + ":" + quoted(word));
        return this;
    }

    /** Yes or no. */
    public Json with(String name, boolean flag) {
        members.add(quoted(name) + ":" + flag);
        return this;
    }

    /** Whole numbers. */
    public Json with(String name, int[] numbers) {
        members.add(quoted(name) + ":" + Arrays.toString(numbers).replace(" ", ""));
        return this;
    }

    /** What is JSON already. */
    public Json with(String name, Json member) {
        members.add(quoted(name) + ":" + member.text());
        return this;
    }

    /** What is JSON already, each. */
    public Json with(String name, List<String> items) {
        members.add(quoted(name) + ":" + list(items));
        return this;
    }

    public String text() {
        return "{" + String.join(",", members) + "}";
    }

    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
