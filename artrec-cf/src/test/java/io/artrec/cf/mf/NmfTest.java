package io.artrec.cf.mf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.InteractionKind;
import io.artrec.cf.Behavior;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.InsufficientMemoryException;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.kernel.internal.Kernels;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.task.CancelledException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NmfTest {
  private static Scores all(Behavior world, Scorer scorer, int user) {
    return scorer.score(world.query(user), Candidates.all(world.catalog().size()));
  }

  /** A matrix without holes. */
  private static SparseMatrix full(int rows, int columns, double[][] cells) {
    int[] offsets = IntStream.rangeClosed(0, rows).map(r -> r * columns).toArray();
    int[] indices = IntStream.range(0, rows * columns).map(p -> p % columns).toArray();
    float[] values = new float[indices.length];
    for (int p = 0; p < values.length; p++) {
      values[p] = (float) cells[p / columns][p % columns];
    }
    return new SparseMatrix(columns, offsets, indices, values);
  }

  private static double[][] sparseFactors(int rows, int factors, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] planted = new double[rows][factors];
    for (int r = 0; r < rows; r++) {
      planted[r][r % factors] = random.nextDouble(0.5, 1.5);
      planted[r][random.nextInt(factors)] += random.nextDouble();
    }
    return planted;
  }

  private static double[][] product(double[][] p, double[][] q) {
    double[][] cells = new double[p.length][q.length];
    for (int u = 0; u < p.length; u++) {
      for (int i = 0; i < q.length; i++) {
        for (int d = 0; d < p[u].length; d++) {
          cells[u][i] += p[u][d] * q[i][d];
        }
      }
    }
    return cells;
  }

  @Test
  void oneWork_reachesTheMinimumByHand() {
    // minimum of (1 - pq)^2 + s (p^2 + q^2) has p = q and 1 - p^2 = s; at asking p = q / (q^2 + s)
    Behavior world = Behavior.of(1).likes(0, 0);
    Nmf nmf = Nmf.factors(1).epochs(300).regularization(0).shrinkage(0.19);
    assertThat(all(world, nmf.train(world.context()), 0).value(0)).isEqualTo(0.81, within(1e-5));
  }

  @Test
  void visitor_isSolvedAndExplained_byHand() {
    // q0 = (1, 0), q1 = (1, 1), q2 = (0, 2); sum of squares [[2, 1], [1, 5]], s = 1, k = 0.5.
    // Likes w0: b = (0.5, -0.5), p = (1/6, 0): w0 and w1 get 1/6 = 1/3 - 1/6.
    Nmf nmf = Nmf.factors(2).regularization(0).shrinkage(1).l1(0.5);
    Scorer scorer = new NmfScorer(nmf, new float[] {1, 0, 1, 1, 0, 2}, 3);
    Scores scores = all(Behavior.of(3).likes(0, 0), scorer, 0);
    assertThat(Behavior.values(scores))
        .containsExactly(new double[] {1 / 6.0, 1 / 6.0, 0}, within(1e-7));
    assertThat(scores.contributions(1))
        .extracting(Contribution::cause)
        .containsExactly(new Cause.KnownArtwork(0, 1), new Cause.Offset("sparsity"));
    assertThat(scores.contributions(1).get(0).amount()).isEqualTo(1 / 3.0, within(1e-12));
    assertThat(scores.contributions(1).get(1).amount()).isEqualTo(-1 / 6.0, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void plantedFactors_areRecovered(long seed) {
    double[][] works = sparseFactors(40, 3, seed);
    SparseMatrix cells = full(60, 40, product(sparseFactors(60, 3, seed + 10), works));
    Nmf nmf = Nmf.factors(3).regularization(0).shrinkage(0);
    NmfTraining training = new NmfTraining(nmf, cells, Kernels.best(), Behavior.of(40).context());
    double before = training.objective();
    for (int epoch = 0; epoch < 400; epoch++) {
      training.learn(epoch);
    }
    assertThat(training.objective() / before).isLessThan(1e-4);
    float[] found = training.scorer().artworkFactors();
    for (int d = 0; d < 3; d++) {
      double best = 0;
      for (int e = 0; e < 3; e++) {
        best = Math.max(best, cosine(works, d, found, e));
      }
      assertThat(best).as("theme %d", d).isGreaterThan(0.97);
    }
  }

  private static double cosine(double[][] works, int d, float[] found, int e) {
    double product = 0;
    double square = 0;
    double other = 0;
    for (int i = 0; i < works.length; i++) {
      double value = found[i * works[i].length + e];
      product += works[i][d] * value;
      square += works[i][d] * works[i][d];
      other += value * value;
    }
    return product / Math.sqrt(square * other);
  }

  @Test
  void epochs_neverRaiseTheObjective_norMakeFactorsNegative() {
    Behavior world = Behavior.random(40, 30, 0.2, 6);
    IntStream.range(0, 30).forEach(k -> world.event(k, (7 * k) % 30, InteractionKind.DISLIKE));
    for (Kernels kernels : Kernels.available()) {
      for (double l1 : new double[] {0, 0.1, 0.4}) {
        Nmf nmf = Nmf.factors(5).regularization(0.02).shrinkage(0.3).l1(l1);
        SparseMatrix cells = FeedbackEntries.matrix(Feedback.PREFERENCE, world.context());
        NmfTraining training = new NmfTraining(nmf, cells, kernels, world.context());
        double before = Double.POSITIVE_INFINITY;
        for (int epoch = 0; epoch < 30; epoch++) {
          training.learn(epoch);
          double objective = training.objective();
          assertThat(objective).as("%s %s", kernels, l1).isLessThanOrEqualTo(before + 1e-4);
          before = objective;
        }
        for (float factor : training.scorer().artworkFactors()) {
          assertThat(factor).isNotNegative();
        }
      }
    }
  }

  @Test
  void objective_isTheSumOverAllCells() {
    SparseMatrix cells =
        FeedbackEntries.matrix(Feedback.POSITIVE, Behavior.random(9, 7, 0.3, 2).context());
    Nmf nmf = Nmf.factors(2).regularization(0).shrinkage(0);
    NmfTraining training = new NmfTraining(nmf, cells, Kernels.best(), Behavior.of(7).context());
    assertThat(training.objective())
        .as("visitors are 0 at first")
        .isEqualTo(cells.size(), within(1e-4));
  }

  @Test
  void tooMuchRegularization_leavesNothingToScore() {
    Behavior world = Behavior.random(9, 7, 0.3, 2);
    Scorer scorer = Nmf.factors(3).shrinkage(1000).train(world.context());
    assertThat(all(world, scorer, 0).scoredCount()).isZero();
  }

  @Test
  void ratings_neverRaiseTheObjective_norMakeFactorsNegative() {
    Behavior world = ratings(30, 20, 8);
    RatingData data = RatingData.ofRatings(world.context(), Feedback.RATING);
    Nmf nmf = Nmf.ratings(4).l1(0.1);
    BiasedMfAls training =
        new BiasedMfAls(world.context(), Nmf.NAME, nmf.factors(), nmf.penalties(), data);
    double before = Double.POSITIVE_INFINITY;
    for (int epoch = 0; epoch < 20; epoch++) {
      training.learn(epoch);
      double objective = training.objective();
      assertThat(objective).isLessThanOrEqualTo(before * (1 + 1e-6));
      before = objective;
    }
    for (float factor : training.factors().vectors()) {
      assertThat(factor).isNotNegative();
    }
  }

  /** Ratings from planted factors that are not negative, a third missing. */
  private static Behavior ratings(int users, int works, long seed) {
    double[][] cells = product(sparseFactors(users, 2, seed), sparseFactors(works, 2, seed + 1));
    SplittableRandom random = new SplittableRandom(seed);
    Behavior world = Behavior.of(works);
    for (int user = 0; user < users; user++) {
      for (int work = 0; work < works; work++) {
        if (random.nextInt(3) > 0) {
          world.rates(user, work, cells[user][work]);
        }
      }
    }
    return world;
  }

  @Test
  void plantedRatings_arePredicted() {
    Behavior world = ratings(80, 60, 3);
    double[][] truth = product(sparseFactors(80, 2, 3), sparseFactors(60, 2, 4));
    Nmf nmf = Nmf.ratings(3).regularization(1e-4).shrinkage(1e-3).epochs(100);
    Scorer scorer = nmf.train(world.context());
    double squares = 0;
    double spread = 0;
    double mean = Arrays.stream(truth).flatMapToDouble(Arrays::stream).average().orElseThrow();
    for (int user = 0; user < 80; user++) {
      double[] predicted = Behavior.values(all(world, scorer, user));
      for (int work = 0; work < 60; work++) {
        squares += Math.pow(predicted[work] - truth[user][work], 2);
        spread += Math.pow(mean - truth[user][work], 2);
      }
    }
    assertThat(squares / spread).isLessThan(0.01);
  }

  @Test
  void contributionsOfRatings_addUp_withSparsityNamed() {
    Behavior world = ratings(30, 20, 8);
    Scores scores = all(world, Nmf.ratings(4).l1(0.2).train(world.context()), 3);
    boolean named = false;
    for (int work = 0; work < 20; work++) {
      List<Contribution> contributions = scores.contributions(work);
      named |= contributions.stream().anyMatch(c -> c.cause().equals(new Cause.Offset("sparsity")));
      assertThat(contributions.stream().mapToDouble(Contribution::amount).sum())
          .isEqualTo(scores.value(work), within(1e-9));
    }
    assertThat(named).isTrue();
  }

  @Test
  void checkerboard_recommendsTheWithheldWork() {
    Behavior board = Behavior.checkerboard(50);
    Behavior rated = Behavior.of(50);
    for (int user = 0; user < 50; user++) {
      for (int work = 0; work < 50; work++) {
        if (work != user) {
          rated.rates(user, work, work % 2 == user % 2 ? 5 : 1);
        }
      }
    }
    Scorer ranking = Nmf.factors(4).train(board.context());
    Scorer rating = Nmf.ratings(4).train(rated.context());
    for (int user = 0; user < 50; user++) {
      assertThat(board.unseen(ranking, user, 1)).as("%d", user).containsExactly(user);
      assertThat(rated.unseen(rating, user, 1)).as("%d", user).containsExactly(user);
    }
  }

  @Test
  void threads_doNotChangeScores() {
    Behavior world = Behavior.random(60, 50, 0.15, 7);
    for (Nmf nmf : List.of(Nmf.factors(9).validation(0.2), Nmf.ratings(3))) {
      Scorer one = nmf.train(world.context(1));
      Scorer four = nmf.train(world.context(4));
      for (int user = 0; user < 10; user++) {
        assertThat(Behavior.values(all(world, four, user)))
            .isEqualTo(Behavior.values(all(world, one, user)));
      }
    }
  }

  @Test
  void l1_givesWorksFewerThemes() {
    Behavior world = Behavior.random(60, 50, 0.15, 7);
    List<Integer> themes = new ArrayList<>();
    for (double l1 : new double[] {0, 0.1, 0.3}) {
      Nmf nmf = Nmf.factors(9).regularization(0.01).shrinkage(0.1).l1(l1);
      float[] factors = ((NmfScorer) nmf.train(world.context())).artworkFactors();
      themes.add((int) IntStream.range(0, factors.length).filter(k -> factors[k] > 0).count());
    }
    assertThat(themes.get(0)).isGreaterThan(themes.get(1));
    assertThat(themes.get(1)).isGreaterThan(themes.get(2));
  }

  @Test
  void degenerateWorlds_train() {
    Behavior everything = Behavior.of(30);
    IntStream.range(0, 30).forEach(work -> everything.rates(0, work, 1 + work % 5));
    for (Behavior world :
        List.of(
            Behavior.of(0),
            Behavior.of(1).likes(0, 0),
            Behavior.of(3),
            Behavior.of(3).likes(0, 0, 1, 2),
            Behavior.of(2).event(0, 0, InteractionKind.DISLIKE),
            Behavior.of(3).rates(0, 0, 3).rates(0, 1, 3).rates(1, 1, 3),
            Behavior.of(3).rates(0, 0, -1).rates(1, 1, -2),
            Behavior.of(2).rates(0, 0, -Float.MAX_VALUE).rates(0, 1, Float.MAX_VALUE),
            everything)) {
      for (Nmf nmf : List.of(Nmf.factors(50), Nmf.ratings(50))) {
        Nmf bare = nmf.regularization(0).shrinkage(0).biasRegularization(0);
        for (Nmf one : List.of(nmf, bare)) {
          Scores scores = all(world, one.train(world.context()), 0);
          for (int work = 0; work < world.catalog().size(); work++) {
            assertThat(scores.value(work)).isFinite();
            double sum =
                scores.contributions(work).stream().mapToDouble(Contribution::amount).sum();
            assertThat(sum)
                .isEqualTo(
                    scores.value(work), within(1e-6 * Math.max(1, Math.abs(scores.value(work)))));
          }
        }
      }
    }
  }

  @Test
  void cancelledTraining_stops() {
    var context = Behavior.of(3).likes(0, 0).likes(1, 1).context();
    context.cancellation().cancel();
    assertThatThrownBy(() -> Nmf.factors(2).train(context)).isInstanceOf(CancelledException.class);
  }

  @Test
  void tooManyFactors_areRefusedBeforeTraining() {
    Behavior world = Behavior.of(100).rates(0, 0, 1);
    for (Nmf nmf : List.of(Nmf.factors(20_000_000), Nmf.ratings(20_000_000))) {
      assertThatThrownBy(() -> nmf.train(world.context()))
          .isInstanceOf(InsufficientMemoryException.class)
          .hasMessageContaining("training nmf needs")
          .hasMessageContaining("lower factors");
    }
  }

  @Test
  void wrongHyperParameters_areRefused() {
    assertThatThrownBy(() -> Nmf.factors(0)).hasMessage("factors of nmf is 0, expected 1 or more");
    assertThatThrownBy(() -> Nmf.factors(2).epochs(0))
        .hasMessage("epochs of nmf is 0, expected 1 or more");
    assertThatThrownBy(() -> Nmf.factors(2).l1(-1))
        .hasMessage("l1 of nmf is -1.0, expected a number of 0 or more");
    assertThatThrownBy(() -> Nmf.ratings(2).shrinkage(Double.NaN))
        .hasMessage("shrinkage of nmf is NaN, expected a number of 0 or more");
    assertThatThrownBy(() -> CfStrategies.parse("nmf:rank=3"))
        .hasMessageContaining("strategy 'nmf' has no parameter 'rank'");
  }

  @Test
  void text_comesBack() {
    Nmf nmf =
        Nmf.factors(12)
            .epochs(7)
            .regularization(0.3)
            .biasRegularization(0.4)
            .shrinkage(0.5)
            .l1(0.6)
            .validation(0.1)
            .feedback(Feedback.ANY);
    assertThat(CfStrategies.parse(nmf.toString())).isEqualTo(nmf);
    assertThat(CfStrategies.parse("nmf")).isEqualTo(Nmf.factors(64));
    assertThat(CfStrategies.parse("nmf:feedback=rating")).isEqualTo(Nmf.ratings(20));
  }
}
