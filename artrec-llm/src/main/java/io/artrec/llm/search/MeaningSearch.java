package io.artrec.llm.search;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.llm.analysis.ArtworkText;
import io.artrec.llm.embedding.SentenceEncoder;
import io.artrec.llm.embedding.TextEmbedding;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.similarity.InnerProductSimilarity;
import io.artrec.similarity.Similarities;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Memory;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import io.artrec.strategy.Wish;
import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Scores works by the cosine between the sentence vector of what the asker wishes for and that of
 * the work's title, description and subjects; -1 to 1. Without a wish, or for one the encoder
 * cannot read, everything stays unscored; so does a work without text. Reasons say that a work fits
 * from {@link SentenceEncoder#fitsFrom} on.
 *
 * <p>Vectors of the works are those of the recommender's {@link TextEmbedding} by the same encoder
 * where it has that feature; otherwise training computes them. An answer costs encoding the wish
 * and one scan, O(works · dimensions). Immutable and as thread-safe as the encoder.
 */
public final class MeaningSearch implements Strategy {
  static final String NAME = "meaning-search";

  private static final int AT_ONCE = 256;

  /** What a wish is as a vector. */
  private record Encoded(Optional<float[]> vector) {}

  private final Memory.Key<Encoded> encoding = Memory.Key.of(Encoded.class, 4096);
  private final SentenceEncoder encoder;

  private MeaningSearch(SentenceEncoder encoder) {
    this.encoder = encoder;
  }

  /**
   * Returns the search by an encoder.
   *
   * @param encoder turns texts into vectors; not closed by this strategy
   * @return the strategy
   */
  public static MeaningSearch by(SentenceEncoder encoder) {
    return new MeaningSearch(Objects.requireNonNull(encoder, "encoder"));
  }

  /**
   * Returns what reads this strategy from a model file.
   *
   * @param encoder the encoder the model was built with; another is refused by its name
   * @return the reader
   */
  public static StrategyReader reader(SentenceEncoder encoder) {
    MeaningSearch search = by(encoder);
    return new StrategyReader() {
      @Override
      public String strategy() {
        return NAME;
      }

      @Override
      public Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
        return search.read(in, context);
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
    Optional<FeatureMatrix> feature = feature(context.features());
    return feature.isPresent()
        ? new Trained(feature.get(), true)
        : new Trained(embedded(context), false);
  }

  private Optional<FeatureMatrix> feature(FeatureStore features) {
    FeatureSpec own = TextEmbedding.of(encoder).spec();
    return features.entries().stream()
        .filter(
            entry ->
                entry.spec().facet().equals(own.facet())
                    && entry.spec().version() == own.version()
                    && entry.spec().parameters().equals(own.parameters()))
        .map(FeatureStore.Entry::matrix)
        .findFirst();
  }

  private FeatureMatrix embedded(TrainingContext context) {
    int size = context.catalog().size();
    FeatureMatrix.Builder rows = FeatureMatrix.builder(size, encoder.dimensions());
    encode(
        context,
        IntStream.range(0, size).toArray(),
        (work, vector) -> vector.ifPresent(values -> rows.set(work, values)));
    return rows.build();
  }

  /** Earlier vectors, with those of some works encoded anew. */
  private FeatureMatrix embedded(TrainingContext context, FeatureMatrix earlier, int[] works) {
    Map<Integer, Optional<float[]>> rows = new HashMap<>();
    encode(context, works, rows::put);
    return earlier.with(context.catalog().size(), earlier.dimensions(), rows);
  }

  private void encode(
      TrainingContext context, int[] works, BiConsumer<Integer, Optional<float[]>> each) {
    for (int first = 0; first < works.length; first += AT_ONCE) {
      context.cancellation().check("training search by meaning");
      int[] piece = Arrays.copyOfRange(works, first, Math.min(works.length, first + AT_ONCE));
      List<String> texts =
          IntStream.of(piece).mapToObj(context.catalog()::get).map(ArtworkText::of).toList();
      List<Optional<float[]>> vectors = encoder.encodeAll(texts);
      for (int i = 0; i < piece.length; i++) {
        each.accept(piece[i], vectors.get(i));
      }
      context.progress().update("training search by meaning", first + piece.length, works.length);
    }
  }

  private Scorer read(StateReader in, TrainingContext context) {
    String saved = in.getString("encoder");
    if (!saved.equals(encoder.name())) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model searches by vectors of encoder '%s', and '%s' was passed to read it; pass MeaningSearch.reader of the encoder it was built with",
              saved,
              encoder.name()));
    }
    if (in.getLong("fromFeature") == 1) {
      FeatureMatrix feature =
          feature(context.features())
              .orElseThrow(
                  () ->
                      new ModelFileException(
                          "the model searches by its text embedding of encoder '"
                              + saved
                              + "', which it does not hold; the file is damaged"));
      return new Trained(feature, true);
    }
    int size = context.catalog().size();
    int dimensions = (int) in.getLong("dimensions");
    BitSet present = BitSet.valueOf(in.getLongs("present"));
    float[] values = in.getFloats("values");
    if (dimensions < 1
        || values.length != (long) present.cardinality() * dimensions
        || present.length() > size) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "search by meaning holds %,d values for %,d vectors of %d dimensions over %,d works; the file is damaged",
              values.length,
              present.cardinality(),
              dimensions,
              size));
    }
    FeatureMatrix.Builder rows = FeatureMatrix.builder(size, dimensions);
    float[] row = new float[dimensions];
    int at = 0;
    for (int artwork = present.nextSetBit(0);
        artwork >= 0;
        artwork = present.nextSetBit(artwork + 1)) {
      System.arraycopy(values, at, row, 0, dimensions);
      rows.set(artwork, row);
      at += dimensions;
    }
    return new Trained(rows.build(), false);
  }

  @Override
  public String toString() {
    return NAME + ":encoder=" + encoder.name();
  }

  private Optional<float[]> encoded(Wish wish) {
    return wish.remembered(encoding, words -> new Encoded(encoder.encodeQuery(words))).vector();
  }

  private final class Trained implements Scorer {
    private static final InnerProductSimilarity COSINE = Similarities.cosine();

    private final FeatureMatrix vectors;
    private final boolean fromFeature;

    Trained(FeatureMatrix vectors, boolean fromFeature) {
      this.vectors = vectors;
      this.fromFeature = fromFeature;
    }

    @Override
    public Strategy strategy() {
      return MeaningSearch.this;
    }

    @Override
    public Scores score(Query query, Candidates candidates) {
      Scores scores = new Scores(candidates);
      Optional<float[]> wish = query.wish().flatMap(MeaningSearch.this::encoded);
      if (wish.isEmpty() || candidates.size() == 0) {
        return scores;
      }
      double[] cosines = new double[vectors.size()];
      COSINE.scan(wish.get(), vectors, cosines);
      for (int position = 0; position < candidates.size(); position++) {
        int artwork = candidates.artwork(position);
        if (vectors.isPresent(artwork)) {
          scores.set(position, cosines[artwork]);
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

    @Override
    public Scorer loaded(UnaryOperator<FeatureMatrix> load) {
      return new Trained(load.apply(vectors), fromFeature);
    }

    /** Behaviour says nothing here; only new works are encoded. */
    @Override
    public Optional<Scorer> updated(TrainingContext before, TrainingContext after) {
      Optional<FeatureMatrix> feature = feature(after.features());
      if (feature.isPresent()) {
        return Optional.of(new Trained(feature.get(), true));
      }
      return after.catalog().size() == vectors.size()
          ? Optional.of(this)
          : Optional.of(
              new Trained(
                  embedded(
                      after,
                      vectors,
                      IntStream.range(vectors.size(), after.catalog().size()).toArray()),
                  false));
    }

    /** Works whose text is new or changed are encoded. */
    @Override
    public Scorer grown(TrainingContext before, TrainingContext after) {
      Optional<FeatureMatrix> feature = feature(after.features());
      if (feature.isPresent()) {
        return new Trained(feature.get(), true);
      }
      int[] changed = ArtworkText.changed(before.catalog(), after.catalog());
      return changed.length == 0 ? this : new Trained(embedded(after, vectors, changed), false);
    }

    @Override
    public void save(StateWriter out) {
      out.putString("encoder", encoder.name());
      out.putLong("fromFeature", fromFeature ? 1 : 0);
      if (fromFeature) {
        return;
      }
      BitSet present = new BitSet(vectors.size());
      float[] values = new float[Math.multiplyExact(vectors.presentCount(), vectors.dimensions())];
      float[] row = new float[vectors.dimensions()];
      int at = 0;
      for (int artwork = 0; artwork < vectors.size(); artwork++) {
        if (vectors.copyRow(artwork, row)) {
          present.set(artwork);
          System.arraycopy(row, 0, values, at, row.length);
          at += row.length;
        }
      }
      out.putLong("dimensions", vectors.dimensions());
      out.putLongs("present", present.toLongArray());
      out.putFloats("values", values);
    }
  }
}
