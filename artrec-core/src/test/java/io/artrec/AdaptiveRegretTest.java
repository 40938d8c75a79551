package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.DrawnAnswer;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.RewardRule;
import io.artrec.live.internal.LiveDraws;
import io.artrec.strategy.AdaptiveHybrid;
import io.artrec.strategy.ArmWeights;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.RandomOrder;
import io.artrec.strategy.Segments;
import io.artrec.strategy.Trending;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What an adaptive hybrid loses on a simulated audience, against always drawing each segment's best
 * arm. Regret is of probabilities: Σ (best mean − Σ p · mean). What the exploration share costs is
 * the user's to choose and linear in time, so it is counted apart: regret is measured without one,
 * and then above it.
 */
class AdaptiveRegretTest {
  private static final List<String> ARMS = List.of("a", "b", "c");
  private static final List<String> SEGMENTS = List.of("x", "y", "other");
  private static final Duration WINDOW = Duration.ofMinutes(30);

  /** Answers in a thirtieth of the window, in which nothing is learned. */
  private static final int TOGETHER = 10;

  private static final int DELAY = 31;

  /** The means of arms by segment, which differ in what is best. */
  private static final double[][] MEANS = {{0.5, 0.3, 0.3}, {0.2, 0.45, 0.25}, {0.3, 0.3, 0.5}};

  private static final AdaptiveHybrid HYBRID =
      Hybrid.adaptive()
          .add("a", Popularity.allTime())
          .add("b", RandomOrder.seeded())
          .add("c", Trending.weekly())
          .segments(Segments.none().tags("x", "y"))
          .exploration(0);

  /** A run, batch by batch. */
  private static final class Audience {
    private final AdaptiveHybrid hybrid;
    private final LiveDraws draws;
    private final SplittableRandom random;
    private double[][] means = MEANS;
    private int batch;
    private int answers;
    private double regret;

    Audience(AdaptiveHybrid hybrid, RewardRule rule, long seed) {
      this.hybrid = hybrid;
      draws = new LiveDraws(rule, event -> event.kind() == InteractionKind.CLICK ? 1 : 0);
      random = new SplittableRandom(seed);
    }

    /** One batch of answers; returns the probabilities they were drawn by. */
    ArmWeights step() {
      long now = batch++ * WINDOW.toMillis() / 30;
      ArmWeights weights = hybrid.weights(draws.earnings(now));
      for (int n = 0; n < TOGETHER; n++) {
        int segment = random.nextInt(3);
        double[] mean = means[segment];
        double point = random.nextDouble();
        int drawn = -1;
        double value = 0;
        double end = 0;
        for (int arm = 0; arm < 3; arm++) {
          double probability = weights.probability(SEGMENTS.get(segment), ARMS.get(arm));
          value += probability * mean[arm];
          end += probability;
          drawn = drawn < 0 && (point < end || arm == 2) ? arm : drawn;
        }
        regret += Arrays.stream(mean).max().orElseThrow() - value;
        String user = "u" + answers++;
        draws.add(
            user,
            DrawnAnswer.of(
                    user,
                    ARMS.get(drawn),
                    weights.probability(SEGMENTS.get(segment), ARMS.get(drawn)))
                .segment(SEGMENTS.get(segment))
                .works(List.of("w"))
                .at(Instant.ofEpochMilli(now)),
            List.of());
        if (random.nextDouble() < mean[drawn]) {
          draws.add(Interaction.click(user, "w").at(Instant.ofEpochMilli(now + 60_000)));
        }
      }
      return weights;
    }

    double regretAfter(int batches) {
      while (batch < batches) {
        step();
      }
      return regret;
    }
  }

  /** Mean regret of runs at some times. */
  private static double[] curve(AdaptiveHybrid hybrid, RewardRule rule, int... times) {
    int runs = Campaign.rounds(3, 60);
    double[] curve = new double[times.length];
    for (int run = 0; run < runs; run++) {
      Audience audience = new Audience(hybrid, rule, 100 + run);
      for (int at = 0; at < times.length; at++) {
        curve[at] += audience.regretAfter(times[at]) / runs;
      }
    }
    return curve;
  }

  private static RewardRule rule() {
    return RewardRule.standard().window(WINDOW);
  }

  /**
   * Thompson sampling: regret O(log t). From 150 batches to 300 and to 600 as much is added each
   * time, or less; a policy that does not learn adds twice as much each time.
   */
  @Test
  void thompson_losesAsTheLogarithmOfTime() {
    double[] regret = curve(HYBRID, rule(), DELAY, 150, 300, 600);
    double first = regret[2] - regret[1];
    double second = regret[3] - regret[2];
    assertThat(second)
        .as("regret at 31, 150, 300, 600: %s", Arrays.toString(regret))
        .isBetween(-1e-9, 1.3 * first);
    double each = even();
    assertThat(regret[0])
        .as("while nothing can be known")
        .isCloseTo(each * DELAY * TOGETHER, within(0.08));
    assertThat(regret[3]).isLessThan(0.12 * each * 1_000 * TOGETHER);
    assertThat(second / (300 * TOGETHER)).as("regret of an answer at last").isLessThan(0.01);
  }

  /** EXP3: at most 2 · sqrt(arms · t · ln arms) in each segment, and the delay's share. */
  @Test
  void exp3_losesLessThanItsBound_andAsTheRootOfTime() {
    double[] regret = curve(HYBRID.exp3().borrowed(0), rule(), DELAY, 250, 1_000);
    double bound = 3 * 2 * Math.sqrt(3 * 1_000 * TOGETHER / 3.0 * Math.log(3));
    assertThat(regret[2])
        .as("regret at 31, 250, 1,000: %s", Arrays.toString(regret))
        .isLessThan(bound + regret[0]);
    double exponent = Math.log(regret[2] / regret[1]) / Math.log(4);
    assertThat(exponent).as("of t, from 250 to 1,000").isBetween(0.3, 0.75);
  }

  /** With an exploration share of 0.2 the regret above that of its policy is as without. */
  @Test
  void explorationShare_costsWhatItSays() {
    double[] regret = curve(HYBRID.exploration(0.2), rule(), 200, 500);
    double floor = 0.2 * even() * 300 * TOGETHER;
    assertThat(regret[1] - regret[0]).isBetween(floor, 1.35 * floor);
  }

  /** Tastes turn once; where experience ages, the hybrid turns with them. */
  @Test
  void experienceThatAges_letsArmsComeBack() {
    double[][] turned = {{0.3, 0.3, 0.5}, {0.5, 0.2, 0.25}, {0.3, 0.5, 0.3}};
    double[] late = new double[2];
    RewardRule[] rules = {rule(), rule().halfLife(Duration.ofHours(2))};
    for (int which = 0; which < 2; which++) {
      for (int run = 0; run < 2; run++) {
        Audience audience = new Audience(HYBRID, rules[which], 200 + run);
        audience.regretAfter(400);
        audience.means = turned;
        double before = audience.regretAfter(550);
        late[which] += (audience.regretAfter(700) - before) / (2 * 150 * TOGETHER);
      }
    }
    assertThat(late[1])
        .as("regret of an answer long after the turn, without ageing %s", late[0])
        .isLessThan(0.05)
        .isLessThan(late[0] / 2);
  }

  /** What an answer loses when arms are drawn evenly. */
  private static double even() {
    double sum = 0;
    for (double[] mean : MEANS) {
      sum += Arrays.stream(mean).max().orElseThrow() - Arrays.stream(mean).average().orElseThrow();
    }
    return sum / MEANS.length;
  }
}
