package io.artrec.live.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Interest;
import io.artrec.behavior.Interest.Evidence;
import io.artrec.behavior.InterestProfile;
import io.artrec.behavior.InterestRule;
import io.artrec.catalog.Trait;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldInterestsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final long NOW = NOON.toEpochMilli();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final InterestRule RULE = InterestRule.standard();
  private static final Trait SEA = Trait.subject("sea");

  private static Interest about(String subject, double weight) {
    return Interest.of(Trait.subject(subject), weight, Evidence.COMMENTS);
  }

  private static HeldInterests learned(
      HeldInterests held, Interest interest, long now, InterestRule rule) {
    return held.admitted(interest, now, rule).map(kept -> held.with(kept, now, rule)).orElse(held);
  }

  private static double weight(HeldInterests held, Trait trait, long now, InterestRule rule) {
    return InterestProfile.of(held.interests(), rule, now).weight(trait);
  }

  @Test
  void interestFadesByHalfAfterTheHalfLife_whatIsStatedDoesNot() {
    InterestRule rule = RULE.halfLife(Duration.ofDays(10));
    HeldInterests held = learned(HeldInterests.none(), about("sea", 0.8).at(NOON), NOW, rule);
    held = learned(held, Interest.stated(Trait.subject("sky"), -0.5), NOW, rule);
    assertThat(weight(held, SEA, NOW, rule)).isEqualTo(0.8);
    assertThat(weight(held, SEA, NOW + 10 * DAY, rule)).isCloseTo(0.4, within(1e-12));
    assertThat(weight(held, SEA, NOW + 30 * DAY, rule)).isCloseTo(0.1, within(1e-12));
    assertThat(weight(held, Trait.subject("SKY"), NOW + 30 * DAY, rule)).isEqualTo(-0.5);
    Interest old = about("tree", 1).at(NOON.minus(Duration.ofDays(20)));
    assertThat(weight(learned(held, old, NOW, rule), Trait.subject("tree"), NOW, rule))
        .isCloseTo(0.25, within(1e-12));
  }

  @Test
  void aDayChangesNoMoreThanItMay_andTheNextDayGoesOn() {
    InterestRule rule = RULE.perDay(0.5);
    HeldInterests held = learned(HeldInterests.none(), about("sea", 0.3).at(NOON), NOW, rule);
    held = learned(held, about("sky", -1).at(NOON), NOW, rule);
    assertThat(weight(held, Trait.subject("sky"), NOW, rule)).isCloseTo(-0.2, within(1e-12));
    assertThat(held.admitted(about("tree", 1).at(NOON), NOW + 1, rule)).isEmpty();
    assertThat(held.admitted(about("sea", -1).at(NOON), NOW + 1, rule)).isEmpty();
    HeldInterests next = learned(held, about("sea", -1).at(NOON), NOW + DAY, rule);
    double before = weight(held, SEA, NOW + DAY, rule);
    assertThat(weight(next, SEA, NOW + DAY, rule)).isCloseTo(before - 0.5, within(1e-12));
    assertThat(held.admitted(Interest.stated(SEA, -1), NOW, rule))
        .as("visitors' own word is not bounded")
        .isPresent();
    assertThat(held.admitted(about("tree", 1), NOW - DAY, rule))
        .as("a clock that went back gives no other day")
        .isEmpty();
  }

  @Test
  void whatTheDayCutsKeepsTheTimeOfItsEvidence() {
    InterestRule rule = RULE.halfLife(Duration.ofDays(10)).perDay(0.3);
    Instant then = NOON.minus(Duration.ofDays(10));

    Interest kept =
        HeldInterests.none().admitted(about("sea", 1).at(then), NOW, rule).orElseThrow();

    assertThat(kept.time()).contains(then);
    assertThat(rule.weight(kept, NOW)).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void olderEvidenceDoesNotTakeThePlaceOfNewer() {
    HeldInterests held = learned(HeldInterests.none(), about("sea", 0.8).at(NOON), NOW, RULE);

    assertThat(held.admitted(about("sea", -0.8).at(NOON.minusSeconds(1)), NOW, RULE)).isEmpty();
    assertThat(held.admitted(about("sea", -0.8).at(NOON), NOW, RULE)).isPresent();
  }

  @Test
  void sameInterestAgain_changesNothing() {
    Interest sea = about("sea", 0.4).at(NOON).from("e1");
    HeldInterests held = learned(HeldInterests.none(), sea, NOW, RULE);
    assertThat(held.interests()).containsExactly(sea);
    assertThat(held.admitted(sea, NOW + DAY, RULE)).isEmpty();
    Interest stated = Interest.stated(SEA, 0.4).at(NOON);
    held = learned(held, stated, NOW, RULE);
    assertThat(held.interests()).as("takes the learned one's place").containsExactly(stated);
    assertThat(held.admitted(Interest.stated(SEA, 0.4), NOW + DAY, RULE)).isEmpty();
  }

  @Test
  void evidenceOfSeveralKindsAddsUp_whatIsStatedHoldsAlone() {
    HeldInterests held = learned(HeldInterests.none(), about("sea", 0.7).at(NOON), NOW, RULE);
    held = learned(held, Interest.of(SEA, 0.5, Evidence.HISTORY).at(NOON), NOW, RULE);
    InterestProfile profile = InterestProfile.of(held.interests(), RULE, NOW);
    assertThat(profile.weight(SEA)).isEqualTo(1);
    assertThat(profile.evidence(SEA)).hasValue(Evidence.COMMENTS);
    assertThat(profile.of(SEA)).hasSize(2);
    held = learned(held, Interest.stated(SEA, 0), NOW, RULE);
    assertThat(held.admitted(about("sea", 0.9).at(NOON), NOW + DAY, RULE)).isEmpty();
    profile = InterestProfile.of(held.interests(), RULE, NOW);
    assertThat(profile.weights()).isEmpty();
    assertThat(profile.interests()).hasSize(1);
  }

  @Test
  void ofTooMany_theWeakestThatWasLearnedGoes() {
    InterestRule rule = RULE.most(3).perDay(100);
    HeldInterests held = HeldInterests.none();
    for (double weight : new double[] {0.5, -0.9, 0.2}) {
      held = learned(held, about("s" + weight, weight).at(NOON), NOW, rule);
    }
    assertThat(held.admitted(about("weaker", 0.1), NOW, rule)).isEmpty();
    held = learned(held, about("stronger", -0.3), NOW, rule);
    assertThat(held.interests())
        .extracting(interest -> interest.trait().name())
        .containsExactly("s0.5", "s-0.9", "stronger");
    held = learned(held, Interest.stated(SEA, 0), NOW, rule);
    assertThat(held.interests())
        .extracting(interest -> interest.trait().name())
        .containsExactly("s0.5", "s-0.9", "sea");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noFlood_changesAProfileByMoreThanADayAllows(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    InterestRule rule = RULE.most(20).perDay(1.5);
    HeldInterests held = HeldInterests.none();
    Map<Trait, Double> before = Map.of();
    for (int step = 0; step < 2_000; step++) {
      long now = NOW - NOW % DAY + step / 500 * DAY + 1;
      if (step % 500 == 0) {
        before = InterestProfile.of(held.interests(), rule, now).weights();
      }
      Interest next =
          Interest.of(
                  Trait.subject("s" + random.nextInt(40)),
                  random.nextDouble(-1, 1),
                  random.nextBoolean() ? Evidence.COMMENTS : Evidence.SEARCHES)
              .at(Instant.ofEpochMilli(now));
      Optional<Interest> kept = held.admitted(next, now, rule);
      HeldInterests after = learned(held, next, now, rule);
      assertThat(after.equals(held)).as("seed %d", seed).isEqualTo(kept.isEmpty());
      held = after;
      assertThat(held.interests()).hasSizeLessThanOrEqualTo(20);
      Map<Trait, Double> weights = InterestProfile.of(held.interests(), rule, now).weights();
      double moved = 0;
      for (Trait trait : weights.keySet()) {
        moved += Math.abs(weights.get(trait) - before.getOrDefault(trait, 0.0));
      }
      assertThat(moved).as("seed %d, step %d", seed, step).isLessThanOrEqualTo(1.5 + 1e-9);
    }
    assertThat(held.interests()).isNotEmpty();
  }
}
