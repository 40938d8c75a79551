package io.artrec.text.wordvector;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.embedding.SentenceEncoder;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Texts as pooled word vectors, by smooth inverse frequency (Arora, Liang, Ma, A simple but
 * tough-to-beat baseline for sentence embeddings, ICLR 2017): the mean over a text's words of
 * {@code a / (a + p(w)) · v_w}, {@code p(w)} the word's relative frequency in the texts the encoder
 * was fitted to and {@code a} = {@value #STANDARD_SMOOTHING} unless said otherwise, less its
 * projection on the first singular vector of all these texts' means, scaled to unit length.
 *
 * <p>The singular vector is found of at most 10,000 texts, evenly spread, and is left in when fewer
 * than 10 texts have a known word: it would be such a text itself. A text without a known word, or
 * one that is all in the singular vector, has no vector. Encoding costs O(characters + words ·
 * dimensions). Immutable and thread-safe; deterministic.
 */
public final class SifEncoder implements SentenceEncoder {
  /** The parameter {@code a} unless said otherwise. */
  public static final double STANDARD_SMOOTHING = 1e-3;

  private static final String STATE = "pooled word vectors";
  private static final int LEAST_TEXTS = 10;

  /** More than texts in memory can have of one word; the sum of all words' cannot overflow. */
  private static final long MOST_WORDS = 1L << 32;

  /** What is left of a text whose length is less, as a part of what it was, is rounding. */
  private static final double ROUNDING = 1e-6;

  private final WordVectors vectors;
  private final TextAnalysis analysis;
  private final Object2LongOpenHashMap<String> frequencies;
  private final double total;
  private final double smoothing;

  /** Unit length, or zeros when nothing is taken out. */
  private final double[] common;

  private final String name;

  private SifEncoder(
      WordVectors vectors,
      TextAnalysis analysis,
      Object2LongOpenHashMap<String> frequencies,
      double smoothing,
      double[] common) {
    this.vectors = vectors;
    this.analysis = analysis;
    this.frequencies = frequencies;
    this.smoothing = smoothing;
    this.common = common;
    long sum = 0;
    for (long frequency : frequencies.values()) {
      sum += frequency;
    }
    total = Math.max(1, sum);
    name = "sif-" + digest().substring(0, 32);
  }

  /**
   * Fits an encoder to texts with the standard smoothing.
   *
   * @param vectors the word vectors
   * @param analysis turns texts into the words of the vectors
   * @param texts say how frequent words are, and what all texts have in common
   * @return the encoder
   */
  public static SifEncoder fit(WordVectors vectors, TextAnalysis analysis, List<String> texts) {
    return fit(vectors, analysis, texts, STANDARD_SMOOTHING);
  }

  /**
   * Fits an encoder to texts.
   *
   * @param vectors the word vectors
   * @param analysis turns texts into the words of the vectors
   * @param texts say how frequent words are, and what all texts have in common
   * @param smoothing {@code a}, above 0; the paper finds 1e-4 to 1e-3 best
   * @return the encoder
   */
  public static SifEncoder fit(
      WordVectors vectors, TextAnalysis analysis, List<String> texts, double smoothing) {
    Objects.requireNonNull(vectors, "vectors");
    if (!(smoothing > 0 && smoothing < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "smoothing is " + smoothing + ", expected a number above 0");
    }
    Object2LongOpenHashMap<String> frequencies = new Object2LongOpenHashMap<>();
    for (String text : texts) {
      analysis.forEachTerm(text, word -> frequencies.addTo(word, 1));
    }
    SifEncoder plain =
        new SifEncoder(vectors, analysis, frequencies, smoothing, new double[vectors.dimensions()]);
    return new SifEncoder(vectors, analysis, frequencies, smoothing, plain.commonDirection(texts));
  }

  private double[] commonDirection(List<String> texts) {
    int step =
        Math.max(1, (texts.size() + CommonDirection.MOST_TEXTS - 1) / CommonDirection.MOST_TEXTS);
    CommonDirection direction = new CommonDirection(vectors.dimensions());
    for (int i = 0; i < texts.size(); i += step) {
      pooled(texts.get(i)).ifPresent(direction::add);
    }
    return direction.texts() < LEAST_TEXTS ? common : direction.find();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int dimensions() {
    return vectors.dimensions();
  }

  @Override
  public Optional<float[]> encode(String text) {
    return pooled(text).flatMap(this::withoutCommon);
  }

  private Optional<double[]> pooled(String text) {
    double[] sum = new double[dimensions()];
    int[] known = {0};
    analysis.forEachTerm(
        text,
        word -> {
          Optional<float[]> vector = vectors.vector(word);
          if (vector.isPresent()) {
            known[0]++;
            double p = frequencies.getLong(word) / total;
            double weight = smoothing / (smoothing + p);
            for (int d = 0; d < sum.length; d++) {
              sum[d] += weight * vector.get()[d];
            }
          }
        });
    if (known[0] == 0) {
      return Optional.empty();
    }
    for (int d = 0; d < sum.length; d++) {
      sum[d] /= known[0];
    }
    return Optional.of(sum);
  }

  private Optional<float[]> withoutCommon(double[] pooled) {
    double share = 0;
    double before = 0;
    for (int d = 0; d < pooled.length; d++) {
      share += pooled[d] * common[d];
      before += pooled[d] * pooled[d];
    }
    double square = 0;
    for (int d = 0; d < pooled.length; d++) {
      pooled[d] -= share * common[d];
      square += pooled[d] * pooled[d];
    }
    if (!(square > ROUNDING * ROUNDING * before)) {
      return Optional.empty();
    }
    float[] unit = new float[pooled.length];
    for (int d = 0; d < unit.length; d++) {
      unit[d] = (float) (pooled[d] / Math.sqrt(square));
    }
    return Optional.of(unit);
  }

  private List<String> sortedWords() {
    List<String> words = new ArrayList<>(frequencies.keySet());
    Collections.sort(words);
    return words;
  }

  private String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      StringBuilder content = new StringBuilder(vectors.fingerprint());
      content.append('\n').append(analysis.name()).append('\n').append(analysis.parameters());
      content.append('\n').append(smoothing).append('\n');
      for (String word : sortedWords()) {
        content.append(word).append(' ').append(frequencies.getLong(word)).append('\n');
      }
      for (double value : common) {
        content.append(value).append(' ');
      }
      byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Saves the encoder, its word vectors included.
   *
   * @param out receives the state
   */
  public void save(StateWriter out) {
    savePooling(out);
    vectors.save(out);
  }

  /** Saves what was fitted, and of the word vectors no more than which they are. */
  void saveWithoutVectors(StateWriter out) {
    savePooling(out);
    out.putString("vectors", vectors.fingerprint());
  }

  private void savePooling(StateWriter out) {
    out.putString("kind", STATE);
    out.putString("analysis", analysis.name());
    out.putString("analysisParameters", analysis.parameters());
    out.putDouble("smoothing", smoothing);
    List<String> words = sortedWords();
    out.putStrings("words", words);
    out.putLongs("frequencies", words.stream().mapToLong(frequencies::getLong).toArray());
    out.putDoubles("common", common);
  }

  /**
   * Reads an encoder that was saved.
   *
   * @param in gives the state
   * @param analysis the analysis it was fitted with
   * @return the encoder
   * @throws ModelFileException when the state is of something else, or damaged, or another analysis
   *     was used
   */
  public static SifEncoder read(StateReader in, TextAnalysis analysis) {
    return readPooling(in, analysis, WordVectors::read);
  }

  /** Reads what {@link #saveWithoutVectors} wrote; the vectors must be the same. */
  static SifEncoder read(StateReader in, WordVectors vectors, TextAnalysis analysis) {
    return readPooling(in, analysis, state -> same(vectors, state.getString("vectors")));
  }

  private static WordVectors same(WordVectors vectors, String saved) {
    if (!saved.equals(vectors.fingerprint())) {
      throw new ModelFileException(
          "the feature was saved with word vectors "
              + saved
              + ", this one has "
              + vectors.fingerprint()
              + "; pass the vectors it was made of, or build the model again");
    }
    return vectors;
  }

  private static SifEncoder readPooling(
      StateReader in, TextAnalysis analysis, Function<StateReader, WordVectors> reading) {
    checkKind(in, analysis);
    double smoothing = in.getFinite("smoothing");
    List<String> words = in.getStrings("words");
    long[] counts = in.getLongs("frequencies");
    double[] common = in.getDoubles("common");
    WordVectors vectors = reading.apply(in);
    if (words.size() != counts.length
        || common.length != vectors.dimensions()
        || !Arrays.stream(common).allMatch(Double::isFinite)
        || !(smoothing > 0)) {
      throw new ModelFileException(
          "pooled word vectors are damaged: "
              + words.size()
              + " words, "
              + counts.length
              + " frequencies, a direction of "
              + common.length
              + " finite numbers for "
              + vectors.dimensions()
              + " dimensions, smoothing "
              + smoothing);
    }
    Object2LongOpenHashMap<String> frequencies = new Object2LongOpenHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      boolean twice = frequencies.put(words.get(i), counts[i]) != 0;
      if (twice || counts[i] < 1 || counts[i] > MOST_WORDS) {
        throw new ModelFileException(
            String.format(
                Locale.ROOT,
                "pooled word vectors are damaged: word '%s' is there %d times, expected each word once, with 1 to %d",
                words.get(i),
                counts[i],
                MOST_WORDS));
      }
    }
    return new SifEncoder(vectors, analysis, frequencies, smoothing, common);
  }

  private static void checkKind(StateReader in, TextAnalysis analysis) {
    String kind = in.getString("kind");
    if (!kind.equals(STATE)) {
      throw new ModelFileException("the state is of '" + kind + "', expected '" + STATE + "'");
    }
    String analysisName = in.getString("analysis");
    String parameters = in.getString("analysisParameters");
    if (!analysisName.equals(analysis.name()) || !parameters.equals(analysis.parameters())) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "word vectors were pooled with text analysis '%s' (%s), it was given '%s' (%s); give the"
                  + " same",
              analysisName,
              parameters,
              analysis.name(),
              analysis.parameters()));
    }
  }
}
