package io.artrec.eval.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.eval.split.Split;
import io.artrec.eval.split.Splitter;
import io.artrec.task.Workers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Splitter} must do: put each event into one part at most, unchanged and in
 * order, leave something to learn from and something to test on, ask after all that is known, test
 * nothing that the visitor is known to know, and divide the same way with the same seed.
 */
public abstract class SplitterContract {
  private static final int THREADS = 4;
  private static final int ROUNDS = 8;
  private static final long SEED = 7;
  private static final long DAY = 86_400_000;
  private static final int EVENTS = 700;
  private static final int WORKS = 50;
  private static final int USERS = 60;

  /** Kinds of behaviour; that a work was shown is none. */
  private static final List<InteractionKind> KINDS =
      List.of(InteractionKind.VIEW, InteractionKind.FAVORITE, InteractionKind.DISLIKE);

  /** For subclasses. */
  protected SplitterContract() {}

  /** {@return what is tested} */
  protected abstract Splitter splitter();

  /**
   * Tells whether works may be tested that their visitor is known to know.
   *
   * @return false unless overridden
   */
  protected boolean testsRepeats() {
    return false;
  }

  /**
   * Returns the works.
   *
   * @return fifty by twelve artists unless overridden
   */
  protected Catalog catalog() {
    return Catalog.of(
        IntStream.range(0, WORKS)
            .mapToObj(
                work -> Artwork.builder("w" + work, "Work " + work).artist("artist " + work % 12))
            .map(Artwork.Builder::build)
            .toList());
  }

  /**
   * Returns behaviour, every event with an id of its own.
   *
   * @return seven hundred events of sixty visitors in three hundred days unless overridden: some
   *     return to works they know, some come at the same time, some are with works that the
   *     catalogue does not hold
   */
  protected Interactions interactions() {
    SplittableRandom random = new SplittableRandom(1);
    List<Interaction> events = new ArrayList<>();
    for (int event = 0; event < EVENTS; event++) {
      double user = random.nextDouble();
      double work = random.nextDouble();
      events.add(
          Interaction.of(
                  "u" + (int) (USERS * user * user),
                  "w" + (int) ((WORKS + 2) * work * work),
                  KINDS.get(random.nextInt(KINDS.size())))
              .at(Instant.ofEpochMilli(DAY * random.nextInt(300)))
              .withEventId(String.format(Locale.ROOT, "e%04d", event)));
    }
    return Interactions.of(events);
  }

  private List<Split> splits(long seed) {
    return splitter().split(catalog(), interactions(), seed);
  }

  private static List<Interactions> parts(Split split) {
    return List.of(split.training(), split.known(), split.test());
  }

  @Test
  void name_isStable() {
    assertThat(splitter().name()).isNotBlank().isEqualTo(splitter().name());
  }

  @Test
  void everySplit_hasSomethingToLearnFrom_somethingToTest_andANameOfItsOwn() {
    List<Split> splits = splits(SEED);
    assertThat(splits).isNotEmpty();
    assertThat(splits).extracting(Split::name).doesNotHaveDuplicates().noneMatch(String::isBlank);
    for (Split split : splits) {
      assertThat(split.training().size()).isPositive();
      assertThat(split.test().size()).isPositive();
    }
  }

  @Test
  void everyEvent_isInOnePartAtMost_asItWas_andInOrder() {
    List<Interaction> events = interactions().stream().toList();
    for (Split split : splits(SEED)) {
      List<Integer> placed = new ArrayList<>();
      for (Interactions part : parts(split)) {
        List<Integer> rows = part.stream().map(events::indexOf).toList();
        assertThat(rows).as("of %s", split.name()).isSorted().doesNotContain(-1);
        placed.addAll(rows);
      }
      assertThat(placed).as("of %s", split.name()).doesNotHaveDuplicates();
    }
  }

  @Test
  void worksOutsideTheCatalog_areInNoPart() {
    Catalog catalog = catalog();
    for (Split split : splits(SEED)) {
      for (Interactions part : parts(split)) {
        assertThat(part.stream())
            .as("of %s", split.name())
            .allMatch(event -> catalog.find(event.artwork()).isPresent());
      }
    }
  }

  @Test
  void timeOfAsking_isNotBeforeWhatIsKnown() {
    for (Split split : splits(SEED)) {
      Stream.of(split.training(), split.known())
          .flatMap(Interactions::stream)
          .forEach(
              event ->
                  assertThat(event.time().map(Instant::toEpochMilli).orElse(0L))
                      .as("of %s", split.name())
                      .isLessThanOrEqualTo(split.nowMillis()));
    }
  }

  @Test
  void testedWorks_areNotKnownToTheirVisitors() {
    if (testsRepeats()) {
      return;
    }
    for (Split split : splits(SEED)) {
      Set<String> known = pairs(split.training());
      known.addAll(pairs(split.known()));
      assertThat(pairs(split.test())).doesNotContainAnyElementsOf(known);
    }
  }

  private static Set<String> pairs(Interactions events) {
    Set<String> pairs = new HashSet<>();
    events.stream().forEach(event -> pairs.add(event.user() + " " + event.artwork()));
    return pairs;
  }

  @Test
  void sameSeed_dividesTheSame_onAnyThread() {
    Splitter splitter = splitter();
    Catalog catalog = catalog();
    Interactions events = interactions();
    List<String> expected = text(splitter.split(catalog, events, SEED));
    assertThat(text(splits(SEED))).isEqualTo(expected);
    Workers.of(THREADS)
        .run(
            "splitting",
            ROUNDS,
            1,
            (from, to) ->
                assertThat(text(splitter.split(catalog, events, SEED))).isEqualTo(expected));
  }

  private static List<String> text(List<Split> splits) {
    return splits.stream()
        .map(
            split ->
                split.name()
                    + " "
                    + split.nowMillis()
                    + parts(split).stream().map(part -> part.stream().toList()).toList())
        .toList();
  }

  @Test
  void behaviorThatCannotBeDivided_isRefusedWithWords() {
    Interactions untimed =
        Interactions.of(
            interactions().stream()
                .map(event -> Interaction.of(event.user(), event.artwork(), event.kind()))
                .toList());
    for (Interactions events : List.of(untimed, Interactions.none())) {
      try {
        assertThat(splitter().split(catalog(), events, SEED))
            .isNotEmpty()
            .allMatch(split -> split.training().size() > 0 && split.test().size() > 0);
      } catch (IllegalArgumentException refused) {
        assertThat(refused).message().isNotBlank();
      }
    }
  }
}
