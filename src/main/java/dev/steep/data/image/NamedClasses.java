package dev.steep.data.image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Classes that the names of image files tell: {@code cat.1.jpg} and {@code cat.2.jpg}, {@code dog.1.jpg} and {@code dog.2.jpg}, as
 * Kaggle's Dogs vs. Cats has them.
 */
final class NamedClasses {
    private static final int MOST = 50;

    /** What cameras and programs call any picture. */
    private static final Set<String> ANY = new HashSet<>(List.of(
            "img",
            "image",
            "images",
            "dsc",
            "dscn",
            "dscf",
            "pxl",
            "dji",
            "mvi",
            "photo",
            "picture",
            "pic",
            "foto",
            "bild",
            "scan",
            "screenshot",
            "screen shot",
            "bildschirmfoto",
            "frame",
            "sample",
            "train",
            "test",
            "val"));

    private NamedClasses() {}

    /** The class of each; nothing unless every name begins with one, and each class has two images or more. */
    static Optional<List<String>> of(List<String> names) {
        List<String> classes = names.stream().map(NamedClasses::beginning).toList();
        Map<String, Integer> counts = new HashMap<>();
        classes.forEach(each -> counts.merge(each, 1, Integer::sum));
        boolean told = counts.size() >= 2
                && counts.size() <= MOST
                && counts.entrySet().stream().allMatch(each -> isClass(each.getKey()) && each.getValue() >= 2);
        return told ? Optional.of(new ArrayList<>(classes)) : Optional.empty();
    }

    private static boolean isClass(String beginning) {
        return !beginning.isEmpty() && !ANY.contains(beginning.toLowerCase());
    }

    /** What stands before the first digit, without the marks that lead to it; empty where there is no digit. */
    private static String beginning(String name) {
        int end = 0;
        while (end < name.length() && (name.charAt(end) < '0' || name.charAt(end) > '9')) {
            end++;
        }
        if (end == name.length()) {
            return "";
        }
        while (end > 0 && ".-_ (".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(0, end);
    }
}
