package io.artrec.eval.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases worked by hand, and what is refused. */
class SplittersTest {
  private static final Interactions ANN =
      Events.of("ann a 1", "ann b 2", "ann a 3", "ann c 4", "ann b 5", "ann c 6", "bob a 9");

  private static List<Split> split(String rule, Interactions events) {
    return Splits.parse(rule).split(Events.catalogOf(events), events, 7);
  }

  private static Split one(String rule, Interactions events) {
    List<Split> splits = split(rule, events);
    assertThat(splits).hasSize(1);
    return splits.get(0);
  }

  /** Ann came to know a, b, c in this order; c first on day 4; b on day 5 is known before. */
  @Test
  void leaveLastOut_cutsWhereTheLastWorkIsNew() {
    Split split = one("leave-last-out:k=1", ANN);

    assertThat(Events.text(split.training()))
        .containsExactly("ann a 1", "ann b 2", "ann a 3", "bob a 9");
    assertThat(Events.text(split.test())).containsExactly("ann c 4", "ann c 6");
    assertThat(split.known().size()).isZero();
    assertThat(split.nowMillis()).isEqualTo(9 * Events.DAY);
    assertThat(split.seed()).isZero();
    assertThat(split.name()).isEqualTo("leave-last-out:k=1");
  }

  @Test
  void leaveLastOut_ofTwo_testsTheTwoNewest() {
    Split split = one("leave-last-out:k=2", ANN);

    assertThat(Events.text(split.training())).containsExactly("ann a 1", "bob a 9");
    assertThat(Events.text(split.test()))
        .containsExactly("ann b 2", "ann c 4", "ann b 5", "ann c 6");
  }

  @Test
  void leaveLastOut_withRepeats_testsReturnsToKnownWorks() {
    assertThat(Events.text(one("leave-last-out:repeats=true", ANN).test()))
        .containsExactly("ann c 4", "ann b 5", "ann c 6");
  }

  @Test
  void leaveLastOut_ordersByTime_andEqualTimesByRow() {
    Split split = one("leave-last-out", Events.of("ann c 2", "ann a 2", "ann b 1"));

    assertThat(Events.text(split.test())).containsExactly("ann a 2");
  }

  @Test
  void leaveLastOut_leastSparesShortHistories() {
    Interactions events = Events.of("ann a 1", "ann b 2", "bob a 1", "bob b 2", "bob c 3");

    assertThat(Events.text(one("leave-last-out:k=1,least=3", events).test()))
        .containsExactly("bob c 3");
  }

  /** round(0.4 · 3) = 1 of Ann's works; Bob has one work only. */
  @Test
  void perUser_latest_testsTheShareThatCameLast() {
    Split split = one("per-user:ratio=0.4,latest=true", ANN);

    assertThat(Events.text(split.test())).containsExactly("ann c 4", "ann c 6");
    assertThat(split.seed()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0.2, 1",
    "3, 0.2, 1",
    "7, 0.2, 1",
    "8, 0.2, 2",
    "10, 0.2, 2",
    "2, 0.9, 1",
    "5, 0.5, 3"
  })
  void perUser_roundsTheShare_leavingOneAtLeast(int works, double ratio, int tested) {
    String[] events = new String[works];
    for (int work = 0; work < works; work++) {
      events[work] = "ann w" + work;
    }

    Split split = one("per-user:ratio=" + ratio, Events.of(events));

    assertThat(split.test().size()).isEqualTo(tested);
    assertThat(split.training().size()).isEqualTo(works - tested);
    assertThat(split.nowMillis()).isZero();
    assertThat(split.seed()).isEqualTo(7);
  }

  @Test
  void perUser_drawsForAVisitor_whateverOthersDo() {
    Interactions alone = Events.of("ann a", "ann b", "ann c", "ann d", "ann e", "ann f");
    Interactions together =
        Events.of("bob z", "bob a", "ann a", "ann b", "ann c", "ann d", "ann e", "ann f");
    // Works are numbered by first appearance, here a first of Ann's in both.
    assertThat(Events.pairsOf(one("per-user:ratio=0.5", together).test(), "ann"))
        .isEqualTo(Events.pairs(one("per-user:ratio=0.5", alone).test()));
  }

  /** Times 1, 2, 3, 4, 5, 6, 9: three of seven is nearest to 0.4, so from day 5 on. */
  @Test
  void globalTime_byRatio_cutsAcrossVisitors() {
    Split split = one("global-time:ratio=0.4,repeats=true", ANN);

    assertThat(Events.text(split.test())).containsExactly("ann b 5", "ann c 6", "bob a 9");
    assertThat(split.nowMillis()).isEqualTo(4 * Events.DAY);
  }

