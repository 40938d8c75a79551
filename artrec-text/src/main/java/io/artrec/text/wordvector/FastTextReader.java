package io.artrec.text.wordvector;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads models of fastText that are not quantised. */
final class FastTextReader {
  /** What a model starts with, as an integer, lowest byte first. */
  static final int MAGIC = 793712314;

  private static final int OLDEST = 11;
  private static final int NEWEST = 12;
  private static final int SUPERVISED = 3;
  private static final int MOST_BYTES_OF_WORD = 1 << 16;
  private static final int LEAST_BYTES_OF_ENTRY = 10;
  private static final int BETWEEN_CHECKS = 1 << 12;
  private static final String END_OF_SENTENCE = "</s>";

  private final VectorInput in;
  private final VectorCollector collector;
  private int shortest;
  private int longest;
  private int buckets;
  private final List<String> words = new ArrayList<>();

  FastTextReader(VectorInput in, VectorCollector collector) {
    this.in = in;
    this.collector = collector;
  }

  LoadedWordVectors read() throws IOException {
    try {
      if (in.readInt() != MAGIC) {
        throw collector.broken("it does not start as a fastText model does");
      }
      int version = in.readInt();
      if (version < OLDEST || version > NEWEST) {
        throw collector.broken(
            "it is a fastText model of version " + version + ", expected 11 or 12");
      }
      int dimensions = settings(version);
      dictionary();
      return matrix(dimensions);
    } catch (EOFException e) {
      throw new WordVectorException(
          "cannot read word vectors "
              + in.file()
              + ": it ends early, after "
              + in.position()
              + " bytes; it is cut short",
          e);
    }
  }

  private int settings(int version) throws IOException {
    int dimensions = in.readInt();
    in.skip(6L * Integer.BYTES);
    int model = in.readInt();
    buckets = in.readInt();
    shortest = in.readInt();
    longest = in.readInt();
    in.skip(Integer.BYTES + Double.BYTES);
    if (version == OLDEST && model == SUPERVISED) {
      longest = 0;
    }
    if (buckets < 0 || shortest < 0 || longest < 0 || longest > Subwords.MOST_CHARACTERS) {
      throw collector.broken(
          String.format(
              Locale.ROOT,
              "it claims n-grams of %d to %d characters in %d buckets; it is damaged",
              shortest,
              longest,
              buckets));
    }
    return dimensions;
  }

  private void dictionary() throws IOException {
    int size = in.readInt();
    int wordCount = in.readInt();
    int labels = in.readInt();
    in.skip(Long.BYTES);
    long pruned = in.readLong();
    if (size < 0
        || wordCount < 0
        || labels < 0
        || (long) wordCount + labels != size
        || size > in.left() / LEAST_BYTES_OF_ENTRY) {
      throw collector.broken(
          String.format(
              Locale.ROOT,
              "it claims a dictionary of %,d entries, %,d words and %,d labels, in %,d bytes; it is"
                  + " damaged or cut short",
              size,
              wordCount,
              labels,
              in.left()));
    }
    if (pruned >= 0) {
      throw collector.broken(
          "its n-grams are pruned, as in a quantised model; use the .bin file of before quantising");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < size; i++) {
      if (i % BETWEEN_CHECKS == 0) {
        collector.cancellation().check("loading word vectors");
      }
      if (!in.readUntil(0, bytes, MOST_BYTES_OF_WORD)) {
        throw new EOFException();
      }
      in.skip(Long.BYTES + 1);
      if (i < wordCount) {
        words.add(VectorInput.text(bytes));
      }
    }
  }

  private LoadedWordVectors matrix(int dimensions) throws IOException {
    if (in.readBoolean()) {
      throw collector.broken("it is quantised (.ftz), which is not supported; use the .bin file");
    }
    long rowCount = in.readLong();
    long columns = in.readLong();
    if (columns != dimensions || rowCount != (long) words.size() + buckets) {
      throw collector.broken(
          String.format(
              Locale.ROOT,
              "its matrix is %,d x %,d, expected %,d words and %,d buckets x %d; it is damaged",
              rowCount,
              columns,
              words.size(),
              buckets,
              dimensions));
    }
    collector.expect(0, dimensions, 0);
    if (in.left() != Long.MAX_VALUE && rowCount > in.left() / ((long) Float.BYTES * dimensions)) {
      throw collector.broken(
          String.format(
              Locale.ROOT,
              "its matrix of %,d x %,d does not fit the %,d bytes that are left; it is cut short",
              rowCount,
              columns,
              in.left()));
    }
    boolean composed = longest > 0 && buckets > 0;
    collector.expect(words.size(), dimensions, composed ? buckets : 0);
    float[] row = new float[dimensions];
    byte[] buffer = new byte[dimensions * Float.BYTES];
    List<String> kept = new ArrayList<>();
    VectorRows own = new VectorRows(dimensions);
    for (int w = 0; w < words.size(); w++) {
      in.floats(row, buffer);
      check(row, w);
      if (kept.size() < collector.most()) {
        kept.add(words.get(w));
        own.add(row);
      }
    }
    Subwords subwords = composed ? subwords(dimensions, row, buffer) : null;
    compose(kept, own, subwords);
    return collector.finish(WordVectorFormat.FASTTEXT_BINARY, subwords);
  }

  private void check(float[] row, long number) {
    if (number % BETWEEN_CHECKS == 0) {
      collector.cancellation().check("loading word vectors");
      collector.progress().update("loading word vectors", in.position(), in.total());
    }
    for (float value : row) {
      if (!Float.isFinite(value)) {
        throw collector.broken(
            "row " + number + " of its matrix holds " + value + "; it is damaged");
      }
    }
  }

  private Subwords subwords(int dimensions, float[] row, byte[] buffer) throws IOException {
    VectorRows rows = new VectorRows(dimensions);
    for (int b = 0; b < buckets; b++) {
      in.floats(row, buffer);
      check(row, (long) words.size() + b);
      rows.add(row);
    }
    rows.trim();
    return new Subwords(Math.max(1, shortest), longest, rows);
  }

  /** A word's vector is the mean of its own and its n-grams'. */
  private void compose(List<String> kept, VectorRows own, @Nullable Subwords subwords) {
    double[] sum = new double[own.width()];
    float[] row = new float[own.width()];
    for (int w = 0; w < kept.size(); w++) {
      own.copy(w, row);
      if (subwords != null && !kept.get(w).equals(END_OF_SENTENCE)) {
        int grams = subwords.sum(kept.get(w), sum);
        for (int d = 0; d < row.length; d++) {
          row[d] = (float) ((row[d] + sum[d]) / (grams + 1));
        }
      }
      collector.add(kept.get(w), row, "word " + (w + 1));
    }
  }
}
