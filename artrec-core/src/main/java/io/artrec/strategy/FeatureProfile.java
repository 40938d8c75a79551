package io.artrec.strategy;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.similarity.InnerProductSimilarity;
import io.artrec.similarity.Similarity;
import io.artrec.strategy.ContentBasedScorer.Known;
import io.artrec.strategy.FacetWeights.Weighted;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a history amounts to in one feature: an embedded profile, or works to compare with one by
 * one. For one request and thread.
 */
final class FeatureProfile {
  /** A profile this much shorter than its parts is what rounding left of likes and dislikes. */
  private static final double CANCELLED = 1e-6;

  /** Works of the strongest preference that each explanation looks at; their rows are kept. */
  private static final int MOST_COMPARED = 500;

  /** About what the works of a history take that are kept with its profile. */
  private static final long KNOWN_BYTES = 4096;

  /** Works that an explanation tells one by one. */
  private static final int MOST_TOLD = 200;

  private final Weighted feature;
  private final Similarity similarity;
  private final Remembered said;
  private @Nullable Compared compared;

  /** Rows of works that were told, as they stand, where the score compares by something else. */
  private final Map<Integer, float[]> rows = new HashMap<>();

  /** Works and their rows, as they enter the score. */
  private record Compared(List<Known> works, List<float[]> rows) {}

  /** A work, how alike the score takes it to be, and what it adds. */
  private record Told(Known work, double alike, double amount) {}

  /**
   * What a history says in a feature, whatever the feature weighs. Immutable.
   *
   * @param count of how many works it comes; 0 when it says nothing
   * @param works those that explanations look at, or all where works are compared one by one
   * @param scale what weights of works are multiplied by
   * @param embedded the sum of works as one vector of length 1, where the similarity is a product
   * @param typical elsewhere, for each work the place of the one that is compared in its stead
   */
  record Remembered(
      int count,
      List<Known> works,
      double scale,
      Optional<float[]> embedded,
      List<Integer> typical) {
    private static final Remembered NOTHING =
        new Remembered(0, List.of(), 0, Optional.empty(), List.of());

    static Remembered of(FeatureMatrix matrix, Similarity similarity, List<Known> known) {
      List<Known> works = known.stream().filter(w -> matrix.isPresent(w.artwork())).toList();
      if (works.isEmpty()) {
        return NOTHING;
      }
      if (similarity instanceof InnerProductSimilarity inner) {
        return collapsed(matrix, inner, works);
      }
      List<Known> strongest = ContentBasedScorer.strongest(works, ContentBased.MOST_WORKS);
      double total = strongest.stream().mapToDouble(w -> Math.abs(w.weight())).sum();
      return new Remembered(
          strongest.size(),
          strongest,
          1 / total,
          Optional.empty(),
          TypicalArtworks.of(matrix, similarity, strongest, ContentBased.MOST_SCANS));
    }

    private static Remembered collapsed(
        FeatureMatrix matrix, InnerProductSimilarity similarity, List<Known> works) {
      double[] sum = new double[matrix.dimensions()];
      double lengths = 0;
      float[] row = new float[matrix.dimensions()];
      float[] part = new float[matrix.dimensions()];
      for (Known work : works) {
        matrix.copyRow(work.artwork(), row);
        similarity.embed(row, part);
        double square = 0;
        for (int d = 0; d < sum.length; d++) {
          if (part[d] != 0) {
            sum[d] += work.weight() * part[d];
            square += (double) part[d] * part[d];
          }
        }
        lengths += Math.abs(work.weight()) * Math.sqrt(square);
      }
      double square = 0;
      for (double value : sum) {
        square += value * value;
      }
      double length = Math.sqrt(square);
      if (!(length > CANCELLED * lengths)) {
        return NOTHING;
      }
      double scale = 1 / length;
      float[] profile = new float[sum.length];
      for (int d = 0; d < sum.length; d++) {
        profile[d] = (float) (sum[d] * scale);
      }
      return new Remembered(
          works.size(),
          ContentBasedScorer.strongest(works, MOST_COMPARED),
          scale,
          Optional.of(profile),
          List.of());
    }

    /** What weighs in a work, that of those it stands for included; 0 where another does. */
    double[] weights() {
      double[] weights = new double[works.size()];
      for (int place = 0; place < weights.length; place++) {
        weights[typical.get(place)] += works.get(place).weight();
      }
      return weights;
    }

    boolean isSaying() {
      return count > 0;
    }
  }

  /** A key for what histories say in a feature. */
  static Memory.Key<Remembered> key(FeatureMatrix matrix) {
    return Memory.Key.of(Remembered.class, 4L * matrix.dimensions() + KNOWN_BYTES);
  }

  FeatureProfile(Weighted feature, Similarity similarity, Remembered said) {
    this.feature = feature;
    this.similarity = similarity;
    this.said = said;
  }

  FeatureMatrix matrix() {
    return feature.entry().matrix();
  }

  /** Whether this is about a feature of a store. */
  boolean isOf(FeatureStore.Entry entry) {
    return feature.entry().spec().name().equals(entry.spec().name());
  }

  double weight() {
    return feature.weight();
  }

  /**
   * Scores every work that has the feature, for several histories in one pass where they are
   * profiles.
   *
   * @param profiles what histories amount to in one feature
   * @param out receives for each the score of every work
   */
  static void scan(List<FeatureProfile> profiles, double[][] out) {
    List<float[]> vectors = new ArrayList<>();
    List<double[]> products = new ArrayList<>();
    for (int p = 0; p < profiles.size(); p++) {
      if (profiles.get(p).said.embedded().isPresent()) {
        vectors.add(profiles.get(p).said.embedded().get());
        products.add(out[p]);
      } else {
        profiles.get(p).scan(out[p]);
      }
    }
    if (!vectors.isEmpty() && profiles.get(0).similarity instanceof InnerProductSimilarity inner) {
      inner.scanEmbedded(
          vectors.toArray(float[][]::new),
          profiles.get(0).matrix(),
          products.toArray(double[][]::new));
    }
  }

