package io.artrec.strategy;

import java.util.Objects;
import java.util.function.Function;

/**
 * What an asker said they would like, in their own words (a text query), and what strategies made
 * of it: one encoding serves all parts of a blend, all members of a group and every step of the
 * request. Immutable but for that memory, and thread-safe. Two with the same words are equal.
 */
public final class Wish {
  private final String words;
  private final Memory memory = new Memory();

  private Wish(String words) {
    this.words = words;
  }

  /**
   * Creates a wish.
   *
   * @param words what is wished for, in any language
   * @return the wish
   */
  public static Wish of(String words) {
    return new Wish(Objects.requireNonNull(words, "words"));
  }

  /** {@return the words as they were given} */
  public String words() {
    return words;
  }

  /**
   * {@return what was made of the words before, or makes it}
   *
   * @param key what is asked for; held by what encodes, so that those who share that share the
   *     value
   * @param how makes it of the words
   * @param <T> its type
   */
  public <T> T remembered(Memory.Key<T> key, Function<String, T> how) {
    return memory.get(key, () -> how.apply(words));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Wish wish && wish.words.equals(words);
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }

  @Override
  public String toString() {
    return "wish '" + words + "'";
  }
}
