package io.artrec.text.terms;

import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.StateReader;
import io.artrec.text.analysis.TextAnalysis;

/**
 * The words of title, description and subjects as a vector: term frequency times inverse document
 * frequency (Salton and Buckley, Term-weighting approaches in automatic text retrieval, Information
 * Processing and Management 24, 1988).
 *
 * <p>A term that stands {@code c} times in a work's text and in the texts of {@code df} of {@code
 * N} works weighs {@code (1 + ln c) · (ln((1 + N) / (1 + df)) + 1)}; vectors have unit length.
 * Terms of a single work can link nothing and are left out; of the rest the most frequent are kept,
 * up to a limit, ties by name. A work without any kept term is missing.
 *
 * <p>Features are stored with their zeros, 4 bytes × terms × works. Unless another limit is asked
 * for, {@value #STANDARD_TERMS} terms are kept, and as many fewer in a catalogue of more than
 * 32,768 works as keep the feature within {@value #STANDARD_BYTES} bytes (1,342 terms for 100,000
 * works), but 256 at least. For all terms at a fraction of the memory use {@link TermCounter} and
 * {@link TermVectorizer}, or a feature of fewer dimensions, as topics are.
 *
 * <p>Works that come after fitting are encoded by the terms and document frequencies of then; new
 * terms count once features are fitted again.
 *
 * <p>Immutable and thread-safe. Fitting and encoding are O(characters); fitting uses all
 * processors.
 */
public final class TfIdf implements FeatureExtractor {
  /** The most terms unless said otherwise. */
  public static final int STANDARD_TERMS = 4096;

  /** The most memory of the vectors of all works unless another limit is asked for, in bytes. */
  public static final long STANDARD_BYTES = 512L << 20;

  private final TermFeature feature;

  private TfIdf(TermFeature feature) {
    this.feature = feature;
  }

  /**
   * Returns the feature for English texts.
   *
   * @return the feature {@code tf-idf-en}
   */
  public static TfIdf english() {
    return of(TextAnalysis.english());
  }

  /**
   * Returns the feature for Chinese texts.
   *
   * @return the feature {@code tf-idf-zh}
   */
  public static TfIdf chinese() {
    return of(TextAnalysis.chinese());
  }

  /**
   * Returns the feature for texts of another language.
   *
   * @param analysis turns texts into terms
   * @return the feature {@code tf-idf-<name>}
   */
  public static TfIdf of(TextAnalysis analysis) {
    return new TfIdf(
        new TermFeature(
            "tf-idf", 2, analysis, VocabularyLimits.shared(), TermWeighting.tfIdf(), "", true));
  }

  /**
   * Returns this feature with another limit in place of the standard.
   *
   * @param most the most terms, 1 or more
   * @return the changed feature
   */
  public TfIdf maxTerms(int most) {
    return limits(feature.limits().maxTerms(most));
  }

  /**
   * Returns this feature with other limits for its vocabulary.
   *
   * @param terms which terms are kept; where {@code maxTerms} was not set, as many as standard
   * @return the changed feature
   */
  public TfIdf limits(VocabularyLimits terms) {
    return new TfIdf(feature.withLimits(terms));
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
