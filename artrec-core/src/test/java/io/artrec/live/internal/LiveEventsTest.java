package io.artrec.live.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveEventsTest {
  private static final Catalog CATALOG =
      Catalog.of(Artwork.builder("a", "A").build(), Artwork.builder("b", "B").build());

  private static Interaction event(String user, String artwork, long second) {
    return Interaction.view(user, artwork).at(Instant.ofEpochSecond(second));
  }

  @Test
  void copyAndHistories_stayAsTheyWere() {
    LiveEvents events = new LiveEvents(CATALOG);
    assertThat(events.isEmpty()).isTrue();
    for (int i = 0; i < 100; i++) {
      LiveEvents before = events.copy();
      events.add(event("ada", i % 2 == 0 ? "a" : "b", i));
      assertThat(before.history("ada").size()).isEqualTo(i);
      assertThat(events.history("ada").size()).isEqualTo(i + 1);
      assertThat(events.history("ada").artwork(i)).isEqualTo(i % 2);
    }
    assertThat(events.remove("ada")).isEqualTo(100);
    assertThat(events.isEmpty()).isTrue();
  }

  @Test
  void eventsSinceATime_areAllOfThem_whateverTheOrderOfRecording() {
    LiveEvents events = new LiveEvents(CATALOG);
    for (int second : new int[] {5, 1, 9, 2, 7, 3, 8}) {
      events.add(event("ada", "a", second));
    }
    assertThat(events.since("ada", 7000))
        .containsExactly(event("ada", "a", 8), event("ada", "a", 7), event("ada", "a", 9));
    assertThat(events.since("ada", 0)).hasSize(7);
    assertThat(events.since("ada", 9001)).isEmpty();
    assertThat(events.since("bob", 0)).isEmpty();
    events.remove("ada", event -> event.time().orElseThrow().getEpochSecond() == 9);
    assertThat(events.since("ada", 8000)).containsExactly(event("ada", "a", 8));
  }

  @Test
  void historyIsByTime_eventsByRecording_collectionsByVisitor() {
    LiveEvents first = new LiveEvents(CATALOG);
    first.add(event("bob", "a", 5));
    first.add(event("ada", "b", 9));
    first.add(event("ada", "a", 3));
    LiveEvents second = new LiveEvents(CATALOG);
    second.add(event("ada", "b", 1));
    assertThat(first.history("ada").epochMillis(0)).isEqualTo(3000);
    assertThat(first.events("ada")).extracting(Interaction::artwork).containsExactly("b", "a");
    assertThat(LiveEvents.all(List.of(first, second)))
        .containsExactly(
            event("ada", "b", 9), event("ada", "a", 3), event("ada", "b", 1), event("bob", "a", 5));
  }
}
