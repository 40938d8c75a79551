package io.artrec.text.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.Recommendation;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.AttributeFeature;
import io.artrec.strategy.ContentBased;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommentSentimentTest {
  private static final CommentSentiment COMMENTS = CommentSentiment.by(LexiconSentiment.english());

  private static Interaction comment(String user, String artwork, String words) {
    return Interaction.of(user, artwork, InteractionKind.COMMENT).saying(words);
  }

  private static Catalog catalog() {
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      works.add(Artwork.builder("sea" + i, "Sea " + i).subject("sea").subject("boat").build());
      works.add(Artwork.builder("owl" + i, "Owl " + i).subject("owl").subject("night").build());
    }
    return Catalog.of(works);
  }

  private static Recommender recommender(Interactions events) {
    return Recommender.builder()
        .catalog(catalog())
        .interactions(events)
        .feature(AttributeFeature.subjects())
        .strategy(ContentBased.cosine())
        .build();
  }

  private static List<String> answer(Recommender recommender) {
    return recommender.recommend("ada", 10).stream()
        .map(Recommendation::artwork)
        .map(Artwork::id)
        .toList();
  }

  @Test
  void comments_getTheIntensityOfTheirWords() {
    Interaction hard = comment("ada", "sea0", "Ugly, muddy and dull.").at(Instant.EPOCH);
    Interaction weighed = COMMENTS.weigh(hard.withEventId("e1"));
    assertThat(weighed.value())
        .isEqualTo(LexiconSentiment.english().analyze("Ugly, muddy and dull.").intensity())
        .isLessThan(-0.4);
    assertThat(weighed.comment()).isEqualTo(hard.comment());
    assertThat(weighed.time()).contains(Instant.EPOCH);
    assertThat(weighed.eventId()).contains("e1");
    assertThat(COMMENTS.weigh(weighed)).as("twice").isEqualTo(weighed);
    assertThat(COMMENTS.weigh(comment("ada", "sea0", "Who painted it?")).value()).isZero();
  }

  @Test
  void otherEvents_stayAsTheyAre() {
    Interaction rating = Interaction.rating("ada", "sea0", 4).saying("ugly");
    Interaction view = Interaction.view("ada", "sea0");
    Interaction silent = Interaction.of("ada", "sea0", InteractionKind.COMMENT);
    Interaction blank = comment("ada", "sea0", " \n");
    for (Interaction event : List.of(rating, view, silent, blank)) {
      assertThat(COMMENTS.weigh(event)).isEqualTo(event);
    }
  }

  @Test
  void columns_areWeighedAsSingleEventsAre() {
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      String words = i % 3 == 0 ? "superb" : i % 3 == 1 ? "dreadful, not worth it" : "";
      events.add(comment("u" + i % 7, "sea" + i % 6, words).at(Instant.ofEpochSecond(i)));
      events.add(Interaction.view("u" + i % 5, "owl" + i % 6));
    }
    List<Long> progress = new ArrayList<>();
    Interactions weighed =
        COMMENTS.weigh(
            Interactions.of(events), (stage, n, total) -> progress.add(n), new Cancellation());
    assertThat(weighed.size()).isEqualTo(events.size());
    for (int row = 0; row < weighed.size(); row++) {
      Interaction one = COMMENTS.weigh(events.get(row));
      assertThat(weighed.value(row)).isEqualTo((float) one.value());
      assertThat(weighed.comment(row)).isEqualTo(one.comment());
      assertThat(weighed.userId(weighed.user(row))).isEqualTo(one.user());
    }
    assertThat(progress).isSorted().last().isEqualTo(1400L);
    assertThat(COMMENTS.weigh(Interactions.none()).size()).isZero();
  }

  @Test
  void cancelled_stops() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    Interactions events = Interactions.of(List.of(comment("ada", "sea0", "good")));
    assertThatThrownBy(() -> COMMENTS.weigh(events, Progress.silent(), cancellation))
        .isInstanceOf(CancelledException.class)
        .hasMessage("cancelled while weighing comments; nothing was changed");
  }

  @Test
  void commentAgainstAWork_lowersSimilarWorks() {
    Interactions events =
        Interactions.of(
            List.of(
                Interaction.view("ada", "owl0"),
                comment("ada", "sea0", "Dull, muddy and badly painted, I hated it.")));
    try (Recommender unweighed = recommender(events);
        Recommender weighed = recommender(COMMENTS.weigh(events))) {
      assertThat(answer(unweighed).subList(0, 5))
          .as("any comment counts for")
          .allMatch(id -> id.startsWith("sea"));
      assertThat(answer(weighed).subList(0, 5)).allMatch(id -> id.startsWith("owl"));
    }
  }

  @Test
  void praiseRecordedLive_raisesSimilarWorks() {
    try (Recommender recommender =
        recommender(Interactions.of(List.of(Interaction.view("ada", "owl0"))))) {
      assertThat(answer(recommender).get(0)).startsWith("owl");
      recommender.record(COMMENTS.weigh(comment("ada", "sea0", "Absolutely magnificent!")));
      assertThat(answer(recommender).get(0)).startsWith("sea");
      recommender.record(COMMENTS.weigh(comment("ada", "sea0", "No, it is awful, simply awful.")));
      recommender.record(COMMENTS.weigh(comment("ada", "sea0", "An utter disaster.")));
      assertThat(answer(recommender).get(0)).startsWith("owl");
    }
  }
}
