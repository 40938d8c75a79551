package io.artrec.cf.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.InteractionKind;
import io.artrec.cf.Behavior;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.als.ImplicitAls.Solver;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.InsufficientMemoryException;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.kernel.internal.Kernels;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImplicitAlsTest {
  @Test
  void oneWork_reachesTheMinimumByHand() {
    // one visitor, one work, one factor, c 1, a0 0, nu 0: minimum of (1 - xy)^2 + l(x^2 + y^2) has
    // x = y and 1 - x^2 = l
    Behavior world = Behavior.of(1).likes(0, 0);
    ImplicitAls als =
        ImplicitAls.factors(1).epochs(200).regularization(0.19).unobservedWeight(0).exponent(0);
    Scores scores = als.train(world.context()).score(world.query(0), Candidates.all(1));
    assertThat(scores.value(0)).isEqualTo(0.81, within(1e-5));
  }

  @Test
  void epochs_neverRaiseTheLoss() {
    Behavior world = Behavior.random(40, 30, 0.2, 6);
    for (Kernels kernels : Kernels.available()) {
      double before = Double.POSITIVE_INFINITY;
      for (int epochs = 1; epochs <= 12; epochs++) {
        ImplicitAls als =
            ImplicitAls.factors(5)
                .epochs(epochs)
                .regularization(0.02)
                .unobservedWeight(0.2)
                .exponent(0.7)
                .confidence(1.5);
        double loss = loss(als, world, kernels);
        assertThat(loss).as("%s, %d", kernels, epochs).isLessThanOrEqualTo(before * (1 + 1e-6));
        before = loss;
      }
    }
  }

  /** The objective of the class comment, visitors being solved for once more. */
  private static double loss(ImplicitAls als, Behavior world, Kernels kernels) {
    ImplicitAlsScorer scorer = als.train(world.context(), kernels);
    SparseMatrix x = FeedbackEntries.matrix(Feedback.POSITIVE, world.context());
    SparseMatrix turned = x.transposed();
    int f = als.factors();
    float[] y = scorer.artworkFactors();
    double loss = 0;
    for (int u = 0; u < x.rows(); u++) {
      float[] user = scorer.factorsOf(x.row(u));
      double square = 0;
      for (float value : user) {
        square += (double) value * value;
      }
      loss +=
          als.regularization()
              * Math.pow(x.length(u) + als.unobservedWeight() * x.columns(), als.exponent())
              * square;
      for (int i = 0; i < x.columns(); i++) {
        double score = 0;
        for (int d = 0; d < f; d++) {
          score += (double) user[d] * y[i * f + d];
        }
        loss += als.unobservedWeight() * score * score;
        loss += x.row(u).contains(i) ? als.confidence() * (1 - score) * (1 - score) : 0;
      }
    }
    for (int i = 0; i < x.columns(); i++) {
      double square = 0;
      for (int d = 0; d < f; d++) {
        square += (double) y[i * f + d] * y[i * f + d];
      }
      loss +=
          als.regularization()
              * Math.pow(turned.length(i) + als.unobservedWeight() * x.rows(), als.exponent())
              * square;
    }
    return loss;
  }

  @Test
  void conjugateGradients_neverRaiseTheLossAndEndWhereTheExactSolverEnds() {
    Behavior world = Behavior.random(80, 60, 0.15, 6);
    ImplicitAls exact =
        ImplicitAls.factors(7).regularization(0.02).unobservedWeight(0.2).confidence(1.5);
    ImplicitAls steps = exact.solver(Solver.CONJUGATE_GRADIENT);
    for (Kernels kernels : Kernels.available()) {
      double before = Double.POSITIVE_INFINITY;
      for (int epochs = 1; epochs <= 12; epochs++) {
        double loss = loss(steps.epochs(epochs), world, kernels);
        assertThat(loss).as("%s, %d", kernels, epochs).isLessThanOrEqualTo(before * (1 + 1e-6));
        before = loss;
      }
      double least = loss(exact.epochs(150), world, kernels);
      assertThat(loss(steps.epochs(150), world, kernels)).isEqualTo(least, within(0.01 * least));
    }
  }

  @ParameterizedTest
  @CsvSource({"40, 5, 1", "3, 0.5, 1", "2, 1, 0.25"})
  void huKorenVolinskysHyperParameters_giveTheirSolutionsButForAFactor(
      double alpha, double lambda, double unobserved) {
    Behavior world = Behavior.random(30, 20, 0.2, 9);
    double ratio = alpha / (1 + alpha);
    ImplicitAls als =
        ImplicitAls.factors(4)
            .unobservedWeight(unobserved)
            .confidence(alpha * unobserved)
            .exponent(0)
            .regularization(unobserved * lambda * ratio)
            .feedback(Feedback.ANY);
    SparseMatrix x = FeedbackEntries.matrix(Feedback.ANY, world.context());
    double[][] works = scaled(factors(als.epochs(1), world), 4, 1 / Math.sqrt(ratio));
    for (int epoch = 1; epoch < 5; epoch++) {
      works = huKoren(x.transposed(), huKoren(x, works, alpha, lambda), alpha, lambda);
    }
    double[][] users = huKoren(x, works, alpha, lambda);
    ImplicitAlsScorer scorer = als.epochs(5).train(world.context(), Kernels.best());
    float[] own = scorer.artworkFactors();
    for (int user = 0; user < x.rows(); user++) {
      float[] factors = scorer.factorsOf(x.row(user));
      for (int work = 0; work < 20; work++) {
        double expected = 0;
        double actual = 0;
        for (int d = 0; d < 4; d++) {
          expected += users[user][d] * works[work][d];
          actual += (double) factors[d] * own[4 * work + d];
        }
        assertThat(actual).isEqualTo(ratio * expected, within(1e-4));
      }
    }
  }

  private static double[][] scaled(float[] packed, int width, double by) {
    double[][] rows = new double[packed.length / width][width];
    for (int k = 0; k < packed.length; k++) {
      rows[k / width][k % width] = by * packed[k];
    }
    return rows;
  }

  /**
   * {@code (YᵀY + Yᵀ(C − I)Y + λI) x = YᵀC p} with {@code C = 1 + α} where {@code p = 1}, else 1.
   */
  private static double[][] huKoren(SparseMatrix x, double[][] y, double alpha, double lambda) {
    int f = y[0].length;
    double[][] solved = new double[x.rows()][f];
    for (int row = 0; row < x.rows(); row++) {
      DMatrixRMaj left = CommonOps_DDRM.identity(f);
      CommonOps_DDRM.scale(lambda, left);
      DMatrixRMaj right = new DMatrixRMaj(f, 1);
      for (int other = 0; other < y.length; other++) {
        boolean observed = x.row(row).contains(other);
        double weight = observed ? 1 + alpha : 1;
        for (int a = 0; a < f; a++) {
          right.add(a, 0, observed ? weight * y[other][a] : 0);
          for (int b = 0; b < f; b++) {
            left.add(a, b, weight * y[other][a] * y[other][b]);
          }
        }
      }
      DMatrixRMaj solution = new DMatrixRMaj(f, 1);
      assertThat(CommonOps_DDRM.solve(left, right, solution)).isTrue();
      solved[row] = solution.data.clone();
    }
    return solved;
  }

  @Test
  void asManyStepsAsFactors_solveExactly() {
    for (int factors : new int[] {1, 2, 7, 31, 67}) {
      Behavior world = Behavior.random(60, 150, 0.5, 7);
      ImplicitAls exact = ImplicitAls.factors(factors).epochs(2);
      ImplicitAls steps = exact.solver(Solver.CONJUGATE_GRADIENT).steps(4 * factors);
      for (Kernels kernels : Kernels.available()) {
        assertThat(steps.train(world.context(), kernels).artworkFactors())
            .as("%d factors, %s", factors, kernels)
            .containsExactly(exact.train(world.context(), kernels).artworkFactors(), within(1e-3f));
      }
    }
  }

  @Test
  void conjugateGradients_recommendTheWithheldWork() {
    Behavior board = Behavior.checkerboard(50);
    ImplicitAls als = ImplicitAls.factors(4).solver(Solver.CONJUGATE_GRADIENT);
    Scorer scorer = als.train(board.context(2));
    for (int user = 0; user < 50; user++) {
      assertThat(board.unseen(scorer, user, 1)).as("%d", user).containsExactly(user);
    }
  }

  @Test
  void kernels_agree() {
    Behavior world = Behavior.random(60, 50, 0.15, 7);
    ImplicitAls als = ImplicitAls.factors(9).epochs(4);
    float[] plain = als.train(world.context(), Kernels.named("plain")).artworkFactors();
    float[] simd = als.train(world.context(), Kernels.named("simd")).artworkFactors();
    assertThat(simd).containsExactly(plain, within(1e-3f));
  }

  @Test
  void threads_doNotChangeFactors() {
    Behavior world = Behavior.random(60, 50, 0.15, 7);
    ImplicitAls als = ImplicitAls.factors(9).epochs(4);
    for (Kernels kernels : Kernels.available()) {
      for (Solver solver : Solver.values()) {
        ImplicitAls one = als.solver(solver);
        assertThat(one.train(world.context(4), kernels).artworkFactors())
            .isEqualTo(one.train(world.context(1), kernels).artworkFactors());
      }
    }
  }

  @Test
  void checkerboard_recommendsTheWithheldWork() {
    Behavior board = Behavior.checkerboard(50);
    Scorer scorer = ImplicitAls.factors(4).train(board.context());
    for (int user = 0; user < 50; user++) {
      assertThat(board.unseen(scorer, user, 1)).as("%d", user).containsExactly(user);
    }
  }

  @Test
  void dislike_lowersTheScoresOfItsLike() {
    Behavior world = Behavior.of(5);
    for (int u = 0; u < 10; u++) {
      world.likes(u, u % 2 == 0 ? new int[] {0, 1, 4} : new int[] {2, 3});
    }
    world.likes(10, 0).likes(11, 0).event(11, 4, InteractionKind.DISLIKE);
    Scorer scorer = ImplicitAls.factors(2).train(world.context());
    double neutral = scorer.score(world.query(10), Candidates.all(5)).value(1);
    double against = scorer.score(world.query(11), Candidates.all(5)).value(1);
    assertThat(against).isLessThan(neutral - 0.1);
  }

  @Test
  void validation_trainsAsManyEpochsAsRankHeldOutWorksBest() {
    Behavior world = Behavior.random(120, 60, 0.12, 5);
    ImplicitAls als = ImplicitAls.factors(16).epochs(12).regularization(0.01);
    float[] stopped = factors(als.validation(0.3), world);
    List<float[]> after = new ArrayList<>();
    for (int epochs = 1; epochs <= 12; epochs++) {
      after.add(factors(als.epochs(epochs), world));
    }
    assertThat(after).as("noise is learned after some epochs").contains(stopped);
    assertThat(after.get(11)).isNotEqualTo(stopped);
  }

  private static float[] factors(ImplicitAls als, Behavior world) {
    return als.train(world.context(), Kernels.best()).artworkFactors();
  }

  @Test
  void wrongHyperParameters_areRefused() {
    assertThatThrownBy(() -> ImplicitAls.factors(2).epochs(0))
        .hasMessage("epochs of implicit-als is 0, expected 1 or more");
    assertThatThrownBy(() -> ImplicitAls.factors(2).steps(0))
        .hasMessage("steps of implicit-als is 0, expected 1 or more");
    assertThatThrownBy(() -> ImplicitAls.factors(2).validation(0.6))
        .hasMessage("validation of implicit-als is 0.6, expected a share of 0 (none) to 0.5");
    assertThatThrownBy(() -> ImplicitAls.factors(2).regularization(Double.NaN))
        .hasMessage("regularization of implicit-als is NaN, expected a number above 0");
  }

  @Test
  void text_comesBack() {
    ImplicitAls als =
        ImplicitAls.factors(12)
            .epochs(7)
            .regularization(0.1)
            .unobservedWeight(1e-3)
            .exponent(0.9)
            .confidence(3)
            .solver(Solver.CONJUGATE_GRADIENT)
            .steps(5)
            .validation(0.15)
            .feedback(Feedback.ANY);
    assertThat(CfStrategies.parse(als.toString())).isEqualTo(als);
  }

  @Test
  void degenerateWorlds_train() {
    for (Behavior world :
        List.of(
            Behavior.of(0),
            Behavior.of(1).likes(0, 0),
            Behavior.of(3),
            Behavior.of(3).likes(0, 0, 1, 2),
            Behavior.of(2).event(0, 0, InteractionKind.DISLIKE),
            Behavior.of(2).likes(0, 0).likes(0, 0))) {
      int works = world.catalog().size();
      for (Kernels kernels : Kernels.available()) {
        for (Solver solver : Solver.values()) {
          Scores scores =
              ImplicitAls.factors(20)
                  .solver(solver)
                  .train(world.context(), kernels)
                  .score(world.query(0), Candidates.all(works));
          assertThat(scores.candidates().size()).isEqualTo(works);
        }
      }
    }
  }

  @Test
  void moreFactorsThanMemory_areRefusedBeforeAllocation() {
    assertThatThrownBy(
            () -> ImplicitAls.factors(1_000_000).train(Behavior.of(10).likes(0, 1).context()))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageContaining("training implicit-als needs about")
        .hasMessageEndingWith("raise -Xmx, or lower factors");
  }
}
