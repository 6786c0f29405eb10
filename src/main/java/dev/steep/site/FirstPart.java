package dev.steep.site;

import dev.steep.site.WasmCode.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What the first part of a module needs: all that it comes to without going through a function that may come later. */
final class FirstPart {
    /** A function whose code is no longer than a stand-in is better than one. */
    private static final int WORTH = 24;
    /** What makes classes that others refer to without naming them. */
    private static final Set<String> ROOTS = Set.of("teavm@fillArrayClass", "teavm@fillPrimitiveClass");

    /** Functions that it comes to; those that are stand-ins are among them. */
    final Set<Integer> functions = new TreeSet<>();

    final Set<Integer> globals = new TreeSet<>();
    /** Functions that come later, though the first part refers to them. */
    final Set<Integer> standIns = new TreeSet<>();

    private final Whole whole;
    private final Predicate<String> later;
    private final Map<Integer, List<Statements.Statement>> about = new HashMap<>();
    private final Deque<Runnable> work = new ArrayDeque<>();

    FirstPart(Whole whole, Predicate<String> later) {
        this.whole = whole;
        this.later = later;
        whole.statements.forEach(this::enter);
        reachFunction(whole.initializer);
        for (WasmFile.Export export : whole.module.exports()) {
            if (export.kind() == WasmFile.FUNCTION) {
                reachFunction(export.number());
            } else if (export.kind() == WasmFile.GLOBAL) {
                reachGlobal(export.number());
            }
        }
        for (Statements.Statement statement : whole.statements) {
            Node last = statement.code().get(statement.code().size() - 1);
            if (whole.pool.isIn(statement)) {
                reachFunction(Statements.number(last));
            } else if (statement.about() < 0
                    || last.code == WasmCode.CALL && ROOTS.contains(whole.name(Statements.number(last)))) {
                statement.code().forEach(this::reach);
            }
        }
        while (!work.isEmpty()) {
            work.pop().run();
        }
        while (standIns.removeIf(this::isBetter)) {
            continue;
        }
    }

    /** A statement about a table of methods is about its class too. */
    private void enter(Statements.Statement statement) {
        int global = statement.about();
        if (global < 0) {
            return;
        }
        about.computeIfAbsent(global, fresh -> new ArrayList<>()).add(statement);
        if (global >= whole.importedGlobals) {
            Whole.each(whole.made(global), node -> {
                if (Whole.isOfGlobal(node)) {
                    about.computeIfAbsent(Statements.number(node), fresh -> new ArrayList<>())
                            .add(statement);
                }
            });
        }
    }

    private void reach(Node node) {
        if (Whole.isOfFunction(node)) {
            reachFunction(Statements.number(node));
        } else if (Whole.isOfGlobal(node)) {
            reachGlobal(Statements.number(node));
        }
    }

    private void reachFunction(int function) {
        if (!functions.add(function) || function < whole.importedFunctions || function == whole.initializer) {
            return;
        }
        if (later.test(whole.name(function))) {
            standIns.add(function);
        } else {
            work.push(() -> Whole.each(WasmCode.of(whole.code(function)), this::reach));
        }
    }

    private void reachGlobal(int global) {
        if (globals.add(global) && global >= whole.importedGlobals) {
            work.push(() -> {
                Whole.each(whole.made(global), this::reach);
                about.getOrDefault(global, List.of())
                        .forEach(statement -> statement.code().forEach(this::reach));
            });
        }
    }

    /** Is a function short, and needs nothing that the first part lacks? */
    private boolean isBetter(int function) {
        byte[] code = whole.code(function);
        boolean[] better = {code.length <= WORTH};
        if (better[0]) {
            Whole.each(
                    WasmCode.of(code),
                    node -> better[0] &=
                            (Whole.isOfFunction(node) ? functions : globals).contains(Statements.number(node)));
        }
        return better[0];
    }
}
