package io.artrec.spring.boot;

import io.artrec.RecommenderBuilder;

/**
 * Sets on a builder what properties and beans do not: a bean of this type is asked before {@code
 * build()}.
 */
@FunctionalInterface
public interface RecommenderBuilderCustomizer {
  /**
   * Sets what is wanted; what properties and beans set already cannot be set again.
   *
   * @param builder the builder
   */
  void customize(RecommenderBuilder builder);
}
