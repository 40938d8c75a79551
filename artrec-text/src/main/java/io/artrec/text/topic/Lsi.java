package io.artrec.text.topic;

import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.VocabularyLimits;
import io.artrec.text.terms.internal.TermDocuments;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Latent semantic indexing: texts as points in the space of the greatest singular vectors of their
 * TF-IDF matrix (Deerwester, Dumais, Furnas, Landauer, Harshman, Indexing by latent semantic
 * analysis, JASIS 1990), where texts are close that share words, or words that go with the same
 * words.
 *
 * <p>With {@code X [texts × terms]} the TF-IDF weights, rows of unit length, and {@code X ≈ U Σ Vᵀ}
 * by a randomised decomposition (Halko, Martinsson, Tropp, SIAM Review 2011), a text of weights
 * {@code x} becomes {@code x V}: for the learned texts, rows of {@code U Σ}. Wants the cosine. When
 * the texts have fewer directions than dimensions asked for, there are fewer dimensions. Works that
 * come after fitting are points in the space of then.
 *
 * <p>Learning is O(entries · d + (texts + terms) · d²) for d dimensions, in {@code 36 · (texts +
 * terms) · d} bytes; a new text costs O(words · d). Immutable and thread-safe; the same seed gives
 * the same vectors at any number of threads.
 */
public final class Lsi implements FeatureExtractor {
  /** The dimensions unless said otherwise. */
  public static final int STANDARD_DIMENSIONS = 100;

  private static final int MOST_DIMENSIONS = 10_000;

  private final TopicSettings settings;

  private Lsi(TopicSettings settings) {
    this.settings = settings;
  }

  /**
   * Returns the feature for English texts, of {@value #STANDARD_DIMENSIONS} dimensions.
   *
   * @return the feature {@code lsi-en}
   */
  public static Lsi english() {
    return of(STANDARD_DIMENSIONS, TextAnalysis.english());
  }

  /**
   * Returns the feature for Chinese texts, of {@value #STANDARD_DIMENSIONS} dimensions.
   *
   * @return the feature {@code lsi-zh}
   */
  public static Lsi chinese() {
    return of(STANDARD_DIMENSIONS, TextAnalysis.chinese());
  }

  /**
   * Returns the feature: terms of two texts or more and of half of the texts or fewer, at most
   * 50,000 of them; on as many threads as processors.
   *
   * @param dimensions how many at most, 1 to 10,000
   * @param analysis turns texts into terms
   * @return the feature {@code lsi-<name of the analysis>}
   */
  public static Lsi of(int dimensions, TextAnalysis analysis) {
    if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw new IllegalArgumentException(
          "dimensions is " + dimensions + ", expected 1 to " + MOST_DIMENSIONS);
    }
    return new Lsi(TopicSettings.of(dimensions, analysis));
  }

  /**
   * {@return this feature with other limits for the vocabulary}
   *
   * @param terms which terms count
   */
  public Lsi limits(VocabularyLimits terms) {
    return new Lsi(settings.limits(Objects.requireNonNull(terms, "terms")));
  }

  /**
   * {@return this feature with another seed for the decomposition's random start; vectors change
   * but little by it}
   *
   * @param value the seed
   */
  public Lsi seed(long value) {
    return new Lsi(settings.seed(value));
  }

  /**
   * {@return this feature on another number of threads}
   *
   * @param count 1 or more
   */
  public Lsi threads(int count) {
    return new Lsi(settings.threads(count));
  }

  @Override
  public FeatureSpec spec() {
    return FeatureSpec.named("lsi-" + settings.analysis().name())
        .facet("text")
        .parameters(settings.parameters().replace("topics", "dimensions"))
        .build();
  }

  /**
   * Learns the space of a collection of texts.
   *
   * @param texts the texts
   * @param progress hears how far it is
   * @param cancellation stops it
   * @return the space
   * @throws io.artrec.task.CancelledException when it was cancelled or interrupted
   */
  public LsiModel learn(List<String> texts, Progress progress, Cancellation cancellation) {
    Workers work = Workers.of(settings.threads()).progress(progress).cancellation(cancellation);
    TermDocuments documents = KnownTerms.count(texts, settings, work);
    KnownTerms known =
        new KnownTerms(settings.analysis(), documents.vocabulary(), documents.vocabulary().terms());
    SparseRows matrix = new TermWeights(documents.vocabulary()).of(documents);
    RandomizedSvd.Factors svd = RandomizedSvd.of(matrix, settings.topics(), settings.seed(), work);
    int dimensions = svd.values().length;
    float[] directions = new float[Math.multiplyExact(known.size(), dimensions)];
    for (int d = 0; d < dimensions; d++) {
      for (int t = 0; t < known.size(); t++) {
        directions[t * dimensions + d] = (float) svd.right()[d][t];
      }
    }
    return new LsiModel(known, svd.values(), directions);
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    LsiModel model = learn(ArtworkText.of(catalog), Progress.silent(), new Cancellation());
    return new Encoder(model);
  }

  @Override
  public FeatureEncoder read(StateReader in) {
    return new Encoder(LsiModel.read(in, settings.analysis()));
  }

  private record Encoder(LsiModel model) implements FeatureEncoder {
    @Override
    public int dimensions() {
      return Math.max(1, model.dimensions());
    }

    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      return model.vector(ArtworkText.of(input.artwork()));
    }

    @Override
    public String fingerprint() {
      return model.fingerprint();
    }

    @Override
    public void save(StateWriter out) {
      model.save(out);
    }
  }
}
