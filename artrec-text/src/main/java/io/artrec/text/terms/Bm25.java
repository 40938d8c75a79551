package io.artrec.text.terms;

import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.StateReader;
import io.artrec.text.analysis.TextAnalysis;

/**
 * The words of title, description and subjects as a vector of BM25 weights: counts saturate, long
 * texts count less (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond,
 * Foundations and Trends in Information Retrieval 3, 2009).
 *
 * <p>A term that stands {@code c} times in a work's text of {@code length} terms, and in the texts
 * of {@code df} of {@code N} works, weighs {@code ln(1 + (N - df + 0.5) / (df + 0.5)) · c (k1 + 1)
 * / (c + k1 (1 - b + b · length / mean length))}, {@code k1} 1.2 and {@code b} 0.75 unless set.
 * Works are compared by cosine. Which terms are kept, missing works, memory and cost are as in
 * {@link TfIdf}.
 *
 * <p>Works that come after fitting are encoded by the terms, document frequencies and mean length
 * of then.
 *
 * <p>Immutable and thread-safe.
 */
public final class Bm25 implements FeatureExtractor {
  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private final TermFeature feature;

  private Bm25(TermFeature feature) {
    this.feature = feature;
  }

  /**
   * Returns the feature for English texts.
   *
   * @return the feature {@code bm25-en}
   */
  public static Bm25 english() {
    return of(TextAnalysis.english());
  }

  /**
   * Returns the feature for Chinese texts.
   *
   * @return the feature {@code bm25-zh}
   */
  public static Bm25 chinese() {
    return of(TextAnalysis.chinese());
  }

  /**
   * Returns the feature for texts of another language.
   *
   * @param analysis turns texts into terms
   * @return the feature {@code bm25-<name>}
   */
  public static Bm25 of(TextAnalysis analysis) {
    return new Bm25(
        new TermFeature(
            "bm25",
            1,
            analysis,
            VocabularyLimits.shared(),
            TermWeighting.bm25(K1, B),
            parameters(K1, B),
            false));
  }

  private static String parameters(double k1, double b) {
    return "k1 " + k1 + ", b " + b + ", ";
  }

  /**
   * Returns this feature with other constants.
   *
   * @param k1 how slowly counts saturate, 0 (at once) or more
   * @param b how much a text's length counts, 0 (not at all) to 1
   * @return the changed feature
   */
  public Bm25 constants(double k1, double b) {
    return new Bm25(
        new TermFeature(
            feature.kind(),
            feature.version(),
            feature.analysis(),
            feature.limits(),
            TermWeighting.bm25(k1, b),
            parameters(k1, b),
            feature.unit()));
  }

  /**
   * Returns this feature with another limit in place of the standard.
   *
   * @param most the most terms, 1 or more
   * @return the changed feature
   */
  public Bm25 maxTerms(int most) {
    return limits(feature.limits().maxTerms(most));
  }

  /**
   * Returns this feature with other limits for its vocabulary.
   *
   * @param terms which terms are kept; where {@code maxTerms} was not set, as many as standard
   * @return the changed feature
   */
  public Bm25 limits(VocabularyLimits terms) {
    return new Bm25(feature.withLimits(terms));
  }

  @Override
  public FeatureSpec spec() {
    return feature.spec();
  }

  /**
   * Learns the vocabulary.
   *
   * @param catalog the works, at least one
   * @return the encoder
   * @throws io.artrec.feature.ExtractionException when vectors of as many terms as were asked for
   *     cannot fit into memory; the message tells how many can
   */
  @Override
  public FeatureEncoder fit(Catalog catalog) {
    return feature.fit(catalog);
  }

  @Override
  public FeatureEncoder read(StateReader in) {
    return feature.read(in);
  }
}