  @Test
  void globalTime_leavesOutReturnsToKnownWorks() {
    assertThat(Events.text(one("global-time:ratio=0.4", ANN).test())).containsExactly("bob a 9");
  }

  /** Half of 5 rounds to 3 of times 1 2 2 2 3: from 2 on are 4, from 3 on 1; 4 is nearer. */
  @Test
  void globalTime_keepsAMomentTogether() {
    Interactions ties = Events.of("a v 1", "a w 2", "b x 2", "b y 2", "b z 3");
    assertThat(one("global-time:ratio=0.5", ties).test().size()).isEqualTo(4);
    // One of 5: from 3 on.
    assertThat(one("global-time:ratio=0.2", ties).test().size()).isEqualTo(1);
    // From the first moment on would leave nothing to learn from.
    Interactions early = Events.of("a v 1", "a w 1", "b x 1", "b y 2");
    assertThat(one("global-time:ratio=0.6", early).test().size()).isEqualTo(1);
  }

  @Test
  void globalTime_atAMoment_testsFromItOn() {
    Split split = one("global-time:at=1970-01-07", ANN);

    assertThat(split.name()).isEqualTo("global-time:at=1970-01-07T00:00:00Z");
    assertThat(split.training().size()).isEqualTo(5);
    assertThat(Events.text(split.test())).containsExactly("bob a 9");
  }

  /** The last event is on day 9; windows of two days end after it: (7, 9], (5, 7], (3, 5]. */
  @Test
  void rolling_testsEachWindowOnAllBeforeIt() {
    Interactions events = Events.of("a t 1", "b u 4", "a v 6", "c w 7", "b v 8", "c t 9", "a t 9");

    List<Split> splits = split("rolling:windows=3,width=2d", events);

    assertThat(splits)
        .extracting(split -> Events.text(split.test()))
        .containsExactly(List.of("b u 4"), List.of("a v 6", "c w 7"), List.of("b v 8", "c t 9"));
    assertThat(splits).extracting(split -> split.training().size()).containsExactly(1, 2, 4);
    assertThat(splits)
        .extracting(Split::name)
        .containsExactly(
            "rolling:windows=3,width=2d 1/3",
            "rolling:windows=3,width=2d 2/3",
            "rolling:windows=3,width=2d 3/3");
    assertThat(splits.get(1).nowMillis()).isEqualTo(4 * Events.DAY);
  }

  @Test
  void coldUser_withNothingKnown_testsWholeHistories() {
    Split split = one("cold-user:ratio=0.5,fold-in=0", Events.of("a v", "a w", "b v", "b x"));

    assertThat(split.known().size()).isZero();
    assertThat(split.test().size()).isEqualTo(2);
    assertThat(Events.users(split.test()))
        .hasSize(1)
        .doesNotContainAnyElementsOf(Events.users(split.training()));
  }

  /** Only Ann has two works, so she is the one; day 4 on is new, day 5 returns to b. */
  @Test
  void coldUser_latest_knowsTheOldest() {
    Split split = one("cold-user:ratio=0.2,fold-in=0.7,latest=true", ANN);

    assertThat(Events.text(split.known())).containsExactly("ann a 1", "ann b 2", "ann a 3");
    assertThat(Events.text(split.test())).containsExactly("ann c 4", "ann c 6");
    assertThat(Events.text(split.training())).containsExactly("bob a 9");
  }

  @Test
  void coldUser_timeOfAsking_isTheLatestLearnedOrKnown() {
    Split split =
        one(
            "cold-user:ratio=0.5,fold-in=0.5,latest=true",
            Events.of("ann a 5", "ann b 6", "bob c 1"));

    assertThat(split.nowMillis()).isEqualTo(5 * Events.DAY);
  }

  @Test
  void grouped_joinsWorksThatShareOneOfSeveralArtists() {
    Catalog catalog =
        Catalog.of(
            Artwork.builder("a", "a").artist("Braque").build(),
            Artwork.builder("b", "b").artist("Braque").artist("Picasso").build(),
            Artwork.builder("c", "c").artist(" PICASSO").build(),
            Artwork.builder("d", "d").artist("Klee").build());
    Interactions events = Events.of("u a", "u b", "v c", "v d", "w d");

    for (long seed = 0; seed < 20; seed++) {
      Split split = Splits.grouped(0.5, "artist").split(catalog, events, seed).get(0);
      assertThat(Events.works(split.test())).isIn(Set.of("a", "b", "c"), Set.of("d"));
    }
  }

