package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Preferences;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.strategy.Memory;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisitorsTest {
  private static final Catalog CATALOG =
      Catalog.of(
          IntStream.range(0, 4)
              .mapToObj(i -> Artwork.builder("w" + i, "Work " + i).build())
              .toList());

  @Test
  void whoeverAsksAgain_isKnown_untilTheyDoSomething() {
    Visitors visitors = new Visitors();
    Visitors.Visitor first = visitors.get("ann", History.none(), VisitorsTest::made);

    assertThat(visitors.get("ann", History.none(), VisitorsTest::made)).isSameAs(first);
    assertThat(visitors.get("ann", likes("w1"), VisitorsTest::made)).isNotSameAs(first);
    Visitors.Visitor since = visitors.get("ann", likes("w1"), VisitorsTest::made);
    assertThat(visitors.get("ann", likes("w1"), VisitorsTest::made)).isSameAs(since);
    assertThat(visitors.get("ann", likes("w2"), VisitorsTest::made)).isNotSameAs(since);
    assertThat(visitors.size()).isEqualTo(1);
  }

  @Test
  void nobodyIsKept_ofWhomNothingIsKnown() {
    Visitors visitors = new Visitors();
    visitors.get(
        "stranger",
        History.none(),
        () ->
            new Visitors.Visitor(
                OptionalInt.empty(), History.none(), Preferences.none(), new Memory()));

    assertThat(visitors.size()).isZero();
  }

  @Test
  void whoAskedLongestAgo_makesRoom() {
    Visitors visitors = new Visitors(1_200);
    Visitors.Visitor ann = visitors.get("ann", History.none(), VisitorsTest::made);
    Visitors.Visitor ben = visitors.get("ben", History.none(), VisitorsTest::made);
    visitors.get("ann", History.none(), VisitorsTest::made);
    visitors.get("eve", History.none(), VisitorsTest::made);

    assertThat(visitors.size()).isEqualTo(2);
    assertThat(visitors.get("ann", History.none(), VisitorsTest::made)).isSameAs(ann);
    assertThat(visitors.get("ben", History.none(), VisitorsTest::made)).isNotSameAs(ben);
  }

  @Test
  void whatIsRememberedOfSomebody_takesRoom_too() {
    Visitors visitors = new Visitors(100_000);
    Memory.Key<String> key = Memory.Key.of(String.class, 90_000);
    for (int i = 0; i < 10; i++) {
      Memory memory = visitors.get("v" + i, History.none(), VisitorsTest::made).memory();
      if (i < 2) {
        assertThat(memory.get(key, () -> "large")).isEqualTo("large");
        visitors.get("v" + i, History.none(), VisitorsTest::made);
      }
    }

    assertThat(visitors.size()).isBetween(8, 9);
  }

  private static History likes(String artwork) {
    return Dataset.historyOf(
        CATALOG, List.of(Interaction.favorite("ann", artwork).at(Instant.EPOCH)));
  }

  private static Visitors.Visitor made() {
    return new Visitors.Visitor(OptionalInt.empty(), likes("w3"), Preferences.none(), new Memory());
  }
}
