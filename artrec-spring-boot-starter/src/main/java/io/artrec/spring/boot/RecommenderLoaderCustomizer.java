package io.artrec.spring.boot;

import io.artrec.RecommenderLoader;

/**
 * Passes to a loader what properties and beans do not: a bean of this type is asked before {@code
 * load()}.
 */
@FunctionalInterface
public interface RecommenderLoaderCustomizer {
  /**
   * Passes what is wanted.
   *
   * @param loader the loader
   */
  void customize(RecommenderLoader loader);
}
