package dev.steep.worker.experiment;

import dev.steep.catalog.Numbers;
import dev.steep.engine.Backend;
import dev.steep.engine.Budget;
import dev.steep.engine.Need;
import dev.steep.network.Model;
import dev.steep.network.ModelLayer;
import dev.steep.protocol.ProblemFacts;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import java.util.Optional;

/**
 * Whether there is room and time for an experiment: asked before anything of it is allocated, so that whatever a link says,
 * neither worker nor page runs out of memory, and no step keeps the worker from answering.
 */
final class ResourceCheck {
    private static final int MEGABYTE = 1 << 20;

    private final Recipe recipe;
    private final PreparedData material;
    private final Model model;
    private final Backend backend;

    /** @param model of the recipe on the material */
    ResourceCheck(Recipe recipe, PreparedData material, Model model, Backend backend) {
        this.recipe = recipe;
        this.material = material;
        this.model = model;
        this.backend = backend;
    }

    /** What is too much, with what would fit; nothing if all does. */
    Optional<ProblemFacts> excess() {
        int batch = batch(recipe, material);
        Need need = Need.of(model, material.supply(recipe), batch, backend);
        return need.excess().map(part -> {
            Need.Share most = Need.largest(model, batch, part);
            return problem(
                    most.layer(), sentence(need, part, most), new SizeRepairs(recipe, material, model, backend, part));
        });
    }

    /** The browser has refused memory that should have been there: half of it may be. */
    ProblemFacts refused(String reason) {
        Need.Share most = Need.largest(model, batch(recipe, material), Need.Resource.BYTES);
        return problem(
                most.layer(),
                reason + " Close other tabs and reload, or make the network smaller.",
                new SizeRepairs(recipe, material, model, backend, Need.Resource.BYTES).halved());
    }

    private static ProblemFacts problem(int layer, String what, SizeRepairs remedies) {
        Optional<SizeRepairs.Remedy> remedy = remedies.best();
        return new ProblemFacts(
                layer,
                what + remedy.map(each -> " " + each.sentence()).orElse(" Take less data, or smaller samples."),
                remedy.map(each -> each.recipe().toString()).orElse(""),
                remedy.map(SizeRepairs.Remedy::offer).orElse(""));
    }

    /** How many samples a step has at most. */
    static int batch(Recipe recipe, PreparedData material) {
        return Math.min(recipe.fit().get(Settings.BATCH_SIZE), material.split().training().length);
    }

    private String sentence(Need need, Need.Resource part, Need.Share most) {
        ModelLayer layer = model.layers().get(most.layer());
        String name = layer.planned().name();
        long output = layer.output().count(1);
        return switch (part) {
            case SHOWN ->
                "Each sample leaves " + Numbers.grouped(need.shown()) + " numbers behind on its way, more than the "
                        + Numbers.grouped(Budget.SHOWN) + " that a page can show while it trains; " + name
                        + " gives most of them, " + Numbers.grouped(output) + ".";
            case OPENING ->
                "Drawing the first weights would take about " + seconds(need.opening()) + ", more than the "
                        + seconds(Budget.OPENING) + " for which the lab may stand still; " + name
                        + " takes most of it, for " + weights(layer) + ".";
            case BYTES ->
                "This network needs " + megabytes(need.bytes()) + " of memory, more than the "
                        + megabytes(Budget.BYTES) + " that a browser tab safely has; the largest layer is " + name
                        + ", with " + megabytes((long) (most.share() * need.bytes())) + " for "
                        + Numbers.count(batch(recipe, material), "sample") + " of " + Numbers.count(output, "number")
                        + " and " + weights(layer) + ".";
            case STEP ->
                "A training step of " + Numbers.count(batch(recipe, material), "sample") + " would take about "
                        + seconds(need.step()) + " on a slow computer, more than the " + seconds(Budget.STEP)
                        + " for which the lab may stand still; " + name + " takes most of it, "
                        + seconds(most.share() * need.step()) + ".";
        };
    }

    private static String weights(ModelLayer layer) {
        long count = layer.weights().stream().mapToLong(each -> each.count(1)).sum();
        return Numbers.count(count, "weight");
    }

    /** What a need comes to in the part that was too much. */
    static String amount(Need need, Need.Resource part) {
        return switch (part) {
            case SHOWN -> "leaves " + Numbers.count(need.shown(), "number");
            case OPENING -> "takes " + seconds(need.opening());
            case BYTES -> "needs " + megabytes(need.bytes());
            case STEP -> "takes " + seconds(need.step());
        };
    }

    static String megabytes(long bytes) {
        return Numbers.grouped((bytes + MEGABYTE - 1) / MEGABYTE) + " MB";
    }

    private static String seconds(double seconds) {
        return seconds < 10
                ? Numbers.write(Math.max(1, Math.round(10 * seconds)) / 10.0) + " s"
                : Numbers.grouped(Math.round(seconds)) + " s";
    }
}
