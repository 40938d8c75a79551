package io.artrec.strategy;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureStore;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.similarity.InnerProductSimilarity;
import io.artrec.similarity.Similarities;
import io.artrec.vector.FeatureMatrix;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Finds works by what is said, in a feature that words can be put into: "stormy sea" among
 * pictures. Scores are cosines of the wish's vector and the work's, -1 to 1; without a wish, and of
 * a work that lacks the feature, there is none. Reasons say that a work fits from {@link
 * WishEncoder#fitsFrom} on. Cosines of images and texts are small and close together, so a blend
 * should bring them to one scale with its other parts.
 *
 * <p>Training computes nothing; an answer costs encoding the wish, once for all who share it, and
 * one scan, O(works · dimensions), of few candidates theirs alone. Immutable and as thread-safe as
 * the encoder, which stays the caller's to close.
 */
public final class FeatureSearch implements Strategy {
  static final String NAME = "feature-search";

  private static final InnerProductSimilarity COSINE = Similarities.cosine();
  private static final long BYTES = 4096;

  /** What a wish is as a vector. */
  private record Encoded(Optional<float[]> vector) {}

  private final Memory.Key<Encoded> encoding = Memory.Key.of(Encoded.class, BYTES);
  private final String feature;
  private final WishEncoder encoder;

  private FeatureSearch(String feature, WishEncoder encoder) {
    this.feature = feature;
    this.encoder = encoder;
  }

  /**
   * {@return the search in a feature}
   *
   * @param feature the feature's name, for instance {@code image-embedding}; training checks that
   *     it is there
   * @param encoder puts wishes into the feature's space
   */
  public static FeatureSearch in(String feature, WishEncoder encoder) {
    return new FeatureSearch(
        Objects.requireNonNull(feature, "feature"), Objects.requireNonNull(encoder, "encoder"));
  }

  /**
   * {@return what reads this strategy from a model file}
   *
   * @param encoder the encoder the model was built with; another is refused by its name
   */
  public static StrategyReader reader(WishEncoder encoder) {
    Objects.requireNonNull(encoder, "encoder");
    return new StrategyReader() {
      @Override
      public String strategy() {
        return NAME;
      }

      @Override
      public Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
        FeatureSearch search = in(in.getString("feature"), encoder);
        String saved = in.getString("encoder");
        if (!saved.equals(encoder.name())) {
          throw new ModelFileException(
              String.format(
                  Locale.ROOT,
                  "the model searches feature '%s' by encoder '%s', and '%s' was passed to read it; pass FeatureSearch.reader of the encoder it was built with",
                  search.feature,
                  saved,
                  encoder.name()));
        }
        try {
          return search.train(context);
        } catch (IllegalArgumentException e) {
          throw new ModelFileException("the file is damaged: " + e.getMessage(), e);
        }
      }
    };
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.TEXT_QUERY);
  }

  @Override
  public Scorer train(TrainingContext context) {
    FeatureStore features = context.features();
    FeatureMatrix matrix =
        features
            .find(feature)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no feature is called '"
                            + feature
                            + "', which words are to find works by; there are "
                            + features.entries().stream().map(e -> e.spec().name()).toList()
                            + "; add it with Recommender.builder().feature(...)"));
    if (matrix.size() > 0 && matrix.dimensions() != encoder.dimensions()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "encoder '%s' gives %d dimensions, feature '%s' has %d; words find works only by the two encoders of a pair",
              encoder.name(),
              encoder.dimensions(),
              feature,
              matrix.dimensions()));
    }
    return new Trained(matrix);
  }

  private Optional<float[]> encoded(Wish wish) {
    return wish.remembered(encoding, words -> new Encoded(encoder.encodeQuery(words))).vector();
  }

  @Override
  public String toString() {
    return NAME + "(" + feature + ", " + encoder.name() + ")";
  }

  private final class Trained implements Scorer {
    private final FeatureMatrix works;

    Trained(FeatureMatrix works) {
      this.works = works;
    }

    @Override
    public Strategy strategy() {
      return FeatureSearch.this;
    }

    @Override
    public Scores score(Query query, Candidates candidates) {
      Scores scores = new Scores(candidates);
      Optional<float[]> vector = query.wish().flatMap(FeatureSearch.this::encoded);
      if (vector.isEmpty() || candidates.size() == 0 || works.size() == 0) {
        return scores;
      }
      double[] cosines = cosines(COSINE.embed(vector.get()), candidates);
      for (int position = 0; position < cosines.length; position++) {
        if (works.isPresent(candidates.artwork(position))) {
          scores.set(position, cosines[position]);
        }
      }
      String words = query.wish().orElseThrow().words();
      return scores.explainedBy(
          position -> {
            double cosine = scores.value(position);
            Cause cause = new Cause.Wish(words, cosine >= encoder.fitsFrom());
            return List.of(new Contribution(NAME, cause, cosine));
          });
    }

    private double[] cosines(float[] wish, Candidates candidates) {
      double[] cosines = new double[candidates.size()];
      if (candidates.size() > works.size() / VectorScorer.FEW) {
        double[] all = new double[works.size()];
        COSINE.scanEmbedded(wish, works, all);
        for (int position = 0; position < cosines.length; position++) {
          cosines[position] = all[candidates.artwork(position)];
        }
        return cosines;
      }
      int[] rows = new int[cosines.length];
      for (int position = 0; position < rows.length; position++) {
        rows[position] = candidates.artwork(position);
      }
      COSINE.scanEmbedded(new float[][] {wish}, works, rows, new double[][] {cosines});
      return cosines;
    }

    @Override
    public Scorer loaded(UnaryOperator<FeatureMatrix> load) {
      return new Trained(load.apply(works));
    }

    /** Behaviour says nothing here; new works come with their vectors. */
    @Override
    public Optional<Scorer> updated(TrainingContext before, TrainingContext after) {
      return Optional.of(train(after));
    }

    @Override
    public Scorer grown(TrainingContext before, TrainingContext after) {
      return train(after);
    }

    @Override
    public void save(StateWriter out) {
      out.putString("feature", feature);
      out.putString("encoder", encoder.name());
    }
  }
}
