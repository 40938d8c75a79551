package io.artrec.text.wordvector;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;

/** Reads binary files of word2vec. */
final class BinaryVectorReader {
  private static final int MOST_BYTES_OF_WORD = 1 << 16;
  private static final int MOST_BYTES_OF_HEADER = 100;

  private final VectorInput in;
  private final VectorCollector collector;

  BinaryVectorReader(VectorInput in, VectorCollector collector) {
    this.in = in;
    this.collector = collector;
  }

  LoadedWordVectors read() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!in.readUntil('\n', bytes, MOST_BYTES_OF_HEADER)) {
      throw collector.broken("it is empty");
    }
    TextVectorReader.Header header = TextVectorReader.Header.of(VectorInput.text(bytes));
    header.check(in, collector, 2 + Float.BYTES * Math.max(1, header.dimensions()));
    float[] vector = new float[(int) header.dimensions()];
    byte[] buffer = new byte[vector.length * Float.BYTES];
    long words = 0;
    try {
      while (words < header.words() && !collector.isFull()) {
        if (!in.readUntil(' ', bytes, MOST_BYTES_OF_WORD)) {
          throw new EOFException();
        }
        in.floats(vector, buffer);
        words++;
        collector.add(word(VectorInput.text(bytes)), vector, "word " + words);
      }
    } catch (EOFException e) {
      throw new WordVectorException(
          String.format(
              Locale.ROOT,
              "cannot read word vectors %s: its first line promises %,d words, it ends after %,d; it"
                  + " is cut short",
              in.file(),
              header.words(),
              words),
          e);
    }
    return collector.finish(WordVectorFormat.WORD2VEC_BINARY, null);
  }

  /** Some writers end each vector with a line feed, which then stands before the next word. */
  private static String word(String text) {
    int from = 0;
    while (from < text.length() && (text.charAt(from) == '\n' || text.charAt(from) == '\r')) {
      from++;
    }
    return text.substring(from);
  }
}
