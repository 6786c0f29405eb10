package dev.steep.data.format;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.file.Content;
import dev.steep.data.file.EncodedText;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.NoticeText;
import dev.steep.data.file.TextDecoding;
import dev.steep.math.Characters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON: a list of objects, one on each line too, is a table, and so are an object of lists and a list of lists; {@code x} and
 * {@code y}, or {@code x_train} and the like, may be lists in lists, such as images.
 */
final class JsonFile {
    private static final int MOST = 64 << 20;
    private static final int MOST_AXES = 4;

    private final NamedBytes file;
    private final List<String> notices = new ArrayList<>();

    private JsonFile(NamedBytes file) {
        this.file = file;
    }

    /** Text whose first sign opens a list or an object, and whose next one may follow there. */
    static boolean claims(byte[] bytes) {
        int at = sign(bytes, bytes.length > 2 && bytes[0] == (byte) 0xEF ? 3 : 0);
        if (at >= bytes.length || bytes[at] != '[' && bytes[at] != '{' || !TextDecoding.claims(bytes)) {
            return false;
        }
        int next = sign(bytes, at + 1);
        String may = bytes[at] == '{' ? "\"}" : "[{]\"-0123456789tfn";
        return next < bytes.length && may.indexOf(bytes[next]) >= 0;
    }