  /** Whether a few works can be scored without the others. */
  boolean isProduct() {
    return said.embedded().isPresent();
  }

  /**
   * Scores a few works.
   *
   * @param artworks works that have the feature
   * @return their scores, to the bit as {@link #scan} gives them, of a profile that {@link
   *     #isProduct}
   */
  double[] scores(int[] artworks) {
    double[][] out = new double[1][artworks.length];
    if (similarity instanceof InnerProductSimilarity inner) {
      inner.scanEmbedded(new float[][] {said.embedded().orElseThrow()}, matrix(), artworks, out);
    }
    return out[0];
  }

  /** Scores by the typical works one by one. */
  private void scan(double[] out) {
    FeatureMatrix matrix = matrix();
    double[] one = new double[matrix.size()];
    Arrays.fill(out, 0, matrix.size(), 0);
    float[] row = new float[matrix.dimensions()];
    double[] weights = said.weights();
    for (int place = 0; place < weights.length; place++) {
      if (weights[place] != 0) {
        matrix.copyRow(said.works().get(place).artwork(), row);
        similarity.scan(row, matrix, one);
        double factor = weights[place] * said.scale();
        for (int artwork = 0; artwork < one.length; artwork++) {
          out[artwork] += factor * one[artwork];
        }
      }
    }
  }

  /**
   * Summands of a share of a work's score: the known works that count most in it one by one, the
   * rest together.
   */
  List<Contribution> contributions(int artwork, double share) {
    Compared with = compared();
    float[] candidate = comparable(artwork);
    int[] dimensions = nonZeros(candidate);
    double[] alike = new double[with.works().size()];
    for (int w = 0; w < alike.length; w++) {
      float[] row = with.rows().get(w);
      alike[w] =
          said.embedded().isPresent()
              ? product(row, candidate, dimensions)
              : similarity.compare(row, candidate);
    }
    List<Told> told = new ArrayList<>();
    for (int w = 0; w < alike.length; w++) {
      Known work = with.works().get(w);
      double counted = said.embedded().isPresent() ? alike[w] : alike[said.typical().get(w)];
      told.add(new Told(work, alike[w], share * said.scale() * work.weight() * counted));
    }
    if (said.count() <= MOST_TOLD || said.embedded().isEmpty()) {
      return contributions(told, artwork);
    }
    told.sort(Comparator.comparingDouble(each -> -Math.abs(each.amount())));
    List<Contribution> contributions = contributions(told.subList(0, MOST_TOLD), artwork);
    double amount = share * product(said.embedded().get(), candidate, dimensions);
    double rest = amount - contributions.stream().mapToDouble(Contribution::amount).sum();
    contributions.add(new Contribution(ContentBased.NAME, new Cause.Offset("other works"), rest));
    return contributions;
  }

  private List<Contribution> contributions(List<Told> told, int artwork) {
    FeatureSpec spec = feature.entry().spec();
    boolean own = similarity.name().equals(spec.similarity().name());
    float[] candidate = own ? new float[0] : row(artwork);
    List<Contribution> contributions = new ArrayList<>();
    for (Told each : told) {
      Known work = each.work();
      Cause.Likeness likeness =
          own
              ? new Cause.Likeness(spec.name(), similarity.range().share(each.alike()))
              : likeness(spec, rows.computeIfAbsent(work.artwork(), this::row), candidate);
      contributions.add(
          new Contribution(
              ContentBased.NAME,
              new Cause.KnownArtwork(work.artwork(), work.weight(), Optional.of(likeness)),
              each.amount()));
    }
    return contributions;
  }

  /** How alike two rows are by what the feature itself is compared by. */
  static Cause.Likeness likeness(FeatureSpec spec, float[] a, float[] b) {
    Similarity own = spec.similarity();
    return new Cause.Likeness(spec.name(), own.range().share(own.compare(a, b)));
  }

  private float[] row(int artwork) {
    return matrix().row(artwork).orElseThrow();
  }

  private Compared compared() {
    Compared known = compared;
    if (known == null) {
      known =
          new Compared(
              said.works(), said.works().stream().map(work -> comparable(work.artwork())).toList());
      compared = known;
    }
    return known;
  }

  /** A row as it enters the score: embedded as the profile is, or as it stands. */
  private float[] comparable(int artwork) {
    float[] row = row(artwork);
    return said.embedded().isPresent() && similarity instanceof InnerProductSimilarity inner
        ? inner.embed(row)
        : row;
  }

  private static int[] nonZeros(float[] vector) {
    int[] dimensions = new int[vector.length];
    int count = 0;
    for (int d = 0; d < vector.length; d++) {
      if (vector[d] != 0) {
        dimensions[count++] = d;
      }
    }
    return Arrays.copyOf(dimensions, count);
  }

  /** The product of two vectors over the dimensions of which one is not 0. */
  private static double product(float[] a, float[] b, int[] dimensions) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 2 <= dimensions.length; i += 2) {
      int d = dimensions[i];
      int next = dimensions[i + 1];
      even += (double) a[d] * b[d];
      odd += (double) a[next] * b[next];
    }
    if (i < dimensions.length) {
      int d = dimensions[i];
      even += (double) a[d] * b[d];
    }
    return even + odd;
  }
}
