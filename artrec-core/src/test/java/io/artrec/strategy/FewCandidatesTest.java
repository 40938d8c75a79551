package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureStore;
import io.artrec.similarity.Similarities;
import io.artrec.similarity.Similarity;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A few works get by content what they get among all, whether or not the others are read. */
class FewCandidatesTest {
  private static final int WORKS = 400;
  private static final int DIMENSIONS = 12;

  static Stream<List<Similarity>> similarities() {
    return Stream.of(
        List.of(Similarities.cosine()),
        List.of(Similarities.pearson()),
        List.of(Similarities.dot()),
        List.of(Similarities.cosine(), Similarities.pearson()),
        List.of(Similarities.cosine(), Similarities.euclidean()));
  }

  @ParameterizedTest
  @MethodSource("similarities")
  void scoreAndContributions_areThoseAmongAll(List<Similarity> similarities) {
    SplittableRandom random = new SplittableRandom(similarities.size());
    TrainingContext context =
        Gallery.context(
            similarities.stream()
                .map(
                    similarity ->
                        Gallery.feature(
                            similarity.name(), similarity.name(), 2, similarity, rows(random)))
                .toArray(FeatureStore.Entry[]::new));
    Scorer scorer = ContentBased.preferred().train(context);
    Query query = Gallery.visitor(1, 1, 7, 0.5, 30, -1, 41, 2);
    Scores all = scorer.score(query, Candidates.all(WORKS));
    for (int from = 0; from + 9 < WORKS; from += 20) {
      Candidates few = Candidates.of(from, from + 1, from + 5, from + 9);
      Scores some = scorer.score(query, few);
      for (int position = 0; position < few.size(); position++) {
        int artwork = few.artwork(position);
        assertThat(some.get(position)).isEqualTo(all.get(artwork));
        assertThat(amounts(some, position)).isEqualTo(amounts(all, artwork));
      }
    }
  }

  private static List<Double> amounts(Scores scores, int position) {
    return scores.contributions(position).stream().map(Contribution::amount).toList();
  }

  /** One row in fifty is missing. */
  private static float[][] rows(SplittableRandom random) {
    float[][] rows = new float[WORKS][];
    for (int i = 0; i < WORKS; i++) {
      rows[i] = i % 50 == 49 ? Gallery.MISSING : new float[DIMENSIONS];
      for (int d = 0; d < rows[i].length; d++) {
        rows[i][d] = (float) random.nextDouble();
      }
    }
    return rows;
  }
}
