package io.artrec.text.summary;

import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.text.terms.VocabularyLimits;
import io.artrec.text.terms.internal.TermCounter;
import io.artrec.text.terms.internal.TermDocuments;
import io.artrec.text.terms.internal.TermVector;
import io.artrec.text.terms.internal.TermVectorizer;
import io.artrec.text.terms.internal.TermWeighting;
import java.util.List;
import java.util.Optional;

/** How alike the sentences of one text are. */
interface SentenceLikeness {
  /** The cosine of two sentences, 0 to 1. */
  double cosine(int a, int b);

  /** By how much two sentences vote for each other, 0 or more. */
  double vote(int a, int b);

  /** The cosine of a sentence and the mean of all, 0 to 1. */
  double centrality(int sentence);

  /** By shared terms, the sentences being the corpus that tells which terms are rare. */
  static SentenceLikeness ofTerms(List<String> sentences, TextAnalysis analysis) {
    return new Terms(sentences, analysis);
  }

  /** By vectors; a sentence without one is like no other. */
  static SentenceLikeness ofVectors(List<String> sentences, SentenceEncoder encoder) {
    return new Vectors(encoder.encodeAll(sentences), encoder.dimensions());
  }

  /** Sparse vectors of weighted terms. */
  final class Terms implements SentenceLikeness {
    private final TermDocuments counts;
    private final TermVector[] vectors;
    private final double[] centroid;

    Terms(List<String> sentences, TextAnalysis analysis) {
      counts = TermCounter.of(analysis).limits(VocabularyLimits.none()).threads(1).learn(sentences);
      TermVectorizer vectorizer =
          TermVectorizer.of(analysis, counts.vocabulary(), TermWeighting.tfIdf());
      vectors = new TermVector[sentences.size()];
      centroid = new double[counts.vocabulary().size()];
      for (int s = 0; s < vectors.length; s++) {
        vectors[s] = vectorizer.vector(counts, s).unit();
        for (int e = 0; e < vectors[s].size(); e++) {
          centroid[vectors[s].term(e)] += vectors[s].weight(e);
        }
      }
      scaleToUnit(centroid);
    }

    @Override
    public double cosine(int a, int b) {
      return vectors[a].dot(vectors[b]);
    }

    /** Mihalcea and Tarau (2004): shared terms over the logarithms of both lengths. */
    @Override
    public double vote(int a, int b) {
      double lengths = Math.log(counts.length(a)) + Math.log(counts.length(b));
      return lengths > 0 ? shared(a, b) / lengths : 0;
    }

    private int shared(int a, int b) {
      int shared = 0;
      int i = counts.start(a);
      int j = counts.start(b);
      while (i < counts.end(a) && j < counts.end(b)) {
        int order = Integer.compare(counts.term(i), counts.term(j));
        shared += order == 0 ? 1 : 0;
        i += order <= 0 ? 1 : 0;
        j += order >= 0 ? 1 : 0;
      }
      return shared;
    }

    @Override
    public double centrality(int sentence) {
      double sum = 0;
      TermVector vector = vectors[sentence];
      for (int e = 0; e < vector.size(); e++) {
        sum += vector.weight(e) * centroid[vector.term(e)];
      }
      return sum;
    }
  }

  /** Dense vectors of an encoder. */
  final class Vectors implements SentenceLikeness {
    private final List<Optional<float[]>> vectors;
    private final double[] centroid;

    Vectors(List<Optional<float[]>> vectors, int dimensions) {
      this.vectors = vectors;
      centroid = new double[dimensions];
      for (Optional<float[]> vector : vectors) {
        if (vector.isPresent()) {
          for (int d = 0; d < dimensions; d++) {
            centroid[d] += vector.get()[d];
          }
        }
      }
      scaleToUnit(centroid);
    }

    @Override
    public double cosine(int a, int b) {
      if (vectors.get(a).isEmpty() || vectors.get(b).isEmpty()) {
        return 0;
      }
      float[] one = vectors.get(a).get();
      float[] two = vectors.get(b).get();
      double sum = 0;
      for (int d = 0; d < one.length; d++) {
        sum += (double) one[d] * two[d];
      }
      return Math.max(0, sum);
    }

    @Override
    public double vote(int a, int b) {
      return cosine(a, b);
    }

    @Override
    public double centrality(int sentence) {
      double sum = 0;
      if (vectors.get(sentence).isPresent()) {
        float[] vector = vectors.get(sentence).get();
        for (int d = 0; d < vector.length; d++) {
          sum += vector[d] * centroid[d];
        }
      }
      return Math.max(0, sum);
    }
  }

  private static void scaleToUnit(double[] vector) {
    double square = 0;
    for (double value : vector) {
      square += value * value;
    }
    if (square > 0) {
      for (int d = 0; d < vector.length; d++) {
        vector[d] /= Math.sqrt(square);
      }
    }
  }
}
