package io.artrec.text.wordvector;

import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Loads word vectors from files of word2vec (text and binary), GloVe and fastText ({@code .vec} and
 * {@code .bin}), as they are or packed by gzip. Immutable; refined by chained copies.
 *
 * <p>Files are streamed: beside the vectors no more than a line is in memory. How much the vectors
 * need is worked out from the file's first line, or its size, and refused before it is taken when
 * the heap cannot hold it; {@link #mostWords} takes the first words only, which in these files are
 * the most frequent. A line that cannot be used (too few numbers, one that is none, NaN or
 * infinite, a word that was there before) is left out and reported with its number; a file that is
 * damaged as a whole (counts it cannot hold, cut short, rubbish) is refused. UTF-8 that is invalid
 * becomes replacement characters.
 */
public final class WordVectorLoader {
  /** The most dimensions of a vector. */
  public static final int MOST_DIMENSIONS = 100_000;

  private static final int STANDARD_MOST_PROBLEMS = 1000;
  private static final int GLANCE = 1 << 16;

  private final @Nullable WordVectorFormat format;
  private final int mostWords;
  private final int mostProblems;
  private final long heap;
  private final Progress progress;
  private final Cancellation cancellation;

  private WordVectorLoader(
      @Nullable WordVectorFormat format,
      int mostWords,
      int mostProblems,
      long heap,
      Progress progress,
      Cancellation cancellation) {
    this.format = format;
    this.mostWords = mostWords;
    this.mostProblems = mostProblems;
    this.heap = heap;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * {@return a loader that finds out the format, takes all words, and gives up after 1,000 words
   * that cannot be used}
   */
  public static WordVectorLoader standard() {
    return new WordVectorLoader(
        null,
        Integer.MAX_VALUE - 8,
        STANDARD_MOST_PROBLEMS,
        Runtime.getRuntime().maxMemory(),
        Progress.silent(),
        new Cancellation());
  }

  /**
   * {@return this loader for files of a format that is known}
   *
   * @param known the format
   */
  public WordVectorLoader format(WordVectorFormat known) {
    Objects.requireNonNull(known, "known");
    return new WordVectorLoader(known, mostWords, mostProblems, heap, progress, cancellation);
  }

  /**
   * {@return this loader taking the first words only}
   *
   * @param most how many, 1 or more
   */
  public WordVectorLoader mostWords(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("mostWords is " + most + ", expected 1 or more");
    }
    return new WordVectorLoader(format, most, mostProblems, heap, progress, cancellation);
  }

  /**
   * {@return this loader with another number of words that may be unusable}
   *
   * @param most how many are left out before the file is refused, 0 or more
   */
  public WordVectorLoader mostProblems(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("mostProblems is " + most + ", expected 0 or more");
    }
    return new WordVectorLoader(format, mostWords, most, heap, progress, cancellation);
  }

  /**
   * {@return this loader telling how far it is}
   *
   * @param listener hears of bytes read; the total is -1 for packed files
   */
  public WordVectorLoader progress(Progress listener) {
    Objects.requireNonNull(listener, "listener");
    return new WordVectorLoader(format, mostWords, mostProblems, heap, listener, cancellation);
  }

  /**
   * {@return this loader with a way to stop it}
   *
   * @param token stops loading
   */
  public WordVectorLoader cancellation(Cancellation token) {
    Objects.requireNonNull(token, "token");
    return new WordVectorLoader(format, mostWords, mostProblems, heap, progress, token);
  }

  /** This loader as if the heap were of another size. */
  WordVectorLoader heap(long bytes) {
    return new WordVectorLoader(format, mostWords, mostProblems, bytes, progress, cancellation);
  }

  int mostWords() {
    return mostWords;
  }

  int mostProblems() {
    return mostProblems;
  }

  long heap() {
    return heap;
  }

  Progress progress() {
    return progress;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /**
   * Loads a file.
   *
   * @param file the file
   * @return its vectors, and which of its lines could not be used
   * @throws WordVectorException when the file is missing, of no known format, damaged, or too large
   *     for the heap
   * @throws io.artrec.task.CancelledException when it was cancelled or interrupted
   */
  public LoadedWordVectors load(Path file) {
    try (VectorInput in = VectorInput.open(file)) {
      VectorCollector collector = new VectorCollector(in, this);
      WordVectorFormat found = format != null ? format : detected(in.peek(GLANCE), file);
      return switch (found) {
        case WORD2VEC_TEXT -> new TextVectorReader(in, collector).readWord2vec();
        case WORD2VEC_BINARY -> new BinaryVectorReader(in, collector).read();
        case GLOVE_TEXT -> new TextVectorReader(in, collector).readGlove();
        case FASTTEXT_BINARY -> new FastTextReader(in, collector).read();
      };
    } catch (IOException e) {
      throw new WordVectorException("cannot read word vectors " + file + ": " + e, e);
    }
  }

  private static WordVectorFormat detected(byte[] start, Path file) {
    if (start.length == 0) {
      throw new WordVectorException("cannot read word vectors " + file + ": it is empty");
    }
    if (start.length >= 4
        && ((start[0] & 0xff) | (start[1] & 0xff) << 8 | (start[2] & 0xff) << 16 | start[3] << 24)
            == FastTextReader.MAGIC) {
      return WordVectorFormat.FASTTEXT_BINARY;
    }
    int first = indexOf(start, '\n', 0);
    String line = text(start, 0, first);
    TextVectorReader.Header header = TextVectorReader.Header.of(line);
    if (!header.isValid()) {
      if (isWordAndNumbers(line)) {
        return WordVectorFormat.GLOVE_TEXT;
      }
      throw new WordVectorException(
          "cannot read word vectors "
              + file
              + ": its start is that of no known format, expected word2vec (text or binary), GloVe"
              + " text, or fastText (.vec, .bin)");
    }
    int second = indexOf(start, '\n', Math.min(start.length, first + 1));
    String next = text(start, Math.min(start.length, first + 1), second);
    return isWordAndNumbers(next) || next.isBlank()
        ? WordVectorFormat.WORD2VEC_TEXT
        : WordVectorFormat.WORD2VEC_BINARY;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static int indexOf(byte[] bytes, int value, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != value) {
      at++;
    }
    return at;
  }

  /** Whether what follows the first space of a line begins as numbers do. */
  private static boolean isWordAndNumbers(String line) {
    String[] parts = line.strip().split(" +", 4);
    if (parts.length < 2) {
      return false;
    }
    try {
      Float.parseFloat(parts[parts.length > 2 ? 2 : 1]);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
