package io.artrec.djl.text;

import io.artrec.djl.ModelOptions;
import io.artrec.djl.serving.internal.OutputChoice;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How texts are encoded. Immutable; refined by chained copies.
 *
 * <p>Unless said otherwise: pooling and length as the files beside the model say (those of
 * sentence-transformers and Hugging Face), else the mean and 512 tokens; unit length; long texts in
 * up to 32 windows; a GPU when the engine finds one; as many runs at a time as processors, each on
 * one thread; batches of up to 32; up to 1,000 callers waiting, for as long as it takes.
 */
public final class TextEncoderOptions {
  private static final int FEWEST_TOKENS = 8;
  private static final int MOST_TOKENS = 1 << 15;
  private static final Duration LONGEST = Duration.ofDays(365);

  private Optional<Pooling> pooling = Optional.empty();
  private boolean normalize = true;
  private Optional<Integer> maxTokens = Optional.empty();
  private int maxWindows = 32;
  private String prefix = "";
  private boolean tokenTypes;
  private boolean attentionMask = true;
  private Optional<OutputChoice> output = Optional.empty();
  private Optional<Long> padding = Optional.empty();
  private ModelOptions model = ModelOptions.standard();
  private Optional<Integer> runs = Optional.empty();
  private int maxWaiting = 1000;
  private int batchSize = 32;
  private Duration timeout = LONGEST;

  private TextEncoderOptions() {}

  private TextEncoderOptions(TextEncoderOptions other) {
    pooling = other.pooling;
    normalize = other.normalize;
    maxTokens = other.maxTokens;
    maxWindows = other.maxWindows;
    prefix = other.prefix;
    tokenTypes = other.tokenTypes;
    attentionMask = other.attentionMask;
    output = other.output;
    padding = other.padding;
    model = other.model;
    runs = other.runs;
    maxWaiting = other.maxWaiting;
    batchSize = other.batchSize;
    timeout = other.timeout;
  }

  /** {@return the usual options} */
  public static TextEncoderOptions standard() {
    return new TextEncoderOptions();
  }

  /**
   * {@return these options with a way to pool}
   *
   * @param way how tokens become one vector
   */
  public TextEncoderOptions pooling(Pooling way) {
    TextEncoderOptions copy = new TextEncoderOptions(this);
    copy.pooling = Optional.of(way);
    return copy;
  }

  /**
   * {@return these options with or without unit length}
   *
   * @param unit whether vectors are divided by their Euclidean length
   */
  public TextEncoderOptions normalize(boolean unit) {
    TextEncoderOptions copy = new TextEncoderOptions(this);
    copy.normalize = unit;
    return copy;
  }

  /**
   * {@return these options with a length} More than the model was trained for is an error when such
   * a text comes.
   *
   * @param most tokens of a window, special ones included, 8 to 32,768
   */
  public TextEncoderOptions maxTokens(int most) {
    if (most < FEWEST_TOKENS || most > MOST_TOKENS) {
      throw new IllegalArgumentException(
          "maxTokens is " + most + ", expected " + FEWEST_TOKENS + " to " + MOST_TOKENS);
    }
    TextEncoderOptions copy = new TextEncoderOptions(this);
    copy.maxTokens = Optional.of(most);
    return copy;
  }

  /**
   * {@return these options with a limit for long texts}
   *
   * @param most windows that are read of one text, 1 or more; 1 truncates as most libraries do
   */
  public TextEncoderOptions maxWindows(int most) {
    TextEncoderOptions copy = new TextEncoderOptions(this);
    copy.maxWindows = positive("maxWindows", most);
    return copy;
  }

  /**
   * {@return these options with words put before every window of every text, as some models ask for
   * ({@code "passage: "})}
   *
   * @param words the words, usually with a space at their end
   */
  public TextEncoderOptions prefix(String words) {
    TextEncoderOptions copy = new TextEncoderOptions(this);
    copy.prefix = Objects.requireNonNull(words, "words");
    return copy;
  }

  /**
   * {@return these options with token types for a TorchScript model that takes them third} An ONNX
   * model says itself whether it does.
   *
   * @param wanted whether zeros are passed as a third input
   */
  public TextEncoderOptions tokenTypes(boolean wanted) {
    TextEncoderOptions copy = new TextEncoderOptions(this);
    copy.tokenTypes = wanted;
    return copy;
  }

  /**
   * {@return these options with or without a mask for a TorchScript model, which takes it second}
   * An ONNX model says itself whether it does. Texts of different length never share a batch of a
   * model without a mask.
   *
   * @param wanted whether the model takes a mask; true unless set
   */
  public TextEncoderOptions attentionMask(boolean wanted) {
    TextEncoderOptions copy = new TextEncoderOptions(this);
    copy.attentionMask = wanted;
    return copy;
  }

  /**
   * {@return these options taking the vectors from a named output, for models that give several, as
   * the text halves of CLIP and SigLIP do ({@code text_embeds}, {@code pooler_output})}
   *
   * @param name its name in an ONNX file, or its key in a TorchScript model's dictionary
   */
  public TextEncoderOptions output(String name) {
    TextEncoderOptions copy = new TextEncoderOptions(this);
    copy.output = Optional.of(OutputChoice.named(name));
    return copy;
  }

  /**
   * {@return these options taking the vectors from an output by its position}
   *
   * @param position its place among the outputs that hold floats, from 0
   */
  public TextEncoderOptions output(int position) {
    TextEncoderOptions copy = new TextEncoderOptions(this);
    copy.output = Optional.of(OutputChoice.at(position));
    return copy;
  }

