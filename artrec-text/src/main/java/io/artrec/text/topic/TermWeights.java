package io.artrec.text.topic;

import io.artrec.text.terms.Vocabulary;
import io.artrec.text.terms.internal.TermDocuments;
import io.artrec.text.terms.internal.TermWeighting;

/** TF-IDF weights ({@link TermWeighting#tfIdf()}) of texts, scaled to unit length. */
final class TermWeights {
  private final TermWeighting weighting = TermWeighting.tfIdf();
  private final Vocabulary vocabulary;

  TermWeights(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  double[] of(KnownTerms.Counts counts) {
    double[] weights = new double[counts.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight(counts.terms()[i], counts.counts()[i]);
    }
    normalize(weights, 0, weights.length);
    return weights;
  }

  /** The weights of many texts, those without a term left out. */
  SparseRows of(TermDocuments documents) {
    int[] start = new int[documents.documents() + 1];
    int rows = 0;
    int[] terms = new int[documents.entries()];
    double[] values = new double[documents.entries()];
    for (int d = 0; d < documents.documents(); d++) {
      int from = documents.start(d);
      int to = documents.end(d);
      for (int e = from; e < to; e++) {
        terms[e] = documents.term(e);
        values[e] = weight(terms[e], documents.count(e));
      }
      normalize(values, from, to);
      if (to > from) {
        start[++rows] = to;
      }
    }
    int[] starts = new int[rows + 1];
    System.arraycopy(start, 0, starts, 0, rows + 1);
    return new SparseRows(documents.vocabulary().size(), starts, terms, values);
  }

  private double weight(int term, int count) {
    return weighting.weight(count, 0, term, vocabulary);
  }

  private static void normalize(double[] weights, int from, int to) {
    double square = 0;
    for (int i = from; i < to; i++) {
      square += weights[i] * weights[i];
    }
    double length = Math.sqrt(square);
    for (int i = from; i < to; i++) {
      weights[i] /= length;
    }
  }
}
