package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interest;
import io.artrec.behavior.InterestProfile;
import io.artrec.behavior.InterestRule;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Trait;
import io.artrec.llm.chat.ChatModel;
import io.artrec.llm.chat.ScriptedChatModel;
import io.artrec.llm.interest.InterestReader;
import io.artrec.llm.interest.UserTraces;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.Prompter;
import io.artrec.strategy.Popularity;
import io.artrec.text.sentiment.Aspect;
import io.artrec.text.sentiment.AspectOpinion;
import io.artrec.text.sentiment.AspectSentiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs the code of docs/interests.md and checks that it stands there. */
class InterestsGuideTest {
  private final Instant now = Instant.parse("2026-11-30T12:00:00Z");
  private final Catalog catalog =
      Catalog.of(
          List.of(
              Artwork.builder("wave", "The Wave").movement("Ukiyo-e").subject("waves").build(),
              Artwork.builder("siege", "The Siege").subject("battle").build(),
              Artwork.builder("winter", "Winter").subject("snow").build()));

  @Test
  void interestsAreReadAndKept() {
    InterestRule rule = InterestRule.standard().halfLife(Duration.ofDays(90)).most(30).perDay(1);
    Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .strategy(Popularity.allTime())
            .interests(rule)
            .clock(Clock.fixed(now, ZoneOffset.UTC))
            .build();
    recommender.record(
        Interaction.of("ada", "wave", InteractionKind.COMMENT)
            .saying("I love his waves but the battle scenes are dreadful")
            .withEventId("e1"));

    InterestReader reader = InterestReader.over(catalog);
    UserTraces traces = UserTraces.of(recommender.history("ada")).searched("snow, no people", now);
    recommender.learn("ada", reader.read(traces).interests());

    InterestProfile profile = recommender.interests("ada");
    double battles = profile.weight(Trait.subject("battle"));
    List<Interest> why = profile.of(Trait.subject("battle"));
    assertThat(battles).isNegative();
    assertThat(why).extracting(Interest::reference).containsExactly(Optional.of("e1"));
    assertThat(recommender.explain("ada", "wave").sentence(Locale.ENGLISH))
        .isEqualTo("With the subject waves, of which you wrote well.");

    recommender.learn("ada", List.of(Interest.stated(Trait.movement("Ukiyo-e"), 0.8)));
    recommender.dropInterest("ada", Trait.subject("battle"));
    assertThat(recommender.interests("ada").weight(Trait.subject("battle"))).isZero();
    assertThat(recommender.interests("ada").weight(Trait.movement("ukiyo-e"))).isEqualTo(0.8);

    ChatModel model = ScriptedChatModel.saying("{\"interests\": []}");
    InterestReader withModel = reader.with(Prompter.of(model));
    Origin origin = withModel.read(traces).origin();
    assertThat(origin.kind()).isEqualTo(Origin.Kind.MODEL);
  }

  @Test
  void aspectsAreJudged() {
    List<AspectOpinion> opinions =
        AspectSentiment.english().analyze("I love the blues, but it is far too expensive.");
    assertThat(opinions)
        .extracting(AspectOpinion::aspect)
        .containsExactly(Aspect.COLOR, Aspect.PRICE);
    assertThat(opinions.get(0).sentiment().intensity()).isPositive();
    assertThat(opinions.get(1).sentiment().intensity()).isNegative();
  }

  @Test
  void codeInTheDocument_isTheCodeHere() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path project = Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
    String here =
        Files.readString(
                project.resolve(
                    "examples/src/test/java/io/artrec/examples/InterestsGuideTest.java"))
            .replaceAll("\\s+", "");
    int checked = 0;
    boolean java = false;
    for (String line : Files.readString(project.resolve("docs/interests.md")).lines().toList()) {
      if (line.startsWith("```")) {
        java = line.equals("```java");
      } else if (java) {
        assertThat(here).as(line).contains(line.replaceAll("\\s+", ""));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(15);
  }
}
