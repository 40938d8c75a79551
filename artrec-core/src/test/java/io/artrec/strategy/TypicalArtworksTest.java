package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.similarity.Similarities;
import io.artrec.similarity.Similarity;
import io.artrec.strategy.ContentBasedScorer.Known;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypicalArtworksTest {
  private static final Similarity LIKENESS = Similarities.histogramIntersection();

  private static FeatureMatrix matrix(float[]... rows) {
    FeatureMatrix.Builder builder = FeatureMatrix.builder(rows.length, rows[0].length);
    for (int row = 0; row < rows.length; row++) {
      builder.set(row, rows[row]);
    }
    return builder.build();
  }

  private static List<Known> liked(int count) {
    return IntStream.range(0, count).mapToObj(artwork -> new Known(artwork, 1)).toList();
  }

  /** Histograms of 32 bins around one theme each: the i-th around theme i modulo their number. */
  private static float[][] themed(int size, int themes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] centers = new double[themes][32];
    for (double[] center : centers) {
      for (int peak = 0; peak < 4; peak++) {
        center[random.nextInt(32)] += 1 + random.nextInt(4);
      }
    }
    float[][] rows = new float[size][32];
    for (int i = 0; i < size; i++) {
      float[] row = rows[i];
      double[] center = centers[i % themes];
      double sum = 0;
      double[] raw = new double[32];
      for (int d = 0; d < 32; d++) {
        raw[d] = center[d] * (0.5 + random.nextDouble()) + 0.1 * random.nextDouble();
        sum += raw[d];
      }
      for (int d = 0; d < 32; d++) {
        row[d] = (float) (raw[d] / sum);
      }
    }
    return rows;
  }

  @Test
  void everyWorkStandsForItself_whereThereAreFew() {
    FeatureMatrix rows = matrix(themed(5, 2, 1));

    assertThat(TypicalArtworks.of(rows, LIKENESS, liked(5), 5)).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void worksThatAreAlike_areStoodForByTheOneInTheirMiddle() {
    // Intersections: 0-1 .85, 1-2 .85, 0-2 .8; nothing with 3. Sums 2.65, 2.7, 2.65, 1.
    FeatureMatrix rows =
        matrix(
            new float[] {0.8f, 0.2f, 0, 0},
            new float[] {0.9f, 0.05f, 0.05f, 0},
            new float[] {0.8f, 0, 0.2f, 0},
            new float[] {0, 0, 0, 1});

    assertThat(TypicalArtworks.of(rows, LIKENESS, liked(4), 2)).containsExactly(1, 1, 1, 3);
  }

  @Test
  void dislikes_areNotStoodForByLikes() {
    FeatureMatrix rows = matrix(themed(40, 3, 2));
    List<Known> works = new ArrayList<>();
    for (int artwork = 0; artwork < 40; artwork++) {
      works.add(new Known(artwork, artwork % 5 == 0 ? -0.5 : 1));
    }

    List<Integer> typical = TypicalArtworks.of(rows, LIKENESS, works, 8);

    assertThat(new HashSet<>(typical)).hasSizeLessThanOrEqualTo(8);
    for (int place = 0; place < 40; place++) {
      assertThat(works.get(typical.get(place)).weight() > 0)
          .isEqualTo(works.get(place).weight() > 0);
      assertThat(typical.get(typical.get(place))).isEqualTo(typical.get(place));
    }
  }

  @Test
  void equalWorks_areStoodForWithoutEnd() {
    float[][] same = new float[30][];
    for (int row = 0; row < same.length; row++) {
      same[row] = new float[] {0.5f, 0.5f};
    }

    assertThat(new HashSet<>(TypicalArtworks.of(matrix(same), LIKENESS, liked(30), 4)))
        .hasSizeBetween(1, 4);
  }

  @Test
  void typicalWorks_chooseNearlyWhatAllWouldChoose() {
    int shared = 0;
    int asked = 0;
    for (int seed = 0; seed < 8; seed++) {
      float[][] rows = themed(1000, 30, seed);
      Scorer scorer =
          ContentBased.using(LIKENESS)
              .train(Gallery.context(Gallery.feature("f", "f", 1, LIKENESS, rows)));
      SplittableRandom random = new SplittableRandom(seed);
      double[] history = new double[200];
      Set<Integer> known = new TreeSet<>();
      while (known.size() < 100) {
        int artwork = random.nextInt(1000);
        if (artwork % 30 < 6 || random.nextInt(20) == 0) {
          known.add(artwork);
        }
      }
      int at = 0;
      for (int artwork : known) {
        history[at++] = artwork;
        history[at++] = 1 + random.nextInt(3);
      }
      Scores scores = scorer.score(Gallery.visitor(history), Candidates.all(1000));
      double[] exact = new double[1000];
      for (int artwork = 0; artwork < 1000; artwork++) {
        for (int k = 0; k < history.length; k += 2) {
          exact[artwork] +=
              history[k + 1] * LIKENESS.compare(rows[(int) history[k]], rows[artwork]);
        }
      }
      Set<Integer> best = new HashSet<>();
      IntStream.range(0, 1000)
          .boxed()
          .sorted((a, b) -> Double.compare(exact[b], exact[a]))
          .limit(50)
          .forEach(best::add);
      for (int position : scores.best(50)) {
        shared += best.contains(position) ? 1 : 0;
        asked++;
      }
    }

    assertThat((double) shared / asked).isGreaterThan(0.85);
  }

  @Test
  void reasons_addUpToTheScore() {
    float[][] rows = themed(60, 5, 3);
    Scorer scorer =
        ContentBased.using(LIKENESS)
            .train(Gallery.context(Gallery.feature("f", "f", 1, LIKENESS, rows)));
    double[] history = new double[80];
    for (int k = 0; k < 40; k++) {
      history[2 * k] = k;
      history[2 * k + 1] = k % 7 == 0 ? -1 : 1 + k % 3;
    }

    Scores scores = scorer.score(Gallery.visitor(history), Candidates.all(60));

    for (int artwork = 40; artwork < 60; artwork++) {
      assertThat(
              scores.contributions(artwork).stream()
                  .mapToDouble(contribution -> contribution.amount())
                  .sum())
          .isCloseTo(scores.value(artwork), within(1e-6));
    }
  }
}
