package io.artrec.text.terms.internal;

import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.Vocabulary;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Objects;

/**
 * Turns texts into weighted terms of a vocabulary. Immutable and thread-safe; O(characters) a text.
 */
public final class TermVectorizer {
  private final TextAnalysis analysis;
  private final Vocabulary vocabulary;
  private final TermWeighting weighting;

  private TermVectorizer(TextAnalysis analysis, Vocabulary vocabulary, TermWeighting weighting) {
    this.analysis = Objects.requireNonNull(analysis, "analysis");
    this.vocabulary = Objects.requireNonNull(vocabulary, "vocabulary");
    this.weighting = Objects.requireNonNull(weighting, "weighting");
  }

  /**
   * {@return a vectorizer}
   *
   * @param analysis turns texts into terms, as it did when the vocabulary was learned
   * @param vocabulary the terms; others are left out
   * @param weighting how much each weighs
   */
  public static TermVectorizer of(
      TextAnalysis analysis, Vocabulary vocabulary, TermWeighting weighting) {
    return new TermVectorizer(analysis, vocabulary, weighting);
  }

  /**
   * Returns the terms.
   *
   * @return the vocabulary
   */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * Weighs a text's terms.
   *
   * @param text any text
   * @return its vector, empty when it has no known term
   */
  public TermVector vector(String text) {
    IntArrayList found = new IntArrayList();
    int[] length = {0};
    analysis.forEachTerm(
        text,
        term -> {
          length[0]++;
          int index = vocabulary.index(term);
          if (index >= 0) {
            found.add(index);
          }
        });
    int[] row = TermCounter.counted(found);
    int[] terms = new int[row.length / 2];
    double[] weights = new double[terms.length];
    for (int e = 0; e < terms.length; e++) {
      terms[e] = row[2 * e];
      weights[e] = weighting.weight(row[2 * e + 1], length[0], terms[e], vocabulary);
    }
    return new TermVector(terms, weights);
  }

  /**
   * Weighs the terms of a text that was counted before.
   *
   * @param counts the counts, over this vocabulary
   * @param document the text's number
   * @return its vector, equal to that of the text itself
   */
  public TermVector vector(TermDocuments counts, int document) {
    int start = counts.start(document);
    int[] terms = new int[counts.end(document) - start];
    double[] weights = new double[terms.length];
    for (int e = 0; e < terms.length; e++) {
      terms[e] = counts.term(start + e);
      weights[e] =
          weighting.weight(counts.count(start + e), counts.length(document), terms[e], vocabulary);
    }
    return new TermVector(terms, weights);
  }
}
