package io.artrec.strategy;

import io.artrec.behavior.Preferences;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureStore;
import io.artrec.model.StateWriter;
import io.artrec.similarity.InnerProductSimilarity;
import io.artrec.similarity.Similarity;
import io.artrec.strategy.FacetWeights.Weighted;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The trained {@link ContentBased}: the features are all there is to know. */
final class ContentBasedScorer implements Scorer {
  /** A profile this much shorter than its parts is what rounding left of likes and dislikes. */
  private static final double CANCELLED = 1e-6;

  /**
   * A work of the history and its signed weight, negative ones already times the negative weight.
   */
  record Known(int artwork, double weight) {}

  private final ContentBased strategy;
  private final FeatureStore features;

  ContentBasedScorer(ContentBased strategy, FeatureStore features) {
    this.strategy = strategy;
    this.features = features;
    features.select(strategy.features());
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    List<Weighted> weighted = FacetWeights.resolve(features, strategy.features(), query.facets());
    List<Known> known = known(query.preferences());
    if (known.isEmpty() || weighted.isEmpty()) {
      return new Scores(candidates);
    }
    return strategy.combination() == ContentBased.Combination.PROFILE
        ? byProfile(known, weighted, candidates)
        : new NearestWorks(strategy, features.artworks(), known, weighted).score(candidates);
  }

  private List<Known> known(Preferences preferences) {
    List<Known> known = new ArrayList<>();
    for (int i = 0; i < preferences.size(); i++) {
      double weight = preferences.weight(i);
      double signed = weight < 0 ? weight * strategy.negativeWeight() : weight;
      if (signed != 0) {
        known.add(new Known(preferences.artwork(i), signed));
      }
    }
    return known;
  }

  /** New works are scored by their features at once. */
  @Override
  public Scorer grown(TrainingContext before, TrainingContext after) {
    return new ContentBasedScorer(strategy, after.features());
  }

  /** The strongest works of a history, in order of artwork index. */
  static List<Known> strongest(List<Known> known, int most) {
    if (known.size() <= most) {
      return known;
    }
    return known.stream()
        .sorted(
            Comparator.comparingDouble((Known work) -> -Math.abs(work.weight()))
                .thenComparingInt(Known::artwork))
        .limit(most)
        .sorted(Comparator.comparingInt(Known::artwork))
        .toList();
  }

  private Scores byProfile(List<Known> known, List<Weighted> weighted, Candidates candidates) {
    List<FeatureProfile> profiles = new ArrayList<>();
    for (Weighted feature : weighted) {
      FeatureProfile.of(feature, strategy.similarityFor(feature.entry().spec().similarity()), known)
          .ifPresent(profiles::add);
    }
    double[] means = new double[profiles.size()];
    Scores scores =
        profiles.size() == 1
            ? ofOne(profiles.get(0), candidates)
            : ofMany(profiles, means, candidates);
    return scores.explainedBy(
        position -> contributions(profiles, means, candidates.artwork(position)));
  }

  private Scores ofOne(FeatureProfile profile, Candidates candidates) {
    double[] scan = new double[features.artworks()];
    profile.scan(scan);
    FeatureMatrix matrix = profile.matrix();
    if (candidates.isAll()) {
      return Scores.ofAll(scan, matrix::isPresent);
    }
    Scores scores = new Scores(candidates);
    for (int position = 0; position < candidates.size(); position++) {
      int artwork = candidates.artwork(position);
      if (matrix.isPresent(artwork)) {
        scores.set(position, scan[artwork]);
      }
    }
    return scores;
  }

  /** Fills {@code means} with the mean score in each feature of the works that have it. */
  private Scores ofMany(List<FeatureProfile> profiles, double[] means, Candidates candidates) {
    int size = features.artworks();
    double[] sums = new double[size];
    BitSet described = new BitSet(size);
    double[] scan = new double[size];
    double total = 0;
    for (int f = 0; f < means.length; f++) {
      FeatureProfile profile = profiles.get(f);
      profile.scan(scan);
      FeatureMatrix matrix = profile.matrix();
      means[f] = mean(matrix, scan);
      for (int artwork = 0; artwork < size; artwork++) {
        boolean has = matrix.isPresent(artwork);
        sums[artwork] += profile.weight() * (has ? scan[artwork] : means[f]);
        if (has) {
          described.set(artwork);
        }
      }
      total += profile.weight();
    }
    Scores scores = new Scores(candidates);
    for (int position = 0; position < candidates.size(); position++) {
      int artwork = candidates.artwork(position);
      if (described.get(artwork)) {
        scores.set(position, sums[artwork] / total);
      }
    }
    return scores;
  }

  /** What a work scores on average in a feature, over the works that have it. */
  static double mean(FeatureMatrix matrix, double[] scan) {
    double sum = 0;
    for (int artwork = 0; artwork < matrix.size(); artwork++) {
      sum += matrix.isPresent(artwork) ? scan[artwork] : 0;
    }
    return sum / Math.max(1, matrix.presentCount());
  }

  /** The summand of a feature that a work lacks. */
  static Contribution missing(double amount) {
    return new Contribution(ContentBased.NAME, new Cause.Offset("missing feature"), amount);
  }

