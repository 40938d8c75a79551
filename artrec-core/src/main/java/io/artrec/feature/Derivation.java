package io.artrec.feature;

import java.util.Objects;
import java.util.function.Function;

/**
 * An intermediate result that several extractors share: a decoded image, its HSV planes, a text's
 * tokens. {@link ArtworkInput#derive} computes it at most once per artwork. Compared by identity:
 * keep it in a constant.
 *
 * @param <T> the result, treated as immutable by everybody
 */
public final class Derivation<T> {
  private final String name;
  private final Function<ArtworkInput, T> function;

  private Derivation(String name, Function<ArtworkInput, T> function) {
    this.name = Objects.requireNonNull(name, "name");
    this.function = Objects.requireNonNull(function, "function");
  }

  /**
   * {@return a derivation}
   *
   * @param <T> the result's type
   * @param name what it gives, for messages
   * @param function computes it; may use {@link ArtworkInput#derive} itself and may throw {@link
   *     ExtractionException}
   */
  public static <T> Derivation<T> of(String name, Function<ArtworkInput, T> function) {
    return new Derivation<>(name, function);
  }

  /** {@return what this derivation gives} */
  public String name() {
    return name;
  }

  T compute(ArtworkInput input) {
    return function.apply(input);
  }

  @Override
  public String toString() {
    return name;
  }
}
