package io.artrec.text.wordvector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

/** Reads text files of word vectors, with a first line that counts or without. */
final class TextVectorReader {
  private static final int MOST_BYTES = 1 << 21;

  private final VectorInput in;
  private final VectorCollector collector;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long number;

  TextVectorReader(VectorInput in, VectorCollector collector) {
    this.in = in;
    this.collector = collector;
  }

  /** A first line: how many words of how many dimensions. */
  record Header(long words, long dimensions) {
    /** Reads a header; negative numbers when it is none. */
    static Header of(String line) {
      String[] parts = line.strip().split("[ \t]+", -1);
      if (parts.length != 2) {
        return new Header(-1, -1);
      }
      return new Header(count(parts[0]), count(parts[1]));
    }

    private static long count(String text) {
      boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
      try {
        return digits ? Long.parseLong(text) : -1;
      } catch (NumberFormatException e) {
        return Long.MAX_VALUE;
      }
    }

    boolean isValid() {
      return words >= 0 && dimensions >= 1;
    }

    /** Refuses what the rest of the file cannot hold. */
    void check(VectorInput in, VectorCollector collector, long leastBytesOfWord) {
      if (!isValid()) {
        throw collector.broken(
            "its first line does not tell the number of words and dimensions, as in '3000000 300'");
      }
      collector.expect(0, dimensions, 0);
      if (in.left() != Long.MAX_VALUE && words > in.left() / leastBytesOfWord + 1) {
        throw collector.broken(
            String.format(
                Locale.ROOT,
                "its first line promises %,d words of %,d dimensions, the %,d bytes after it hold"
                    + " %,d at most; it is cut short or damaged",
                words,
                dimensions,
                in.left(),
                in.left() / leastBytesOfWord + 1));
      }
      collector.expect(words, dimensions, 0);
    }
  }

  LoadedWordVectors readWord2vec() throws IOException {
    nextLine();
    Header header = Header.of(VectorInput.text(line));
    header.check(in, collector, 1 + 2 * Math.max(1, header.dimensions()));
    float[] vector = new float[(int) header.dimensions()];
    long lines = 0;
    while (lines < header.words() && !collector.isFull() && nextLine()) {
      lines++;
      take(VectorInput.text(line), vector);
    }
    if (lines < header.words() && !collector.isFull()) {
      throw collector.broken(
          String.format(
              Locale.ROOT,
              "its first line promises %,d words, it ends after %,d; it is cut short",
              header.words(),
              lines));
    }
    return collector.finish(WordVectorFormat.WORD2VEC_TEXT, null);
  }

  LoadedWordVectors readGlove() throws IOException {
    if (!nextLine()) {
      throw collector.broken("it is empty");
    }
    String first = VectorInput.text(line);
    int dimensions = first.strip().split(" +").length - 1;
    long bytesOfLine = line.size() + 1L;
    long guess = in.left() == Long.MAX_VALUE ? 0 : in.left() / bytesOfLine + 1;
    collector.expect(guess, dimensions, 0);
    float[] vector = new float[dimensions];
    take(first, vector);
    while (!collector.isFull() && nextLine()) {
      take(VectorInput.text(line), vector);
    }
    return collector.finish(WordVectorFormat.GLOVE_TEXT, null);
  }

  private boolean nextLine() throws IOException {
    number++;
    return in.readUntil('\n', line, MOST_BYTES);
  }

  /** The last numbers of a line are the vector; what stands before them is the word. */
  private void take(String text, float[] vector) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    if (end == 0) {
      collector.skip("line " + number, "it is blank");
      return;
    }
    for (int d = vector.length - 1; d >= 0; d--) {
      int from = text.lastIndexOf(' ', end - 1);
      if (from < 0) {
        collector.skip(
            "line " + number,
            String.format(
                Locale.ROOT,
                "%d numbers after a word, expected %d",
                vector.length - 1 - d,
                vector.length));
        return;
      }
      String value = text.substring(from + 1, end);
      try {
        vector[d] = Float.parseFloat(value);
      } catch (NumberFormatException e) {
        collector.skip(
            "line " + number,
            "'"
                + VectorCollector.shortened(value)
                + "' is no number; expected "
                + vector.length
                + " after a word");
        return;
      }
      end = from;
    }
    collector.add(text.substring(0, end), vector, "line " + number);
  }
}
