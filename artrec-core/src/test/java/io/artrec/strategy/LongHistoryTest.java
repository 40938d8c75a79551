package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Preferences;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reasons of visitors who had to do with very many works. */
class LongHistoryTest {
  private static final int WORKS = 1500;

  private static FeatureStore features() {
    SplittableRandom random = new SplittableRandom(1);
    FeatureMatrix.Builder matrix = FeatureMatrix.builder(WORKS, 5);
    for (int work = 0; work < WORKS; work++) {
      float[] row = new float[5];
      for (int d = 0; d < row.length; d++) {
        row[d] = (float) random.nextDouble(-1, 1);
      }
      matrix.set(work, row);
    }
    FeatureSpec spec = FeatureSpec.named("x").build();
    return FeatureStore.of(WORKS, List.of(new FeatureStore.Entry(spec, matrix.build(), 1)));
  }

  private static Query query(int works) {
    double[] weights = new double[works];
    Arrays.setAll(weights, i -> i % 3 == 0 ? -0.5 : 1);
    Preferences preferences = Preferences.of(IntStream.range(0, works).toArray(), weights);
    return Query.builder(io.artrec.behavior.History.none(), preferences).build();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200, 201, 700, 1400})
  void fewAreToldOneByOne_andAllAddUp(int works) {
    Scorer scorer = new ContentBasedScorer(ContentBased.cosine(), features());
    Scores scores = scorer.score(query(works), Candidates.all(WORKS));
    for (int position = WORKS - 20; position < WORKS; position++) {
      List<Contribution> told = scores.contributions(position);
      assertThat(told.stream().mapToDouble(Contribution::amount).sum())
          .isCloseTo(scores.value(position), within(1e-6));
      assertThat(told).hasSize(works <= 200 ? works : 201);
      assertThat(told.stream().filter(c -> c.cause() instanceof Cause.Offset))
          .hasSize(works <= 200 ? 0 : 1);
    }
  }
}
