package io.artrec.djl.causal;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Sentences of a small grammar. The painter, first, says what is painted, last; the words between
 * them say nothing of it, so that no trigram can know.
 */
final class Painters {
  private static final List<String> NAMES =
      List.of("Rosa", "Hals", "Judith", "Pieter", "Clara", "Jan", "Rachel", "Simon");
  private static final List<String> SUBJECTS =
      List.of("ships", "mills", "roses", "dogs", "pearls", "bread", "snow", "books");
  private static final List<String> CITIES =
      List.of("Delft", "Leiden", "Haarlem", "Gouda", "Utrecht", "Breda");
  private static final List<String> TIMES = List.of("often", "rarely", "once", "gladly");
  private static final List<String> KINDS = List.of("small", "bright", "gray");

  private Painters() {}

  /** All sentences, shuffled. */
  static List<String> sentences(long seed) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      for (String city : CITIES) {
        for (String time : TIMES) {
          for (String kind : KINDS) {
            all.add(
                " %s of %s %s painted %s %s ."
                    .formatted(NAMES.get(i), city, time, kind, SUBJECTS.get(i)));
          }
        }
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = all.size() - 1; i > 0; i--) {
      all.set(i, all.set(random.nextInt(i + 1), all.get(i)));
    }
    return all;
  }

  /** A tokenizer with a token for each word, and some that JSON is written with. */
  static byte[] tokenizer() {
    List<String> words = new ArrayList<>();
    List.of(NAMES, SUBJECTS, CITIES, TIMES, KINDS, List.of("of", "painted", "."))
        .forEach(some -> some.forEach(word -> words.add("\u0120" + word)));
    words.addAll(
        List.of("{\"", "\":", "\":\u0120\"", "\",", "\",\"", "\"}", "},", "[\"", "]}", "true"));
    return ByteTokenizer.of(words);
  }
}
