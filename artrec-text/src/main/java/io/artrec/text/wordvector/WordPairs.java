package io.artrec.text.wordvector;

import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import java.util.Arrays;
import java.util.Locale;

/**
 * How often words stand near each other, cell by cell: {@code counts[k]} is what word {@code
 * words[k]} and the word {@code contexts[k]} near it amount to, each time the inverse of their
 * distance. Cells are in the order of their words' numbers, each mirrored one after its own; pairs
 * that never stand near each other have none.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record WordPairs(int[] words, int[] contexts, float[] counts) {
  /** A hash table while it grows, or half full beside the cells made of it. */
  static final int BYTES_A_PAIR = 80;

  private static final String STAGE = "counting pairs of words";
  private static final int MOST_PAIRS = 1 << 29;
  private static final int FIRST_CHECK = 1 << 12;
  private static final int BETWEEN_REPORTS = 64;
  private static final double MEGABYTE = 1024.0 * 1024;

  /** Counts the pairs of texts, one text after the other. */
  static final class Counter {
    private final GloVeSettings settings;
    private final long mostBytes;
    private final Long2DoubleOpenHashMap table = new Long2DoubleOpenHashMap();
    private long room = FIRST_CHECK;

    /** A table that may take {@code mostBytes} at most. */
    Counter(GloVeSettings settings, long mostBytes) {
      this.settings = settings;
      this.mostBytes = mostBytes;
    }

    WordPairs count(WordSequences sequences, Progress progress, Cancellation cancellation) {
      int[][] texts = sequences.texts();
      for (int t = 0; t < texts.length; t++) {
        cancellation.check(STAGE);
        add(texts[t]);
        if ((t + 1) % BETWEEN_REPORTS == 0 || t + 1 == texts.length) {
          progress.update(STAGE, t + 1L, texts.length);
        }
      }
      return cells();
    }

    private void add(int[] text) {
      int window = settings.learning().window();
      for (int i = 0; i < text.length; i++) {
        for (int j = Math.max(0, i - window); j < i; j++) {
          add(text[i], text[j], 1.0 / (i - j));
        }
        if (table.size() >= room) {
          grow();
        }
      }
    }

    /** A pair looked at from both sides is kept once, and counts twice if of one word. */
    private void add(int word, int before, double share) {
      if (settings.oneSided()) {
        table.addTo(key(word, before), share);
      } else if (word == before) {
        table.addTo(key(word, word), 2 * share);
      } else {
        table.addTo(key(Math.min(word, before), Math.max(word, before)), share);
      }
    }

    private void grow() {
      room = 2L * table.size();
      if (room > MOST_PAIRS || room * BYTES_A_PAIR > mostBytes) {
        throw new WordVectorException(
            String.format(
                Locale.ROOT,
                "cannot train word vectors: more than %,d different pairs of words stand within %d words"
                    + " of each other, which need %d bytes each, and there is room for %,.0f MB; raise"
                    + " -Xmx or minTexts, or lower window",
                table.size(),
                settings.learning().window(),
                BYTES_A_PAIR,
                Math.floor(mostBytes / MEGABYTE)));
      }
    }

    private WordPairs cells() {
      long[] keys = table.keySet().toLongArray();
      Arrays.sort(keys);
      int cells = keys.length;
      if (!settings.oneSided()) {
        for (long key : keys) {
          cells += first(key) == second(key) ? 0 : 1;
        }
      }
      WordPairs pairs = new WordPairs(new int[cells], new int[cells], new float[cells]);
      int at = 0;
      for (long key : keys) {
        float count = (float) table.get(key);
        pairs.set(at++, first(key), second(key), count);
        if (!settings.oneSided() && first(key) != second(key)) {
          pairs.set(at++, second(key), first(key), count);
        }
      }
      return pairs;
    }

    private static long key(int first, int second) {
      return (long) first << 32 | second;
    }

    private static int first(long key) {
      return (int) (key >>> 32);
    }

    private static int second(long key) {
      return (int) key;
    }
  }

  private void set(int cell, int word, int context, float count) {
    words[cell] = word;
    contexts[cell] = context;
    counts[cell] = count;
  }

  int size() {
    return words.length;
  }
}
