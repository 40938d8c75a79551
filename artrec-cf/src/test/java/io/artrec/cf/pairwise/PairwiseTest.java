package io.artrec.cf.pairwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.InteractionKind;
import io.artrec.cf.Behavior;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.Movies;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.InsufficientMemoryException;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.cf.factors.TrainingDivergedException;
import io.artrec.kernel.internal.Kernels;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** BPR and WARP, which differ in their steps only. */
class PairwiseTest {
  private static PairwiseStrategy<?> strategy(int trials, double rate) {
    return uniform(trials, 5)
        .epochs(10)
        .learningRate(rate)
        .regularization(0.1)
        .biasRegularization(0.05)
        .feedback(Feedback.ANY);
  }

  /** BPR without trials, WARP with some; either with negatives drawn alike. */
  private static PairwiseStrategy<?> uniform(int trials, int factors) {
    return trials == 0
        ? Bpr.factors(factors).negatives(Negatives.UNIFORM)
        : Warp.factors(factors).trials(trials);
  }

  /** Visitors of four tastes, each for a quarter of the works. */
  private static Behavior tastes(int users, int works, int each) {
    SplittableRandom random = new SplittableRandom(3);
    Behavior world = Behavior.of(works);
    for (int user = 0; user < users; user++) {
      int count = each / 2 + random.nextInt(each);
      for (int k = 0; k < count; k++) {
        double unit = random.nextDouble();
        int rank = (int) (unit * unit * works / 4);
        int taste = random.nextInt(10) == 0 ? random.nextInt(4) : user % 4;
        world.likes(user, rank * 4 + taste);
      }
    }
    return world;
  }

  /** {@code −ln σ(s_0 − s_1) + λ/2 (|x|² + |q_0|² + |q_1|²) + λ_b/2 (b_0² + b_1²)}. */
  private static double logistic(double[] state) {
    double difference = state[15] - state[16];
    double squares = 0;
    for (int d = 0; d < 15; d++) {
      squares += state[d] * state[d];
    }
    for (int d = 0; d < 5; d++) {
      difference += state[d] * (state[5 + d] - state[10 + d]);
    }
    return Math.log(1 + Math.exp(-difference))
        + 0.05 * squares
        + 0.025 * (state[15] * state[15] + state[16] * state[16]);
  }

  private static double[] state(float[] x, float[][] works, float[] biases) {
    double[] state = new double[17];
    for (int d = 0; d < 5; d++) {
      state[d] = x[d];
      state[5 + d] = works[0][d];
      state[10 + d] = works[1][d];
    }
    state[15] = biases[0];
    state[16] = biases[1];
    return state;
  }

  @Test
  void logisticStep_followsTheGradient() {
    PairwiseEvents events =
        new PairwiseEvents(
            new SparseMatrix(2, new int[] {0, 1, 2}, new int[] {0, 1}, new float[] {1, 1}));
    float rate = 0.01f;
    WorkGroups groups = new WorkGroups(events, Negatives.UNIFORM);
    groups.deal(FastRandom.of(1));
    for (Kernels kernels : Kernels.available()) {
      int stride = kernels.stride(5);
      SplittableRandom random = new SplittableRandom(8);
      float[][] rows = new float[3][stride];
      for (float[] row : rows) {
        for (int d = 0; d < 5; d++) {
          row[d] = (float) random.nextGaussian();
        }
      }
      float[][] works = {rows[1], rows[2]};
      float[] biases = {0.4f, -0.3f};
      double[] before = state(rows[0], works, biases);
      PairwiseSteps steps =
          new PairwiseSteps(
              strategy(0, 1),
              PairwiseLoss.logistic(),
              events,
              kernels.pairwise(),
              works,
              biases,
              rate,
              FastRandom.of(3),
              groups,
              0,
              Optional.empty());
      steps.logistic(0, rows[0], 0, 1);
      double[] after = state(rows[0], works, biases);
      for (int k = 0; k < before.length; k++) {
        double[] up = before.clone();
        double[] down = before.clone();
        up[k] += 1e-5;
        down[k] -= 1e-5;
        double slope = (logistic(up) - logistic(down)) / 2e-5;
        assertThat((before[k] - after[k]) / rate)
            .as("%s, %d", kernels, k)
            .isEqualTo(slope, within(1e-3));
      }
    }
  }

