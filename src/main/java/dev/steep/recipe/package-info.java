/**
 * A whole experiment as one small immutable value, the {@link dev.steep.recipe.Recipe}, and its two written forms: a
 * line for links ({@link dev.steep.recipe.RecipeText}) and an object in Keras' vocabulary ({@link
 * dev.steep.recipe.RecipeObject}). Reading never fails: what cannot be used is replaced, and said.
 */
package dev.steep.recipe;
