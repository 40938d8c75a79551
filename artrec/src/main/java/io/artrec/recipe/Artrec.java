package io.artrec.recipe;

import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;

/**
 * A recommender without choosing anything.
 *
 * <pre>{@code
 * Recommender recommender = Artrec.standard(catalog, interactions).build();
 * }</pre>
 *
 * <p>What is chosen follows from what the data have, by rules that {@link Recipe} tells; nothing is
 * scanned for, and nothing beside the arguments is looked at.
 */
public final class Artrec {
  private Artrec() {}

  /**
   * {@return what suits these works and this behaviour}
   *
   * @param catalog the works
   * @param interactions what visitors did, ratings or clicks; may be empty
   */
  public static Recipe standard(Catalog catalog, Interactions interactions) {
    return Recipe.of(catalog, interactions);
  }

  /**
   * {@return what suits these works as long as nobody did anything}
   *
   * @param catalog the works
   */
  public static Recipe standard(Catalog catalog) {
    return standard(catalog, Interactions.none());
  }
}
