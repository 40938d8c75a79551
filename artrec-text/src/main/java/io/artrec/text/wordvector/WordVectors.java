package io.artrec.text.wordvector;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.text.analysis.TextAnalysis;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of words, whose cosine tells how alike words are used. Loaded by {@link
 * WordVectorLoader}, or trained by {@link Word2Vec} or {@link GloVe}. Immutable and thread-safe;
 * {@code 4 · dimensions} bytes a word and the words.
 */
public final class WordVectors {
  private static final String STATE = "word vectors";
  private static final int CHUNK = 1 << 16;

  private final List<String> words;
  private final Object2IntOpenHashMap<String> numbers;
  private final VectorRows rows;
  private final @Nullable Subwords subwords;
  private final double[] lengths;
  private final String fingerprint;

  WordVectors(List<String> words, VectorRows rows, @Nullable Subwords subwords) {
    this.words = Collections.unmodifiableList(words);
    this.rows = rows;
    this.subwords = subwords;
    numbers = new Object2IntOpenHashMap<>(words.size());
    numbers.defaultReturnValue(-1);
    lengths = new double[words.size()];
    for (int w = 0; w < lengths.length; w++) {
      numbers.putIfAbsent(words.get(w), w);
      lengths[w] = Math.sqrt(rows.squareLength(w));
    }
    fingerprint = digested();
  }

  /**
   * {@return the analysis that suits files of word vectors: words in lower case as they are,
   * neither stemmed nor stopped}
   */
  public static TextAnalysis plainWords() {
    return Plain.ANALYSIS;
  }

  private static final class Plain {
    static final TextAnalysis ANALYSIS = TextAnalysis.of("words", new StandardAnalyzer());
  }

  /** {@return the words, in the order of the file, or by falling frequency when trained} */
  public List<String> words() {
    return words;
  }

  /**
   * Returns the length of every vector.
   *
   * @return the dimensions, 1 or more
   */
  public int dimensions() {
    return rows.width();
  }

  /**
   * Tells whether words that are not among {@link #words()} get vectors of their character n-grams.
   *
   * @return true for a fastText model with subwords
   */
  public boolean hasSubwords() {
    return subwords != null;
  }

  /**
   * Returns a word's vector.
   *
   * @param word the word as the file has it: most are lower case
   * @return a copy; empty when the word is unknown, and has no known n-grams either
   */
  public Optional<float[]> vector(String word) {
    int w = numbers.getInt(word);
    float[] values = new float[dimensions()];
    if (w >= 0) {
      rows.copy(w, values);
      return Optional.of(values);
    }
    if (subwords == null) {
      return Optional.empty();
    }
    double[] sum = new double[values.length];
    int count = subwords.sum(word, sum);
    for (int d = 0; d < values.length; d++) {
      values[d] = (float) (sum[d] / count);
    }
    return count == 0 ? Optional.empty() : Optional.of(values);
  }

  /**
   * Compares two words.
   *
   * @param one a word
   * @param other a word
   * @return the cosine of their vectors, −1 to 1; empty when one has no vector, or a zero one
   */
  public Optional<Double> similarity(String one, String other) {
    Optional<double[]> a = vector(one).flatMap(WordVectors::unit);
    Optional<float[]> b = vector(other);
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    return unit(b.get()).map(unit -> bounded(product(a.get(), unit)));
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }

  private static double bounded(double cosine) {
    return Math.max(-1, Math.min(1, cosine));
  }

  private static Optional<double[]> unit(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    if (square == 0) {
      return Optional.empty();
    }
    double[] unit = new double[vector.length];
    for (int d = 0; d < unit.length; d++) {
      unit[d] = vector[d] / Math.sqrt(square);
    }
    return Optional.of(unit);
  }

