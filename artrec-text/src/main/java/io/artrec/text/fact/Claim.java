package io.artrec.text.fact;

import java.util.Objects;

/**
 * Something that a text says and that can be looked up.
 *
 * @param kind what it is
 * @param words its words, as they stand in the text
 */
public record Claim(Kind kind, String words) {
  /** What a claim is of. */
  public enum Kind {
    /** Somebody or something by name: a person, a title, a movement. */
    NAME,
    /** A country, a region, a city or its adjective. */
    PLACE,
    /** A year, a decade or a century. */
    YEAR,
    /** Any other number in digits. */
    NUMBER
  }

  /** Checks the values. */
  public Claim {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(words, "words");
  }
}
