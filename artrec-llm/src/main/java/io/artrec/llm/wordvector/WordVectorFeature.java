package io.artrec.llm.wordvector;

import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.llm.analysis.ArtworkText;
import io.artrec.llm.analysis.TextAnalysis;
import io.artrec.similarity.Similarities;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The words of an artwork's text as pooled word vectors ({@link SifEncoder}), a feature of facet
 * {@code meaning}: works are alike whose words are used alike, though they share none. The vectors
 * are loaded from a file, or trained on the catalogue. Works without a known word are missing.
 * Immutable and thread-safe.
 */
public final class WordVectorFeature implements FeatureExtractor {
  private final String parameters;
  private final Function<List<String>, Optional<SifEncoder>> fitting;

  private WordVectorFeature(
      String parameters, Function<List<String>, Optional<SifEncoder>> fitting) {
    this.parameters = parameters;
    this.fitting = fitting;
  }

  /**
   * Returns the feature of word vectors that are there, for instance loaded.
   *
   * @param vectors the vectors
   * @param analysis turns texts into their words; {@link WordVectors#plainWords()} for most files
   * @return the feature {@code word-vectors}
   */
  public static WordVectorFeature of(WordVectors vectors, TextAnalysis analysis) {
    Objects.requireNonNull(vectors, "vectors");
    return new WordVectorFeature(
        "vectors "
            + vectors.fingerprint()
            + ", "
            + analysis.name()
            + " ("
            + analysis.parameters()
            + ")",
        texts -> Optional.of(SifEncoder.fit(vectors, analysis, texts)));
  }

  /**
   * Returns the feature of word vectors that are trained on the catalogue. Wants some thousand
   * texts.
   *
   * @param trainer trains them
   * @return the feature {@code word-vectors}
   */
  public static WordVectorFeature of(Word2Vec trainer) {
    return new WordVectorFeature(trainer.parameters(), texts -> trained(trainer, texts));
  }

  private static Optional<SifEncoder> trained(Word2Vec trainer, List<String> texts) {
    return trainer
        .trainIfAny(texts)
        .map(vectors -> SifEncoder.fit(vectors, trainer.analysis(), texts));
  }

  @Override
  public FeatureSpec spec() {
    return new FeatureSpec(
        "word-vectors",
        1,
        "meaning",
        parameters,
        Similarities.cosine(),
        Set.of(FeatureSpec.Source.RECORD));
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    return new Encoder(fitting.apply(ArtworkText.of(catalog)));
  }

  /** Without an encoder, as of a catalogue whose texts share no word, all works are missing. */
  private record Encoder(Optional<SifEncoder> encoder) implements FeatureEncoder {
    @Override
    public int dimensions() {
      return encoder.map(SifEncoder::dimensions).orElse(1);
    }

    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      return encoder.flatMap(some -> some.encode(ArtworkText.of(input.artwork())));
    }

    @Override
    public String fingerprint() {
      return encoder.map(SifEncoder::name).orElse("nothing");
    }
  }
}