  /**
   * Finds the words closest to a word.
   *
   * @param word the word
   * @param n how many at most, 1 or more
   * @return by falling cosine, ties by the order of the words, without the word itself; empty when
   *     it has no vector
   */
  public List<WordNeighbor> nearest(String word, int n) {
    return vector(word)
        .flatMap(WordVectors::unit)
        .map(unit -> nearest(unit, n, List.of(word)))
        .orElseGet(() -> nothing(n));
  }

  /**
   * Finds the words closest to a vector.
   *
   * @param vector {@link #dimensions()} numbers
   * @param n how many at most, 1 or more
   * @return by falling cosine, ties by the order of the words; empty for a vector of zeros
   */
  public List<WordNeighbor> nearest(float[] vector, int n) {
    if (vector.length != dimensions()) {
      throw new IllegalArgumentException(
          "vector dimension " + vector.length + ", expected " + dimensions());
    }
    return unit(vector).map(unit -> nearest(unit, n, List.of())).orElseGet(() -> nothing(n));
  }

  /**
   * Answers "a is to b as c is to ?": the words closest to {@code b − a + c}, all of unit length
   * (Mikolov, Yih, Zweig, Linguistic regularities in continuous space word representations,
   * NAACL-HLT 2013).
   *
   * @param a a word
   * @param b what it goes with
   * @param c another word
   * @param n how many answers at most, 1 or more
   * @return by falling cosine, without the three words; empty when one of them has no vector
   */
  public List<WordNeighbor> analogy(String a, String b, String c, int n) {
    double[] sum = new double[dimensions()];
    double[] signs = {-1, 1, 1};
    List<String> three = List.of(a, b, c);
    for (int i = 0; i < 3; i++) {
      Optional<double[]> unit = vector(three.get(i)).flatMap(WordVectors::unit);
      if (unit.isEmpty()) {
        return nothing(n);
      }
      for (int d = 0; d < sum.length; d++) {
        sum[d] += signs[i] * unit.get()[d];
      }
    }
    return nearest(sum, n, three);
  }

  private static List<WordNeighbor> nothing(int n) {
    checkCount(n);
    return List.of();
  }

