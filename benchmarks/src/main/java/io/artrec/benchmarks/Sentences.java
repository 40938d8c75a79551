package io.artrec.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Descriptions of paintings, made of words by chance. */
final class Sentences {
  private static final String[] WORDS =
      ("harbour dawn fishing boat sand portrait lady dress red oak tree field storm sky shepherd"
              + " flock lane ship sea cat window sun still life skull lemon glass saint angel gold"
              + " battle horse river bridge night snow village church market children garden rose")
          .split(" ");

  private Sentences() {}

  /** Texts of {@code words} words each. */
  static List<String> even(int count, int words, long seed) {
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text(random, words));
    }
    return texts;
  }

  /** Texts of 3 to 120 words, the median 17, as descriptions of works have them. */
  static List<String> mixed(int count, long seed) {
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double words = Math.exp(2.8 + 0.9 * random.nextGaussian());
      texts.add(text(random, (int) Math.max(3, Math.min(120, words))));
    }
    return texts;
  }

  private static String text(Random random, int words) {
    StringBuilder text = new StringBuilder("A painting of");
    for (int w = 0; w < words; w++) {
      text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.append('.').toString();
  }
}