  @Test
  void grouped_takesAnyFunction_andAttributes() {
    Catalog catalog =
        Catalog.of(
            Artwork.builder("a", "a").attribute("room", "1").build(),
            Artwork.builder("b", "b").attribute("room", "1").build(),
            Artwork.builder("c", "c").attribute("room", "2").build());
    Interactions events = Events.of("u a", "u b", "v c");

    for (long seed = 0; seed < 20; seed++) {
      assertThat(
              Events.works(Splits.grouped(0.5, "room").split(catalog, events, seed).get(0).test()))
          .isIn(Set.of("a", "b"), Set.of("c"));
      assertThat(
              Events.works(
                  Splits.grouped(0.5, "end", work -> List.of(work.id().equals("a") ? "x" : "y"))
                      .split(catalog, events, seed)
                      .get(0)
                      .test()))
          .isIn(Set.of("a"), Set.of("b", "c"));
    }
  }

  @Test
  void eventsWithUnknownWorks_areInNoPart() {
    Interactions events = Events.of("ann a 1", "ann b 2", "ann gone 3");
    Catalog catalog = Events.catalogOf(Events.of("x a", "x b"));

    Split split = Splits.leaveLastOut(1).split(catalog, events, 1).get(0);

    assertThat(Events.text(split.training())).containsExactly("ann a 1");
    assertThat(Events.text(split.test())).containsExactly("ann b 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "random",
        "per-user",
        "leave-last-out",
        "global-time",
        "rolling:width=1d",
        "k-fold",
        "k-fold:by=visitor",
        "cold-user",
        "cold-artwork",
        "grouped"
      })
  void noEvents_orNoneOfTheCatalogue_areRefused(String rule) {
    String name = Splits.parse(rule).name();
    Interactions events = Events.of("ann a 1", "ann b 2");

    assertThatThrownBy(() -> split(rule, Interactions.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("split '" + name + "' has no event to divide: 0 events");
    assertThatThrownBy(() -> Splits.parse(rule).split(Catalog.of(), events, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 events with 2 works were given, none of them a work of the");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "random",
        "per-user",
        "leave-last-out",
        "global-time",
        "rolling:width=1d",
        "k-fold",
        "k-fold:by=visitor",
        "cold-user",
        "cold-artwork",
        "grouped"
      })
  void oneEvent_isRefused(String rule) {
    assertThatThrownBy(() -> split(rule, Events.of("ann a 1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("split '" + Splits.parse(rule).name())
        .hasMessageContaining("leaves nothing to");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "leave-last-out",
        "per-user:latest=true",
        "cold-user:latest=true",
        "global-time",
        "rolling:width=1d"
      })
  void missingTimes_areRefusedWhereTimeDecides(String rule) {
    assertThatThrownBy(() -> split(rule, Events.of("ann a 1", "ann b", "bob c 2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs times, 1 of 3 events have none")
        .hasMessageContaining("split by chance");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "leave-last-out:k=5 | a tested visitor needs 6 works or more, the most any has is 3",
        "per-user:least=4 | a tested visitor needs 4 works or more, the most any has is 3",
        "cold-user:least=4 | 0 of 2 visitors have 4 works or more",
        "global-time:at=2020-01-01 | the cut is at 2020-01-01T00:00:00Z, the events reach from"
            + " 1970-01-02T00:00:00Z to 1970-01-10T00:00:00Z",
        "global-time:at=1960-01-01 | leaves nothing to learn from",
        "rolling:windows=9,width=1d | the first event is at 1970-01-02T00:00:00Z",
        "rolling:windows=2,width=1d | this window reaches from 1970-01-08T00:00:00.001Z to before",
        "k-fold:folds=9 | there are 4 pairs of a visitor and a work to deal to 9 folds",
        "k-fold:folds=2,by=visitor | 1 visitors have 2 works or more, 2 folds need as many",
      })
  void impossibleSplits_sayWhatIsMissing(String rule, String message) {
    assertThatThrownBy(() -> split(rule, ANN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void oneWork_leavesNothingColdOrGrouped() {
    Interactions events = Events.of("ann a 1", "bob a 2");
    for (String rule : List.of("cold-artwork", "grouped", "per-user", "leave-last-out")) {
      assertThatThrownBy(() -> split(rule, events))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("leaves nothing to test");
    }
    assertThat(one("random:ratio=0.5", events).test().size()).isEqualTo(1);
  }

  @Test
  void oneArtist_isRefusedByGrouped() {
    Catalog catalog =
        Catalog.of(
            Artwork.builder("a", "a").artist("Klee").build(),
            Artwork.builder("b", "b").artist("Klee").build());
    assertThatThrownBy(
            () -> Splits.grouped(0.2, "artist").split(catalog, Events.of("u a", "u b"), 1))
        .hasMessageContaining("2 works hang together in 1 group(s) by artist, two are the least");
  }

  @Test
  void momentOutsideTheCalendar_isRefused() {
    assertThatThrownBy(() -> Splits.globalTime(Instant.MAX))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected the years 1 to 9999");
  }
}
