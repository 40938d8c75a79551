package io.artrec.text.terms;

import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.ExtractionException;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.internal.TermCounter;
import io.artrec.text.terms.internal.TermVector;
import io.artrec.text.terms.internal.TermVectorizer;
import io.artrec.text.terms.internal.TermWeighting;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The words of title, description and subjects as a vector of weights, in one of three ways:
 *
 * <ul>
 *   <li>{@link #bagOfWords}: a term that stands {@code c} times in a work's text weighs {@code c}
 *       (Salton, Wong and Yang, A vector space model for automatic indexing, Communications of the
 *       ACM 18, 1975), or 1 by {@link #presence};
 *   <li>{@link #tfIdf}: and in the texts of {@code df} of {@code N} works, {@code (1 + ln c) ·
 *       (ln((1 + N) / (1 + df)) + 1)}, at unit length (Salton and Buckley, Term-weighting
 *       approaches in automatic text retrieval, Information Processing and Management 24, 1988).
 *       The first to try: common words count less;
 *   <li>{@link #bm25}: in a text of {@code length} terms {@code ln(1 + (N - df + 0.5) / (df + 0.5))
 *       · c (k1 + 1) / (c + k1 (1 - b + b · length / mean length))}: counts saturate, long texts
 *       count less (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond,
 *       Foundations and Trends in Information Retrieval 3, 2009).
 * </ul>
 *
 * <p>Works are compared by cosine. Terms of a single work can link nothing and are left out; of the
 * rest the most frequent are kept, up to a limit, ties by name. A work without any kept term is
 * missing.
 *
 * <p>Features are stored with their zeros, 4 bytes × terms × works. Unless another limit is asked
 * for, {@value #STANDARD_TERMS} terms are kept, and as many fewer in a catalogue of more than
 * 32,768 works as keep the feature within {@value #STANDARD_BYTES} bytes (1,342 terms for 100,000
 * works), but 256 at least. For all terms at a fraction of the memory use {@link TermCounter} and
 * {@link TermVectorizer}, or a feature of fewer dimensions, as topics are.
 *
 * <p>Works that come after fitting are encoded by the terms, document frequencies and mean length
 * of then; new terms count once features are fitted again.
 *
 * <p>Immutable and thread-safe. Fitting and encoding are O(characters); fitting uses all
 * processors.
 */
public final class TermFeature implements FeatureExtractor {
  /** The most terms unless said otherwise. */
  public static final int STANDARD_TERMS = 4096;

  /** The most memory of the vectors of all works unless another limit is asked for, in bytes. */
  public static final long STANDARD_BYTES = 512L << 20;

  private static final int FEWEST_STANDARD_TERMS = 256;

  private final Kind kind;
  private final TextAnalysis analysis;

  /** Which terms; a largest number of {@link Integer#MAX_VALUE} means the standard. */
  private final VocabularyLimits limits;

  /**
   * What sets the three ways apart.
   *
   * @param name the first part of the feature's name
   * @param weighting how much a term weighs
   * @param parameters what else was set, ending in a comma and a space unless empty
   */
  private record Kind(String name, TermWeighting weighting, String parameters) {
    private static final String TF_IDF = "tf-idf";

    boolean isUnit() {
      return name.equals(TF_IDF);
    }

    int version() {
      return name.equals(TF_IDF) ? 2 : 1;
    }
  }

  private TermFeature(Kind kind, TextAnalysis analysis, VocabularyLimits limits) {
    this.kind = kind;
    this.analysis = Objects.requireNonNull(analysis, "analysis");
    this.limits = limits;
  }

  private static TermFeature of(Kind kind, TextAnalysis analysis) {
    return new TermFeature(kind, analysis, VocabularyLimits.shared());
  }

  /**
   * Returns the feature of counts.
   *
   * @param analysis turns texts into terms, for instance {@link TextAnalysis#english}
   * @return the feature {@code bag-of-words-<name of the analysis>}
   */
  public static TermFeature bagOfWords(TextAnalysis analysis) {
    return of(new Kind("bag-of-words", TermWeighting.counts(), ""), analysis);
  }

  /**
   * Returns the feature of terms that are there, whose weight is 1 however often they are.
   *
   * @param analysis turns texts into terms
   * @return the feature {@code bag-of-words-<name of the analysis>}
   */
  public static TermFeature presence(TextAnalysis analysis) {
    return of(new Kind("bag-of-words", TermWeighting.presence(), "presence, "), analysis);
  }

  /**
   * Returns the feature of term frequency times inverse document frequency.
   *
   * @param analysis turns texts into terms, for instance {@link TextAnalysis#chinese}
   * @return the feature {@code tf-idf-<name of the analysis>}
   */
  public static TermFeature tfIdf(TextAnalysis analysis) {
    return of(new Kind(Kind.TF_IDF, TermWeighting.tfIdf(), ""), analysis);
  }

  /**
   * Returns the feature of BM25 weights with {@code k1} 1.2 and {@code b} 0.75.
   *
   * @param analysis turns texts into terms
   * @return the feature {@code bm25-<name of the analysis>}
   */
  public static TermFeature bm25(TextAnalysis analysis) {
    return bm25(analysis, 1.2, 0.75);
  }

  /**
   * Returns the feature of BM25 weights with constants of one's own.
   *
   * @param analysis turns texts into terms
   * @param k1 how slowly counts saturate, 0 (at once) or more
   * @param b how much a text's length counts, 0 (not at all) to 1
   * @return the feature {@code bm25-<name of the analysis>}
   */
  public static TermFeature bm25(TextAnalysis analysis, double k1, double b) {
    String parameters = "k1 " + k1 + ", b " + b + ", ";
    return of(new Kind("bm25", TermWeighting.bm25(k1, b), parameters), analysis);
  }

  /**
   * Returns this feature with another limit in place of the standard.
   *
   * @param most the most terms, 1 or more
   * @return the changed feature
   */
  public TermFeature maxTerms(int most) {
    return limits(limits.maxTerms(most));
  }

  /**
   * Returns this feature with other limits for its vocabulary.
   *
   * @param terms which terms are kept; where {@code maxTerms} was not set, as many as standard
   * @return the changed feature
   */
  public TermFeature limits(VocabularyLimits terms) {
    return new TermFeature(kind, analysis, Objects.requireNonNull(terms, "terms"));
  }

  @Override
  public FeatureSpec spec() {
    String terms =
        limits.maxTerms() == Integer.MAX_VALUE
            ? "standard terms"
            : "at most " + limits.maxTerms() + " terms";
    return FeatureSpec.named(kind.name() + "-" + analysis.name())
        .version(kind.version())
        .facet("text")
        .parameters(
            String.format(
                Locale.ROOT,
                "%s%s, in %d works or more, in a share of at most %s, %s",
                kind.parameters(),
                terms,
                limits.minDocuments(),
                limits.maxDocumentShare(),
                analysis.parameters()))
        .build();
  }

  /**
   * Learns the vocabulary.
   *
   * @param catalog the works, at least one
   * @return the encoder
   * @throws ExtractionException when vectors of as many terms as were asked for cannot fit into
   *     memory; the message tells how many can
   */
  @Override
  public FeatureEncoder fit(Catalog catalog) {
    Vocabulary vocabulary =
        TermCounter.of(analysis)
            .limits(limits.maxTerms(mostTerms(limits.maxTerms(), catalog.size())))
            .learn(catalog.size(), index -> ArtworkText.of(catalog.get(index)))
            .vocabulary();
    checkMemory(spec().name(), catalog.size(), vocabulary.size(), Runtime.getRuntime().maxMemory());
    return encoder(vocabulary);
  }

  @Override
  public FeatureEncoder read(StateReader in) {
    return encoder(Vocabulary.read(in));
  }

  private FeatureEncoder encoder(Vocabulary vocabulary) {
    return new Encoder(
        TermVectorizer.of(analysis, vocabulary, kind.weighting()),
        kind.isUnit(),
        vocabulary.fingerprint());
  }

  /**
   * As many terms as were asked for; else the standard, less for catalogues it is too large for.
   */
  static int mostTerms(int asked, int works) {
    if (asked != Integer.MAX_VALUE) {
      return asked;
    }
    long fitting = STANDARD_BYTES / ((long) Float.BYTES * works);
    return (int) Math.max(FEWEST_STANDARD_TERMS, Math.min(STANDARD_TERMS, fitting));
  }

  /** Fails before the matrix is taken, not while it is. */
  static void checkMemory(String name, int works, int terms, long mostBytes) {
    long bytes = (long) Float.BYTES * works * terms;
    if (bytes > mostBytes) {
      throw new ExtractionException(
          String.format(
              Locale.ROOT,
              "feature '%s' of %,d works and %,d terms needs %,d MB, more than the %,d MB this Java"
                  + " may use; ask for maxTerms %,d or fewer, leave maxTerms to the standard, or"
                  + " give more memory (-Xmx)",
              name,
              works,
              terms,
              bytes >> 20,
              mostBytes >> 20,
              Math.max(1, mostBytes / 2 / ((long) Float.BYTES * works))));
    }
  }

  private record Encoder(TermVectorizer vectorizer, boolean unit, String fingerprint)
      implements FeatureEncoder {
    @Override
    public int dimensions() {
      return Math.max(1, vectorizer.vocabulary().size());
    }

    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      TermVector vector = vectorizer.vector(ArtworkText.of(input.artwork()));
      if (vector.size() == 0) {
        return Optional.empty();
      }
      return Optional.of((unit ? vector.unit() : vector).dense(dimensions()));
    }

    @Override
    public void save(StateWriter out) {
      vectorizer.vocabulary().save(out);
    }
  }
}
