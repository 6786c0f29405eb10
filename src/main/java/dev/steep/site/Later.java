package dev.steep.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of the program a first visit does not run, so that it may come later: classes, and methods of others. The list is a file, written
 * by {@code FirstVisitIT} from what a browser has run. A function that is new since then is not on it, and comes at once.
 *
 * <p>A line is a class, or a class and those of its methods that come later; {@code name$} are the lambdas of a method.
 */
final class Later {
    /** A function's class, and the method in it that it belongs to, whatever TeaVM has numbered and added. */
    record Place(String owner, String method) {}

    private static final Pattern LAMBDA_CLASS =
            Pattern.compile("(.+?)\\$(?:lambda\\$)?(new|<init>|<clinit>|\\w+?)(?:\\$\\d+)?\\$lambda\\$_\\d+_\\d+");
    private static final Pattern LAMBDA_METHOD = Pattern.compile("lambda\\$(.+?)\\$\\d+");
    private static final Pattern ADDED = Pattern.compile("(@caller|\\$exported\\$\\d+|_\\d+)+$");

    /** Elsewhere a class comes as a whole: which of its methods run depends on how fast the machine is. */
    private static final String BY_METHOD = "dev.steep.ui.";

    private final Set<String> classes = new HashSet<>();
    private final Map<String, Set<String>> methods = new HashMap<>();

    Later(List<String> lines) {
        for (String line : lines) {
            List<String> words = List.of(line.trim().split(" "));
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (words.size() == 1) {
                classes.add(words.get(0));
            } else {
                methods.put(words.get(0), Set.copyOf(words.subList(1, words.size())));
            }
        }
    }

    /** @param function its name as TeaVM writes it */
    boolean has(String function) {
        Place place = place(function);
        return classes.contains(place.owner())
                || methods.getOrDefault(place.owner(), Set.of()).contains(place.method());
    }

    static Place place(String function) {
        int end = function.indexOf("::");
        int purpose = function.indexOf('@');
        int at = end < 0 || purpose >= 0 && purpose < end ? purpose : end;
        if (at <= 0 || function.lastIndexOf('.', at) < 0) {
            return new Place("", function);
        }
        String owner = function.substring(0, at);
        Matcher lambda = LAMBDA_CLASS.matcher(owner);
        if (lambda.matches()) {
            return new Place(lambda.group(1), plain(lambda.group(2)) + "$");
        }
        String name = ADDED.matcher(function.substring(at == end ? at + 2 : at)).replaceAll("");
        lambda = LAMBDA_METHOD.matcher(name);
        return new Place(owner, lambda.matches() ? plain(lambda.group(1)) + "$" : name);
    }

    private static String plain(String method) {
        return method.equals("new") ? "<init>" : method;
    }

    /** The lines for a program of these functions, of which these have run. Single methods come later of the views only. */
    static List<String> lines(Collection<String> functions, Collection<String> run) {
        Set<Place> now = new HashSet<>();
        Set<String> used = new HashSet<>();
        for (String function : run) {
            now.add(place(function));
            used.add(place(function).owner());
        }
        Map<String, Set<String>> later = new TreeMap<>();
        for (String function : functions) {
            Place place = place(function);
            if (!now.contains(place) && !place.owner().isEmpty()) {
                later.computeIfAbsent(place.owner(), owner -> new TreeSet<>()).add(place.method());
            }
        }
        List<String> lines = new ArrayList<>();
        later.forEach((owner, names) -> {
            if (!used.contains(owner)) {
                lines.add(owner);
            } else if (owner.startsWith(BY_METHOD)) {
                lines.add(owner + " " + String.join(" ", names));
            }
        });
        return lines;
    }
}
