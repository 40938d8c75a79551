package io.artrec.eval.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TeamDraftTest {
  private static final TeamDraft DRAFT = new TeamDraft(7);
  private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e");
  private static final List<String> DIGITS = List.of("1", "2", "3", "4", "5");

  @Test
  void eachRound_takesTheBestLeftOfBoth() {
    // first: a b c, second: b d a. Round 1: a and b, or b and a. Round 2: c and d, either first.
    Set<List<String>> seen = new HashSet<>();
    for (int key = 0; key < 100; key++) {
      MergedList merged = DRAFT.merge("q" + key, List.of("a", "b", "c"), List.of("b", "d", "a"), 4);
      seen.add(merged.works());
      for (int place = 0; place < 4; place++) {
        assertThat(merged.teams().get(place))
            .isEqualTo(
                Set.of("a", "c").contains(merged.works().get(place)) ? Team.FIRST : Team.SECOND);
      }
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(
            List.of("a", "b", "c", "d"),
            List.of("a", "b", "d", "c"),
            List.of("b", "a", "c", "d"),
            List.of("b", "a", "d", "c"));
  }

  @Test
  void sameKey_givesTheSameList() {
    assertThat(DRAFT.merge("q", LETTERS, DIGITS, 6))
        .isEqualTo(DRAFT.merge("q", LETTERS, DIGITS, 6));
    Set<MergedList> others = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      others.add(new TeamDraft(seed).merge("q", LETTERS, DIGITS, 6));
    }
    assertThat(others).hasSizeGreaterThan(3);
  }

  @Test
  void bothSides_getTheirShareOfEveryPlace() {
    for (int size : new int[] {1, 2, 5}) {
      double[] first = new double[size];
      for (int key = 0; key < 10_000; key++) {
        MergedList merged = DRAFT.merge("q" + key, LETTERS, DIGITS, size);
        for (int place = 0; place < size; place++) {
          first[place] += merged.teams().get(place) == Team.FIRST ? 1 : 0;
        }
      }
      for (double share : first) {
        assertThat(share / 10_000).isCloseTo(0.5, within(0.02));
      }
    }
  }

  @Test
  void works_appearOnceAndListsMayBeShort() {
    for (int seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> first = drawn(random);
      List<String> second = drawn(random);
      Set<String> all = new HashSet<>(first);
      all.addAll(second);
      int size = 1 + random.nextInt(12);
      MergedList merged = DRAFT.merge("q" + seed, first, second, size);
      assertThat(merged.works()).as("seed %d", seed).doesNotHaveDuplicates().isSubsetOf(all);
      assertThat(merged.works()).as("seed %d", seed).hasSize(Math.min(size, all.size()));
      for (int place = 0; place < merged.works().size(); place++) {
        List<String> owner = merged.teams().get(place) == Team.FIRST ? first : second;
        if (merged.teams().get(place) != Team.NONE) {
          assertThat(owner).contains(merged.works().get(place));
        }
      }
    }
  }

  private static List<String> drawn(SplittableRandom random) {
    List<String> works = new ArrayList<>();
    int length = random.nextInt(8);
    for (int at = 0; at < length; at++) {
      works.add("w" + random.nextInt(8));
    }
    return works;
  }

  @Test
  void fillingAfterOneSideIsExhausted_hasNoTeam() {
    MergedList merged = DRAFT.merge("q", List.of("a"), DIGITS, 10);
    assertThat(merged.works()).containsExactlyInAnyOrder("a", "1", "2", "3", "4", "5");
    assertThat(merged.teams().subList(0, 2)).containsExactlyInAnyOrder(Team.FIRST, Team.SECOND);
    assertThat(merged.teams().subList(2, 6)).containsOnly(Team.NONE);
    assertThat(DRAFT.merge("q", List.of(), List.of(), 3).works()).isEmpty();
  }

  @Test
  void identicalLists_giveNoPreference() {
    MergedList merged = DRAFT.merge("q", LETTERS, LETTERS, 5);
    assertThat(merged.works()).isEqualTo(LETTERS);
    assertThat(merged.credit(LETTERS)).isEqualTo(new MergedList.Credit(0, 0));
    Preference preference = Preference.of(List.of(merged.credit(LETTERS)));
    assertThat(preference).isEqualTo(new Preference(0, 0, 1));
    assertThat(preference.advantage()).isZero();
    assertThat(preference.pValue()).isEqualTo(1);
    assertThat(preference.winRate()).isEmpty();
  }

  @Test
  void credit_countsAWorkOnce() {
    MergedList merged =
        new MergedList(List.of("a", "b", "c"), List.of(Team.FIRST, Team.SECOND, Team.NONE));
    assertThat(merged.credit(List.of("a", "a", "c"))).isEqualTo(new MergedList.Credit(1, 0));
    assertThatThrownBy(() -> merged.credit(List.of("z")))
        .hasMessageContaining("[z] are not in the merged list");
  }

  @Test
  void preference_isABinomialTest() {
    // 9 wins of 10: p = 2·(10 + 1)/1024; advantage (9 + 1)/12 − 1/2
    Preference preference = new Preference(9, 1, 2);
    assertThat(preference.pValue()).isCloseTo(22.0 / 1024, within(1e-12));
    assertThat(preference.advantage()).isCloseTo(10.0 / 12 - 0.5, within(1e-12));
    assertThat(preference.winRate()).contains(new Proportion(9, 10));
  }

  /** A visitor looks from the top, each place with chance 0.8 more, and clicks what it likes. */
  private static Preference simulate(int seed, int queries, double better, boolean same) {
    SplittableRandom random = new SplittableRandom(seed);
    TeamDraft draft = new TeamDraft(seed);
    List<MergedList.Credit> credits = new ArrayList<>();
    for (int query = 0; query < queries; query++) {
      List<String> first = ranked(random, better);
      List<String> second = ranked(random, same ? better : 0);
      MergedList merged = draft.merge("q" + query, first, second, 10);
      List<String> clicked = new ArrayList<>();
      for (String work : merged.works()) {
        if (random.nextDouble() < (work.startsWith("liked") ? 0.5 : 0.05)) {
          clicked.add(work);
        }
        if (random.nextDouble() > 0.8) {
          break;
        }
      }
      credits.add(merged.credit(clicked));
    }
    return Preference.of(credits);
  }

  private static List<String> ranked(SplittableRandom random, double skill) {
    List<String> works = new ArrayList<>();
    List<String> pool = new ArrayList<>();
    for (int at = 0; at < 20; at++) {
      pool.add((at < 5 ? "liked" : "other") + at);
    }
    while (!pool.isEmpty()) {
      int drawn = random.nextInt(pool.size());
      if (random.nextDouble() < skill) {
        drawn = 0;
      }
      works.add(pool.remove(drawn));
    }
    return works;
  }

  @Test
  void betterRanker_wins() {
    for (int seed = 0; seed < 10; seed++) {
      Preference preference = simulate(seed, 1_000, 0.3, false);
      assertThat(preference.advantage()).as("seed %d", seed).isPositive();
      assertThat(preference.pValue()).as("seed %d", seed).isLessThan(0.01);
    }
  }

  @Test
  void equalRankers_areToldApartAsOftenAsTheLevelSays() {
    int alarms = 0;
    for (int seed = 0; seed < 2_000; seed++) {
      alarms += simulate(seed, 100, 0.3, true).pValue() < 0.05 ? 1 : 0;
    }
    assertThat(alarms / 2_000.0).isBetween(0.015, 0.06);
  }

  @Test
  void badArguments_areNamed() {
    assertThatThrownBy(() -> DRAFT.merge("q", LETTERS, DIGITS, 0))
        .hasMessageContaining("merged list of 0 works");
    assertThatThrownBy(() -> new Preference(-1, 0, 0)).hasMessageContaining("-1 wins");
  }
}
