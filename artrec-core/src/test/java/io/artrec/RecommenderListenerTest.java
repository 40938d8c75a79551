package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What listeners hear, when, and what their failures do. */
@Timeout(120)
class RecommenderListenerTest {
  private static final Catalog CATALOG = Fixture.catalog(30, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 6, 2);

  /** Writes down what it hears. */
  private static final class Writing implements RecommenderListener {
    private final List<String> heard = new ArrayList<>();

    @Override
    public void learned(Learned engine) {
      heard.add(engine.how() + " " + engine.events() + " " + engine.users());
    }

    @Override
    public void forgotten(String user) {
      heard.add("forgotten " + user);
    }

    @Override
    public void historyChanged(String user) {
      heard.add("changed " + user);
    }

    @Override
    public void expired(Instant before) {
      heard.add("expired " + before);
    }
  }

  @Test
  void changesAreHeard_inOrder_onceAnswersHaveChanged() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    Writing writing = new Writing();
    List<Integer> sizes = new ArrayList<>();
    recommender.addListener(writing);
    recommender.addListener(
        new RecommenderListener() {
          @Override
          public void forgotten(String user) {
            sizes.add(recommender.recommend(user, 120).size());
          }

          @Override
          public void learned(Learned engine) {
            sizes.add(recommender.dataset().size());
          }
        });
    recommender.record(Interaction.favorite("ada", "w2-1"));
    recommender.refresh();
    recommender.record(Interaction.favorite("ada", "w2-2"));
    recommender.retrain();
    recommender.forget("ada");

    assertThat(writing.heard)
        .containsExactly("REFRESHED 49 9", "RETRAINED 50 9", "forgotten ada", "ERASED 48 8");
    assertThat(sizes).as("what the recommender says then").containsExactly(49, 50, 120, 48);
    recommender.removeListener(writing);
    recommender.retrain();
    assertThat(writing.heard).hasSize(4);
  }

  @Test
  void everyWayToErase_isHeard() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    Writing writing = new Writing();
    recommender.addListener(writing);
    recommender.record(Interaction.view("ada", "w2-1").withEventId("e1"));
    recommender.record(Interaction.view("cookie", "w2-2"));
    recommender.undo("ada", "e2");
    recommender.undo("ada", "e1");
    recommender.merge("cookie", "ada");
    recommender.optOut("ada");
    recommender.optIn("ada");
    recommender.forgetBefore(Instant.EPOCH);
    assertThat(writing.heard)
        .containsExactly(
            "changed ada",
            "forgotten cookie",
            "changed ada",
            "forgotten ada",
            "expired 1970-01-01T00:00:00Z");
  }

  @Test
  void listenerThatFails_stopsNothing() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    Writing writing = new Writing();
    recommender.addListener(
        new RecommenderListener() {
          @Override
          public void learned(Learned engine) {
            throw new IllegalStateException("on purpose");
          }

          @Override
          public void forgotten(String user) {
            throw new IllegalStateException("on purpose");
          }
        });
    recommender.addListener(writing);
    recommender.retrain();
    assertThat(recommender.forget("u1").pending()).isFalse();
    assertThat(writing.heard).containsExactly("RETRAINED 48 8", "forgotten u1", "ERASED 42 7");
  }
}