  @Test
  void stepByRank_weighsTheDrawsItTook() {
    PairwiseLoss loss = PairwiseLoss.byRank(4, 101);
    assertThat((double) loss.afterDraws(1)).isEqualTo(1, within(1e-6));
    assertThat((double) loss.afterDraws(4)).isEqualTo(Math.log(25) / Math.log(100), within(1e-6));
    assertThat(loss.weight(1)).isEqualTo(1, within(1e-6));
    assertThat(loss.weight(0.5))
        .isEqualTo(
            loss.afterDraws(1)
                + loss.afterDraws(2) / 2.0
                + loss.afterDraws(3) / 4.0
                + loss.afterDraws(4) / 8.0,
            within(1e-6));
    assertThat(loss.chance(0.5)).isEqualTo(15 / 16.0, within(1e-9));
    assertThat(loss.chance(0)).isZero();
    PairwiseEvents events =
        new PairwiseEvents(
            new SparseMatrix(2, new int[] {0, 1, 2}, new int[] {0, 1}, new float[] {1, 1}));
    WorkGroups groups = new WorkGroups(events, Negatives.UNIFORM);
    groups.deal(FastRandom.of(1));
    for (float lead : new float[] {0.5f, 1.5f}) {
      float[][] works = {new float[8], new float[8]};
      float[] biases = {lead, 0};
      PairwiseSteps steps =
          new PairwiseSteps(
              strategy(3, 1),
              PairwiseLoss.byRank(3, 2),
              events,
              Kernels.named("plain").pairwise(),
              works,
              biases,
              0.1f,
              FastRandom.of(3),
              groups,
              0,
              Optional.empty());
      steps.byRank(0, new float[8], 0, 1);
      if (lead < 1) {
        // 0.1 * 1 up, and 0.1 * 0.05 of regularisation
        assertThat(biases[0]).isEqualTo(lead * 0.995f + 0.1f, within(1e-6f));
        assertThat(biases[1]).isEqualTo(-0.1f, within(1e-6f));
      } else {
        assertThat(biases).containsExactly(lead, 0);
      }
    }
  }

  @Test
  void training_lowersTheObjective() {
    Behavior world = tastes(60, 150, 20);
    SparseMatrix matrix = FeedbackEntries.matrix(Feedback.POSITIVE, world.context());
    PairwiseEvents events = new PairwiseEvents(matrix);
    for (Kernels kernels : Kernels.available()) {
      PairwiseSgd learner = new PairwiseSgd(world.context(), strategy(0, 0.05), events, kernels);
      double before = objective(learner, matrix);
      for (int epoch = 0; epoch < 10; epoch++) {
        learner.learn(epoch);
        double after = objective(learner, matrix);
        assertThat(after).as("%s, %d", kernels, epoch).isLessThan(before * 1.002);
        before = after;
      }
      assertThat(before).isLessThan(0.64);
    }
  }

  /** The mean loss over all pairs of a liked work and another. */
  private static double objective(PairwiseSgd learner, SparseMatrix matrix) {
    double sum = 0;
    long pairs = 0;
    for (int user = 0; user < matrix.rows(); user++) {
      double[] scores = scores(learner, user);
      SparseVector own = matrix.row(user);
      for (int work : own.indices()) {
        for (int other = 0; other < scores.length; other++) {
          if (!own.contains(other)) {
            sum += Math.log(1 + Math.exp(scores[other] - scores[work]));
            pairs++;
          }
        }
      }
    }
    return sum / pairs;
  }

  private static double[] scores(PairwiseSgd learner, int user) {
    double[] scores = new double[learner.works.length];
    for (int work = 0; work < scores.length; work++) {
      scores[work] =
          learner.biases[work] + PairwiseFoldIn.product(learner.users[user], learner.works[work]);
    }
    return scores;
  }

  @Test
  void threads_doNotChangeFactors() {
    Behavior world = tastes(300, 600, 20);
    PairwiseEvents events =
        new PairwiseEvents(FeedbackEntries.matrix(Feedback.POSITIVE, world.context()));
    for (int trials : new int[] {0, 20}) {
      for (Kernels kernels : Kernels.available()) {
        PairwiseSgd one = trained(world.context(1), strategy(trials, 0.05), events, kernels);
        for (int threads = 2; threads <= 3; threads++) {
          PairwiseSgd other =
              trained(world.context(threads), strategy(trials, 0.05), events, kernels);
          assertThat(other.works).isDeepEqualTo(one.works);
          assertThat(other.users).isDeepEqualTo(one.users);
          assertThat(other.biases).isEqualTo(one.biases);
        }
      }
    }
  }

