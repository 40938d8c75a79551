package io.artrec.eval.experiment;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One recommender's value in parts: by how active visitors were, by how popular works were, or by a
 * trait of works.
 *
 * @param by {@code activity}, {@code popularity}, or the trait's name
 * @param measure what is measured: a metric's name where visitors are grouped; {@code recall@k}
 *     where works are, the share of all relevant tested works of the group, of all visitors
 *     together, that were recommended in the first {@code k} places
 * @param groups the parts, in a stated order
 */
public record Breakdown(String by, String measure, List<Group> groups) {
  /** Validates. */
  public Breakdown {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(measure, "measure");
    groups = List.copyOf(groups);
  }

  /**
   * A part.
   *
   * @param name what it is called
   * @param size how many visitors, or relevant tested works, it has
   * @param value what they give; empty where there is nothing to measure
   */
  public record Group(String name, int size, OptionalDouble value) {
    /** Validates. */
    public Group {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
    }
  }
}
