package io.artrec.llm.embedding;

import io.artrec.catalog.Catalog;
import io.artrec.djl.ModelSource;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.text.embedding.internal.MeaningSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The meaning of an artwork's title, description and subjects as a vector, facet {@code meaning}:
 * by default of a sentence transformer (Reimers and Gurevych, Sentence-BERT, EMNLP 2019). Two works
 * are alike when their texts say like things, whatever the words.
 *
 * <p>Nothing is learned of the catalogue, so that vectors are cached by the record's content and
 * the encoder's name; with a full cache the model is not even opened. A work whose text holds
 * nothing the encoder knows is missing. Works are encoded in batches of the encoder's size; a
 * vector is the same in any of them, to {@link SentenceEncoder#TOLERANCE}. Immutable, thread-safe;
 * cost: one encoding a work, see {@link TransformerEncoder}.
 */
public final class TextEmbedding implements FeatureExtractor {
  private final String name;
  private final SentenceEncoder encoder;

  private TextEmbedding(String name, SentenceEncoder encoder) {
    this.name = name;
    this.encoder = encoder;
  }

  /**
   * Returns the feature for English texts, by all-MiniLM-L6-v2.
   *
   * @return the feature {@code text-embedding-minilm}, 384 dimensions
   * @throws io.artrec.djl.ModelException when the model's jar is not on the class path; the message
   *     holds the Maven lines
   * @see TransformerEncoder#miniLm()
   */
  public static TextEmbedding miniLm() {
    return new TextEmbedding("text-embedding-minilm", TransformerEncoder.miniLm());
  }

  /**
   * Returns the feature for Chinese texts, by bge-small-zh-v1.5.
   *
   * @return the feature {@code text-embedding-bge-zh}, 512 dimensions
   * @throws io.artrec.djl.ModelException when the model's jar is not on the class path; the message
   *     holds the Maven lines
   * @see TransformerEncoder#bgeChinese()
   */
  public static TextEmbedding bgeChinese() {
    return new TextEmbedding("text-embedding-bge-zh", TransformerEncoder.bgeChinese());
  }

  /**
   * Returns the feature by a Hugging Face encoder in files of one's own.
   *
   * @param path a model file with its {@code tokenizer.json} beside it, or a folder or archive that
   *     holds both
   * @return the feature {@code text-embedding}
   * @throws io.artrec.djl.ModelException when there is nothing at the path
   * @see TransformerEncoder#of(ModelSource, io.artrec.djl.text.TextEncoderOptions)
   */
  public static TextEmbedding of(Path path) {
    return of(TransformerEncoder.of(path));
  }

  /**
   * Returns the feature by any encoder, which stays the caller's to close.
   *
   * @param encoder turns texts into vectors
   * @return the feature {@code text-embedding}
   */
  public static TextEmbedding of(SentenceEncoder encoder) {
    return new TextEmbedding("text-embedding", Objects.requireNonNull(encoder, "encoder"));
  }

  /**
   * {@return this feature under another name, for two in one recommender; sharing the encoder}
   *
   * @param other lower-case letters, digits and hyphens
   */
  public TextEmbedding named(String other) {
    return new TextEmbedding(other, encoder);
  }

  /** {@return the encoder, to search with or to close; shared} */
  public SentenceEncoder encoder() {
    return encoder;
  }

  @Override
  public FeatureSpec spec() {
    return MeaningSpec.of(name, encoder);
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    return new Encoder(encoder, encoder.dimensions());
  }

  /**
   * Reads the name of the encoder, which is passed and not saved.
   *
   * @throws ModelFileException when the feature was saved with another encoder than this one's
   */
  @Override
  public FeatureEncoder read(StateReader in) {
    String saved = in.getString("encoder");
    long dimensions = in.getLong("dimensions");
    if (!saved.equals(encoder.name()) || dimensions != encoder.dimensions()) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "feature '%s' was saved with encoder '%s' of %d dimensions, this one has '%s' of %d; pass that encoder, or build the model again",
              name,
              saved,
              dimensions,
              encoder.name(),
              encoder.dimensions()));
    }
    return new Encoder(encoder, encoder.dimensions());
  }

  private record Encoder(SentenceEncoder encoder, int dimensions) implements FeatureEncoder {
    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      return encoder.encode(ArtworkText.of(input.artwork()));
    }

    @Override
    public int batchSize() {
      return encoder.batchSize();
    }

    @Override
    public List<Optional<float[]>> encodeAll(List<ArtworkInput> inputs) {
      return encoder.encodeAll(
          inputs.stream().map(input -> ArtworkText.of(input.artwork())).toList());
    }

    @Override
    public double batchTolerance() {
      return SentenceEncoder.TOLERANCE;
    }

    @Override
    public String fingerprint() {
      return encoder.name();
    }

    @Override
    public void save(StateWriter out) {
      out.putString("encoder", encoder.name());
      out.putLong("dimensions", dimensions);
    }
  }
}