  private static void checkCount(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n is " + n + ", expected 1 or more");
    }
  }

  private List<WordNeighbor> nearest(double[] vector, int n, List<String> without) {
    checkCount(n);
    double length = Math.sqrt(product(vector, vector));
    if (length == 0) {
      return List.of();
    }
    boolean[] left = new boolean[words.size()];
    without.stream().mapToInt(numbers::getInt).filter(w -> w >= 0).forEach(w -> left[w] = true);
    NearestWords best = new NearestWords(Math.min(n, words.size()));
    for (int w = 0; w < words.size(); w++) {
      if (lengths[w] > 0 && !left[w]) {
        double dot = VectorRows.dot(rows.block(w), rows.offset(w), vector);
        best.offer(w, dot / (lengths[w] * length));
      }
    }
    List<WordNeighbor> neighbors = new ArrayList<>();
    best.forEach((w, cosine) -> neighbors.add(new WordNeighbor(words.get(w), bounded(cosine))));
    return neighbors;
  }

  /**
   * Identifies the content: equal fingerprints mean equal vectors of equal words.
   *
   * @return hexadecimal digits
   */
  public String fingerprint() {
    return fingerprint;
  }

  private String digested() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String word : words) {
        digest.update((word + "\n").getBytes(StandardCharsets.UTF_8));
      }
      rows.digest(digest);
      if (subwords != null) {
        String range = subwords.shortest() + " to " + subwords.longest();
        digest.update(range.getBytes(StandardCharsets.UTF_8));
        subwords.rows().digest(digest);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Writes a text file as word2vec does: number of words and dimensions, then a line for each word.
   * Subwords are not written: such a file has no place for them. The file is written beside its
   * place and then moved there.
   *
   * @param file the destination; its folder must exist
   * @throws WordVectorException when it cannot be written, or a word has a space in it
   */
  public void writeText(Path file) {
    TextFiles.write(file, words, rows);
  }

  /**
   * Saves the vectors, subwords included.
   *
   * @param out receives the state
   */
  public void save(StateWriter out) {
    out.putString("kind", STATE);
    out.putLong("dimensions", dimensions());
    out.putLong("words", words.size());
    for (int from = 0; from < words.size(); from += CHUNK) {
      out.putStrings("words", words.subList(from, Math.min(words.size(), from + CHUNK)));
    }
    save(out, rows);
    out.putLong("subwords", subwords == null ? 0 : 1);
    if (subwords != null) {
      out.putLong("shortest", subwords.shortest());
      out.putLong("longest", subwords.longest());
      save(out, subwords.rows());
    }
  }

  private static void save(StateWriter out, VectorRows rows) {
    out.putLong("rows", rows.rows());
    for (int row = 0; row < rows.rows(); row += VectorRows.BLOCK) {
      int count = Math.min(VectorRows.BLOCK, rows.rows() - row);
      out.putFloats("vectors", Arrays.copyOf(rows.block(row), count * rows.width()));
    }
  }

  /**
   * Reads vectors that were saved.
   *
   * @param in gives the state
   * @return the vectors
   * @throws ModelFileException when the state is of something else, or damaged
   */
  public static WordVectors read(StateReader in) {
    String kind = in.getString("kind");
    if (!kind.equals(STATE)) {
      throw new ModelFileException("the state is of '" + kind + "', expected '" + STATE + "'");
    }
    long dimensions = in.getLong("dimensions");
    long count = in.getLong("words");
    if (dimensions < 1 || dimensions > WordVectorLoader.MOST_DIMENSIONS || count < 0) {
      throw new ModelFileException(
          "word vectors are damaged: " + count + " words of " + dimensions + " dimensions");
    }
    List<String> words = new ArrayList<>();
    while (words.size() < count) {
      List<String> some = in.getStrings("words");
      words.addAll(some);
      if (some.isEmpty()) {
        throw new ModelFileException(
            "word vectors are damaged: " + words.size() + " words, expected " + count);
      }
    }
    VectorRows rows = read(in, (int) dimensions);
    if (rows.rows() != words.size()) {
      throw new ModelFileException(
          "word vectors are damaged: " + rows.rows() + " vectors of " + words.size() + " words");
    }
    if (in.getLong("subwords") == 0) {
      return new WordVectors(words, rows, null);
    }
    long shortest = in.getLong("shortest");
    long longest = in.getLong("longest");
    VectorRows buckets = read(in, (int) dimensions);
    if (shortest < 1
        || longest < shortest
        || longest > Subwords.MOST_CHARACTERS
        || buckets.rows() == 0) {
      throw new ModelFileException(
          "word vectors are damaged: n-grams of "
              + shortest
              + " to "
              + longest
              + " characters in "
              + buckets.rows()
              + " buckets");
    }
    return new WordVectors(words, rows, new Subwords((int) shortest, (int) longest, buckets));
  }

  private static VectorRows read(StateReader in, int dimensions) {
    VectorRows rows = new VectorRows(dimensions);
    long count = in.getLong("rows");
    float[] row = new float[dimensions];
    while (rows.rows() < count) {
      float[] block = in.getFloats("vectors");
      for (float value : block) {
        if (!Float.isFinite(value)) {
          throw new ModelFileException("word vectors are damaged: a vector holds " + value);
        }
      }
      if (block.length == 0 || block.length % dimensions != 0) {
        throw new ModelFileException(
            "word vectors are damaged: " + block.length + " numbers in rows of " + dimensions);
      }
      for (int at = 0; at < block.length; at += dimensions) {
        System.arraycopy(block, at, row, 0, dimensions);
        rows.add(row);
      }
    }
    rows.trim();
    return rows;
  }

  @Override
  public String toString() {
    return words.size() + " words of " + dimensions() + " dimensions";
  }
}
