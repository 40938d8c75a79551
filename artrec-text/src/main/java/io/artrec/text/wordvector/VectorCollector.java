package io.artrec.text.wordvector;

import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers words and vectors as they are read, counts what cannot be used, and watches memory. */
final class VectorCollector {
  private static final String STAGE = "loading word vectors";
  private static final int KEPT_PROBLEMS = 20;
  private static final long BYTES_OF_WORD = 120;
  private static final double SHARE_OF_HEAP = 0.9;
  private static final int BETWEEN_REPORTS = 1 << 13;
  private static final int BETWEEN_CHECKS = 1 << 10;
  private static final double MEGABYTE = 1024.0 * 1024;

  private final VectorInput in;
  private final WordVectorLoader settings;
  private final List<String> words = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable VectorRows rows;
  private long skipped;
  private long seen;

  VectorCollector(VectorInput in, WordVectorLoader settings) {
    this.in = in;
    this.settings = settings;
  }

  /** The most words that are wanted. */
  int most() {
    return settings.mostWords();
  }

  /** Refuses what would not fit the heap, before it is taken. */
  void expect(long count, long dimensions, long moreRows) {
    if (dimensions < 1 || dimensions > WordVectorLoader.MOST_DIMENSIONS) {
      throw broken(
          "vectors have "
              + dimensions
              + " dimensions, expected 1 to "
              + WordVectorLoader.MOST_DIMENSIONS);
    }
    long words = Math.min(count, most());
    double bytes =
        (double) words * (Float.BYTES * dimensions + BYTES_OF_WORD)
            + (double) moreRows * Float.BYTES * dimensions;
    long heap = settings.heap();
    if (bytes > SHARE_OF_HEAP * heap) {
      throw new WordVectorException(
          String.format(
              Locale.ROOT,
              "cannot read word vectors %s: %,d words of %d dimensions need about %,.0f MB, the heap"
                  + " has at most %,.0f MB; raise -Xmx, or set mostWords",
              in.file(),
              words,
              dimensions,
              Math.ceil(bytes / MEGABYTE),
              heap / MEGABYTE));
    }
    rows = new VectorRows((int) dimensions);
  }

  /** Takes up a word, or notes why it cannot be used; {@code place} says where it stands. */
  void add(String word, float[] vector, String place) {
    seen();
    for (float value : vector) {
      if (!Float.isFinite(value)) {
        skip(place, "the vector of '" + shortened(word) + "' holds " + value);
        return;
      }
    }
    if (word.isEmpty()) {
      skip(place, "the word is empty");
    } else if (!known.add(word)) {
      skip(place, "'" + shortened(word) + "' was there before");
    } else {
      words.add(word);
      rows().add(vector);
    }
  }

  static String shortened(String word) {
    return word.length() <= 40 ? word : word.substring(0, 40) + "...";
  }

  private void seen() {
    seen++;
    if (seen % BETWEEN_CHECKS == 0) {
      settings.cancellation().check(STAGE);
    }
    if (seen % BETWEEN_REPORTS == 0) {
      settings.progress().update(STAGE, in.position(), in.total());
    }
  }

  /** Notes a line that cannot be used. */
  void skip(String place, String why) {
    skipped++;
    if (problems.size() < KEPT_PROBLEMS) {
      problems.add(place + ": " + why);
    }
    if (skipped > settings.mostProblems()) {
      throw broken(
          String.format(
              Locale.ROOT,
              "more than %d words cannot be used; the first: %s",
              settings.mostProblems(),
              problems.isEmpty() ? place + ": " + why : problems.get(0)));
    }
  }

  boolean isFull() {
    return words.size() >= most();
  }

  int size() {
    return words.size();
  }

  VectorRows rows() {
    VectorRows some = rows;
    if (some == null) {
      throw new IllegalStateException("expect comes first");
    }
    return some;
  }

  WordVectorException broken(String why) {
    return new WordVectorException("cannot read word vectors " + in.file() + ": " + why);
  }

  Progress progress() {
    return settings.progress();
  }

  Cancellation cancellation() {
    return settings.cancellation();
  }

  LoadedWordVectors finish(WordVectorFormat format, @Nullable Subwords subwords) {
    if (words.isEmpty()) {
      throw broken(
          problems.isEmpty()
              ? "there is no word in it"
              : "no word of it can be used; the first: " + problems.get(0));
    }
    rows().trim();
    settings.progress().update(STAGE, in.position(), in.position());
    WordVectors vectors = new WordVectors(words, rows(), subwords);
    return new LoadedWordVectors(vectors, format, skipped, problems);
  }
}
