package dev.steep.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.steep.contract.BackendContract;
import dev.steep.engine.Backend;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.annotation.Testable;

/** A test that is written is run: Maven finds its class by the name, and every back end keeps every contract. */
class EveryTestRunsTest {
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("dev.steep");

    /** Tests that take programs of others, and have a profile of the pom. */
    private static final Set<String> OF_PROFILES = Set.of("ReadmePicturesIT", "PeersIT", "KerasIT");

    /** Measures time, and has the machine for itself: a further execution of the same run. */
    private static final String ALONE = "alone";

    /** Back ends that hand everything on to another. */
    private static final Set<String> HAND_ON = Set.of("FallbackBackend");

    @Test
    void classesWithTestsAreFoundByMaven() {
        var unfound = new TreeSet<String>();
        var found = new TreeSet<String>();
        for (JavaClass type : TESTS) {
            boolean written = !type.isInterface() && !type.isAnonymousClass();
            if (written && type.getAllMethods().stream().anyMatch(EveryTestRunsTest::isTest)) {
                boolean named = type.getSimpleName().endsWith("Test")
                        || type.getSimpleName().endsWith("IT");
                boolean reached = type.isTopLevelClass() && !type.getModifiers().contains(JavaModifier.ABSTRACT);
                (named && reached ? found : unfound).add(type.getName());
            }
        }
        assertEquals(Set.of(), unfound);
        assertTrue(found.size() > 60, found.size() + " classes");
    }

    @Test
    void classesThatAreNamedAsTestsHaveSome() {
        var empty = new TreeSet<String>();
        for (JavaClass type : TESTS) {
            if (type.isTopLevelClass()
                    && (type.getSimpleName().endsWith("Test")
                            || type.getSimpleName().endsWith("IT"))
                    && type.getAllMethods().stream().noneMatch(EveryTestRunsTest::isTest)) {
                empty.add(type.getName());
            }
        }
        assertEquals(Set.of(), empty);
    }

    /** What has tests is run in Chromium by a constant of {@code Keeper} at least. */
    @Test
    void everyContractIsKept() throws ReflectiveOperationException {
        List<Class<?>> kept = new ArrayList<>();
        for (Object keeper : keepers()) {
            kept.add((Class<?>) ask(keeper, "contract"));
        }
        var left = new TreeSet<String>();
        for (JavaClass type : TESTS) {
            if (type.isInterface() && type.getMethods().stream().anyMatch(EveryTestRunsTest::isTest)) {
                Class<?> contract = type.reflect();
                if (kept.stream().noneMatch(contract::isAssignableFrom)) {
                    left.add(type.getName());
                }
            }
        }
        assertEquals(Set.of(), left);
    }

    /** On the JVM by a test class, and in Chromium by a constant of {@code Keeper}. */
    @Test
    void everyBackEndKeepsTheContract() throws ReflectiveOperationException {
        Set<String> backEnds = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.steep").stream()
                        .filter(type -> type.isAssignableTo(Backend.class) && !type.isInterface())
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !HAND_ON.contains(name))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> onTheJvm = TESTS.stream()
                .filter(type -> type.isAssignableTo(BackendContract.class) && !type.isInterface())
                .filter(type -> type.getSimpleName().endsWith("ContractTest"))
                .map(type -> type.getSimpleName().replace("ContractTest", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> inChromium = new TreeSet<>();
        for (Object keeper : keepers()) {
            if ((Boolean) ask(keeper, "trains")) {
                String name = keeper.toString();
                inChromium.add(name.charAt(0) + name.substring(1).toLowerCase());
            }
        }
        assertEquals(Set.of("Kernels", "Reference"), backEnds);
        assertEquals(backEnds, onTheJvm);
        assertEquals(backEnds, inChromium);
    }

    private static Object[] keepers() throws ReflectiveOperationException {
        return Class.forName("dev.steep.chromium.Keeper").getEnumConstants();
    }

    /** Its class is open to its own package only. */
    private static Object ask(Object keeper, String question) throws ReflectiveOperationException {
        Method method = keeper.getClass().getDeclaredMethod(question);
        method.setAccessible(true);
        return method.invoke(keeper);
    }

    /** Tests of other kinds would not be run in Chromium. */
    @Test
    void contractsHaveTestsOfTheKindsThatRunInChromium() {
        var strange = new TreeSet<String>();
        for (JavaClass type : TESTS) {
            if (type.isInterface()) {
                type.getMethods().stream()
                        .filter(EveryTestRunsTest::isTest)
                        .filter(test ->
                                !test.isAnnotatedWith(Test.class) && !test.isAnnotatedWith(ParameterizedTest.class))
                        .forEach(test -> strange.add(test.getFullName()));
            }
        }
        assertEquals(Set.of(), strange);
    }

    @Test
    void nothingIsSkipped() {
        var skipped = new TreeSet<String>();
        for (JavaClass type : TESTS) {
            boolean tagged = type.isAnnotatedWith(Tag.class)
                    && !type.getAnnotationOfType(Tag.class).value().equals(ALONE)
                    && !OF_PROFILES.contains(type.getSimpleName());
            boolean off = type.isAnnotatedWith(Disabled.class)
                    || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Disabled.class));
            boolean assumes = type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(use -> use.getTargetClass().isEquivalentTo(Assumptions.class));
            if ((tagged || off || assumes) && !type.isEquivalentTo(EveryTestRunsTest.class)) {
                skipped.add(type.getName());
            }
        }
        assertEquals(Set.of(), skipped);
    }

    private static boolean isTest(JavaMethod method) {
        return List.of(Test.class, ParameterizedTest.class, TestFactory.class, TestTemplate.class, Testable.class)
                .stream()
                .anyMatch(kind -> method.isAnnotatedWith(kind) || method.isMetaAnnotatedWith(kind));
    }
}
