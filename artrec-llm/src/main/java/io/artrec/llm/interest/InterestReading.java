package io.artrec.llm.interest;

import io.artrec.behavior.Interest;
import io.artrec.llm.prompt.Origin;
import java.util.List;
import java.util.Objects;

/**
 * The interests found in a visitor's traces. Immutable.
 *
 * @param interests those of most weight first, at most one for each trait and kind of evidence
 * @param origin who read the texts; the history is always read by the library
 */
public record InterestReading(List<Interest> interests, Origin origin) {
  /** Copies. */
  public InterestReading {
    interests = List.copyOf(interests);
    Objects.requireNonNull(origin, "origin");
  }
}
