package io.artrec.djl.causal;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a {@link CausalModel} chooses tokens and where it ends. Immutable; refined by chained copies.
 *
 * <p>Sampling divides the logits by the temperature, keeps the {@code topK} likeliest tokens, of
 * these the fewest that hold {@code topP} of the probability (nucleus sampling: A. Holtzman, J.
 * Buys, L. Du, M. Forbes, Y. Choi, The Curious Case of Neural Text Degeneration, ICLR 2020), and
 * draws by the probabilities that are left. Ties go to the lower token. The same model, prompt,
 * settings and seed give the same text on one machine and engine.
 */
public final class Decoding {
  private static final int WIDEST = 64;

  private int beams = 1;
  private double temperature;
  private long seed;
  private int topK = Integer.MAX_VALUE;
  private double topP = 1;
  private int maxTokens = 256;
  private List<String> stop = List.of();
  private Optional<JsonForm> form = Optional.empty();
  private Optional<Duration> deadline = Optional.empty();

  private Decoding() {}

  private Decoding(Decoding other) {
    beams = other.beams;
    temperature = other.temperature;
    seed = other.seed;
    topK = other.topK;
    topP = other.topP;
    maxTokens = other.maxTokens;
    stop = other.stop;
    form = other.form;
    deadline = other.deadline;
  }

  /** {@return the choice of the likeliest token each time, up to 256} */
  public static Decoding greedy() {
    return new Decoding();
  }

  /**
   * {@return a search for the likeliest text that goes on with a number of texts at a time, up to
   * 256 tokens} No length is preferred: what counts is the sum of log-probabilities. Memory and
   * time grow with the width.
   *
   * @param width texts kept after each token, 1 to 64
   */
  public static Decoding beam(int width) {
    if (width < 1 || width > WIDEST) {
      throw new IllegalArgumentException("width is " + width + ", expected 1 to " + WIDEST);
    }
    Decoding decoding = new Decoding();
    decoding.beams = width;
    return decoding;
  }

  /**
   * {@return a choice by chance with the model's own probabilities, up to 256 tokens}
   *
   * @param seed makes texts repeat
   */
  public static Decoding sampling(long seed) {
    Decoding decoding = new Decoding();
    decoding.temperature = 1;
    decoding.seed = seed;
    return decoding;
  }

  /**
   * {@return these settings with a temperature}
   *
   * @param value 0 for the likeliest token each time, up to 10; 1 for the model's probabilities
   */
  public Decoding temperature(double value) {
    checkOneText("temperature");
    if (!(value >= 0 && value <= 10)) {
      throw new IllegalArgumentException("temperature is " + value + ", expected 0 to 10");
    }
    Decoding copy = new Decoding(this);
    copy.temperature = value;
    return copy;
  }

  /**
   * {@return these settings with a number of tokens to draw from}
   *
   * @param most 1 or more
   */
  public Decoding topK(int most) {
    checkOneText("topK");
    Decoding copy = new Decoding(this);
    copy.topK = atLeastOne("topK", most);
    return copy;
  }

  /**
   * {@return these settings with a share of the probability to draw from}
   *
   * @param share more than 0, up to 1
   */
  public Decoding topP(double share) {
    checkOneText("topP");
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("topP is " + share + ", expected more than 0 and up to 1");
    }
    Decoding copy = new Decoding(this);
    copy.topP = share;
    return copy;
  }

  private void checkOneText(String name) {
    if (beams > 1) {
      throw new IllegalArgumentException(
          name + " is set for a beam search, which draws nothing; use sampling(seed)");
    }
  }

  /**
   * {@return these settings with a limit of tokens}
   *
   * @param most 1 or more
   */
  public Decoding maxTokens(int most) {
    Decoding copy = new Decoding(this);
    copy.maxTokens = atLeastOne("maxTokens", most);
    return copy;
  }

  private static int atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ", expected 1 or more");
    }
    return value;
  }

  /**
   * {@return these settings with words before which the text ends}
   *
   * @param words none of them empty
   */
  public Decoding stop(List<String> words) {
    List<String> copied = List.copyOf(words);
    if (copied.contains("")) {
      throw new IllegalArgumentException("a stop word is empty, expected one or more chars");
    }
    Decoding copy = new Decoding(this);
    copy.stop = copied;
    return copy;
  }

  /**
   * {@return these settings with a time after which no further token is begun}
   *
   * @param time more than zero
   */
  public Decoding deadline(Duration time) {
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("deadline is " + time + ", expected more than zero");
    }
    Decoding copy = new Decoding(this);
    copy.deadline = Optional.of(time);
    return copy;
  }

  /**
   * {@return these settings for a JSON object} Only tokens are chosen that keep the text the
   * beginning of an object of the schema, and in the end those that bring it to its end within the
   * limit of tokens, so that it parses unless a stop word or the deadline cut it.
   *
   * <p>Each value needs a {@code type} or an {@code enum}, each array its {@code items}. Properties
   * come in the schema's order, those that are not required may be missing, others than the
   * schema's do not come. Numbers have no exponent. Of {@code minimum} and {@code maximum} no
   * notice is taken.
   *
   * @param schema a schema of type object, of {@code type} (one name), {@code properties}, {@code
   *     required}, {@code enum}, {@code items}, {@code maxLength}; {@code title}, {@code
   *     description}, {@code additionalProperties}, {@code minimum} and {@code maximum} are passed
   *     over
   * @throws IllegalArgumentException if the schema holds anything else
   */
  public Decoding json(String schema) {
    Objects.requireNonNull(schema, "schema");
    Decoding copy = new Decoding(this);
    copy.form = Optional.of(JsonForm.of(schema));
    return copy;
  }

  int beams() {
    return beams;
  }

  double temperature() {
    return temperature;
  }

  long seed() {
    return seed;
  }

  int topK() {
    return topK;
  }

  double topP() {
    return topP;
  }

  int maxTokens() {
    return maxTokens;
  }

  List<String> stop() {
    return stop;
  }

  Optional<JsonForm> form() {
    return form;
  }

  Optional<Duration> deadline() {
    return deadline;
  }
}
