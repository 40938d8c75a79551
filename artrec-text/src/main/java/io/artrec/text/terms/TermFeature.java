package io.artrec.text.terms;

import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.ExtractionException;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.analysis.TextAnalysis;
import java.util.Locale;
import java.util.Optional;

/**
 * What features of weighted terms have in common.
 *
 * @param kind the first part of the feature's name
 * @param version the feature's version
 * @param analysis turns texts into terms
 * @param limits which terms; a largest number of {@link Integer#MAX_VALUE} means the standard
 * @param weighting how much a term weighs
 * @param parameters what else was set, ending in a comma and a space unless empty
 * @param unit whether vectors get unit length
 */
record TermFeature(
    String kind,
    int version,
    TextAnalysis analysis,
    VocabularyLimits limits,
    TermWeighting weighting,
    String parameters,
    boolean unit) {
  private static final int FEWEST_STANDARD_TERMS = 256;

  TermFeature withLimits(VocabularyLimits other) {
    return new TermFeature(kind, version, analysis, other, weighting, parameters, unit);
  }

  FeatureSpec spec() {
    String terms =
        limits.maxTerms() == Integer.MAX_VALUE
            ? "standard terms"
            : "at most " + limits.maxTerms() + " terms";
    return FeatureSpec.named(kind + "-" + analysis.name())
        .version(version)
        .facet("text")
        .parameters(
            String.format(
                Locale.ROOT,
                "%s%s, in %d works or more, in a share of at most %s, %s",
                parameters,
                terms,
                limits.minDocuments(),
                limits.maxDocumentShare(),
                analysis.parameters()))
        .build();
  }

  FeatureEncoder fit(Catalog catalog) {
    Vocabulary vocabulary =
        TermCounter.of(analysis)
            .limits(limits.maxTerms(mostTerms(limits.maxTerms(), catalog.size())))
            .learn(catalog.size(), index -> ArtworkText.of(catalog.get(index)))
            .vocabulary();
    checkMemory(spec().name(), catalog.size(), vocabulary.size(), Runtime.getRuntime().maxMemory());
    return encoder(vocabulary);
  }

  FeatureEncoder read(StateReader in) {
    return encoder(Vocabulary.read(in));
  }

  private FeatureEncoder encoder(Vocabulary vocabulary) {
    return new Encoder(
        TermVectorizer.of(analysis, vocabulary, weighting), unit, vocabulary.fingerprint());
  }

  /**
   * As many terms as were asked for; else the standard, less for catalogues it is too large for.
   */
  static int mostTerms(int asked, int works) {
    if (asked != Integer.MAX_VALUE) {
      return asked;
    }
    long fitting = TfIdf.STANDARD_BYTES / ((long) Float.BYTES * works);
    return (int) Math.max(FEWEST_STANDARD_TERMS, Math.min(TfIdf.STANDARD_TERMS, fitting));
  }

  /** Fails before the matrix is taken, not while it is. */
  static void checkMemory(String name, int works, int terms, long mostBytes) {
    long bytes = (long) Float.BYTES * works * terms;
    if (bytes > mostBytes) {
      throw new ExtractionException(
          String.format(
              Locale.ROOT,
              "feature '%s' of %,d works and %,d terms needs %,d MB, more than the %,d MB this Java may use; "
                  + "ask for maxTerms %,d or fewer, leave maxTerms to the standard, or give more memory (-Xmx)",
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
