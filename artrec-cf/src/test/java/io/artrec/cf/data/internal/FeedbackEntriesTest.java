package io.artrec.cf.data.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.PreferenceModel;
import io.artrec.cf.Behavior;
import io.artrec.cf.data.Feedback;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackEntriesTest {
  private static final List<Interaction> EVENTS =
      List.of(
          Interaction.favorite("u0", "w0"),
          Interaction.dislike("u0", "w1"),
          Interaction.of("u0", "w2", InteractionKind.PURCHASE),
          Interaction.of("u0", "w2", InteractionKind.VIEW),
          Interaction.rating("u0", "w3", 2),
          Interaction.rating("u0", "w3", 5),
          Interaction.rating("u0", "w4", 3),
          Interaction.of("u0", "w5", InteractionKind.SKIP));

  private static SparseVector vector(Feedback feedback, PreferenceModel model, long now) {
    History history = Dataset.historyOf(Behavior.of(6).catalog(), EVENTS);
    return FeedbackEntries.of(feedback, history, model.apply(history, now));
  }

  private static void assertVector(Feedback feedback, int[] works, double... values) {
    SparseVector vector = vector(feedback, PreferenceModel.standard().withRatingScale(1, 5), 0);
    assertThat(vector.indices()).isEqualTo(works);
    for (int k = 0; k < values.length; k++) {
      assertThat((double) vector.values()[k]).isCloseTo(values[k], within(1e-6));
    }
  }

  @Test
  void kindsAndRatings_byHand() {
    assertVector(Feedback.PREFERENCE, new int[] {0, 1, 2, 3, 5}, 1, -1, 1.6, 1, -0.1);
    assertVector(Feedback.POSITIVE, new int[] {0, 2, 3}, 1, 1, 1);
    assertVector(Feedback.ANY, new int[] {0, 1, 2, 3, 4, 5}, 1, 1, 1, 1, 1, 1);
    assertVector(Feedback.RATING, new int[] {3, 4}, 5, 3);
  }

  @Test
  void age_halvesPreferencesAndNothingElse() {
    PreferenceModel model = PreferenceModel.standard().withHalfLife(Duration.ofDays(10));
    Instant now = Instant.parse("2026-01-21T00:00:00Z");
    List<Interaction> events =
        List.of(
            Interaction.favorite("u0", "w0").at(now.minus(Duration.ofDays(20))),
            Interaction.favorite("u0", "w1").at(now.minus(Duration.ofDays(10))),
            Interaction.dislike("u0", "w2").at(now.minus(Duration.ofDays(10))),
            Interaction.favorite("u0", "w3").at(now));
    History history = Dataset.historyOf(Behavior.of(6).catalog(), events);
    var preferences = model.apply(history, now.toEpochMilli());
    assertThat(FeedbackEntries.of(Feedback.PREFERENCE, history, preferences).values())
        .containsExactly(0.25f, 0.5f, -0.5f, 1);
    assertThat(FeedbackEntries.of(Feedback.POSITIVE, history, preferences).values())
        .containsExactly(1, 1, 1);
    assertThat(FeedbackEntries.of(Feedback.ANY, history, preferences).values())
        .containsExactly(1, 1, 1, 1);
  }

  @Test
  void values_areAtMostAMillion() {
    History history =
        Dataset.historyOf(
            Behavior.of(6).catalog(),
            List.of(Interaction.rating("u0", "w0", 1e30), Interaction.rating("u0", "w1", -1e30)));
    var preferences = PreferenceModel.standard().apply(history, 0);
    assertThat(FeedbackEntries.of(Feedback.RATING, history, preferences).values())
        .containsExactly(1e6f, -1e6f);
  }
}
