package dev.steep.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may use whom. The table is the architecture; a package that is not in it does not belong here. */
class LayersTest {
    /** Each package under dev.steep with the packages it may use. A package speaks for those inside it. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            may("math"),
            may("catalog", "math"),
            may("tape", "math"),
            may("network", "math", "catalog", "tape"),
            may("descent", "math", "catalog", "network"),
            may("data", "math", "catalog", "tape"),
            may("engine", "math", "catalog", "tape", "network", "data"),
            may("reference", "math", "engine", "tape", "data"),
            may("wasm"),
            may("kernels", "math", "engine", "tape", "data", "wasm"),
            may("recipe", "math", "catalog", "network", "data"),
            may("protocol", "math", "data"),
            may("keras", "math", "catalog", "network", "data", "recipe", "protocol"),
            may(
                    "worker",
                    "math",
                    "catalog",
                    "protocol",
                    "recipe",
                    "engine",
                    "tape",
                    "network",
                    "data",
                    "reference",
                    "kernels",
                    "browser"),
            may("picture", "math"),
            may("browser", "math", "data", "protocol", "kernels"),
            may(
                    "ui",
                    "math",
                    "protocol",
                    "recipe",
                    "catalog",
                    "picture",
                    "browser",
                    "network",
                    "descent",
                    "data",
                    "keras"),
            may("jsinterop"),
            may("site", "math", "catalog", "network", "descent", "data", "recipe"),
            may("Main", "ui", "worker", "browser"));

    /** The packages that have rooms. A room may use those that stand before it; "" is what lies outside the rooms. */
    private static final Map<String, List<String>> ROOMS = Map.of(
            "math",
            List.of("", "statistics", "expr", "formula"),
            "network",
            List.of(
                    "formula",
                    "activation",
                    "optimizer",
                    "weight",
                    "layer",
                    "layer.core",
                    "layer.window",
                    "layer.augmentation",
                    "layer.noise",
                    "layer.normalization",
                    "loss",
                    "metric",
                    "callback",
                    ""),
            "data",
            List.of(
                    "",
                    "generated.set",
                    "generated.plane",
                    "generated.curve",
                    "generated.image",
                    "generated.sky",
                    "generated",
                    "file",
                    "table",
                    "image",
                    "format"),
            "protocol",
            List.of("packet", "look", ""),
            "engine",
            List.of("", "baseline"),
            "kernels",
            List.of("host", "code", "product", "vector", "image", "plan", ""),
            "worker",
            List.of("experiment", "report", "bench", "answer", ""),
            "site",
            List.of("help", ""),
            "ui",
            List.of(
                    "recovery",
                    "runs",
                    "state",
                    "element",
                    "control",
                    "palette",
                    "embed",
                    "data",
                    "network",
                    "diagram",
                    "descent",
                    "backprop",
                    "view",
                    "seeing",
                    "prediction",
                    "why",
                    "inside",
                    "comparison",
                    "results",
                    "doctor",
                    "script",
                    "share",
                    "training",
                    "page",
                    "bench",
                    "help",
                    ""));

    /** The packages of which the page may ask nothing but what there is to pick, and whether a file is too large. */
    private static final Set<String> KINDS_ONLY = Set.of("network", "data");

    private static final Set<String> KINDS = Set.of("kind", "kinds", "KIND", "KINDS", "values", "refusal");

    private static final String[] BROWSER_ONLY = {"elemental2..", "jsinterop..", "org.teavm.jso.."};
    private static final String[] MAY_TOUCH_THE_BROWSER = {
        "dev.steep", "dev.steep.browser..", "dev.steep.ui..", "dev.steep.worker..", "dev.steep.jsinterop.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.steep");

    /** What a layer or a schedule says of its own pick, without a network around it. */
    private static final Set<String> OF_A_PICK = Set.of(
            "Content.size",
            "Layers.of",
            "Layer.words",
            "Layer.numbers",
            "Layer.takes",
            "Layer.choice",
            "Layer.usual",
            "Layer.kernels",
            "Kernels.weights",
            "Kernels.height",
            "Kernels.width",
            "Kernels.channels",
            "Kernels.filters",
            "Layer.passesOn",
            "Layer.size",
            "Layer.taps",
            "Layer.activation",
            "Layer.activationKnob",
            "Layer.draws",
            "Taps.of",
            "Taps.rows",
            "Taps.columns",
            "Taps.height",
            "Taps.width",
            "Taps.reduction",
            "Reduction.PRODUCTS",
            "Reduction.LARGEST",
            "Reduction.MEAN",
            "Reduction.ordinal",
            "OptimizerKnobs.LEARNING_RATE",
            "OptimizerKnobs.SCHEDULE",
            "Schedule.rate",
            "Regularizer.formula",
            "Constraint.alone",
            "Initializer.draw",
            "Loss.of",
            "Loss.formula",
            "Loss.after",
            "Loss.needsBothSigns",
            "Metric.hasUnit",
            "Metric.of",
            "Metric.suits",
            "Metric.looks",
            "Metric.tally",
            "Tally.predictions",
            "Tally.value",
            "Classification.<init>",
            "Regression.<init>",
            "Callback.watch",
            "Callback.monitor",
            "Callback.setsRate",
            "Callback.effect",
            "Effect.STOPS",
            "Effect.SETS_RATE",
            "Effect.KEEPS",
            "Effect.WRITES",
            "Effect.ordinal",
            "EpochEnd.<init>",
            "Watch.after",
            "Watch.best",
            "Watch.checkpoint",
            "Checkpoint.epoch",
            "Outcome.next",
            "Outcome.verdict",
            "Stop.reason",
            "SetRate.rate",
            "CallbackKnobs.PATIENCE",
            "CallbackKnobs.RESTORE_BEST_WEIGHTS",
            "CallbackKnobs.SEPARATOR",
            "LayerNames.name",
            "LayerNames.complaint",
            "Layer.from",
            "Layer.edited",
            "Activation.isPerceptron",
            "Wiring.INPUT",
            "Wiring.renamed",
            "Wiring.apart",
            "LayerOptions.FROM",
            "LayerOptions.NAME",
            "LayerOptions.TRAINABLE",
            "LayerOptions.all",
            "BuiltIn.of",
            "Group.title",
            "RandomRotation.FACTOR",
            "MadeFeatures.examples",
            "MadeFeatures.complaint",
            "MadeFeatures.written");

