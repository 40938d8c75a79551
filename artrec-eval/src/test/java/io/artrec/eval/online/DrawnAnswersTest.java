package io.artrec.eval.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.artrec.RecommendationRequest;
import io.artrec.Recommendations;
import io.artrec.Recommender;
import io.artrec.behavior.DrawnAnswer;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.RewardRule;
import io.artrec.behavior.RewardedAnswer;
import io.artrec.catalog.Artwork;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.RandomOrder;
import io.artrec.strategy.Segments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What drawn arms would have earned alone, from what a recommender keeps of its answers. */
class DrawnAnswersTest {
  /** A clock that is set forward by hand. */
  private static final class Moving extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("no other zone is asked for");
    }
  }

  @Test
  void estimate_isTheWeighedMeanFoundByHand() {
    List<RewardedAnswer> answers =
        List.of(
            new RewardedAnswer(DrawnAnswer.of("1", "a", 0.25), 1),
            new RewardedAnswer(DrawnAnswer.of("2", "b", 0.75), 0.5),
            new RewardedAnswer(DrawnAnswer.of("3", "a", 0.5).segment("new"), 0));
    assertThat(OffPolicyEstimators.ips(OffPolicyLog.of(answers, ArmTarget.always("a"))).value())
        .isCloseTo((4 + 0 + 0) / 3.0, within(1e-12));
    ArmTarget bySegment = (segment, arm) -> arm.equals(segment.equals("new") ? "a" : "b") ? 1 : 0;
    assertThat(OffPolicyEstimators.ips(OffPolicyLog.of(answers, bySegment)).value())
        .isCloseTo((0 + 0.5 / 0.75 + 0) / 3, within(1e-12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OffPolicyLog.of(answers, (segment, arm) -> 2))
        .withMessageContaining("target probability 2.0");
  }

  @Test
  void simulatedTraffic_givesEachArmsWorth_whileTheHybridLearns() {
    List<Artwork> works = new ArrayList<>();
    for (int work = 0; work < 20; work++) {
      works.add(Artwork.builder("w" + work, "Work " + work).build());
    }
    Moving clock = new Moving();
    Recommender recommender =
        Recommender.builder()
            .catalog(works)
            .strategy(
                Hybrid.adaptive()
                    .add("popular", Popularity.allTime())
                    .add("random", RandomOrder.seeded())
                    .segments(Segments.none().tags("kiosk"))
                    .exploration(0.3))
            .rewards(
                RewardRule.standard().window(Duration.ofMinutes(5)).worth(InteractionKind.CLICK, 1))
            .clock(clock)
            .threads(1)
            .build();
    SplittableRandom random = new SplittableRandom(12);
    double earned = 0;
    int rounds = 1_500;
    for (int round = 0; round < rounds; round++) {
      clock.now = clock.now.plusSeconds(30);
      boolean kiosk = random.nextInt(3) == 0;
      RecommendationRequest.Builder request = RecommendationRequest.forUser("u" + round).n(3);
      Recommendations wall =
          recommender.recommend(kiosk ? request.tag("kiosk").build() : request.build());
      recommender.recordShown(wall);
      String arm = wall.draw().orElseThrow().arm();
      double rate = arm.equals("random") == kiosk ? 0.6 : 0.2;
      if (random.nextDouble() < rate) {
        recommender.record(Interaction.click("u" + round, wall.get(0).artwork().id()));
        earned++;
      }
    }
    clock.now = clock.now.plus(Duration.ofHours(1));
    List<RewardedAnswer> answers = recommender.drawnAnswers();
    assertThat(answers).hasSize(rounds);
    assertThat(answers.stream().mapToDouble(RewardedAnswer::reward).sum()).isEqualTo(earned);
    // "popular" is worth 0.2 in a third of answers and 0.6 in the others
    check(answers, ArmTarget.always("popular"), 0.2 / 3 + 0.6 * 2 / 3);
    check(answers, ArmTarget.always("random"), 0.6 / 3 + 0.2 * 2 / 3);
    check(
        answers,
        (segment, arm) -> arm.equals(segment.equals("kiosk") ? "random" : "popular") ? 1 : 0,
        0.6);
    check(answers, (segment, arm) -> 0.5, 0.4);
    assertThat(earned / rounds).as("while learning").isBetween(0.48, 0.6);
    recommender.close();
  }

  /** The truth lies within 3.3 standard errors, which chance leaves once in a thousand times. */
  private static void check(List<RewardedAnswer> answers, ArmTarget target, double truth) {
    OffPolicyLog log = OffPolicyLog.of(answers, target);
    assertThat(log.weights().largest()).as("arms / exploration share").isLessThanOrEqualTo(2 / 0.3);
    for (OffPolicyEstimate estimate :
        List.of(OffPolicyEstimators.ips(log), OffPolicyEstimators.selfNormalized(log))) {
      assertThat(estimate.value())
          .as(estimate.estimator())
          .isCloseTo(truth, within(3.3 * estimate.standardError()));
      assertThat(estimate.standardError()).isLessThan(0.05);
    }
  }
}
