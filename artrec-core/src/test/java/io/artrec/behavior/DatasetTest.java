package io.artrec.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTest {
  private static final Catalog CATALOG =
      Catalog.of(
          List.of(
              Artwork.builder("a", "A").build(),
              Artwork.builder("b", "B").build(),
              Artwork.builder("c", "C").build()));

  @Test
  void interactions_giveBackWhatTheyWereGiven() {
    Interaction whole =
        Interaction.rating("ada", "a", 4.5)
            .at(Instant.ofEpochMilli(7))
            .saying("lovely")
            .withEventId("e1");
    Interaction bare = Interaction.view("bob", "nowhere");
    Interactions interactions = Interactions.of(List.of(whole, bare, whole));
    assertThat(interactions.stream()).containsExactly(whole, bare, whole);
    assertThat(interactions.userCount()).isEqualTo(2);
    assertThat(interactions.filter(row -> row == 1).stream()).containsExactly(bare);
    assertThat(Interactions.none().size()).isZero();
  }

  @Test
  void moreThanAChunk_isKept() {
    Interactions.Builder builder = Interactions.builder();
    for (int i = 0; i < 140_000; i++) {
      builder.add("u" + i % 7, "w" + i % 11, InteractionKind.VIEW, i, i);
    }
    Interactions interactions = builder.build();
    for (int row : new int[] {0, 65_535, 65_536, 139_999}) {
      assertThat(interactions.value(row)).isEqualTo(row);
      assertThat(interactions.userId(interactions.user(row))).isEqualTo("u" + row % 7);
      assertThat(interactions.artworkId(interactions.artwork(row))).isEqualTo("w" + row % 11);
    }
  }

  @Test
  void wrongValues_areRefused() {
    Interactions.Builder builder = Interactions.builder();
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> builder.add("ada", "a", InteractionKind.VIEW, value, 0))
          .hasMessage(
              "interaction of user 'ada' with artwork 'a' of value "
                  + value
                  + ": ids must be non-blank, the value finite");
    }
    assertThat(builder.size()).isZero();
  }

  @Test
  void unknownWorks_areLeftOutAndCounted() {
    Dataset dataset =
        Dataset.of(
            CATALOG,
            Interactions.of(
                List.of(
                    Interaction.view("ada", "b"),
                    Interaction.view("bob", "nowhere"),
                    Interaction.view("ada", "nowhere"))));
    assertThat(dataset.size()).isEqualTo(1);
    assertThat(dataset.leftOut()).isEqualTo(2);
    assertThat(dataset.artwork(0)).isEqualTo(1);
    assertThat(dataset.userIndex("nobody")).isEmpty();
  }

  @Test
  void histories_areSortedByTimeAndStableWithin() {
    SplittableRandom random = new SplittableRandom(4);
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Interaction event =
          Interaction.rating("u" + random.nextInt(5), "abc".charAt(random.nextInt(3)) + "", i);
      events.add(
          random.nextInt(4) == 0 ? event : event.at(Instant.ofEpochMilli(random.nextInt(20))));
    }
    Dataset dataset = Dataset.of(CATALOG, Interactions.of(events));
    for (int user = 0; user < dataset.userCount(); user++) {
      String id = dataset.userId(user);
      History history = dataset.history(user);
      List<Float> values = IntStream.range(0, history.size()).mapToObj(history::value).toList();
      assertThat(values)
          .containsExactlyElementsOf(
              events.stream()
                  .filter(e -> e.user().equals(id))
                  .sorted(Comparator.comparingLong(DatasetTest::millis))
                  .map(e -> (float) e.value())
                  .toList());
      List<Interaction> own = events.stream().filter(e -> e.user().equals(id)).toList();
      History alone = Dataset.historyOf(CATALOG, own);
      for (int i = 0; i < history.size(); i++) {
        assertThat(alone.value(i)).isEqualTo(history.value(i));
        assertThat(alone.artwork(i)).isEqualTo(history.artwork(i));
      }
    }
  }

  private static long millis(Interaction event) {
    return event.time().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
  }

  @Test
  void joinedHistories_areMergedByTime() {
    History first =
        Dataset.historyOf(
            CATALOG,
            List.of(
                Interaction.view("u", "a").at(Instant.ofEpochMilli(1)),
                Interaction.view("u", "b").at(Instant.ofEpochMilli(5))));
    History second =
        Dataset.historyOf(
            CATALOG,
            List.of(
                Interaction.view("u", "c").at(Instant.ofEpochMilli(3)),
                Interaction.view("u", "a").at(Instant.ofEpochMilli(5))));
    History joined = first.plus(second);
    assertThat(IntStream.range(0, 4).mapToObj(joined::artwork)).containsExactly(0, 2, 1, 0);
    assertThat(History.none().plus(first)).isSameAs(first);
    assertThat(first.plus(History.none())).isSameAs(first);
  }
}
