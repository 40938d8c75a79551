package io.artrec.feature;

import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The extracted features of one catalogue: a spec, a matrix and a weight for each, in the order
 * they were added. Immutable and thread-safe.
 */
public final class FeatureStore {
  /**
   * One feature with its values.
   *
   * @param spec what it is
   * @param matrix a row per artwork, some missing
   * @param weight its share where features are averaged, positive
   */
  public record Entry(FeatureSpec spec, FeatureMatrix matrix, double weight) {
    /** Validates the parts. */
    public Entry {
      Objects.requireNonNull(spec, "spec");
      Objects.requireNonNull(matrix, "matrix");
      if (!(weight > 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException(
            "weight is " + weight + " (feature '" + spec.name() + "'), expected a positive number");
      }
    }
  }

  private final int artworks;
  private final Map<String, Entry> entries;

  private FeatureStore(int artworks, Map<String, Entry> entries) {
    this.artworks = artworks;
    this.entries = Collections.unmodifiableMap(entries);
  }

  /**
   * {@return a store of the given features}
   *
   * @param artworks the number of artworks, which every matrix must have
   * @param entries the features, names unique
   */
  public static FeatureStore of(int artworks, List<Entry> entries) {
    Map<String, Entry> byName = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.matrix().size() != artworks) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "feature '%s' has %d rows, expected one for each of %d artworks",
                entry.spec().name(),
                entry.matrix().size(),
                artworks));
      }
      if (byName.putIfAbsent(entry.spec().name(), entry) != null) {
        throw new IllegalArgumentException(
            "feature '" + entry.spec().name() + "' is there twice; give one another name");
      }
    }
    return new FeatureStore(artworks, byName);
  }

  /**
   * Returns a store without features.
   *
   * @param artworks the number of artworks
   * @return the empty store
   */
  public static FeatureStore empty(int artworks) {
    return of(artworks, List.of());
  }

  /**
   * Returns the number of artworks.
   *
   * @return the rows of every matrix
   */
  public int artworks() {
    return artworks;
  }

  /**
   * Returns the features in order.
   *
   * @return the entries
   */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /**
   * {@return a feature's vectors, or empty when there is no such feature}
   *
   * @param name the feature's name
   */
  public Optional<FeatureMatrix> find(String name) {
    return Optional.ofNullable(entries.get(name)).map(Entry::matrix);
  }

  /**
   * Returns the features of the first works alone.
   *
   * @param count how many works, 0 to {@link #artworks()}
   * @return the features of them
   */
  public FeatureStore first(int count) {
    return count == artworks
        ? this
        : of(
            count,
            entries().stream()
                .map(
                    entry ->
                        new Entry(
                            entry.spec(),
                            entry.matrix().with(count, entry.matrix().dimensions(), Map.of()),
                            entry.weight()))
                .toList());
  }

  /**
   * Returns the same features with other matrices of equal rows, as a device holds them.
   *
   * @param change gives the matrix that takes the place of one
   * @return the changed store
   */
  public FeatureStore with(UnaryOperator<FeatureMatrix> change) {
    return of(
        artworks,
        entries().stream()
            .map(entry -> new Entry(entry.spec(), change.apply(entry.matrix()), entry.weight()))
            .toList());
  }

  /**
   * Returns the features that a list of feature names or facets selects.
   *
   * @param namesOrFacets feature names or facets
   * @return the selected entries in store order, each once
   * @throws IllegalArgumentException when a name selects nothing; the message lists what there is
   */
  public List<Entry> select(Iterable<String> namesOrFacets) {
    List<Entry> selected = new ArrayList<>();
    for (String wanted : namesOrFacets) {
      boolean found = false;
      for (Entry entry : entries.values()) {
        if (entry.spec().name().equals(wanted) || entry.spec().facet().equals(wanted)) {
          found = true;
          if (!selected.contains(entry)) {
            selected.add(entry);
          }
        }
      }
      if (!found) {
        throw new IllegalArgumentException(
            "no feature is called '" + wanted + "' or shows that facet; there are " + describe());
      }
    }
    return selected;
  }

  private String describe() {
    List<String> names = new ArrayList<>();
    entries.values().forEach(e -> names.add(e.spec().name() + " (" + e.spec().facet() + ")"));
    return names.isEmpty()
        ? "none; add one with Recommender.builder().feature(...)"
        : String.join(", ", names);
  }
}
