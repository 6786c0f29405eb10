package dev.steep.data.format;

import dev.steep.data.GivenPart;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the name of an array says of it: {@code x_train}, {@code y_test}, {@code train_images}, {@code labels}.
 *
 * @param bare the name without {@code .npy}
 * @param part that it is of, if it says so
 */
record ArrayName(String bare, Role role, Optional<GivenPart> part) {
    /** What an array is for. */
    enum Role {
        SAMPLES,
        LABELS,
        UNKNOWN
    }

    private static final Set<String> SAMPLES =
            Set.of("x", "image", "images", "img", "imgs", "data", "feature", "features", "input", "inputs", "samples");
    private static final Set<String> LABELS =
            Set.of("y", "label", "labels", "target", "targets", "class", "classes", "output", "outputs", "lbl", "lbls");

    static ArrayName of(String file) {
        String bare = file.toLowerCase().endsWith(".npy") ? file.substring(0, file.length() - 4) : file;
        Role role = Role.UNKNOWN;
        Optional<GivenPart> part = Optional.empty();
        for (String word : words(bare.toLowerCase())) {
            role = role(word).orElse(role);
            Optional<GivenPart> said = GivenPart.of(word);
            part = said.isPresent() ? said : part;
        }
        return new ArrayName(bare, role, part);
    }

    private static Optional<Role> role(String word) {
        return SAMPLES.contains(word)
                ? Optional.of(Role.SAMPLES)
                : LABELS.contains(word) ? Optional.of(Role.LABELS) : Optional.empty();
    }

    /** What stands between signs; {@code xtrain} and {@code trainX} are two words each. */
    private static List<String> words(String name) {
        StringBuilder spaced = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            spaced.append(Character.isLetter(name.charAt(i)) ? name.charAt(i) : ' ');
        }
        return dev.steep.math.Characters.parts(spaced.toString(), ' ').stream()
                .flatMap(word -> split(word).stream())
                .toList();
    }

    private static List<String> split(String word) {
        for (String end : List.of("x", "y")) {
            if (word.length() > 1
                    && word.startsWith(end)
                    && GivenPart.of(word.substring(1)).isPresent()) {
                return List.of(end, word.substring(1));
            }
            if (word.endsWith(end)
                    && GivenPart.of(word.substring(0, word.length() - 1)).isPresent()) {
                return List.of(word.substring(0, word.length() - 1), end);
            }
        }
        return List.of(word);
    }
}
