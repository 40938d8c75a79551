package io.artrec.text.wordvector;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Sentences of a small grammar: a painter or a sailor does something that painters or sailors do to
 * something that they do it to. Words of one class never stand together in a sentence, but in the
 * same company.
 */
final class Grammar {
  static final String[][] CLASSES = {
    {"rubo", "rude", "rufa", "rugi"},
    {"kabo", "kade", "kafa", "kagi"},
    {"lobo", "lode", "lofa", "logi"},
    {"pabo", "pade", "pafa", "pagi"},
    {"mubo", "mude", "mufa", "mugi"},
    {"nobo", "node", "nofa", "nogi"},
  };

  private static final String[] ANYWHERE = {"zu", "ze", "zi"};

  private Grammar() {}

  static List<String> sentences(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int world = 3 * random.nextInt(2);
      StringBuilder sentence = new StringBuilder();
      for (int part = 0; part < 3; part++) {
        sentence.append(CLASSES[world + part][random.nextInt(4)]).append(' ');
        if (random.nextInt(2) == 0) {
          sentence.append(ANYWHERE[random.nextInt(3)]).append(' ');
        }
      }
      sentences.add(sentence.toString());
    }
    return sentences;
  }
}
