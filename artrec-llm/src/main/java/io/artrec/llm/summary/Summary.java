package io.artrec.llm.summary;

import io.artrec.llm.prompt.Origin;
import io.artrec.text.fact.Claim;
import java.util.List;
import java.util.Objects;

/**
 * A summary and what is known of it.
 *
 * @param text plain text; empty where the text had nothing to say
 * @param origin who wrote it
 * @param unsupported what a model claimed and the text does not hold; none of it is in the summary
 */
public record Summary(String text, Origin origin, List<Claim> unsupported) {
  /** Checks the values. */
  public Summary {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(origin, "origin");
    unsupported = List.copyOf(unsupported);
  }

  @Override
  public String toString() {
    return text;
  }
}
