package io.artrec.eval.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for any behaviour. */
class SplitPropertiesTest {
  private static final int SEEDS = 6;
  private static final List<String> BY_CHANCE =
      List.of(
          "random:ratio=0.2",
          "random:ratio=0.7",
          "per-user:ratio=0.3",
          "per-user:ratio=0.3,least=6",
          "k-fold:folds=4",
          "k-fold:folds=3,by=visitor",
          "cold-user:ratio=0.3",
          "cold-user:ratio=0.3,fold-in=0",
          "cold-artwork:ratio=0.25",
          "grouped:ratio=0.4");
  private static final List<String> BY_TIME =
      List.of(
          "per-user:ratio=0.3,latest=true",
          "leave-last-out:k=1",
          "leave-last-out:k=3,least=6",
          "global-time:ratio=0.3",
          "global-time:at=1970-07-01",
          "rolling:windows=4,width=30d",
          "cold-user:ratio=0.3,latest=true");

  private static Stream<Arguments> cases(List<String> rules) {
    return rules.stream()
        .flatMap(rule -> IntStream.range(0, SEEDS).mapToObj(seed -> Arguments.of(rule, seed)));
  }

  static Stream<Arguments> byChance() {
    return cases(BY_CHANCE);
  }

  static Stream<Arguments> byTime() {
    return cases(BY_TIME);
  }

  static Stream<Arguments> all() {
    return Stream.concat(byChance(), byTime());
  }

  static Stream<Arguments> seeds() {
    return IntStream.range(0, SEEDS).mapToObj(Arguments::of);
  }

  /** Works by twelve artists, some by two of them. */
  private static Catalog catalog(Interactions events) {
    return Catalog.of(
        IntStream.range(0, events.artworkCount())
            .mapToObj(
                work -> {
                  String id = events.artworkId(work);
                  Artwork.Builder builder = Artwork.builder(id, id).artist("artist " + work % 12);
                  return (work % 12 == 1 ? builder.artist("artist 5") : builder).build();
                })
            .toList());
  }

  private static List<Split> split(String rule, Interactions events, long seed) {
    return Splits.parse(rule).split(catalog(events), events, seed);
  }

  private static List<Interactions> parts(Split split) {
    return List.of(split.training(), split.known(), split.test());
  }

