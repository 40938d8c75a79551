package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interest;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Trait;
import io.artrec.cleaning.Cleaning;
import io.artrec.log.Change;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed over about a visitor is all of it, and of nobody else. */
class PersonalDataTest {
  private static final Catalog CATALOG = Fixture.catalog(10, 1);
  private static final Interaction LIKED =
      Interaction.favorite("ada", "w1-1")
          .saying("like \"home\"")
          .withEventId("e1")
          .at(Instant.parse("2025-12-23T00:00:00Z"));
  private static final Interaction GONE = Interaction.rating("ada", "no-such-work", 4);

  @TempDir Path folder;

  private Recommender known() {
    List<Interaction> events = new ArrayList<>(Fixture.interactions(CATALOG, 8, 6, 2));
    events.add(LIKED);
    events.add(GONE);
    Recommender recommender =
        Fixture.builder(CATALOG, events)
            .cleaning(Cleaning.none())
            .log(folder.resolve("log"))
            .build();
    recommender.record(Interaction.purchase("ada", "w2-1").withEventId("e2"));
    recommender.record(Interaction.view("ada", "w2-2").withEventId("e3"));
    recommender.record(Interaction.view("bo", "w2-2").withEventId("of-bo"));
    recommender.undo("ada", "e3");
    recommender.follow("ada", Trait.artist("Artist 1"));
    recommender.block("ada", Trait.subject("king"));
    recommender.learn("ada", List.of(Interest.stated(Trait.subject("sea"), 0.5).from("e2")));
    recommender.recordAll(recommender.recommend("ada", 2).impressions());
    recommender.save(folder.resolve("m.artrec"));
    return recommender;
  }

  @Test
  void everythingIsHandedOver_byHand() {
    try (Recommender recommender = known()) {
      PersonalData data = recommender.export("ada");
      assertThat(data.trainedEvents()).containsExactly(GONE, LIKED);
      assertThat(data.liveEvents())
          .containsExactly(
              Interaction.purchase("ada", "w2-1").withEventId("e2").at(Fixture.CLOCK.instant()));
      assertThat(data.shown()).hasSize(2).allMatch(Interaction::isImpression);
      assertThat(data.preferences().followed()).containsExactly(Trait.artist("Artist 1"));
      assertThat(data.preferences().blocked()).containsExactly(Trait.subject("king"));
      assertThat(data.interests().weight(Trait.subject("sea"))).isEqualTo(0.5);
      assertThat(data.takenBack()).containsExactly("e3");
      assertThat(data.isOptedOut()).isFalse();
      assertThat(data.isRemembered()).as("they asked").isTrue();
      assertThat(data.modelFiles()).containsExactly(folder.resolve("m.artrec").toAbsolutePath());
      assertThat(data.logged().stream().map(change -> change.getClass().getSimpleName()))
          .as("what was taken back is in the log still")
          .containsExactly(
              "Recorded",
              "Recorded",
              "Undone",
              "Preferred",
              "Preferred",
              "Learned",
              "Recorded",
              "Recorded");
      assertThat(data.logged()).allMatch(change -> change.user().orElseThrow().equals("ada"));
      assertThat(data.isEmpty()).isFalse();
      assertThat(data.toString()).doesNotContain("ada");
    }
  }

  @Test
  void plainMap_isJson_withEveryField() {
    try (Recommender recommender = known()) {
      JsonObject json =
          JsonParser.parseString(new Gson().toJson(recommender.export("ada").plain()))
              .getAsJsonObject();
      JsonObject liked = json.getAsJsonArray("events").get(1).getAsJsonObject();
      assertThat(liked.toString())
          .isEqualTo(
              "{\"artwork\":\"w1-1\",\"kind\":\"favorite\",\"value\":1.0,"
                  + "\"time\":\"2025-12-23T00:00:00Z\",\"comment\":\"like \\\"home\\\"\","
                  + "\"eventId\":\"e1\",\"where\":\"training data\"}");
      assertThat(json.getAsJsonArray("follows").toString())
          .isEqualTo("[{\"artist\":\"Artist 1\"}]");
      assertThat(json.getAsJsonArray("interests").get(0).getAsJsonObject().get("reference"))
          .hasToString("\"e2\"");
      assertThat(json.getAsJsonArray("log").get(0).getAsJsonObject())
          .isEqualTo(JsonParser.parseString(recommender.export("ada").logged().get(0).toJson()));
      assertThat(json.toString()).doesNotContain("of-bo");
    }
  }

  @Test
  void text_isForThePerson_inTheirLanguage() {
    try (Recommender recommender = known()) {
      PersonalData data = recommender.export("ada");
      assertThat(data.text(Locale.ENGLISH))
          .startsWith("What is held about 'ada' on 2026-01-01T00:00:00Z.\n")
          .contains(
              "What you did, in the training data (2):\n- rating no-such-work 4.0\n",
              "\n- 2025-12-23T00:00:00Z favorite w1-1: \"like \"home\"\" [e1]\n",
              "You follow: Artist 1\n",
              "sea +0.50 (stated, 2026-01-01T00:00:00Z)",
              "The log holds 8 entries about you.",
              "Model files hold what was known when they were saved: ");
      assertThat(data.text(Locale.TRADITIONAL_CHINESE)).contains("您关注：Artist 1", "日志中有 8 条");
      assertThat(recommender.export("nobody").text(Locale.ENGLISH)).contains("Nothing.\n");
    }
  }

  @Test
  void forgottenVisitor_hasNothing_andWhoOptedOutIsTold() {
    try (Recommender recommender = known()) {
      recommender.forget("ada");
      recommender.awaitForgotten();
      PersonalData data = recommender.export("ada");
      assertThat(data.isEmpty()).isTrue();
      assertThat(data.isRemembered()).isFalse();
      recommender.optOut("bo");
      assertThat(recommender.export("bo").isOptedOut()).isTrue();
      assertThat(recommender.export("bo").logged()).isEmpty();
    }
  }

  @Test
  void whileErasingIsPending_whatMustGoIsNotHandedOver() {
    List<Runnable> background = new ArrayList<>();
    Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .interactions(List.of(LIKED))
            .background(background::add)
            .build();
    recommender.forget("ada");
    assertThat(recommender.export("ada").isEmpty()).isTrue();
    assertThat(background).hasSize(1);
  }

  @Test
  void compactedLog_isReadFromWhereItBegins() {
    try (Recommender recommender = known()) {
      recommender.compactLog();
      recommender.record(Interaction.view("ada", "w3-3"));
      assertThat(recommender.export("ada").logged())
          .singleElement()
          .isInstanceOfSatisfying(
              Change.Recorded.class, one -> assertThat(one.event().artwork()).isEqualTo("w3-3"));
    }
  }
}
