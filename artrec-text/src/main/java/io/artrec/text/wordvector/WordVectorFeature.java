package io.artrec.text.wordvector;

import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.analysis.TextAnalysis;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words of an artwork's text as pooled word vectors ({@link SifEncoder}), a feature of facet
 * {@code meaning}: works are alike whose words are used alike, though they share none. The vectors
 * are loaded from a file, or trained on the catalogue. Works without a known word are missing.
 * Works that come after fitting are encoded by the vectors, word frequencies and common directions
 * of then. Immutable and thread-safe.
 */
public final class WordVectorFeature implements FeatureExtractor {
  private final String parameters;
  private final TextAnalysis analysis;

  /** The vectors that are there; without them the trainer is. */
  private final @Nullable WordVectors loaded;

  private final @Nullable WordVectorTrainer<?> trainer;

  private WordVectorFeature(
      String parameters,
      TextAnalysis analysis,
      @Nullable WordVectors loaded,
      @Nullable WordVectorTrainer<?> trainer) {
    this.parameters = parameters;
    this.analysis = analysis;
    this.loaded = loaded;
    this.trainer = trainer;
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
        analysis,
        vectors,
        null);
  }

  /**
   * Returns the feature of word vectors that are trained on the catalogue. Wants some thousand
   * texts.
   *
   * @param trainer trains them
   * @return the feature {@code word-vectors}
   */
  public static WordVectorFeature of(WordVectorTrainer<?> trainer) {
    return new WordVectorFeature(trainer.parameters(), trainer.analysis(), null, trainer);
  }

  @Override
  public FeatureSpec spec() {
    return FeatureSpec.named("word-vectors").facet("meaning").parameters(parameters).build();
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    List<String> texts = ArtworkText.of(catalog);
    Optional<WordVectors> vectors =
        loaded == null
            ? Objects.requireNonNull(trainer, "trainer").trainIfAny(texts)
            : Optional.of(loaded);
    return new Encoder(
        vectors.map(words -> SifEncoder.fit(words, analysis, texts)), loaded == null);
  }

  /**
   * Reads what was fitted; of vectors that were there only the fingerprint is saved.
   *
   * @throws ModelFileException when the state is damaged, or names other vectors or another text
   *     analysis than those of this feature
   */
  @Override
  public FeatureEncoder read(StateReader in) {
    if (loaded != null) {
      return new Encoder(Optional.of(SifEncoder.read(in, loaded, analysis)), false);
    }
    boolean trained = in.getCount("trained", 1) == 1;
    return new Encoder(
        trained ? Optional.of(SifEncoder.read(in, analysis)) : Optional.empty(), true);
  }

  /**
   * Pooling at work. Without an encoder, as of a catalogue whose texts share no word, all works are
   * missing.
   *
   * @param encoder pools the vectors
   * @param trained whether the vectors are of this catalogue, and saved with it
   */
  private record Encoder(Optional<SifEncoder> encoder, boolean trained) implements FeatureEncoder {
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

    @Override
    public void save(StateWriter out) {
      if (trained) {
        out.putLong("trained", encoder.isPresent() ? 1 : 0);
        encoder.ifPresent(fitted -> fitted.save(out));
      } else {
        encoder.orElseThrow().saveWithoutVectors(out);
      }
    }
  }
}
