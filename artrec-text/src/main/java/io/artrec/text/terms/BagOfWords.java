package io.artrec.text.terms;

import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.StateReader;
import io.artrec.text.analysis.TextAnalysis;

/**
 * The words of title, description and subjects as a vector of counts (Salton, Wong and Yang, A
 * vector space model for automatic indexing, Communications of the ACM 18, 1975).
 *
 * <p>A term that stands {@code c} times in a work's text weighs {@code c}, or 1 when only {@link
 * #presence} counts. Works are compared by cosine. Which terms are kept, missing works, memory and
 * cost are as in {@link TfIdf}, which is the better choice where common words should count less.
 *
 * <p>Works that come after fitting are encoded by the terms of then.
 *
 * <p>Immutable and thread-safe.
 */
public final class BagOfWords implements FeatureExtractor {
  private final TermFeature feature;

  private BagOfWords(TermFeature feature) {
    this.feature = feature;
  }

  /**
   * Returns the feature for English texts.
   *
   * @return the feature {@code bag-of-words-en}
   */
  public static BagOfWords english() {
    return of(TextAnalysis.english());
  }

  /**
   * Returns the feature for Chinese texts.
   *
   * @return the feature {@code bag-of-words-zh}
   */
  public static BagOfWords chinese() {
    return of(TextAnalysis.chinese());
  }

  /**
   * Returns the feature for texts of another language.
   *
   * @param analysis turns texts into terms
   * @return the feature {@code bag-of-words-<name>}
   */
  public static BagOfWords of(TextAnalysis analysis) {
    return new BagOfWords(
        new TermFeature(
            "bag-of-words",
            1,
            analysis,
            VocabularyLimits.shared(),
            TermWeighting.counts(),
            "",
            false));
  }

  /**
   * Returns this feature without counting: a term that is there weighs 1.
   *
   * @return the changed feature
   */
  public BagOfWords presence() {
    return new BagOfWords(
        new TermFeature(
            feature.kind(),
            feature.version(),
            feature.analysis(),
            feature.limits(),
            TermWeighting.presence(),
            "presence, ",
            feature.unit()));
  }

  /**
   * Returns this feature with another limit in place of the standard.
   *
   * @param most the most terms, 1 or more
   * @return the changed feature
   */
  public BagOfWords maxTerms(int most) {
    return limits(feature.limits().maxTerms(most));
  }

  /**
   * Returns this feature with other limits for its vocabulary.
   *
   * @param terms which terms are kept; where {@code maxTerms} was not set, as many as standard
   * @return the changed feature
   */
  public BagOfWords limits(VocabularyLimits terms) {
    return new BagOfWords(feature.withLimits(terms));
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