  private static List<Contribution> contributions(
      List<FeatureProfile> profiles, double[] means, int artwork) {
    double total = profiles.stream().mapToDouble(FeatureProfile::weight).sum();
    List<Contribution> contributions = new ArrayList<>();
    for (int f = 0; f < means.length; f++) {
      FeatureProfile profile = profiles.get(f);
      double share = profile.weight() / total;
      if (profile.matrix().isPresent(artwork)) {
        contributions.addAll(profile.contributions(artwork, share));
      } else {
        contributions.add(missing(share * means[f]));
      }
    }
    return contributions;
  }

  /**
   * What a history amounts to in one feature: an embedded profile, or works to compare with one by
   * one.
   */
  private record FeatureProfile(
      Weighted feature,
      Similarity similarity,
      List<Known> works,
      double scale,
      Optional<float[]> embedded,
      List<float[]> rows) {

    /**
     * Rows of more works than this are gathered again for each explanation instead of being kept.
     */
    private static final int MOST_KEPT = 1000;

    static Optional<FeatureProfile> of(Weighted feature, Similarity similarity, List<Known> known) {
      FeatureMatrix matrix = feature.entry().matrix();
      List<Known> works = known.stream().filter(w -> matrix.isPresent(w.artwork())).toList();
      if (works.isEmpty()) {
        return Optional.empty();
      }
      if (similarity instanceof InnerProductSimilarity inner) {
        return collapsed(feature, inner, works);
      }
      List<Known> strongest = strongest(works, ContentBased.MOST_WORKS);
      double total = strongest.stream().mapToDouble(w -> Math.abs(w.weight())).sum();
      return Optional.of(
          new FeatureProfile(
              feature, similarity, strongest, 1 / total, Optional.empty(), List.of()));
    }

    private static Optional<FeatureProfile> collapsed(
        Weighted feature, InnerProductSimilarity similarity, List<Known> works) {
      FeatureMatrix matrix = feature.entry().matrix();
      double[] sum = new double[matrix.dimensions()];
      double lengths = 0;
      List<float[]> rows = new ArrayList<>();
      float[] row = new float[matrix.dimensions()];
      for (Known work : works) {
        matrix.copyRow(work.artwork(), row);
        float[] embedded = similarity.embed(row);
        if (works.size() <= MOST_KEPT) {
          rows.add(embedded);
        }
        for (int d = 0; d < sum.length; d++) {
          sum[d] += work.weight() * embedded[d];
        }
        lengths += Math.abs(work.weight()) * length(embedded);
      }
      double length = length(sum);
      if (!(length > CANCELLED * lengths)) {
        return Optional.empty();
      }
      double scale = 1 / length;
      float[] profile = new float[sum.length];
      for (int d = 0; d < sum.length; d++) {
        profile[d] = (float) (sum[d] * scale);
      }
      return Optional.of(
          new FeatureProfile(feature, similarity, works, scale, Optional.of(profile), rows));
    }

    private static double length(float[] vector) {
      double square = 0;
      for (float value : vector) {
        if (value != 0) {
          square += (double) value * value;
        }
      }
      return Math.sqrt(square);
    }

    private static double length(double[] vector) {
      double square = 0;
      for (double value : vector) {
        square += value * value;
      }
      return Math.sqrt(square);
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

    /** The product of two vectors, where no other dimension adds to it. */
    private static double product(float[] a, float[] b, int[] dimensions) {
      double sum = 0;
      for (int d : dimensions) {
        sum += (double) a[d] * b[d];
      }
      return sum;
    }

    FeatureMatrix matrix() {
      return feature.entry().matrix();
    }

    double weight() {
      return feature.weight();
    }

    void scan(double[] out) {
      FeatureMatrix matrix = matrix();
      if (embedded.isPresent() && similarity instanceof InnerProductSimilarity inner) {
        inner.scanEmbedded(embedded.get(), matrix, out);
        return;
      }
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

    List<Contribution> contributions(int artwork, double share) {
      float[] candidate = comparable(artwork);
      int[] shared = nonZeros(candidate);
      Optional<String> name = Optional.of(feature.entry().spec().name());
      List<Contribution> contributions = new ArrayList<>();
      for (int w = 0; w < works.size(); w++) {
        Known work = works.get(w);
        float[] row = rows.isEmpty() ? comparable(work.artwork()) : rows.get(w);
        double alike =
            embedded.isPresent()
                ? product(row, candidate, shared)
                : similarity.compare(row, candidate);
        contributions.add(
            new Contribution(
                ContentBased.NAME,
                new Cause.KnownWork(work.artwork(), work.weight(), name),
                share * scale * work.weight() * alike));
      }
      return contributions;
    }

    /** A row as it enters the score: embedded as the profile is, or as it stands. */
    private float[] comparable(int artwork) {
      float[] row = matrix().row(artwork).orElseThrow();
      return embedded.isPresent() && similarity instanceof InnerProductSimilarity inner
          ? inner.embed(row)
          : row;
    }
  }

  @Override
  public void save(StateWriter out) {
    out.putString("similarity", strategy.similarity().map(Similarity::name).orElse(""));
    out.putString("combination", strategy.combination().name());
    out.putLong("nearest", strategy.nearestWorks());
    out.putDouble("negativeWeight", strategy.negativeWeight());
    out.putStrings("features", strategy.features());
  }
}
