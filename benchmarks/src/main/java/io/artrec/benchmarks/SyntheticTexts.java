package io.artrec.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Descriptions of made-up words that are as unevenly frequent as words are: the word of rank {@code
 * r} is {@code r} times rarer than the first (Zipf). Common English words are the most frequent, as
 * stop words are.
 */
final class SyntheticTexts {
  private static final String[] COMMON = {
    "the", "of", "and", "a", "in", "to", "is", "with", "his", "on", "by", "as", "this", "was",
    "that"
  };
  private static final String[] ONSETS = {
    "b", "br", "c", "ch", "d", "f", "fl", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s",
    "st", "t", "tr", "v", "w"
  };
  private static final String[] NUCLEI = {"a", "e", "i", "o", "u", "ai", "ea", "oo"};
  private static final String[] CODAS = {"", "n", "r", "s", "t", "l", "nd", "ck"};
  private static final String[] ENDINGS = {"", "", "", "s", "ing", "ed", "er", "ly"};

  private final String[] words;
  private final double[] cumulative;

  SyntheticTexts(int vocabulary, long seed) {
    Random random = new Random(seed);
    words = new String[vocabulary];
    cumulative = new double[vocabulary];
    double sum = 0;
    for (int rank = 0; rank < vocabulary; rank++) {
      words[rank] = rank < COMMON.length ? COMMON[rank] : word(random);
      sum += 1.0 / (rank + 1);
      cumulative[rank] = sum;
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int syllable = 1 + random.nextInt(3); syllable >= 0; syllable--) {
      word.append(ONSETS[random.nextInt(ONSETS.length)])
          .append(NUCLEI[random.nextInt(NUCLEI.length)])
          .append(CODAS[random.nextInt(CODAS.length)]);
    }
    return word.append(ENDINGS[random.nextInt(ENDINGS.length)]).toString();
  }

  /** Texts of {@code words / 2} to {@code 3 / 2 words} words, in sentences. */
  List<String> texts(int count, int wordsEach, long seed) {
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      int length = wordsEach / 2 + random.nextInt(wordsEach + 1);
      for (int w = 0; w < length; w++) {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, at);
        String word = words[found < 0 ? -found - 1 : found];
        boolean first = w % 14 == 0;
        text.append(first ? Character.toUpperCase(word.charAt(0)) : word.charAt(0))
            .append(word, 1, word.length())
            .append(w % 14 == 13 ? ". " : w % 14 == 6 ? ", " : " ");
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
