package io.artrec.cf;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.strategy.Candidates;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Works that nobody rated are predicted no worse than by means, whatever a method knows of others:
 * on visitors who differ in how high they rate, and in two tastes.
 */
class UnratedWorksTest {
  private static final int VISITORS = 120;
  private static final int WORKS = 150;
  private static final int RATED = 120;
  private static final double[][] TRUTH = new double[VISITORS][WORKS];
  private static final Behavior WORLD = world();

  private static Behavior world() {
    SplittableRandom random = new SplittableRandom(17);
    double[][] visitors = new double[VISITORS][3];
    double[][] works = new double[WORKS][3];
    for (double[][] side : List.of(visitors, works)) {
      for (double[] row : side) {
        for (int k = 0; k < row.length; k++) {
          row[k] = 0.6 * random.nextGaussian();
        }
      }
    }
    Behavior world = Behavior.of(WORKS);
    for (int visitor = 0; visitor < VISITORS; visitor++) {
      for (int work = 0; work < WORKS; work++) {
        // works are liked by most in the first taste, so that factors have a mean
        double taste =
            visitors[visitor][1] * (0.8 + works[work][1]) + visitors[visitor][2] * works[work][2];
        TRUTH[visitor][work] = 3 + visitors[visitor][0] + works[work][0] + taste;
        if (work < RATED && random.nextDouble() < 0.25) {
          world.rates(visitor, work, TRUTH[visitor][work] + 0.4 * random.nextGaussian());
        }
      }
    }
    return world;
  }

  static List<String> methods() {
    List<String> methods = new ArrayList<>();
    for (String name : CfStrategies.names()) {
      if (CfStrategies.parse(name).capabilities().contains(Capability.PREDICTS_RATINGS)) {
        methods.add(name);
      }
    }
    methods.add("biased-mf:solver=als,epochs=10,factors=16");
    methods.add("nmf:feedback=rating,factors=16");
    methods.add("bias:iterations=10");
    return methods;
  }

  private static double error(Scorer scorer) {
    int[] unrated = new int[WORKS - RATED];
    for (int k = 0; k < unrated.length; k++) {
      unrated[k] = RATED + k;
    }
    double squares = 0;
    for (int visitor = 0; visitor < VISITORS; visitor++) {
      Query query = WORLD.query(visitor);
      Scores scores = scorer.score(query, Candidates.of(unrated));
      for (int k = 0; k < unrated.length; k++) {
        double error = scores.value(k) - TRUTH[visitor][unrated[k]];
        squares += error * error;
      }
    }
    return Math.sqrt(squares / (VISITORS * unrated.length));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void unratedWorks_arePredictedNoWorseThanByMeans(String method) {
    TrainingContext context = WORLD.context(2);
    double bias = error(CfStrategies.parse("bias").train(context));

    assertThat(error(CfStrategies.parse(method).train(context)))
        .as("root mean squared error of %s, of means %.4f", method, bias)
        .isLessThan(1.003 * bias);
  }

  @Test
  void refreshedFactors_haveAMeanForWorksThatNobodyRated() {
    TrainingContext context = WORLD.context(2);
    double bias = error(CfStrategies.parse("bias").train(context));
    Scorer scorer = CfStrategies.parse("biased-mf:epochs=10,factors=16").train(context);

    Scorer refreshed = scorer.refreshed(context, context).orElseThrow();

    assertThat(error(refreshed)).isLessThan(1.003 * bias);
  }
}
