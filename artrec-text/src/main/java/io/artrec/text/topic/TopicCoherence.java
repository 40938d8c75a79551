package io.artrec.text.topic;

import io.artrec.text.analysis.TextAnalysis;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How well the words of a topic go together in texts, which is how people judge topics. Two
 * measures, as defined and compared by Röder, Both, Hinneburg, Exploring the space of topic
 * coherence measures, WSDM 2015:
 *
 * <ul>
 *   <li>UMass (Mimno, Wallach, Talley, Leenders, McCallum, Optimizing semantic coherence in topic
 *       models, EMNLP 2011): the mean over pairs of words {@code v_l} before {@code v_m} of {@code
 *       ln((D(v_m, v_l) + 1) / D(v_l))}, {@code D} the number of texts with the words. About −14 to
 *       0; the original is the sum over pairs. Meant for the texts the topics were learned of.
 *   <li>NPMI (Bouma, Normalized (pointwise) mutual information in collocation extraction, 2009; for
 *       topics Aletras, Stevenson, Evaluating topic coherence using distributional semantics, IWCS
 *       2013): the mean over pairs of {@code ln(p(a, b) / (p(a) p(b))) / −ln p(a, b)}, {@code p}
 *       the share of all windows of {@value #WINDOW} terms in which the words stand; −1 never
 *       together, 0 independent, 1 always together. A text of fewer terms is one window. {@code
 *       1e-12} is added to {@code p(a, b)}.
 * </ul>
 *
 * <p>Higher is better. Words that stand in none of the texts are left out. Immutable and
 * thread-safe; 4 bytes a term of the texts; a topic costs O(terms of the texts).
 */
public final class TopicCoherence {
  /** How many terms a window of NPMI has. */
  public static final int WINDOW = 10;

  private static final int MOST_WORDS = 64;
  private static final double EPSILON = 1e-12;

  private final int[][] texts;
  private final Map<String, Integer> numbers;

  private TopicCoherence(int[][] texts, Map<String, Integer> numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  /**
   * Reads the texts that say which words go together.
   *
   * @param texts the texts; usually those the topics were learned of
   * @param analysis turns texts into terms, the same as for the topics
   * @return the measures
   */
  public static TopicCoherence of(List<String> texts, TextAnalysis analysis) {
    Map<String, Integer> numbers = new HashMap<>();
    int[][] rows = new int[texts.size()][];
    for (int d = 0; d < rows.length; d++) {
      rows[d] =
          analysis.terms(texts.get(d)).stream()
              .mapToInt(
                  term -> {
                    Integer known = numbers.putIfAbsent(term, numbers.size());
                    return known != null ? known : numbers.size() - 1;
                  })
              .toArray();
    }
    return new TopicCoherence(rows, numbers);
  }

  /**
   * Returns the UMass coherence of words.
   *
   * @param terms analysed terms, the most telling first, each once, at most 64
   * @return the mean over pairs; empty when fewer than two of them stand in the texts
   */
  public OptionalDouble umass(List<String> terms) {
    Together together = count(terms, false);
    double sum = 0;
    int pairs = 0;
    for (int m = 1; m < together.size; m++) {
      for (int l = 0; l < m; l++) {
        sum += StrictMath.log((together.of(m, l) + 1.0) / together.of(l, l));
        pairs++;
      }
    }
    return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / pairs);
  }

  /**
   * Returns the NPMI coherence of words.
   *
   * @param terms analysed terms, each once, at most 64
   * @return the mean over pairs, −1 to 1; empty when fewer than two of them stand in the texts
   */
  public OptionalDouble npmi(List<String> terms) {
    Together together = count(terms, true);
    double sum = 0;
    int pairs = 0;
    for (int m = 1; m < together.size; m++) {
      for (int l = 0; l < m; l++) {
        sum += npmi(together, m, l);
        pairs++;
      }
    }
    return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / pairs);
  }

  private static double npmi(Together together, int a, int b) {
    double windows = together.windows;
    double joint = together.of(a, b) / windows + EPSILON;
    if (joint >= 1) {
      return 1;
    }
    double independent = together.of(a, a) / windows * (together.of(b, b) / windows);
    double value = StrictMath.log(joint / independent) / -StrictMath.log(joint);
    return Math.max(-1, Math.min(1, value));
  }

  /**
   * Returns the mean UMass coherence of topics.
   *
   * @param model the topics
   * @param words how many words of each, 2 to 64; 10 is customary
   * @return the mean over the topics that have one; empty when none has
   */
  public OptionalDouble umass(TopicModel model, int words) {
    return mean(model, words, true);
  }

  /**
   * Returns the mean NPMI coherence of topics.
   *
   * @param model the topics
   * @param words how many words of each, 2 to 64; 10 is customary
   * @return the mean over the topics that have one; empty when none has
   */
  public OptionalDouble npmi(TopicModel model, int words) {
    return mean(model, words, false);
  }

  private OptionalDouble mean(TopicModel model, int words, boolean umass) {
    if (words < 2 || words > MOST_WORDS) {
      throw new IllegalArgumentException("words is " + words + ", expected 2 to " + MOST_WORDS);
    }
    double sum = 0;
    int topics = 0;
    for (int k = 0; k < model.size(); k++) {
      List<String> terms = model.topTerms(k, words).stream().map(TopicTerm::term).toList();
      OptionalDouble one = umass ? umass(terms) : npmi(terms);
      if (one.isPresent()) {
        sum += one.getAsDouble();
        topics++;
      }
    }
    return topics == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / topics);
  }

  private Together count(List<String> terms, boolean windows) {
    if (terms.size() > MOST_WORDS || terms.stream().distinct().count() < terms.size()) {
      throw new IllegalArgumentException(
          "coherence of " + terms + ", expected at most " + MOST_WORDS + " terms, each once");
    }
    int[] place = new int[numbers.size()];
    Arrays.fill(place, -1);
    int known = 0;
    for (String term : terms) {
      Integer number = numbers.get(term);
      if (number != null) {
        place[number] = known++;
      }
    }
    Together together = new Together(known);
    for (int[] text : texts) {
      if (windows) {
        slide(text, place, together);
      } else {
        together.add(present(text, 0, text.length, place));
      }
    }
    return together;
  }

  private static void slide(int[] text, int[] place, Together together) {
    int last = Math.max(1, text.length - WINDOW + 1);
    for (int from = 0; from < last && text.length > 0; from++) {
      together.add(present(text, from, Math.min(text.length, from + WINDOW), place));
    }
  }

  private static long present(int[] text, int from, int to, int[] place) {
    long present = 0;
    for (int i = from; i < to; i++) {
      if (place[text[i]] >= 0) {
        present |= 1L << place[text[i]];
      }
    }
    return present;
  }

  /** In how many windows each word stands, and each pair of words. */
  private static final class Together {
    private final int size;
    private final long[] counts;
    private long windows;

    Together(int size) {
      this.size = size;
      counts = new long[size * size];
    }

    void add(long present) {
      windows++;
      for (long a = present; a != 0; a &= a - 1) {
        int row = Long.numberOfTrailingZeros(a) * size;
        for (long b = present; b != 0; b &= b - 1) {
          counts[row + Long.numberOfTrailingZeros(b)]++;
        }
      }
    }

    long of(int a, int b) {
      return counts[a * size + b];
    }
  }
}
