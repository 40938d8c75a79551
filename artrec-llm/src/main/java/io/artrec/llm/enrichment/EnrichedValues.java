package io.artrec.llm.enrichment;

import io.artrec.llm.prompt.Origin;
import java.util.List;
import java.util.Objects;

/**
 * What was read of one field of one work. Immutable.
 *
 * @param values the values; none where nothing is sure
 * @param origin who read them
 */
public record EnrichedValues(List<String> values, Origin origin) {
  /** Copies the values. */
  public EnrichedValues {
    values = List.copyOf(values);
    Objects.requireNonNull(origin, "origin");
  }
}
