package dev.steep.keras;

import dev.steep.catalog.Choice;
import dev.steep.data.file.OwnFile;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Settings;
import java.util.ArrayList;
import java.util.List;

/** Makes {@code x} and {@code y} of all samples: inputs as they come, and classes by number, or what is to be predicted. */
final class DataSection {
    private static final String PART = Parts.DATA.name();
    private static final int MOST_NAMED = 20;

    private DataSection() {}

    static void write(ScriptWriter script) {
        Choice data = script.recipe().data();
        if (data.is(Settings.FILE)) {
            String name = script.knowsData() ? script.data().name() : data.get(Settings.FILE_NAME);
            script.heading("Data: " + (name.isEmpty() ? data.kind().title() : name), PART);
            content(script, data);
            FileSection.write(script, name);
        } else {
            script.heading("Data: " + data.kind().title(), PART);
            if (Settings.isFile(data)) {
                content(script, data);
            }
            script.statements(PART, data.inKeras(script.python()));
        }
        classNames(script);
        script.code(PART, "x = x.astype(\"float32\")");
    }

    private static void content(ScriptWriter script, Choice data) {
        String content = data.get(OwnFile.CONTENT);
        String address = data.get(OwnFile.ADDRESS);
        if (!address.isEmpty()) {
            script.comment(PART, "", "It was fetched from " + address);
        }
        if (!content.isEmpty()) {
            script.comment(PART, "", "The lab's file in bytes, and their zlib.crc32 in hexadecimal: " + content);
        }
    }

    /** Which class is which number, where the number is not its name. */
    private static void classNames(ScriptWriter script) {
        List<String> classes = script.data().classes();
        List<String> named = new ArrayList<>();
        boolean plain = true;
        for (int i = 0; i < classes.size(); i++) {
            plain &= classes.get(i).equals("" + i);
            named.add(i + " " + classes.get(i));
        }
        if (!plain && classes.size() <= MOST_NAMED) {
            script.comment(PART, "", "Classes: " + String.join(", ", named));
        }
    }
}
