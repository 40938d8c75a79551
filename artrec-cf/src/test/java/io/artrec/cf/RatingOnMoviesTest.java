package io.artrec.cf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of docs/collaborative.md: every rating method against means and biases. */
class RatingOnMoviesTest {
  private static final Logger LOG = LoggerFactory.getLogger(RatingOnMoviesTest.class);

  private static final List<String> BY_NEIGHBORS =
      List.of(
          "user-knn-rating",
          "user-knn-rating:similarity=pearson-baseline,shrinkage=100,damping=0.3",
          "item-knn-rating",
          "slope-one:weighted=true,shrinkage=5");

  private static final List<String> BY_FACTORS =
      List.of(
          "biased-mf:factors=32",
          "biased-mf:factors=32,solver=als,epochs=10,validation=0",
          "svd-plus-plus:factors=32");

  @Test
  void everyRatingMethod_isBelowTheBiasBaseline() {
    Movies movies = Movies.split(1);
    double bias = rmse(movies, "bias");
    assertThat(bias).isBetween(0.88, 0.90);
    for (String strategy : BY_NEIGHBORS) {
      assertThat(rmse(movies, strategy)).as(strategy).isBetween(0.85, bias - 0.005);
    }
    assertThat(rmse(movies, "slope-one")).isBetween(0.85, bias);
    assertThat(rmse(movies, "nmf:feedback=rating,factors=20")).isBetween(0.85, bias - 0.01);
    for (String strategy : BY_FACTORS) {
      assertThat(rmse(movies, strategy)).as(strategy).isBetween(0.85, bias - 0.02);
    }
  }

  /** Whom nothing holds back when few have rated a film. */
  @Test
  void methodsWithoutShrinkage_areNearTheBiasBaseline() {
    Movies movies = Movies.split(1);
    for (String strategy : List.of("slope-one:shrinkage=0", "user-knn-rating:damping=0")) {
      assertThat(rmse(movies, strategy)).as(strategy).isBetween(0.88, 0.93);
    }
  }

  private static double rmse(Movies movies, String strategy) {
    long start = System.nanoTime();
    double rmse = movies.rmse(CfStrategies.parse(strategy));
    LOG.info("RMSE: {} {} ({} s)", strategy, text(rmse), text((System.nanoTime() - start) / 1e9));
    return rmse;
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
