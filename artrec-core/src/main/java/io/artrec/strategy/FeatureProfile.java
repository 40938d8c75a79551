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

  /** Works that an explanation tells one by one. */
  private static final int MOST_TOLD = 200;

  private final Weighted feature;
  private final Similarity similarity;
  private final List<Known> works;
  private final double scale;
  private final Optional<float[]> embedded;
  private @Nullable Compared compared;

  /** Rows of works that were told, as they stand, where the score compares by something else. */
  private final Map<Integer, float[]> rows = new HashMap<>();

  /** Works and their rows, as they enter the score. */
  private record Compared(List<Known> works, List<float[]> rows) {}

  /** A work, how alike the score takes it to be, and what it adds. */
  private record Told(Known work, double alike, double amount) {}

  private FeatureProfile(
      Weighted feature,
      Similarity similarity,
      List<Known> works,
      double scale,
      Optional<float[]> embedded) {
    this.feature = feature;
    this.similarity = similarity;
    this.works = works;
    this.scale = scale;
    this.embedded = embedded;
  }

  /** Empty when the history says nothing in this feature. */
  static Optional<FeatureProfile> of(Weighted feature, Similarity similarity, List<Known> known) {
    FeatureMatrix matrix = feature.entry().matrix();
    List<Known> works = known.stream().filter(w -> matrix.isPresent(w.artwork())).toList();
    if (works.isEmpty()) {
      return Optional.empty();
    }
    if (similarity instanceof InnerProductSimilarity inner) {
      return collapsed(feature, inner, works);
    }
    List<Known> strongest = ContentBasedScorer.strongest(works, ContentBased.MOST_WORKS);
    double total = strongest.stream().mapToDouble(w -> Math.abs(w.weight())).sum();
    return Optional.of(
        new FeatureProfile(feature, similarity, strongest, 1 / total, Optional.empty()));
  }

  private static Optional<FeatureProfile> collapsed(
      Weighted feature, InnerProductSimilarity similarity, List<Known> works) {
    FeatureMatrix matrix = feature.entry().matrix();
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
      return Optional.empty();
    }
    double scale = 1 / length;
    float[] profile = new float[sum.length];
    for (int d = 0; d < sum.length; d++) {
      profile[d] = (float) (sum[d] * scale);
    }
    return Optional.of(new FeatureProfile(feature, similarity, works, scale, Optional.of(profile)));
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
      if (profiles.get(p).embedded.isPresent()) {
        vectors.add(profiles.get(p).embedded.get());
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

  /** Scores by the works one by one. */
  private void scan(double[] out) {
    FeatureMatrix matrix = matrix();
    double[] one = new double[matrix.size()];
    Arrays.fill(out, 0, matrix.size(), 0);
    float[] row = new float[matrix.dimensions()];
    for (Known work : works) {
      matrix.copyRow(work.artwork(), row);
      similarity.scan(row, matrix, one);
      double factor = work.weight() * scale;
      for (int artwork = 0; artwork < one.length; artwork++) {
        out[artwork] += factor * one[artwork];
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
    List<Told> told = new ArrayList<>();
    for (int w = 0; w < with.works().size(); w++) {
      Known work = with.works().get(w);
      float[] row = with.rows().get(w);
      double alike =
          embedded.isPresent()
              ? product(row, candidate, dimensions)
              : similarity.compare(row, candidate);
      told.add(new Told(work, alike, share * scale * work.weight() * alike));
    }
    if (works.size() <= MOST_TOLD || embedded.isEmpty()) {
      return contributions(told, artwork);
    }
    told.sort(Comparator.comparingDouble(each -> -Math.abs(each.amount())));
    List<Contribution> contributions = contributions(told.subList(0, MOST_TOLD), artwork);
    double amount = share * product(embedded.get(), candidate, dimensions);
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
              new Cause.KnownWork(work.artwork(), work.weight(), Optional.of(likeness)),
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
      List<Known> strongest = ContentBasedScorer.strongest(works, MOST_COMPARED);
      known =
          new Compared(
              strongest, strongest.stream().map(work -> comparable(work.artwork())).toList());
      compared = known;
    }
    return known;
  }

  /** A row as it enters the score: embedded as the profile is, or as it stands. */
  private float[] comparable(int artwork) {
    float[] row = row(artwork);
    return embedded.isPresent() && similarity instanceof InnerProductSimilarity inner
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
    double sum = 0;
    for (int d : dimensions) {
      sum += (double) a[d] * b[d];
    }
    return sum;
  }
}