  private static PairwiseSgd trained(
      TrainingContext context,
      PairwiseStrategy<?> strategy,
      PairwiseEvents events,
      Kernels kernels) {
    PairwiseSgd learner = new PairwiseSgd(context, strategy, events, kernels);
    for (int epoch = 0; epoch < strategy.epochs(); epoch++) {
      learner.learn(epoch);
    }
    return learner;
  }

  @Test
  void everyEntry_getsOneStepAnEpoch() {
    // one pair of works, one entry each: biases say how many steps were made
    Behavior world = Behavior.of(2);
    for (int user = 0; user < 3000; user++) {
      world.likes(user, user % 3 == 0 ? 1 : 0);
    }
    PairwiseStrategy<?> strategy =
        uniform(0, 1)
            .epochs(1000)
            .learningRate(1e-6)
            .regularization(1e-9)
            .biasRegularization(0)
            .feedback(Feedback.ANY);
    PairwiseEvents events =
        new PairwiseEvents(FeedbackEntries.matrix(Feedback.ANY, world.context()));
    PairwiseSgd learner =
        new PairwiseSgd(world.context(), strategy, events, Kernels.named("plain"));
    learner.learn(0);
    // slopes of about a half, 2,000 up and 1,000 down
    assertThat(learner.biases[0] - learner.biases[1]).isEqualTo(2 * 0.5e-3f, within(2e-5f));
  }

  @Test
  void foldIn_agreesWithTheTrainedVisitor() {
    Behavior world = tastes(400, 600, 30);
    for (int trials : new int[] {0, 50}) {
      PairwiseStrategy<?> strategy =
          uniform(trials, 16)
              .epochs(150)
              .learningRate(0.1)
              .regularization(0.05)
              .biasRegularization(0.05)
              .feedback(Feedback.POSITIVE);
      assertThat(overlap(world.context(2), strategy)).as("%d", trials).isGreaterThan(0.9);
    }
  }

  @Test
  void foldIn_agreesWithTheTrainedVisitor_onMovies() {
    TrainingContext movies = Movies.split(1).context();
    assertThat(overlap(movies, Bpr.factors(64).feedback(Feedback.ANY))).isGreaterThan(0.9);
    assertThat(overlap(movies, Warp.factors(64).feedback(Feedback.ANY)))
        .as("fewer steps a visitor")
        .isGreaterThan(0.83);
  }

  /** The mean share of the trained visitor's best ten unknown works among the asking one's. */
  private static double overlap(TrainingContext context, PairwiseStrategy<?> strategy) {
    SparseMatrix matrix = FeedbackEntries.matrix(strategy.feedback(), context);
    PairwiseSgd learner = trained(context, strategy, new PairwiseEvents(matrix), Kernels.best());
    PairwiseModel model = learner.model();
    double common = 0;
    int asked = 0;
    for (int user = 0; user < matrix.rows(); user += 3) {
      asked++;
      double[] solved = new double[matrix.columns()];
      model.scoreAll(matrix.row(user), solved);
      double[] own = scores(learner, user);
      Set<Integer> best = best(own, model, matrix.row(user));
      best.retainAll(best(solved, model, matrix.row(user)));
      common += best.size();
    }
    return common / (10.0 * asked);
  }

  private static Set<Integer> best(double[] scores, PairwiseModel model, SparseVector known) {
    Scores all = new Scores(Candidates.all(scores.length));
    for (int work = 0; work < scores.length; work++) {
      if (model.vectors().isPresent(work) && !known.contains(work)) {
        all.set(work, scores[work]);
      }
    }
    Set<Integer> best = new HashSet<>();
    Arrays.stream(all.best(10)).forEach(best::add);
    return best;
  }

  @Test
  void checkerboard_recommendsTheWithheldWork() {
    Behavior board = Behavior.checkerboard(50);
    for (Strategy strategy :
        List.of(
            Bpr.factors(8),
            Bpr.factors(8).negatives(Negatives.UNIFORM),
            Warp.factors(8),
            Warp.factors(8).negatives(Negatives.POPULARITY))) {
      Scorer scorer = strategy.train(board.context());
      for (int user = 0; user < 50; user++) {
        assertThat(board.unseen(scorer, user, 1))
            .as("%s, %d", strategy, user)
            .containsExactly(user);
      }
    }
  }

