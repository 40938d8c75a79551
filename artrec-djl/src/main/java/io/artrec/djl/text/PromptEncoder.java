package io.artrec.djl.text;

import io.artrec.djl.serving.internal.ContentId;
import io.artrec.strategy.WishEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts words into the space of images, by the text half of a pair such as CLIP: the words are put
 * into prompts, each is encoded, and the mean of their unit vectors, of unit length again, is the
 * answer (Radford et al., Learning Transferable Visual Models From Natural Language Supervision,
 * ICML 2021, section 3.1.4). Such pairs learned from captions, so "a painting of a stormy sea"
 * finds paintings better than "stormy sea".
 *
 * <pre>{@code
 * TextEncoder texts =
 *     TextEncoder.open(
 *         ModelSource.of(Path.of("clip-text")),
 *         TextEncoderOptions.standard().output("text_embeds").filledTo(77, 49407).maxWindows(1));
 * Strategy search =
 *     FeatureSearch.in(
 *         "image-embedding", PromptEncoder.of(texts).prompts("{}", "a painting of {}").fitsFrom(0.28));
 * }</pre>
 *
 * <p>Words without letters or digits, and those that the vocabulary knows nothing of, say nothing.
 * A query costs one encoding for each prompt, together. Immutable and thread-safe; the encoder
 * stays the caller's to close.
 */
public final class PromptEncoder implements WishEncoder {
  /** Where the words go in a prompt. */
  private static final String WORDS = "{}";

  private static final double NOTHING_FITS = 1;

  private final TextEncoder encoder;
  private final List<String> prompts;
  private final int dimensions;
  private final double fitsFrom;

  private PromptEncoder(
      TextEncoder encoder, List<String> prompts, int dimensions, double fitsFrom) {
    this.encoder = encoder;
    this.prompts = prompts;
    this.dimensions = dimensions;
    this.fitsFrom = fitsFrom;
  }

  /**
   * {@return an encoder of words as they are, by which nothing is said to fit until {@link
   * #fitsFrom} is set}
   *
   * @param encoder the text half of a pair
   */
  public static PromptEncoder of(TextEncoder encoder) {
    return new PromptEncoder(encoder, List.of(WORDS), encoder.dimensions(), NOTHING_FITS);
  }

  /**
   * {@return this encoder with other prompts}
   *
   * @param sentences one or more, with <code>{}</code> where the words go
   */
  public PromptEncoder prompts(String... sentences) {
    List<String> given = List.of(sentences);
    if (given.isEmpty() || !given.stream().allMatch(prompt -> prompt.contains(WORDS))) {
      throw new IllegalArgumentException(
          "prompts are " + given + ", expected one or more with {} where the words go");
    }
    return new PromptEncoder(encoder, given, dimensions, fitsFrom);
  }

  /**
   * {@return this encoder keeping the first dimensions alone, as many as the images' vectors keep
   * (Kusupati et al., Matryoshka Representation Learning, NeurIPS 2022)}
   *
   * @param first how many, 1 to as many as the encoder gives
   */
  public PromptEncoder dimensions(int first) {
    if (first < 1 || first > encoder.dimensions()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "dimensions is %d, expected 1 to %d, which the model gives",
              first,
              encoder.dimensions()));
    }
    return new PromptEncoder(encoder, prompts, first, fitsFrom);
  }

  /**
   * {@return this encoder with a cosine from which a sentence may say that an image fits the words:
   * hardly any image does to words about something else} It depends on the network: look at the
   * cosines of some pictures with words that are and that are not true of them.
   *
   * @param cosine above 0, at most 1
   */
  public PromptEncoder fitsFrom(double cosine) {
    if (!(cosine > 0 && cosine <= 1)) {
      throw new IllegalArgumentException(
          "fitsFrom is " + cosine + ", expected a cosine above 0 and at most 1");
    }
    return new PromptEncoder(encoder, prompts, dimensions, cosine);
  }

  @Override
  public String name() {
    List<String> parts = new ArrayList<>(List.of(encoder.identity(), "dimensions " + dimensions));
    parts.addAll(prompts);
    return ContentId.of(parts.toArray(String[]::new));
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public Optional<float[]> encodeQuery(String text) {
    String words = text.strip();
    if (words.codePoints().noneMatch(Character::isLetterOrDigit)
        || encoder.tokens(words, encoder.maxTokens()).isEmpty()) {
      return Optional.empty();
    }
    List<String> sentences = prompts.stream().map(prompt -> prompt.replace(WORDS, words)).toList();
    Stream<float[]> vectors = encoder.encodeAll(sentences).stream().flatMap(Optional::stream);
    double[] sum = new double[dimensions];
    vectors.forEach(
        vector -> {
          double length = length(vector);
          for (int d = 0; d < sum.length; d++) {
            sum[d] += vector[d] / length;
          }
        });
    return unit(sum);
  }

  private double length(float[] vector) {
    double squares = 0;
    for (int d = 0; d < dimensions; d++) {
      squares += (double) vector[d] * vector[d];
    }
    return squares > 0 ? Math.sqrt(squares) : 1;
  }

  /** Nothing where no prompt was read, or where prompts cancel each other out. */
  private static Optional<float[]> unit(double[] sum) {
    double squares = 0;
    for (double value : sum) {
      squares += value * value;
    }
    if (squares == 0) {
      return Optional.empty();
    }
    float[] unit = new float[sum.length];
    for (int d = 0; d < unit.length; d++) {
      unit[d] = (float) (sum[d] / Math.sqrt(squares));
    }
    return Optional.of(unit);
  }

  @Override
  public double fitsFrom() {
    return fitsFrom;
  }
}
