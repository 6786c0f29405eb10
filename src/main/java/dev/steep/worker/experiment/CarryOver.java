package dev.steep.worker.experiment;

import dev.steep.catalog.Choice;
import dev.steep.engine.Snapshot;
import dev.steep.engine.Trainer;
import dev.steep.network.LayerNames;
import dev.steep.network.ModelLayer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Recipe;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A run that outlives a change of its layers: each layer finds its weights again by its name. Whoever makes a network of
 * several changes may pass one that cannot work on the way; the run waits meanwhile.
 *
 * @param recipe that the run was trained with
 */
public record CarryOver(Recipe recipe, Snapshot state) {
    /** The run of an experiment; nothing if it has none, a broken one, or one too large to keep beside another. */
    public static Optional<CarryOver> of(Experiment experiment) {
        return experiment
                .trainer()
                .filter(trainer -> trainer.trouble().isEmpty() && Snapshot.fits(trainer.model()))
                .map(trainer -> new CarryOver(experiment.recipe(), trainer.snapshot()));
    }

    /** Whether an experiment with this recipe goes on with the run: at most its layers are others. */
    public boolean suits(Recipe other) {
        return List.of(Parts.LAYERS).containsAll(recipe.differences(other));
    }

    /** The same, if it suits a recipe: whether it differs in layers alone can be asked before anything is read. */
    public static boolean suits(Experiment experiment, Recipe other) {
        return List.of(Parts.LAYERS).containsAll(experiment.recipe().differences(other));
    }

    /**
     * Lets a new trainer go on with the run.
     *
     * @return what to say of it; nothing if no layer keeps what it has learned, so that training begins anew
     */
    public Optional<List<String>> into(Trainer trainer) {
        Snapshot known = state.renamed(
                renamed(recipe.layers(), trainer.model().plan().design().layers()));
        List<ModelLayer> fresh = trainer.goOn(known);
        List<ModelLayer> weighty = trainer.model().layers().stream()
                .filter(layer -> !layer.weights().isEmpty())
                .toList();
        if (fresh.size() == weighty.size()) {
            return Optional.empty();
        }
        return Optional.of(
                fresh.isEmpty() || known.step() == 0
                        ? List.of()
                        : List.of("Training goes on from where it was: "
                                + words(fresh.stream()
                                        .map(layer -> layer.planned().name())
                                        .toList())
                                + (fresh.size() == 1 ? " begins" : " begin")
                                + " with new weights, every other layer keeps what it has learned."));
    }

    private static String words(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /**
     * Layers that were given another name, from the old one to the new one: they differ in nothing else and stand where they
     * stood. Layers that only changed places keep their names.
     */
    private static Map<String, String> renamed(List<Choice> before, List<Choice> after) {
        Map<String, String> renamed = new HashMap<>();
        if (before.size() != after.size()) {
            return renamed;
        }
        Set<String> known = new HashSet<>();
        before.forEach(layer -> known.add(LayerNames.name(layer)));
        boolean moved = after.stream().map(LayerNames::name).allMatch(known::contains);
        boolean same = true;
        for (int i = 0; i < before.size() && !moved; i++) {
            boolean alike = unnamed(before.get(i)).equals(unnamed(after.get(i)));
            same &= alike;
            if (alike && !known.contains(LayerNames.name(after.get(i)))) {
                renamed.put(LayerNames.name(before.get(i)), LayerNames.name(after.get(i)));
            }
        }
        for (int i = 0; i < before.size() && !moved && same; i++) {
            renamed.put(LayerNames.name(before.get(i)), LayerNames.name(after.get(i)));
        }
        return renamed;
    }

    private static Choice unnamed(Choice layer) {
        return layer.with(LayerOptions.NAME, "");
    }
}
