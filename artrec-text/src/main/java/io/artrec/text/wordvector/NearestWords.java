package io.artrec.text.wordvector;

/** The best few of many words, by cosine, ties by number. */
final class NearestWords {
  private final int[] words;
  private final double[] cosines;
  private int size;

  NearestWords(int most) {
    words = new int[most];
    cosines = new double[most];
  }

  /** Called with rising numbers; insertion from the end keeps the first of equal ones first. */
  void offer(int word, double cosine) {
    if (words.length == 0 || (size == words.length && !(cosine > cosines[size - 1]))) {
      return;
    }
    int at = size < words.length ? size++ : size - 1;
    while (at > 0 && cosine > cosines[at - 1]) {
      words[at] = words[at - 1];
      cosines[at] = cosines[at - 1];
      at--;
    }
    words[at] = word;
    cosines[at] = cosine;
  }

  @FunctionalInterface
  interface Each {
    void of(int word, double cosine);
  }

  void forEach(Each action) {
    for (int i = 0; i < size; i++) {
      action.of(words[i], cosines[i]);
    }
  }
}
