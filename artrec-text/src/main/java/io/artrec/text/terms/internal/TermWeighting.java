package io.artrec.text.terms.internal;

import io.artrec.text.terms.Vocabulary;

/**
 * How much a term of a text weighs, by how often it stands there and how rare it is. Thread-safe
 * and deterministic.
 */
@FunctionalInterface
public interface TermWeighting {
  /**
   * Returns a term's weight in a text.
   *
   * @param count how often the term stands in the text, 1 or more
   * @param length the text's length in terms, repeated and unknown ones included
   * @param term the term's number in the vocabulary
   * @param vocabulary tells document frequencies, the number of documents and their mean length
   * @return a finite weight, positive
   */
  double weight(int count, int length, int term, Vocabulary vocabulary);

  /**
   * Returns weights that are the counts.
   *
   * @return {@code c}
   */
  static TermWeighting counts() {
    return (count, length, term, vocabulary) -> count;
  }

  /**
   * Returns weights of 1 for every term that is there.
   *
   * @return {@code 1}
   */
  static TermWeighting presence() {
    return (count, length, term, vocabulary) -> 1;
  }

  /**
   * Returns term frequency times inverse document frequency, the frequency damped and the rarity
   * smoothed (Salton and Buckley, Term-weighting approaches in automatic text retrieval,
   * Information Processing and Management 24, 1988).
   *
   * @return {@code (1 + ln c) · (ln((1 + N) / (1 + df)) + 1)}
   */
  static TermWeighting tfIdf() {
    return (count, length, term, vocabulary) ->
        (1 + Math.log(count))
            * (Math.log((1.0 + vocabulary.documents()) / (1.0 + vocabulary.documentFrequency(term)))
                + 1);
  }

  /**
   * Returns BM25 weights: counts that saturate, less in long texts, times rarity (Robertson and
   * Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, Foundations and Trends in
   * Information Retrieval 3, 2009; the rarity with 1 added inside the logarithm, so that it is
   * never negative).
   *
   * @param k1 how slowly counts saturate, 0 or more; 1.2 is usual
   * @param b how much length counts, 0 to 1; 0.75 is usual
   * @return {@code ln(1 + (N - df + 0.5) / (df + 0.5)) · c (k1 + 1) / (c + k1 (1 - b + b · length /
   *     mean length))}
   */
  static TermWeighting bm25(double k1, double b) {
    if (!(k1 >= 0 && k1 <= 1e6)) {
      throw new IllegalArgumentException("k1 is " + k1 + ", expected 0 or more, at most 1e6");
    }
    if (!(b >= 0 && b <= 1)) {
      throw new IllegalArgumentException("b is " + b + ", expected 0 to 1");
    }
    return (count, length, term, vocabulary) -> {
      int df = vocabulary.documentFrequency(term);
      double rarity = Math.log(1 + (vocabulary.documents() - df + 0.5) / (df + 0.5));
      double mean = vocabulary.averageLength();
      double relative = mean > 0 ? length / mean : 1;
      return rarity * count * (k1 + 1) / (count + k1 * (1 - b + b * relative));
    };
  }
}
