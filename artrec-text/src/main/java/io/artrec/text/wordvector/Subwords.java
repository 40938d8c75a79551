package io.artrec.text.wordvector;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Vectors of character n-grams, as fastText learns them (Bojanowski, Grave, Joulin, Mikolov,
 * Enriching word vectors with subword information, TACL 2017): n-grams of {@code <word>}, hashed
 * into buckets. A word's vector is the mean of its own and its n-grams' vectors; a word that was
 * never met has its n-grams'.
 *
 * @param shortest characters of the shortest n-grams, 1 or more
 * @param longest characters of the longest n-grams
 * @param rows a vector for each bucket
 */
record Subwords(int shortest, int longest, VectorRows rows) {
  private static final int FNV_START = 0x811C9DC5;
  private static final int FNV_PRIME = 16777619;

  /** N-grams of a longer word than any are not looked up. */
  static final int MOST_CHARACTERS = 1000;

  /** The buckets of a word's n-grams, repeated ones included. */
  int[] buckets(String word) {
    if (word.length() > MOST_CHARACTERS) {
      return new int[0];
    }
    byte[] bytes = ("<" + word + ">").getBytes(StandardCharsets.UTF_8);
    IntArrayList found = new IntArrayList();
    for (int from = 0; from < bytes.length; from++) {
      if (isContinuation(bytes[from])) {
        continue;
      }
      int to = from;
      for (int n = 1; to < bytes.length && n <= longest; n++) {
        to++;
        while (to < bytes.length && isContinuation(bytes[to])) {
          to++;
        }
        boolean edgeAlone = n == 1 && (from == 0 || to == bytes.length);
        if (n >= shortest && !edgeAlone) {
          found.add(Integer.remainderUnsigned(hash(bytes, from, to), rows.rows()));
        }
      }
    }
    return found.toIntArray();
  }

  private static boolean isContinuation(byte value) {
    return (value & 0xC0) == 0x80;
  }

  /** FNV-1a on bytes with their signs, as fastText has it. */
  static int hash(byte[] bytes, int from, int to) {
    int hash = FNV_START;
    for (int i = from; i < to; i++) {
      hash ^= bytes[i];
      hash *= FNV_PRIME;
    }
    return hash;
  }

  /**
   * Adds up the vectors of a word's n-grams.
   *
   * @param sum is filled
   * @return how many there are
   */
  int sum(String word, double[] sum) {
    Arrays.fill(sum, 0);
    int[] buckets = buckets(word);
    for (int bucket : buckets) {
      float[] block = rows.block(bucket);
      int at = rows.offset(bucket);
      for (int d = 0; d < sum.length; d++) {
        sum[d] += block[at + d];
      }
    }
    return buckets.length;
  }
}