  /**
   * {@return these options with every window filled up to one length, for models that were trained
   * so or whose file fixes it: CLIP's text half takes 77 tokens, SigLIP's 64}
   *
   * @param tokens the length of every window, special tokens included, 8 to 32,768; what {@link
   *     #maxTokens} sets, too
   * @param filler the identity of the token that fills up: 0 in open_clip, 49,407 in Hugging Face's
   *     CLIP, 1 in SigLIP
   */
  public TextEncoderOptions filledTo(int tokens, long filler) {
    if (filler < 0) {
      throw new IllegalArgumentException("filler is " + filler + ", expected a token, 0 or more");
    }
    TextEncoderOptions copy = maxTokens(tokens);
    copy.padding = Optional.of(filler);
    return copy;
  }

  /**
   * {@return these options on a device}
   *
   * @param name {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:<number>}; one that is named
   *     and not there is an error
   */
  public TextEncoderOptions device(String name) {
    TextEncoderOptions copy = new TextEncoderOptions(this);
    copy.model = model.device(name);
    return copy;
  }

  /**
   * {@return these options on an engine} On PyTorch, BERT encoders in ONNX files with
   * full-precision weights are rebuilt, on the CPU or a GPU; vectors agree with ONNX Runtime's to
   * 1e-6, so both have one {@link TextEncoder#identity identity}.
   *
   * @param name {@code auto} (the format's own), {@code onnxruntime} or {@code pytorch}
   */
  public TextEncoderOptions engine(String name) {
    TextEncoderOptions copy = new TextEncoderOptions(this);
    copy.model = model.engine(name);
    return copy;
  }

  /**
   * Names the engine asked for.
   *
   * @return {@code auto}, {@code onnxruntime} or {@code pytorch}
   */
  public String engine() {
    return model.engine();
  }

  /**
   * Tells whether vectors are divided by their length.
   *
   * @return true unless told otherwise
   */
  public boolean normalize() {
    return normalize;
  }

  /**
   * {@return these options with threads inside a run} With one thread and many runs a processor
   * does the most; on an idle machine more threads answer a single text sooner.
   *
   * @param threads 1 or more; ONNX only
   */
  public TextEncoderOptions threadsPerRun(int threads) {
    TextEncoderOptions copy = new TextEncoderOptions(this);
    copy.model = model.threadsPerRun(threads);
    return copy;
  }

  /**
   * {@return these options with another number of runs at a time, of one caller or of many}
   *
   * @param most 1 or more
   */
  public TextEncoderOptions runs(int most) {
    TextEncoderOptions copy = new TextEncoderOptions(this);
    copy.runs = Optional.of(positive("runs", most));
    return copy;
  }

  /**
   * {@return these options with a bound on the queue}
   *
   * @param most callers that may wait while all runs are taken, 1 or more; a further one gets an
   *     {@link io.artrec.djl.InferenceException}
   */
  public TextEncoderOptions maxWaiting(int most) {
    TextEncoderOptions copy = new TextEncoderOptions(this);
    copy.maxWaiting = positive("maxWaiting", most);
    return copy;
  }

  /**
   * {@return these options with other batches} Models that are dynamically quantised always run one
   * text at a time, because others in a batch would change its vector.
   *
   * @param most texts, 1 or more
   */
  public TextEncoderOptions batchSize(int most) {
    TextEncoderOptions copy = new TextEncoderOptions(this);
    copy.batchSize = positive("batchSize", most);
    return copy;
  }

  /**
   * {@return these options with a limit on the time of one call, waiting included} A run that has
   * begun is finished first, which takes some tens of milliseconds.
   *
   * @param most the time, positive, more than a year being no limit; then an {@link
   *     io.artrec.djl.InferenceException}
   */
  public TextEncoderOptions timeout(Duration most) {
    if (most.isNegative() || most.isZero()) {
      throw new IllegalArgumentException("timeout is " + most + ", expected a positive time");
    }
    TextEncoderOptions copy = new TextEncoderOptions(this);
    copy.timeout = most.compareTo(LONGEST) > 0 ? LONGEST : most;
    return copy;
  }

  /**
   * Returns whatever of these options changes vectors, in a stable form. Devices, threads, batches
   * and times do not.
   *
   * @return equal texts promise equal vectors of the same model
   */
  public String identity() {
    return "pooling="
        + pooling.map(Pooling::name).orElse("auto")
        + " normalize="
        + normalize
        + " maxTokens="
        + maxTokens.map(String::valueOf).orElse("auto")
        + " maxWindows="
        + maxWindows
        + " tokenTypes="
        + tokenTypes
        + (attentionMask ? "" : " attentionMask=false")
        + output.map(choice -> " output=" + choice).orElse("")
        + padding.map(token -> " filler=" + token).orElse("")
        + " prefix="
        + prefix;
  }

  private static int positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ", expected 1 or more");
    }
    return value;
  }

  Optional<Pooling> pooling() {
    return pooling;
  }

  Optional<Integer> maxTokens() {
    return maxTokens;
  }

  int maxWindows() {
    return maxWindows;
  }

  String prefix() {
    return prefix;
  }

  boolean tokenTypes() {
    return tokenTypes;
  }

  boolean attentionMask() {
    return attentionMask;
  }

  Optional<OutputChoice> output() {
    return output;
  }

  Optional<Long> padding() {
    return padding;
  }

  ModelOptions model() {
    return model;
  }

  int runs(boolean onnx) {
    return runs.orElse(onnx ? Runtime.getRuntime().availableProcessors() : 1);
  }

  int maxWaiting() {
    return maxWaiting;
  }

  int batchSize() {
    return batchSize;
  }

  Duration timeout() {
    return timeout;
  }
}