  @ParameterizedTest
  @MethodSource("all")
  void parts_areDisjoint_nonEmpty_inOrder_andAskedAfterAllThatIsKnown(String rule, int seed) {
    Interactions events = Events.random(seed);
    Set<Interaction> all = events.stream().collect(Collectors.toSet());
    for (Split split : split(rule, events, seed)) {
      assertThat(split.training().size()).isPositive();
      assertThat(split.test().size()).isPositive();
      Set<String> seen = new HashSet<>();
      for (Interactions part : parts(split)) {
        List<String> ids = List.copyOf(Events.ids(part));
        assertThat(ids).noneMatch(seen::contains);
        assertThat(ids).isSorted().hasSize(part.size());
        seen.addAll(ids);
        assertThat(part.stream()).allMatch(all::contains);
      }
      assertThat(split.nowMillis()).isEqualTo(Events.latest(split.training(), split.known()));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void testedPairs_areNotKnownBefore(String rule, int seed) {
    for (Split split : split(rule, Events.random(seed), seed)) {
      Set<String> known = new HashSet<>(Events.pairs(split.training()));
      known.addAll(Events.pairs(split.known()));
      assertThat(Events.pairs(split.test())).doesNotContainAnyElementsOf(known);
    }
  }

  @ParameterizedTest
  @MethodSource("byChance")
  void byChance_nothingIsLost(String rule, int seed) {
    Interactions events = Events.random(seed);
    for (Split split : split(rule, events, seed)) {
      assertThat(parts(split).stream().mapToInt(Interactions::size).sum()).isEqualTo(events.size());
    }
  }

  /** What is missing returns to a work its visitor knows, or, with windows, is later than them. */
  @ParameterizedTest
  @MethodSource("byTime")
  void byTime_onlyReturnsToKnownWorksAreLost(String rule, int seed) {
    Interactions events = Events.random(seed);
    List<Split> splits = split(rule, events, seed);
    for (Split split : splits) {
      Set<String> kept = new HashSet<>();
      parts(split).forEach(part -> kept.addAll(Events.ids(part)));
      Set<String> known = new HashSet<>(Events.pairs(split.training()));
      known.addAll(Events.pairs(split.known()));
      long lastTested = Events.latest(split.test());
      assertThat(events.stream())
          .filteredOn(event -> !kept.contains(event.eventId().orElseThrow()))
          .allMatch(
              event ->
                  known.contains(event.user() + " " + event.artwork())
                      || (splits.size() > 1
                          && event.time().orElseThrow().toEpochMilli() > lastTested));
    }
  }

  @ParameterizedTest
  @MethodSource("byTime")
  void byTime_withRepeats_nothingBeforeTheEndIsLost(String rule, int seed) {
    if (rule.startsWith("cold-user") || rule.startsWith("rolling")) {
      return;
    }
    Interactions events = Events.random(seed);
    Split split = split(rule + ",repeats=true", events, seed).get(0);
    assertThat(split.training().size() + split.test().size()).isEqualTo(events.size());
  }

  @ParameterizedTest
  @MethodSource("all")
  void sameSeed_givesTheSame_anotherSeedAnother(String rule, int seed) {
    Interactions events = Events.random(seed);
    List<Split> first = split(rule, events, seed + 1);
    List<Split> again = split(rule, events, seed + 1);
    List<Split> other = split(rule, events, seed + 1_000);
    assertThat(again)
        .extracting(split -> Events.ids(split.test()))
        .isEqualTo(first.stream().map(split -> Events.ids(split.test())).toList());
    if (first.get(0).seed() != 0) {
      assertThat(other)
          .extracting(split -> Events.ids(split.test()))
          .isNotEqualTo(first.stream().map(split -> Events.ids(split.test())).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void random_testsTheShareOfPairs(int seed) {
    Interactions events = Events.random(seed);
    Split split = split("random:ratio=0.35", events, seed).get(0);
    assertThat((long) Events.pairs(split.test()).size())
        .isEqualTo(Math.round(0.35 * Events.pairs(events).size()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void perUser_testsTheShareOfEachVisitor(int seed) {
    Interactions events = Events.random(seed);
    for (String rule :
        List.of("per-user:ratio=0.3,least=3", "per-user:ratio=0.3,least=3,latest=true")) {
      Split split = split(rule, events, seed).get(0);
      for (String user : Events.users(events)) {
        int works = Events.pairsOf(events, user).size();
        assertThat(Events.pairsOf(split.test(), user).size())
            .isEqualTo(works < 3 ? 0 : (int) Math.max(1, Math.round(0.3 * works)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withinVisitors_nothingLearnedIsLaterThanTested(int seed) {
    Interactions events = Events.random(seed);
    for (String rule :
        List.of(
            "leave-last-out:k=2",
            "per-user:ratio=0.4,latest=true",
            "cold-user:ratio=0.5,latest=true")) {
      Split split = split(rule, events, seed).get(0);
      Interactions before = rule.startsWith("cold") ? split.known() : split.training();
      for (String user : Events.users(split.test())) {
        assertThat(Events.latest(of(before, user)))
            .isLessThanOrEqualTo(Events.earliest(of(split.test(), user)));
      }
    }
  }

  private static Interactions of(Interactions events, String user) {
    return events.filter(row -> events.userId(events.user(row)).equals(user));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void acrossVisitors_everythingLearnedIsEarlierThanTested(int seed) {
    Interactions events = Events.random(seed);
    for (String rule : List.of("global-time:ratio=0.3", "rolling:windows=4,width=30d")) {
      for (Split split : split(rule, events, seed)) {
        assertThat(Events.latest(split.training())).isLessThan(Events.earliest(split.test()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void globalTime_withRepeats_comesNearTheRatio(int seed) {
    Interactions events = Events.random(seed);
    Split split = split("global-time:ratio=0.3,repeats=true", events, seed).get(0);
    // Some three events share a day.
    assertThat((double) split.test().size() / events.size()).isBetween(0.29, 0.31);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void windows_doNotOverlap(int seed) {
    List<Split> splits = split("rolling:windows=4,width=30d", Events.random(seed), seed);
    for (int i = 1; i < splits.size(); i++) {
      assertThat(Events.latest(splits.get(i - 1).test()))
          .isLessThan(Events.earliest(splits.get(i).test()));
      assertThat(Events.ids(splits.get(i).training()))
          .containsAll(Events.ids(splits.get(i - 1).test()));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void folds_testEveryPairOnce(int seed) {
    Interactions events = Events.random(seed);
    List<Split> splits = split("k-fold:folds=4", events, seed);
    List<String> tested = new ArrayList<>();
    splits.forEach(split -> tested.addAll(Events.pairs(split.test())));
    assertThat(tested).doesNotHaveDuplicates().hasSameSizeAs(Events.pairs(events));
    assertThat(splits)
        .extracting(split -> Events.pairs(split.test()).size() - tested.size() / 4)
        .allMatch(more -> more == 0 || more == 1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void visitorFolds_testEveryVisitorOnce(int seed) {
    Interactions events = Events.random(seed);
    List<String> tested = new ArrayList<>();
    split("k-fold:folds=3,by=visitor", events, seed)
        .forEach(split -> tested.addAll(Events.users(split.test())));
    assertThat(tested)
        .containsExactlyInAnyOrderElementsOf(
            Events.users(events).stream()
                .filter(user -> Events.pairsOf(events, user).size() > 1)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void coldVisitors_areNotLearnedFrom_andKnownByTheFoldIn(int seed) {
    Interactions events = Events.random(seed);
    Split split = split("cold-user:ratio=0.3,fold-in=0.6", events, seed).get(0);
    Set<String> cold = Events.users(split.test());
    assertThat(Events.users(split.training())).doesNotContainAnyElementsOf(cold);
    assertThat(Events.users(split.known())).isEqualTo(cold);
    long eligible =
        Events.users(events).stream()
            .filter(user -> Events.pairsOf(events, user).size() > 1)
            .count();
    assertThat((long) cold.size()).isEqualTo(Math.round(0.3 * eligible));
    for (String user : cold) {
      int works = Events.pairsOf(events, user).size();
      assertThat(Events.pairsOf(split.known(), user).size())
          .isEqualTo((int) Math.max(1, Math.min(works - 1, Math.round(0.6 * works))));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void coldWorks_areNotLearnedFrom(int seed) {
    Interactions events = Events.random(seed);
    Split split = split("cold-artwork:ratio=0.25", events, seed).get(0);
    Set<String> cold = Events.works(split.test());
    assertThat(Events.works(split.training())).doesNotContainAnyElementsOf(cold);
    assertThat((long) cold.size()).isEqualTo(Math.round(0.25 * events.artworkCount()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void artists_stayOnOneSide(int seed) {
    Interactions events = Events.random(seed);
    Catalog catalog = catalog(events);
    Split split = Splits.grouped(0.4, "artist").split(catalog, events, seed).get(0);
    assertThat(artists(catalog, split.test()))
        .doesNotContainAnyElementsOf(artists(catalog, split.training()));
  }

  private static Set<String> artists(Catalog catalog, Interactions events) {
    Set<String> names = new HashSet<>();
    for (String work : Events.works(events)) {
      catalog.find(work).orElseThrow().artists().forEach(artist -> names.add(artist.name()));
    }
    return names;
  }
}
