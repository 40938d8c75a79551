package io.artrec.cf.mf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.cf.Behavior;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.InsufficientMemoryException;
import io.artrec.cf.factors.TrainingDivergedException;
import io.artrec.cf.mf.BiasedMf.Solver;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.task.CancelledException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BiasedMfTest {
  private static Scores all(Behavior world, Scorer scorer, int user) {
    return scorer.score(world.query(user), Candidates.all(world.catalog().size()));
  }

  /** Two kinds of visitors who rate two kinds of works the other way round. */
  private static Behavior opposites(int users, int works, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Behavior world = Behavior.of(works);
    for (int user = 0; user < users; user++) {
      for (int work = 0; work < works; work++) {
        if (random.nextInt(10) < 7) {
          world.rates(user, work, user % 2 == work % 2 ? 4 + random.nextInt(2) : 1);
        }
      }
    }
    return world;
  }

  @Test
  void visitor_isSolvedByHand() {
    // w0 has factor 1, w1 factor 2, biases 0.5 and 0; ratings 1.5 and 3 leave targets 1 and 3.
    // Penalties 1: [[2+1, 1+2], [1+2, 1+4+1]] x = [4, 7], so b = 1/3 and p = 1.
    RatingFactors model =
        new RatingFactors(
            1,
            3,
            2,
            new float[] {0.5f, 0},
            new float[] {1, 2},
            new float[0],
            new Penalties(0, 0, 1));
    double[] visitor = new double[2];
    model.solve(
        new int[] {0, 1}, new float[] {1.5f, 3}, 0, 2, new double[1], new RidgeSystem(1), visitor);
    assertThat(visitor).containsExactly(new double[] {1 / 3.0, 1}, within(1e-12));
    assertThat(model.predict(visitor, 0)).isEqualTo(1 / 3.0 + 0.5 + 1, within(1e-12));
  }

  @Test
  void contributions_nameTheRatingsAndTheOffsets_byHand() {
    RatingFactors model =
        new RatingFactors(
            1,
            3,
            2,
            new float[] {0.5f, 0},
            new float[] {1, 2},
            new float[0],
            new Penalties(0, 0, 1));
    BiasedMf strategy = BiasedMf.factors(1);
    Scorer scorer = new RatingFactorsScorer(strategy, model);
    Behavior world = Behavior.of(2).rates(0, 0, 6).rates(0, 1, 9);
    Scores scores = all(world, scorer, 0);
    assertThat(scores.value(0)).isEqualTo(3 + 2 * (1 / 3.0 + 0.5 + 1), within(1e-9));
    // A^-1 = [[6, -3], [-3, 3]] / 9, so v = A^-1 (1, 1) = (1/3, 0): 1/3 for each target
    assertThat(scores.contributions(0))
        .extracting(Contribution::cause)
        .containsExactly(
            new Cause.Offset("mean rating"),
            new Cause.KnownArtwork(1, 1),
            new Cause.Offset("bias of the work"),
            new Cause.KnownArtwork(0, 1));
    assertThat(scores.contributions(0))
        .extracting(Contribution::amount)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b))
        .containsExactly(3.0, 2.0, 1.0, 2 / 3.0);
  }

  @Test
  void ridge_agreesWithItsGradient() {
    SplittableRandom random = new SplittableRandom(3);
    for (int factors : new int[] {1, 2, 7, 31}) {
      RidgeSystem system = new RidgeSystem(factors);
      float[] rows = new float[20 * factors];
      double[] targets = new double[20];
      system.clear();
      for (int k = 0; k < rows.length; k++) {
        rows[k] = (float) random.nextDouble(-1, 1);
      }
      for (int k = 0; k < targets.length; k++) {
        targets[k] = random.nextDouble(-1, 1);
        system.add(rows, k * factors, targets[k]);
      }
      system.factorize(0.5, 0.25);
      double[] x = new double[factors + 1];
      system.solution(x);
      for (int j = 0; j < x.length; j++) {
        double up = objective(rows, targets, x, j, 1e-4);
        double down = objective(rows, targets, x, j, -1e-4);
        assertThat((up - down) / 2e-4).as("factors %d", factors).isEqualTo(0, within(1e-8));
      }
    }
  }

  private static double objective(
      float[] rows, double[] targets, double[] solution, int at, double step) {
    double[] x = solution.clone();
    x[at] += step;
    double sum = 0.5 * x[0] * x[0];
    for (int j = 1; j < x.length; j++) {
      sum += 0.25 * x[j] * x[j];
    }
    for (int k = 0; k < targets.length; k++) {
      double error = targets[k] - x[0];
      for (int j = 1; j < x.length; j++) {
        error -= rows[k * (x.length - 1) + j - 1] * x[j];
      }
      sum += error * error;
    }
    return sum;
  }

  @Test
  void leastSquares_neverRaisesTheObjective() {
    for (long seed = 0; seed < 3; seed++) {
      Behavior world = opposites(30, 20, seed);
      BiasedMf strategy = BiasedMf.factors(5).solver(Solver.ALS);
      RatingData data = RatingData.ofRatings(world.context(), Feedback.RATING);
      BiasedMfAls learner = new BiasedMfAls(world.context(), strategy, data);
      double before = Double.POSITIVE_INFINITY;
      for (int epoch = 0; epoch < 20; epoch++) {
        learner.learn(epoch);
        double after = learner.objective();
        assertThat(after).as("seed %d epoch %d", seed, epoch).isLessThan(before + 1e-4);
        before = after;
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void plantedTaste_isPredicted(Solver solver) {
    Behavior world = opposites(40, 30, 1);
    Scorer scorer =
        BiasedMf.factors(4)
            .solver(solver)
            .epochs(30)
            .shrinkage(0.5)
            .learningRate(0.05)
            .train(world.context());
    for (int user = 0; user < 40; user++) {
      Scores scores = all(world, scorer, user);
      for (int work = 0; work < 30; work++) {
        double expected = user % 2 == work % 2 ? 4.5 : 1;
        assertThat(scores.value(work)).as("u%d w%d", user, work).isEqualTo(expected, within(0.9));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void training_isTheSameOnAnyNumberOfThreads(Solver solver) {
    Behavior world = opposites(50, 40, 2);
    BiasedMf strategy = BiasedMf.factors(7).solver(solver).epochs(8);
    Scorer one = strategy.train(world.context(1));
    Scorer four = strategy.train(world.context(4));
    for (int user = 0; user < 10; user++) {
      assertThat(Behavior.values(all(world, four, user)))
          .isEqualTo(Behavior.values(all(world, one, user)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void checkerboard_recommendsTheWithheldWork(Solver solver) {
    Behavior board = Behavior.of(50);
    for (int user = 0; user < 50; user++) {
      for (int work = 0; work < 50; work++) {
        if (work != user) {
          board.rates(user, work, work % 2 == user % 2 ? 5 : 1);
        }
      }
    }
    Scorer scorer =
        BiasedMf.factors(8).solver(solver).epochs(20).learningRate(0.05).train(board.context());
    for (int user = 0; user < 50; user++) {
      assertThat(board.unseen(scorer, user, 1)).containsExactly(user);
      assertThat(all(board, scorer, user).value(user)).isGreaterThan(4);
    }
  }

  @Test
  void scale_doesNotMatter() {
    Behavior five = Behavior.of(20);
    Behavior hundred = Behavior.of(20);
    SplittableRandom random = new SplittableRandom(9);
    for (int user = 0; user < 20; user++) {
      for (int work = 0; work < 20; work += 1 + random.nextInt(3)) {
        int rating = 1 + random.nextInt(5);
        five.rates(user, work, rating);
        hundred.rates(user, work, 1000 - 64 * rating);
      }
    }
    BiasedMf strategy = BiasedMf.factors(4).solver(Solver.ALS).epochs(10);
    double[] small = Behavior.values(all(five, strategy.train(five.context()), 3));
    double[] large = Behavior.values(all(hundred, strategy.train(hundred.context()), 3));
    for (int work = 0; work < 20; work++) {
      assertThat(large[work]).isEqualTo(1000 - 64 * small[work], within(0.05));
    }
  }

  @ParameterizedTest
  @EnumSource
  void degenerateWorlds_train(Solver solver) {
    Behavior everything = Behavior.of(30);
    IntStream.range(0, 30).forEach(work -> everything.rates(0, work, 1 + work % 5));
    List<Behavior> worlds =
        List.of(
            Behavior.of(0),
            Behavior.of(1).rates(0, 0, 4),
            Behavior.of(3),
            Behavior.of(3).likes(0, 1),
            Behavior.of(3).rates(0, 0, 3).rates(0, 1, 3).rates(1, 1, 3),
            Behavior.of(3).rates(0, 0, -1).rates(1, 1, -2),
            Behavior.of(3).rates(0, 0, 1).rates(0, 0, 5).rates(0, 0, 2),
            Behavior.of(2).rates(0, 0, -Float.MAX_VALUE).rates(0, 1, Float.MAX_VALUE),
            everything);
    for (Behavior world : worlds) {
      Scorer scorer = BiasedMf.factors(50).solver(solver).train(world.context());
      boolean isRated =
          world.context().dataset().interactions().stream()
              .anyMatch(event -> event.kind() == InteractionKind.RATING);
      for (double value : Behavior.values(all(world, scorer, 0))) {
        assertThat(Double.isFinite(value)).isEqualTo(isRated);
      }
    }
    Behavior equal = worlds.get(4);
    assertThat(Behavior.values(all(equal, BiasedMf.factors(5).train(equal.context()), 0)))
        .containsExactly(new double[] {3, 3, 3}, within(0.05));
  }

  @Test
  void nanAndInfiniteRatings_areRefusedWhereTheyComeIn() {
    for (double rating : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> Interaction.rating("u0", "w0", rating))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void visitorWithoutRatings_getsMeanAndBiases() {
    Behavior world = opposites(20, 10, 5).event(99, 3, InteractionKind.VIEW);
    Scorer scorer = BiasedMf.factors(3).epochs(5).train(world.context());
    Scores scores = all(world, scorer, 99);
    assertThat(scores.contributions(4))
        .extracting(Contribution::cause)
        .containsExactlyInAnyOrder(
            new Cause.Offset("mean rating"), new Cause.Offset("bias of the work"));
  }

  @Test
  void validation_stopsEarly() {
    SplittableRandom random = new SplittableRandom(8);
    Behavior noise = Behavior.of(40);
    for (int user = 0; user < 40; user++) {
      for (int work = 0; work < 40; work++) {
        if (random.nextBoolean()) {
          noise.rates(user, work, 1 + random.nextInt(5));
        }
      }
    }
    BiasedMf strategy = BiasedMf.factors(20).regularization(0).shrinkage(0.1).learningRate(0.05);
    RatingFactors stopped = model(noise, strategy);
    RatingFactors full = model(noise, strategy.validation(0));
    assertThat(norm(stopped)).isLessThan(norm(full) / 2);
  }

  private static RatingFactors model(Behavior world, BiasedMf strategy) {
    return ((RatingFactorsScorer) strategy.train(world.context())).model();
  }

  private static double norm(RatingFactors model) {
    double sum = 0;
    for (float value : model.vectors()) {
      sum += value * value;
    }
    return sum;
  }

  @Test
  void stepsTooLong_areReported() {
    Behavior world = opposites(30, 30, 1);
    BiasedMf strategy = BiasedMf.factors(3).learningRate(50).validation(0);
    assertThatThrownBy(() -> strategy.train(world.context()))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageContaining("training biased-mf ended with factors of NaN")
        .hasMessageContaining("lower learningRate");
  }

  @Test
  void cancelledTraining_stops() {
    Behavior world = opposites(10, 10, 1);
    var context = world.context();
    context.cancellation().cancel();
    assertThatThrownBy(() -> BiasedMf.factors(3).train(context))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void tooManyFactors_areRefusedBeforeTraining() {
    Behavior world = Behavior.of(100).rates(0, 0, 1);
    assertThatThrownBy(() -> BiasedMf.factors(1 << 29).train(world.context()))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessage(
            "training biased-mf needs 53,687,091,200 factors in one array, expected at most"
                + " 2,147,483,639; lower factors");
    assertThatThrownBy(() -> BiasedMf.factors(20_000_000).train(world.context()))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageContaining("lower factors");
  }

  @Test
  void wrongHyperParameters_areRefused() {
    assertThatThrownBy(() -> BiasedMf.factors(0))
        .hasMessage("factors of biased-mf is 0, expected 1 or more");
    assertThatThrownBy(() -> BiasedMf.factors(3).decay(1.5))
        .hasMessage("decay of biased-mf is 1.5, expected at most 1");
    assertThatThrownBy(() -> BiasedMf.factors(3).validation(0.9))
        .hasMessage("validation of biased-mf is 0.9, expected a share of 0 (none) to 0.5");
    assertThatThrownBy(() -> BiasedMf.factors(3).feedback(Feedback.ANY))
        .hasMessageContaining("expected one of rating, preference");
  }

  @Test
  void text_comesBack() {
    BiasedMf strategy = BiasedMf.factors(12).solver(Solver.ALS).regularization(0.2).shrinkage(1);
    assertThat(CfStrategies.parse(strategy.toString())).isEqualTo(strategy);
  }
}