  @Test
  void dislike_lowersTheScoresOfItsLike() {
    Behavior world = Behavior.of(6);
    for (int u = 0; u < 20; u++) {
      world.likes(u, u % 2 == 0 ? new int[] {0, 1, 4} : new int[] {2, 3, 5});
    }
    world.likes(20, 2).likes(21, 2).event(21, 4, InteractionKind.DISLIKE);
    world.event(22, 4, InteractionKind.DISLIKE);
    for (Strategy strategy : List.of(Bpr.factors(4), Warp.factors(4))) {
      Scorer scorer = strategy.train(world.context());
      double[] neutral = Behavior.values(scorer.score(world.query(20), Candidates.all(6)));
      double[] against = Behavior.values(scorer.score(world.query(21), Candidates.all(6)));
      double[] only = Behavior.values(scorer.score(world.query(22), Candidates.all(6)));
      assertThat(against[3] - against[1]).as("%s", strategy).isGreaterThan(neutral[3] - neutral[1]);
      assertThat(only[3]).as("%s", strategy).isGreaterThan(only[1]);
    }
  }

  @Test
  void degenerateWorlds_train() {
    Behavior everything = Behavior.of(200);
    for (int work = 0; work < 200; work++) {
      everything.likes(0, work).likes(1, work);
    }
    for (Behavior world :
        List.of(
            everything,
            Behavior.of(0),
            Behavior.of(1).likes(0, 0),
            Behavior.of(1).likes(0, 0).likes(1, 0),
            Behavior.of(3),
            Behavior.of(3).likes(0, 0, 1, 2),
            Behavior.of(3).rates(0, 0, 3).rates(0, 1, 3).rates(0, 2, 3),
            Behavior.of(2).event(0, 0, InteractionKind.DISLIKE),
            Behavior.of(3)
                .event(0, 0, InteractionKind.DISLIKE)
                .event(0, 1, InteractionKind.DISLIKE)
                .event(0, 2, InteractionKind.DISLIKE),
            Behavior.of(2).likes(0, 0).likes(0, 0))) {
      int works = world.catalog().size();
      for (String text :
          List.of(
              "bpr:factors=20",
              "bpr:factors=20,negatives=uniform,validation=0.5",
              "bpr:feedback=any",
              "warp:factors=20",
              "warp:factors=20,negatives=popularity,validation=0.5",
              "warp:feedback=positive")) {
        Scorer scorer = CfStrategies.parse(text).train(world.context());
        Scores scores = scorer.score(world.query(0), Candidates.all(works));
        assertThat(scores.candidates().size()).as(text).isEqualTo(works);
        assertThat(scorer.score(world.query(99), Candidates.all(works)).scoredCount()).isZero();
      }
    }
  }

  @Test
  void worksNobodyHadToDoWith_areNotScored() {
    Behavior world = Behavior.of(4).likes(0, 0, 1).likes(1, 1, 2);
    Scores scores = Bpr.factors(2).train(world.context()).score(world.query(0), Candidates.all(4));
    assertThat(scores.scoredCount()).isEqualTo(3);
    assertThat(scores.isScored(3)).isFalse();
  }

  @Test
  void trainingFromAnEarlierScorer_beginsBetter_andTakesInNewWorks() {
    Behavior before = tastes(100, 150, 20);
    Behavior after = tastes(110, 160, 20).likes(0, 159);
    SparseMatrix matrix = FeedbackEntries.matrix(Feedback.POSITIVE, after.context());
    PairwiseEvents events = new PairwiseEvents(matrix);
    PairwiseStrategy<?> bpr = strategy(0, 0.05);
    PairwiseSgd anew = new PairwiseSgd(after.context(), bpr, events, Kernels.best());
    PairwiseSgd warm = new PairwiseSgd(after.context(), bpr, events, Kernels.best());
    PairwiseEvents old =
        new PairwiseEvents(FeedbackEntries.matrix(Feedback.POSITIVE, before.context()));
    warm.startFrom(trained(before.context(), bpr, old, Kernels.best()).model());
    anew.learn(0);
    warm.learn(0);
    assertThat(objective(warm, matrix)).isLessThan(objective(anew, matrix) - 0.01);
    for (Strategy strategy : List.of(Bpr.factors(4), Warp.factors(4))) {
      Scorer scorer = strategy.train(after.context(), strategy.train(before.context()));
      Scores scores = scorer.score(after.query(0), Candidates.all(160));
      assertThat(scores.isScored(159)).isTrue();
      Scorer other = Bpr.factors(5).train(before.context());
      assertThat(
              Behavior.values(
                  strategy
                      .train(after.context(), other)
                      .score(after.query(0), Candidates.all(160))))
          .isEqualTo(
              Behavior.values(
                  strategy.train(after.context()).score(after.query(0), Candidates.all(160))));
    }
  }

