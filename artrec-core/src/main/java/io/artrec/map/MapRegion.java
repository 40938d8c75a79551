package io.artrec.map;

import java.util.List;
import java.util.Optional;

/** A neighborhood of a map. Immutable and thread-safe. */
public final class MapRegion {
  private final int[] artworks;
  private final List<String> terms;
  private final double x;
  private final double y;

  MapRegion(int[] artworks, List<String> terms, double x, double y) {
    this.artworks = artworks;
    this.terms = terms;
    this.x = x;
    this.y = y;
  }

  /** {@return the catalogue indices of its works, ascending} */
  public int[] artworks() {
    return artworks.clone();
  }

  /** {@return how many works it has, 1 or more} */
  public int size() {
    return artworks.length;
  }

  /**
   * {@return what is telling of its works, the most telling first: values of records that a third
   * of them or more have, and others seldom} At most three, of three fields; empty where nothing
   * is.
   */
  public List<String> terms() {
    return terms;
  }

  /** {@return the two most telling terms; empty where nothing is telling} */
  public Optional<String> name() {
    return terms.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(" · ", terms.subList(0, Math.min(2, terms.size()))));
  }

  /** {@return the middle of its works from left to right} */
  public double x() {
    return x;
  }

  /** {@return the middle of its works from bottom to top} */
  public double y() {
    return y;
  }

  @Override
  public String toString() {
    return name().orElse("a region") + " (" + size() + ")";
  }
}
