package io.artrec.explain;

import java.util.Locale;

/**
 * Writes the sentence of an explanation: a further language, a house style or a language model
 * takes the standard writer's place by {@code Recommender.builder().sentences(...)}, and {@code
 * Recommender.loader(...).sentences(...)}, because model files do not hold it.
 *
 * <p>What may be claimed is told by the explanation: {@link Explanation#preferred} and {@link
 * Explanation#rejected} are the works that count, {@link Explanation#shared} is what is true of one
 * of them and of the work explained, {@link Explanation#contributions} is all there is. For a
 * further language implement {@link Phrases} instead and give it to {@link
 * StandardSentences#language}.
 *
 * <p>Implementations are thread-safe. They are called each time a sentence is asked for, so what is
 * costly, such as a language model, should remember what it wrote. An exception does not lose the
 * answer: the standard sentence takes the place, and the first one is logged. A writer that wants
 * the standard sentence asks {@link #standard()} for it, and never {@link Explanation#sentence},
 * which would ask the writer again.
 */
@FunctionalInterface
public interface Sentences {
  /**
   * Writes the sentence of an explanation.
   *
   * @param explanation what is explained, with all that is true of it
   * @param language the language asked for
   * @return the sentence, with its full stop; empty to say nothing
   */
  String write(Explanation explanation, Locale language);

  /**
   * Returns what writes unless something else is set.
   *
   * @return sentences in English and Chinese
   */
  static StandardSentences standard() {
    return StandardSentences.STANDARD;
  }

  /**
   * Returns a plain view of the contributions, for logs and for those who tune a recommender: kinds
   * of causes and amounts, in no language.
   *
   * @return the view, for instance {@code 0.83: known-work the-great-wave 0.60, popularity 0.15,
   *     offset 0.08}
   */
  static Sentences plain() {
    return PlainSentences.INSTANCE;
  }

  /**
   * Returns a writer that never fails: where another does, or returns null, standard sentences take
   * the place, and the first failure is logged. Recommenders do this to what they are given.
   *
   * @param writer the writer
   * @return the safe writer
   */
  static Sentences safe(Sentences writer) {
    return SafeSentences.of(writer);
  }
}