  @Test
  void validation_isTheSameAtAnyThreadCount() {
    Behavior world = tastes(100, 150, 20);
    Strategy strategy = Bpr.factors(4).validation(0.2).epochs(40);
    double[] one =
        Behavior.values(
            strategy.train(world.context(1)).score(world.query(0), Candidates.all(150)));
    double[] two =
        Behavior.values(
            strategy.train(world.context(2)).score(world.query(0), Candidates.all(150)));
    assertThat(two).isEqualTo(one);
  }

  @Test
  void absurdLearningRate_isToldAsDivergence() {
    Behavior world = tastes(20, 40, 10);
    for (Strategy strategy :
        List.of(
            Bpr.factors(4).learningRate(1e30),
            Bpr.factors(4).learningRate(1e4),
            Warp.factors(4).learningRate(1e4))) {
      assertThatThrownBy(() -> strategy.train(world.context()))
          .as("%s", strategy)
          .isInstanceOf(TrainingDivergedException.class)
          .hasMessageStartingWith("training " + strategy.name() + " ended with factors of ")
          .hasMessageEndingWith(
              "expected at most 1000000; lower learningRate or raise regularization");
    }
  }

  @Test
  void wrongParameters_areNamed() {
    assertThatThrownBy(() -> Bpr.factors(0)).hasMessage("factors of bpr is 0, expected 1 or more");
    assertThatThrownBy(() -> Bpr.factors(4).epochs(0))
        .hasMessage("epochs of bpr is 0, expected 1 or more");
    assertThatThrownBy(() -> Warp.factors(4).learningRate(0))
        .hasMessage("learningRate of warp is 0.0, expected a number above 0");
    assertThatThrownBy(() -> Bpr.factors(4).regularization(Double.NaN))
        .hasMessage("regularization of bpr is NaN, expected a number above 0");
    assertThatThrownBy(() -> Bpr.factors(4).biasRegularization(-1))
        .hasMessage("biasRegularization of bpr is -1.0, expected a number of 0 or more");
    assertThatThrownBy(() -> Warp.factors(4).trials(0))
        .hasMessage("trials of warp is 0, expected 1 or more");
    assertThatThrownBy(() -> Warp.factors(4).validation(0.6))
        .hasMessage("validation of warp is 0.6, expected a share of 0 (none) to 0.5");
    assertThatThrownBy(() -> Bpr.factors(4).feedback(Feedback.RATING))
        .hasMessage("feedback of bpr is rating, expected one of preference, positive, any");
    assertThatThrownBy(() -> CfStrategies.parse("bpr:negatives=hard"))
        .hasMessage("negatives is 'hard', expected one of uniform, popularity");
    assertThatThrownBy(() -> CfStrategies.parse("bpr:trials=3"))
        .hasMessageStartingWith(
            "strategy 'bpr' has no parameter 'trials', expected one of factors");
  }

  @Test
  void parameters_comeBackFromText() {
    Bpr bpr =
        Bpr.factors(3)
            .epochs(7)
            .learningRate(0.01)
            .regularization(0.2)
            .biasRegularization(0)
            .negatives(Negatives.UNIFORM)
            .validation(0.1)
            .feedback(Feedback.ANY);
    assertThat(CfStrategies.parse(bpr.name() + ":" + bpr.parameters())).isEqualTo(bpr);
    assertThat(CfStrategies.parse("bpr")).isEqualTo(Bpr.factors(64));
    Warp warp = Warp.factors(3).trials(9).negatives(Negatives.POPULARITY).epochs(2);
    assertThat(CfStrategies.parse(warp.toString())).isEqualTo(warp);
    assertThat(CfStrategies.parse("warp")).isEqualTo(Warp.factors(64));
  }

  @Test
  void moreFactorsThanMemory_areRefusedBeforeAllocation() {
    assertThatThrownBy(() -> Bpr.factors(500_000_000).train(Behavior.of(10).likes(0, 1).context()))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageContaining("training bpr needs about")
        .hasMessageEndingWith("raise -Xmx, or lower factors");
  }
}
