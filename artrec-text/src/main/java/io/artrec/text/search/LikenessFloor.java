package io.artrec.text.search;

import io.artrec.catalog.Catalog;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.embedding.SentenceEncoder;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Where likeness begins to say something in a collection. Questions that mean nothing, of one to
 * three words whose letters are drawn from the collection's own texts, are alike to some work, too:
 * the best cosine of each is the collection's background, a quantile of it the floor. Never above
 * what the encoder calls a fit ({@link SentenceEncoder#fitsFrom}).
 */
final class LikenessFloor {
  /** How many questions that mean nothing are asked. */
  static final int QUESTIONS = 64;

  private static final int MOST_WORDS = 3;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 8;
  private static final int MOST_LETTERS = 200_000;
  private static final long SEED = 20;

  private LikenessFloor() {}

  /**
   * Measures a floor.
   *
   * @param catalog the collection
   * @param quantile of the background, above 0, at most 1
   * @param best the cosine of a question's vector and the work that is most like it
   * @return the floor; empty when the collection has no letters, or the encoder reads none of them
   */
  static OptionalDouble of(
      SentenceEncoder encoder, Catalog catalog, double quantile, ToDoubleFunction<float[]> best) {
    int[] letters = letters(catalog);
    if (letters.length == 0) {
      return OptionalDouble.empty();
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] background = new double[QUESTIONS];
    int read = 0;
    for (int q = 0; q < QUESTIONS; q++) {
      var vector = encoder.encodeQuery(question(letters, random));
      if (vector.isPresent()) {
        background[read++] = best.applyAsDouble(vector.get());
      }
    }
    if (read == 0) {
      return OptionalDouble.empty();
    }
    Arrays.sort(background, 0, read);
    double floor = background[(int) Math.min(read - 1.0, quantile * read)];
    return OptionalDouble.of(Math.min(floor, encoder.fitsFrom()));
  }

  private static int[] letters(Catalog catalog) {
    return catalog.stream()
        .flatMapToInt(artwork -> ArtworkText.of(artwork).codePoints())
        .filter(Character::isLetter)
        .map(Character::toLowerCase)
        .limit(MOST_LETTERS)
        .toArray();
  }

  private static String question(int[] letters, SplittableRandom random) {
    StringBuilder question = new StringBuilder();
    int words = random.nextInt(1, MOST_WORDS + 1);
    for (int w = 0; w < words; w++) {
      int length = random.nextInt(SHORTEST, LONGEST + 1);
      question.append(w == 0 ? "" : " ");
      for (int l = 0; l < length; l++) {
        question.appendCodePoint(letters[random.nextInt(letters.length)]);
      }
    }
    return question.toString();
  }
}
