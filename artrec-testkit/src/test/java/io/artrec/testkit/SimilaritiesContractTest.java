package io.artrec.testkit;

import io.artrec.similarity.Similarities;
import io.artrec.similarity.Similarity;
import io.artrec.similarity.WeightedMixture;
import org.junit.jupiter.api.Nested;

/** Runs artrec's own similarities against the contract. */
class SimilaritiesContractTest {
  abstract static class Histograms extends SimilarityContract {
    @Override
    protected boolean acceptsNegativeValues() {
      return false;
    }
  }

  @Nested
  class Cosine extends SimilarityContract {
    @Override
    protected Similarity similarity() {
      return Similarities.cosine();
    }
  }

  @Nested
  class Dot extends SimilarityContract {
    @Override
    protected Similarity similarity() {
      return Similarities.dot();
    }

    @Override
    protected boolean selfIsMostSimilar() {
      return false;
    }
  }

  @Nested
  class Pearson extends SimilarityContract {
    @Override
    protected Similarity similarity() {
      return Similarities.pearson();
    }
  }

  @Nested
  class Euclidean extends SimilarityContract {
    @Override
    protected Similarity similarity() {
      return Similarities.euclidean();
    }
  }

  @Nested
  class Jaccard extends Histograms {
    @Override
    protected Similarity similarity() {
      return Similarities.jaccard();
    }
  }

  @Nested
  class HistogramIntersection extends Histograms {
    @Override
    protected Similarity similarity() {
      return Similarities.histogramIntersection();
    }
  }

  @Nested
  class ChiSquare extends Histograms {
    @Override
    protected Similarity similarity() {
      return Similarities.chiSquare();
    }
  }

  @Nested
  class Mixture extends Histograms {
    @Override
    protected Similarity similarity() {
      return WeightedMixture.of()
          .add(2, Similarities.cosine(), 19)
          .add(0.5, Similarities.euclidean(), 11)
          .add(1, Similarities.jaccard(), 1);
    }

    @Override
    protected int[] dimensions() {
      return new int[] {31};
    }
  }
}