    @Test
    void everyPackageIsInTheTable() {
        var unknown = new TreeSet<String>();
        for (JavaClass type : CLASSES) {
            if (!MAY_USE.containsKey(layer(type))) {
                unknown.add(type.getName());
            }
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyPackageOfTheTableExists() {
        var missing = new TreeSet<>(MAY_USE.keySet());
        CLASSES.forEach(type -> missing.remove(layer(type)));
        assertEquals(Set.of(), missing);
    }

    @Test
    void packagesUseOnlyWhatTheTableAllows() {
        var wrong = new TreeSet<String>();
        for (Dependency use : dependencies()) {
            String from = layer(use.getOriginClass());
            String to = layer(use.getTargetClass());
            if (!from.equals(to) && !MAY_USE.getOrDefault(from, Set.of()).contains(to)) {
                wrong.add(from + " must not use " + to + ": " + use.getDescription());
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void pageAsksNetworkAndDataForKindsOnly() {
        var wrong = new TreeSet<String>();
        for (JavaClass type : CLASSES) {
            if (layer(type).equals("ui")) {
                for (JavaAccess<?> use : type.getAccessesFromSelf()) {
                    if (isOurs(use.getTargetOwner())
                            && KINDS_ONLY.contains(layer(use.getTargetOwner()))
                            && !KINDS.contains(use.getName())
                            && !OF_A_PICK.contains(use.getTargetOwner().getSimpleName() + "." + use.getName())) {
                        wrong.add(use.getDescription());
                    }
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void tableHasNoCycles() {
        for (String start : MAY_USE.keySet()) {
            var reached = new TreeSet<String>();
            var open = new ArrayList<>(MAY_USE.get(start));
            while (!open.isEmpty()) {
                String next = open.remove(open.size() - 1);
                if (reached.add(next)) {
                    open.addAll(MAY_USE.getOrDefault(next, Set.of()));
                }
            }
            assertFalse(reached.contains(start), start + " reaches itself through " + reached);
        }
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.steep.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheOutermostPackagesTouchTheBrowser() {
        noClasses()
                .that()
                .resideOutsideOfPackages(MAY_TOUCH_THE_BROWSER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BROWSER_ONLY)
                .check(CLASSES);
    }

    /** {@code java.util.regex} and what belongs to it is 38 kB of the first visit; {@code Characters.parts} is what we need of it. */
    @Test
    void whatAVisitorLoadsHasNoRegularExpressions() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.steep.site..", "dev.steep.jsinterop..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.regex..")
                .orShould()
                .callMethodWhere(target(owner(type(String.class)))
                        .and(target(nameMatching("split|matches|replaceAll|replaceFirst"))))
                .check(CLASSES);
    }

    /** Whoever reads a name knows which class it is. Nested classes are read with the class around them. */
    @Test
    void noNameStandsTwice() {
        Map<String, Set<String>> packages = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            if (!type.isNestedClass() && !type.getSimpleName().equals("package-info")) {
                packages.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getPackageName());
            }
        }
        packages.values().removeIf(places -> places.size() == 1);
        assertEquals(Map.of(), packages);
    }

    @Test
    void everyRoomIsListed() {
        var found = new TreeSet<String>();
        var listed = new TreeSet<String>();
        for (JavaClass type : CLASSES) {
            if (ROOMS.containsKey(layer(type)) || !room(type).isEmpty()) {
                found.add(layer(type) + "." + room(type));
            }
        }
        ROOMS.forEach((layer, rooms) -> rooms.forEach(room -> listed.add(layer + "." + room)));
        assertEquals(listed, found);
    }

    @Test
    void roomsUseOnlyThoseBeforeThem() {
        var wrong = new TreeSet<String>();
        for (Dependency use : dependencies()) {
            String layer = layer(use.getOriginClass());
            List<String> rooms = ROOMS.getOrDefault(layer, List.of(""));
            int from = rooms.indexOf(room(use.getOriginClass()));
            int to = rooms.indexOf(room(use.getTargetClass()));
            if (layer.equals(layer(use.getTargetClass())) && to > from) {
                wrong.add(use.getDescription());
            }
        }
        assertEquals(Set.of(), wrong);
    }

    private static List<Dependency> dependencies() {
        var all = new ArrayList<Dependency>();
        for (JavaClass type : CLASSES) {
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                if (isOurs(use.getTargetClass())) {
                    all.add(use);
                }
            }
        }
        return all;
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("dev.steep") && !type.isArray();
    }

    /** The part of the name after dev.steep: "ui" for dev.steep.ui.chart.Curve, "Main" for dev.steep.Main. */
    private static String layer(JavaClass type) {
        return type.getName().split("[.$]")[2];
    }

    /** The package below that: "data" for dev.steep.ui.data.SplitBar, "layer.core" for dev.steep.network.layer.core.Dense; nothing for dev.steep.ui.Page. */
    private static String room(JavaClass type) {
        return String.join(
                ".", Stream.of(type.getPackageName().split("[.]")).skip(3).toList());
    }

    private static Map.Entry<String, Set<String>> may(String name, String... uses) {
        return Map.entry(name, Set.of(uses));
    }
}
