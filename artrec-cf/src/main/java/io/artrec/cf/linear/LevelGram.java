package io.artrec.cf.linear;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.feature.AttributeLevels;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How much works have in common by levels of their attributes: {@code Σ ln(works / works with the
 * level)} over the levels that both have (inverse document frequency; Spärck Jones, A statistical
 * interpretation of term specificity and its application in retrieval, Journal of Documentation,
 * 1972), in units that make the mean over works of what a work has in common with itself 1. What
 * the works of a catalogue had when it was read stays. Immutable and thread-safe.
 */
final class LevelGram {
  private final AttributeLevels levels;

  /** A row for each level: the works that have it. */
  private final SparseMatrix works;

  private final double[] weights;

  private LevelGram(AttributeLevels levels, SparseMatrix works) {
    this.levels = levels;
    this.works = works;
    weights = new double[works.rows()];
    double sum = 0;
    for (int level = 0; level < weights.length; level++) {
      weights[level] = StrictMath.log((double) works.columns() / works.length(level));
      sum += weights[level] * works.length(level);
    }
    for (int level = 0; level < weights.length && sum > 0; level++) {
      weights[level] *= works.columns() / sum;
    }
  }

  /**
   * Reads a catalogue.
   *
   * @param facets which count; none for all
   */
  static LevelGram of(Catalog catalog, Collection<String> facets) {
    AttributeLevels levels =
        facets.isEmpty() ? AttributeLevels.of(catalog) : AttributeLevels.of(catalog, facets);
    int works = catalog.size();
    int[] offsets = new int[works + 1];
    Arrays.setAll(offsets, levels::start);
    int[] indices = new int[offsets[works]];
    Arrays.setAll(indices, levels::level);
    float[] ones = new float[indices.length];
    Arrays.fill(ones, 1);
    return new LevelGram(
        levels, new SparseMatrix(levels.size(), offsets, indices, ones).transposed());
  }

  /** Adds what works have in common to the lower triangle of a Gram matrix. */
  void addTo(double[][] gram, double times, TrainingContext context, String stage) {
    SparseMatrix byWork = works.transposed();
    int[] indices = works.indices();
    context
        .workers()
        .run(
            stage,
            gram.length,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                double[] row = gram[i];
                for (int q = byWork.begin(i); q < byWork.end(i); q++) {
                  int level = byWork.indices()[q];
                  double value = times * weights[level];
                  int end = works.end(level);
                  for (int p = works.begin(level); p < end && indices[p] <= i; p++) {
                    row[indices[p]] += value;
                  }
                }
              }
            });
  }

  /** The levels of a work of any catalogue, ascending. */
  int[] of(Artwork artwork) {
    return levels.of(artwork);
  }

  /** What each work has in common with one of some levels. */
  double[] common(int[] ofOne) {
    double[] common = new double[works.columns()];
    for (int level : ofOne) {
      for (int p = works.begin(level); p < works.end(level); p++) {
        common[works.indices()[p]] += weights[level];
      }
    }
    return common;
  }

  /** What two works of some levels have in common. */
  double common(int[] ofOne, int[] ofOther) {
    double common = 0;
    for (int level : ofOne) {
      common += Arrays.binarySearch(ofOther, level) >= 0 ? weights[level] : 0;
    }
    return common;
  }

  /** Whether works, and what they have in common, are the same. */
  boolean isSame(LevelGram other) {
    return works.columns() == other.works.columns()
        && Arrays.equals(works.offsets(), other.works.offsets())
        && Arrays.equals(works.indices(), other.works.indices());
  }

  void save(StateWriter out) {
    levels.save(out);
    out.putInts("offsets", works.offsets());
    out.putInts("indices", works.indices());
    out.putFloats("ones", works.values());
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param trained how many works it was made of
   */
  static LevelGram read(StateReader in, Catalog catalog, int trained) {
    AttributeLevels levels = AttributeLevels.read(in, catalog);
    SparseMatrix works = SparseMatrix.read(in, trained, "ones");
    if (works.rows() != levels.size()
        || IntStream.range(0, works.rows()).anyMatch(level -> works.length(level) == 0)) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model's %d attribute levels have %d rows of works, expected as many, each of one work or more",
              levels.size(),
              works.rows()));
    }
    return new LevelGram(levels, works);
  }
}