    private static int sign(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    static DataJob<FileResult> job(List<NamedBytes> files) {
        JsonFile reader = new JsonFile(files.get(0));
        for (NamedBytes other : files.subList(1, files.size())) {
            reader.notices.add(other.name() + " is left out; one JSON file is opened at a time.");
        }
        return DataJob.of("Reading " + reader.file.name(), reader::parsed)
                .then(value -> value.map(reader::read).orElseGet(reader::nothing));
    }

    private DataJob<FileResult> nothing() {
        return DataJob.of(() -> FileResult.nothing(notices));
    }

    private DataJob<FileResult> nothing(String why) {
        notices.add(file.name() + why);
        return nothing();
    }

    private Optional<JsonValue> parsed() {
        if (file.bytes().length > MOST) {
            notices.add(file.name() + " is too large for a JSON file (" + (MOST >> 20)
                    + " MB are the most). As a CSV it can be"
                    + " opened: in Python, pandas.read_json(...).to_csv('data.csv', index=False).");
            return Optional.empty();
        }
        String text = text();
        try {
            return Optional.of(Json.parse(text));
        } catch (ParseException wrong) {
            Optional<JsonValue> lines = lines(text);
            if (lines.isEmpty()) {
                notices.add(file.name() + " begins like JSON, but is none: line "
                        + Numbers.grouped(wrong.getLocation().line) + ", column "
                        + Numbers.grouped(wrong.getLocation().column) + " cannot be read.");
            }
            return lines;
        }
    }

    private String text() {
        Content utf8 = EncodedText.job(file.name(), Content.of(file.bytes()), Optional.empty(), notices)
                .finish()
                .orElseThrow()
                .utf8();
        return new String(utf8.read(0, (int) utf8.size()).orElseThrow(), StandardCharsets.UTF_8);
    }

    /** An object on each line; nothing if it is not that. */
    private static Optional<JsonValue> lines(String text) {
        JsonArray all = new JsonArray();
        try {
            for (String line : Characters.parts(text, '\n')) {
                if (!line.isBlank()) {
                    all.add(Json.parse(line.strip()));
                }
            }
        } catch (ParseException wrong) {
            return Optional.empty();
        }
        return all.size() > 1 ? Optional.of(all) : Optional.empty();
    }

    private DataJob<FileResult> read(JsonValue value) {
        if (value.isArray()) {
            JsonArray list = value.asArray();
            boolean objects = list.size() > 0 && list.get(0).isObject();
            boolean lists = list.size() > 0 && list.get(0).isArray();
            return objects
                    ? objects(list)
                    : lists ? rows(List.of(), list) : nothing(" holds a list of single values, no samples.");
        }
        JsonObject object = value.asObject();
        JsonValue data = object.get("data");
        if (data != null
                && data.isArray()
                && object.get("columns") != null
                && object.get("columns").isArray()) {
            List<String> names = new ArrayList<>();
            object.get("columns").asArray().forEach(name -> names.add(cell(name)));
            return rows(names, data.asArray());
        }
        if (object.size() == 1 && object.iterator().next().getValue().isArray()) {
            return read(object.iterator().next().getValue());
        }
        return lists(object);
    }

    /** A list of objects: each is a row, each key a column. */
    private DataJob<FileResult> objects(JsonArray list) {
        Map<String, String[]> columns = new LinkedHashMap<>();
        int others = 0;
        List<String> nested = new ArrayList<>();
        for (int row = 0; row < list.size(); row++) {
            if (!list.get(row).isObject()) {
                others++;
                continue;
            }
            for (JsonObject.Member member : list.get(row).asObject()) {
                put(columns, member.getName(), member.getValue(), row, list.size(), nested);
            }
        }
        if (others > 0) {
            notices.add(Numbers.count(others, "item") + " of " + file.name() + " that are no objects left out.");
        }
        sayNested(nested);
        return table(columns, list.size());
    }

    private void put(
            Map<String, String[]> columns, String name, JsonValue value, int row, int rows, List<String> nested) {
        if (value.isObject()) {
            for (JsonObject.Member inner : value.asObject()) {
                String both = name + "." + inner.getName();
                if (inner.getValue().isObject() || inner.getValue().isArray()) {
                    nested.add(both);
                } else {
                    put(columns, both, inner.getValue(), row, rows, nested);
                }
            }
        } else if (value.isArray()) {
            nested.add(name);
        } else {
            columns.computeIfAbsent(name, each -> new String[rows])[row] = cell(value);
        }
    }

    private void sayNested(List<String> nested) {
        List<String> names = nested.stream().distinct().toList();
        if (!names.isEmpty()) {
            notices.add("Lists and objects within rows are left out: " + NoticeText.list(names) + ".");
        }
    }

    private DataJob<FileResult> table(Map<String, String[]> columns, int rows) {
        if (columns.isEmpty()) {
            return nothing(" holds no rows with values.");
        }
        List<TableText.Column> all = new ArrayList<>();
        columns.forEach(
                (name, cells) -> all.add(new TableText.Column(name, row -> cells[row] == null ? "" : cells[row])));
        return TableText.job(file.name(), all, rows, notices);
    }

    private static String cell(JsonValue value) {
        return value.isString() ? value.asString() : value.isNull() ? "" : value.toString();
    }

    /** A list of lists: each is a row. */
    private DataJob<FileResult> rows(List<String> names, JsonArray list) {
        Map<String, String[]> columns = new LinkedHashMap<>();
        List<String> nested = new ArrayList<>();
        boolean header = names.isEmpty() && isHeader(list);
        List<String> known = header ? texts(list.get(0).asArray()) : names;
        int first = header ? 1 : 0;
        for (int row = first; row < list.size(); row++) {
            JsonArray cells = list.get(row).isArray() ? list.get(row).asArray() : new JsonArray();
            for (int i = 0; i < cells.size(); i++) {
                String name = i < known.size() ? known.get(i) : "column " + (i + 1);
                put(columns, name, cells.get(i), row - first, list.size() - first, nested);
            }
        }
        sayNested(nested);
        return table(columns, list.size() - first);
    }

    private static boolean isHeader(JsonArray list) {
        boolean texts = list.size() > 1 && list.get(1).isArray();
        for (JsonValue cell : list.get(0).asArray()) {
            texts &= cell.isString();
        }
        boolean number = false;
        if (texts) {
            for (JsonValue cell : list.get(1).asArray()) {
                number |= cell.isNumber();
            }
        }
        return number;
    }

    private static List<String> texts(JsonArray list) {
        List<String> texts = new ArrayList<>();
        list.forEach(value -> texts.add(cell(value)));
        return texts;
    }

    /** An object of lists, or of objects whose keys are rows, as pandas writes it. */
    private DataJob<FileResult> lists(JsonObject object) {
        List<ArrayReader.Named> arrays = new ArrayList<>();
        Map<String, String[]> columns = new LinkedHashMap<>();
        List<String> left = new ArrayList<>();
        boolean deep = false;
        int rows = 0;
        for (JsonObject.Member member : object) {
            List<JsonValue> values = values(member.getValue());
            if (values.isEmpty()) {
                left.add(member.getName());
                continue;
            }
            deep |= values.get(0).isArray();
            rows = Math.max(rows, values.size());
            array(member.getName(), values).ifPresentOrElse(arrays::add, () -> left.add(member.getName()));
            columns.put(member.getName(), values.stream().map(JsonFile::cell).toArray(String[]::new));
        }
        if (!left.isEmpty()) {
            notices.add("Left out, as they are no lists of values of one shape: " + NoticeText.list(left) + ".");
        }
        if (deep) {
            return arrays.isEmpty() ? nothing() : ArrayReader.job(file.name(), arrays, notices);
        }
        int longest = rows;
        columns.replaceAll((name, cells) -> java.util.Arrays.copyOf(cells, longest));
        return table(columns, longest);
    }

    private static List<JsonValue> values(JsonValue value) {
        List<JsonValue> values = new ArrayList<>();
        if (value.isArray()) {
            value.asArray().forEach(values::add);
        } else if (value.isObject()) {
            value.asObject().forEach(member -> values.add(member.getValue()));
        }
        return values;
    }

    /** Numbers, in lists of one shape, or texts; nothing if they are not that. */
    private static Optional<ArrayReader.Named> array(String name, List<JsonValue> values) {
        List<Integer> lengths = new ArrayList<>(List.of(values.size()));
        for (JsonValue at = values.get(0);
                at.isArray() && at.asArray().size() > 0;
                at = at.asArray().get(0)) {
            lengths.add(at.asArray().size());
        }
        double size = 1;
        for (int length : lengths) {
            size *= length;
        }
        if (lengths.size() > MOST_AXES || size > MOST) {
            return Optional.empty();
        }
        int[] axes = lengths.stream().mapToInt(each -> each).toArray();
        if (axes.length == 1 && values.stream().anyMatch(JsonValue::isString)) {
            NumberArray none = new NumberArray(name, axes, axes[0], NumberArray.Type.WHOLE, i -> 0);
            return Optional.of(new ArrayReader.Named(
                    ArrayName.of(name),
                    none,
                    Optional.of(values.stream().map(JsonFile::cell).toList())));
        }
        float[] numbers = new float[(int) size];
        int at = 0;
        for (JsonValue value : values) {
            at = fill(value, axes, 1, numbers, at);
            if (at < 0) {
                return Optional.empty();
            }
        }
        NumberArray array = new NumberArray(name, axes, axes[0], type(numbers), i -> numbers[i]);
        return Optional.of(new ArrayReader.Named(ArrayName.of(name), array, Optional.empty()));
    }

    private static int fill(JsonValue value, int[] axes, int axis, float[] into, int at) {
        if (axis == axes.length) {
            if (value.isArray() || value.isObject() || value.isString()) {
                return -1;
            }
            into[at] = value.isNull()
                    ? Float.NaN
                    : value.isBoolean() ? value.asBoolean() ? 1 : 0 : (float) Numbers.read(value.toString());
            return at + 1;
        }
        if (!value.isArray() || value.asArray().size() != axes[axis]) {
            return -1;
        }
        int next = at;
        for (JsonValue inner : value.asArray()) {
            next = fill(inner, axes, axis + 1, into, next);
            if (next < 0) {
                return -1;
            }
        }
        return next;
    }

    private static NumberArray.Type type(float[] numbers) {
        NumberArray.Type type = NumberArray.Type.BYTE;
        for (float number : numbers) {
            if (number != Math.rint(number) || Float.isInfinite(number)) {
                return NumberArray.Type.REAL;
            }
            type = number >= 0 && number <= 255 ? type : NumberArray.Type.WHOLE;
        }
        return type;
    }
}
