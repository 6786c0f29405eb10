package dev.steep.recipe;

import java.util.List;

/**
 * What became of some text that was read as a recipe.
 *
 * @param recipe always a whole recipe
 * @param notices a sentence for everything that was replaced or left out; empty if all was understood
 */
public record Reading(Recipe recipe, List<String> notices) {
    public Reading {
        notices = List.copyOf(notices);
    }
}
