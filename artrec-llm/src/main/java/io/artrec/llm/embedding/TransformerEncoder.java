package io.artrec.llm.embedding;

import io.artrec.djl.ModelException;
import io.artrec.djl.ModelSource;
import io.artrec.djl.text.TextEncoder;
import io.artrec.djl.text.TextEncoderOptions;
import io.artrec.djl.text.internal.EncoderFiles;
import io.artrec.djl.training.EncoderTuner;
import io.artrec.djl.training.TunedEncoder;
import io.artrec.text.embedding.SentenceEncoder;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Sentence vectors by a transformer inside the process (Reimers and Gurevych, Sentence-BERT, EMNLP
 * 2019), without a network.
 *
 * <p>The model is opened when first needed, once, and shared by all callers; {@link #open()} does
 * it at once, to fail or warm up early. Thread-safe. {@link #close()} frees the model, after runs
 * that have begun; an encoder that nobody holds any more frees it too. A text costs 2 to 5 ms on
 * one processor with MiniLM, more when it is long; see {@link TextEncoder} for what becomes of
 * blank, long and odd texts, timeouts and interrupts.
 */
public final class TransformerEncoder implements SentenceEncoder, AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();

  /** Some batches of the model, so that texts of like length meet in one. */
  private static final int BATCH = 128;

  private final Recipe recipe;
  private final OpenedEncoder opened;

  private TransformerEncoder(Recipe recipe) {
    this.recipe = recipe;
    this.opened = new OpenedEncoder(recipe.source(), recipe.options());
    CLEANER.register(this, opened);
  }

  /**
   * How an encoder is made.
   *
   * @param source the files
   * @param options how they are used
   * @param name the name, when it is known without opening the model
   * @param dimensions the length of vectors, when it is known without opening the model
   * @param queryPrefix put before queries, maybe empty
   * @param jar the published encoder this is, when it is one
   */
  private record Recipe(
      ModelSource source,
      TextEncoderOptions options,
      Optional<String> name,
      OptionalInt dimensions,
      String queryPrefix,
      Optional<ModelJar> jar) {}

  /**
   * Returns the encoder all-MiniLM-L6-v2 for English: 384 dimensions, mean pooling, windows of 256
   * tokens. Its jar must be on the class path; the quantised build of 16 MB is preferred to the
   * full one of 83 MB, whose vectors differ by some 0.02 in a coordinate.
   *
   * @return the encoder, not opened yet
   * @throws ModelException when neither jar is there; the message holds the Maven lines
   */
  public static TransformerEncoder miniLm() {
    return of(ModelJar.MINI_LM, ModelJar.MINI_LM.options());
  }

  /**
   * Returns the encoder bge-small-zh-v1.5 for Chinese: 512 dimensions, the vector of the first
   * token, windows of 512 tokens; queries get the authors' instruction. Its jar must be on the
   * class path; the quantised build of 16 MB is preferred to the full one of 55 MB.
   *
   * @return the encoder, not opened yet
   * @throws ModelException when neither jar is there; the message holds the Maven lines
   */
  public static TransformerEncoder bgeChinese() {
    return of(ModelJar.BGE_CHINESE, ModelJar.BGE_CHINESE.options());
  }

  private static TransformerEncoder of(ModelJar jar, TextEncoderOptions options) {
    ModelJar.Build build = jar.find(options.engine());
    return new TransformerEncoder(
        new Recipe(
            jar.source(build),
            options,
            Optional.of(named(build.name(), options, jar.options())),
            OptionalInt.of(jar.dimensions()),
            jar.queryPrefix(),
            Optional.of(jar)));
  }

  /** A name that tells vectors of another use of the same weights apart. */
  private static String named(String name, TextEncoderOptions options, TextEncoderOptions usual) {
    if (options.identity().equals(usual.identity())) {
      return name;
    }
    byte[] identity = options.identity().getBytes(StandardCharsets.UTF_8);
    return name + "-" + UUID.nameUUIDFromBytes(identity);
  }

  /**
   * Returns the encoder at a path: an ONNX or TorchScript file with its {@code tokenizer.json}
   * beside it, a folder or an archive that holds both. Pooling and length come from the files of
   * sentence-transformers where they are there. A file named as in the jars of {@link #miniLm()}
   * and {@link #bgeChinese()} is used as those use it, because the jars hold no such files.
   *
   * @param path the file, folder or archive
   * @return the encoder, not opened yet; it is called by its file and what identifies its vectors
   * @throws ModelException when there is no model, or more than one, at the path
   */
  public static TransformerEncoder of(Path path) {
    ModelSource source = ModelSource.of(path);
    Optional<ModelJar> known = ModelJar.ofFile(source.modelName());
    return of(source, known.map(ModelJar::options).orElseGet(TextEncoderOptions::standard))
        .withQueryPrefix(known.map(ModelJar::queryPrefix).orElse(""));
  }

  /**
   * {@return the encoder of a source, which may be pinned to a hash; not opened yet}
   *
   * @param source the files
   * @param options how texts are encoded; must keep unit length
   */
  public static TransformerEncoder of(ModelSource source, TextEncoderOptions options) {
    return new TransformerEncoder(
        new Recipe(
            source,
            unitLength(options),
            Optional.empty(),
            OptionalInt.empty(),
            "",
            Optional.empty()));
  }

  /**
   * {@return another encoder of the same files with other options, not opened yet} Of the encoders
   * that come in jars, {@code engine("pytorch")} takes the full-precision build.
   *
   * @param change changes the options; must keep unit length
   */
  public TransformerEncoder with(UnaryOperator<TextEncoderOptions> change) {
    TextEncoderOptions options = unitLength(change.apply(recipe.options()));
    if (recipe.jar().isPresent()) {
      return of(recipe.jar().get(), options).withQueryPrefix(recipe.queryPrefix());
    }
    return new TransformerEncoder(
        new Recipe(
            recipe.source(),
            options,
            recipe.name(),
            recipe.dimensions(),
            recipe.queryPrefix(),
            Optional.empty()));
  }

  /**
   * {@return another encoder of the same files with words put before queries alone, not opened yet}
   *
   * @param words the words, for instance {@code "query: "}
   */
  public TransformerEncoder withQueryPrefix(String words) {
    Objects.requireNonNull(words, "words");
    return new TransformerEncoder(
        new Recipe(
            recipe.source(),
            recipe.options(),
            recipe.name(),
            recipe.dimensions(),
            words,
            recipe.jar()));
  }

  /**
   * Starts to fine-tune this encoder, which itself stays as it is. Of the encoders that come in
   * jars the full-precision build is tuned, on PyTorch.
   *
   * @return a tuner of its files
   * @throws ModelException when the full-precision jar is not there; the message holds the Maven
   *     lines
   */
  public EncoderTuner tuner() {
    ModelSource source =
        recipe.jar().map(jar -> jar.source(jar.find("pytorch"))).orElse(recipe.source());
    return EncoderTuner.of(source, recipe.options());
  }

  /**
   * Returns the encoder that a tuning gave, used as this one is: the same engine, tokenizer,
   * pooling, length and query prefix. Its name is its own, so that no cache takes its vectors for
   * this one's. From which cosine on texts fit or are close was not measured for it: the standard
   * of {@link SentenceEncoder} holds.
   *
   * @param result what a {@link #tuner() tuner} of this encoder gave
   * @return the encoder, not opened yet
   */
  public TransformerEncoder tuned(TunedEncoder result) {
    return new TransformerEncoder(
        new Recipe(
            result.source(),
            recipe.options(),
            Optional.empty(),
            recipe.dimensions(),
            recipe.queryPrefix(),
            Optional.empty()));
  }

  /**
   * Saves the model, its tokenizer, and how it pools and how far it reads, so that {@link
   * #of(Path)} opens the same encoder. Prefixes and how many windows of a long text are read are
   * not in the files and must be given again. Opens the model.
   *
   * @param folder a new folder; the one above it must exist
   * @throws ModelException when it cannot be written, or something is there already
   */
  public void save(Path folder) {
    EncoderFiles.write(folder, files());
  }

  /**
   * Collects the files that {@link #save} writes. Opens the model.
   *
   * @return the bytes by name, in a map of the caller's
   * @throws ModelException when the model cannot be opened or read
   */
  public Map<String, byte[]> files() {
    try {
      return EncoderFiles.of(recipe.source(), open());
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private static TextEncoderOptions unitLength(TextEncoderOptions options) {
    if (!options.normalize()) {
      throw new IllegalArgumentException(
          "a sentence encoder gives vectors of unit length; leave normalize(true)");
    }
    return options;
  }

  /**
   * Opens the model now, unless it is open.
   *
   * @return the open encoder, owned by this object
   * @throws ModelException when the model cannot be opened
   * @throws io.artrec.djl.EngineMissingException when its engine is not there; the message holds
   *     the Maven lines
   * @throws IllegalStateException when this encoder was closed
   */
  public TextEncoder open() {
    TextEncoder encoder = opened.get();
    recipe
        .dimensions()
        .ifPresent(
            expected -> {
              if (encoder.dimensions() != expected) {
                throw new ModelException(
                    "the model "
                        + recipe.source()
                        + " gives "
                        + encoder.dimensions()
                        + " dimensions, expected "
                        + expected
                        + "; another file of that name is first on the class path");
              }
            });
    return encoder;
  }

  /** {@return the name; for an encoder by path the model is opened to find it} */
  @Override
  public String name() {
    return recipe
        .name()
        .orElseGet(
            () -> {
              String id = open().identity().substring(0, 16);
              String file = recipe.source().modelName();
              String stem = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
              String plain =
                  stem.toLowerCase(Locale.ROOT)
                      .replaceAll("[^a-z0-9]+", "-")
                      .replaceAll("^-|-$", "");
              return plain.isEmpty() ? "model-" + id : plain + "-" + id;
            });
  }

  @Override
  public int dimensions() {
    return recipe.dimensions().orElseGet(() -> open().dimensions());
  }

  /** {@return what is put before queries, maybe empty} */
  public String queryPrefix() {
    return recipe.queryPrefix();
  }

  @Override
  public Optional<float[]> encode(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      return open().encode(text);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public Optional<float[]> encodeQuery(String text) {
    if (recipe.queryPrefix().isEmpty() || text.isBlank()) {
      return encode(text);
    }
    try {
      return open().encode(text, recipe.queryPrefix());
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** For published encoders a measured one. */
  @Override
  public double fitsFrom() {
    return recipe
        .jar()
        .or(() -> ModelJar.ofFile(recipe.source().modelName()))
        .map(ModelJar::fitsFrom)
        .orElseGet(SentenceEncoder.super::fitsFrom);
  }

  /** For MiniLM a measured one. */
  @Override
  public double alikeFrom() {
    return recipe
        .jar()
        .or(() -> ModelJar.ofFile(recipe.source().modelName()))
        .map(ModelJar::alikeFrom)
        .orElseGet(SentenceEncoder.super::alikeFrom);
  }

  @Override
  public int batchSize() {
    return BATCH;
  }

  @Override
  public List<Optional<float[]>> encodeAll(List<String> texts) {
    try {
      return open().encodeAll(texts);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Says what this is, without opening the model.
   *
   * @return the name where it is known, else where the model is
   */
  @Override
  public String toString() {
    return recipe.name().orElseGet(() -> "encoder of " + recipe.source());
  }

  /** Frees the model, after runs that have begun. Calling it again changes nothing. */
  @Override
  public void close() {
    opened.run();
  }
}
