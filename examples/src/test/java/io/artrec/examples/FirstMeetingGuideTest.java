package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.RecommendationRequest;
import io.artrec.Recommendations;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.elicitation.Acquaintance;
import io.artrec.elicitation.ArtworkPair;
import io.artrec.elicitation.Belief;
import io.artrec.elicitation.FirstMeeting;
import io.artrec.elicitation.Leaning;
import io.artrec.elicitation.PairAnswer;
import io.artrec.elicitation.PairChoice;
import io.artrec.elicitation.SplittingQuestion;
import io.artrec.elicitation.SplittingQuestions;
import io.artrec.elicitation.StatedProbability;
import io.artrec.elicitation.TasteProfile;
import io.artrec.examples.collection.BundledWorks;
import io.artrec.feature.AttributeFeature;
import io.artrec.strategy.ContentBased;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs the code of docs/first-meeting.md on the bundled works, and checks that it stands there. */
class FirstMeetingGuideTest {
  private static PairChoice asked(ArtworkPair pair) {
    return MadeUpTaste.of(BundledWorks.load().catalog(), 2).choose(pair);
  }

  private static Recommender recommender() {
    return Recommender.builder()
        .catalog(BundledWorks.load().catalog())
        .feature(AttributeFeature.subjects())
        .feature(AttributeFeature.movement())
        .feature(AttributeFeature.attribute("palette"))
        .strategy(ContentBased.cosine())
        .build();
  }

  @Test
  void stranger_isMetAdvisedAndRemembered() {
    try (Recommender recommender = recommender()) {
      FirstMeeting meeting = recommender.firstMeeting().prepare(); // for all visitors
      Acquaintance acquaintance = meeting.start();
      for (Optional<ArtworkPair> pair = acquaintance.next();
          pair.isPresent();
          pair = acquaintance.next()) {
        PairChoice choice = asked(pair.get()); // FIRST, SECOND, BOTH, NEITHER, SKIP
        acquaintance = acquaintance.with(pair.get().answer(choice));
      }
      TasteProfile profile = acquaintance.profile();

      List<PairAnswer> kept = acquaintance.answers();
      Acquaintance later = meeting.resume(kept);

      double right = profile.agreement(); // .58: how often it knows the better of two
      List<Leaning> leanings = profile.leanings(0.75); // palette, red, rather not: .78
      StatedProbability likes = profile.likes("the-great-wave").orElseThrow();
      System.out.printf("%.2f, between %.2f and %.2f%n", likes.value(), likes.low(), likes.high());

      List<Interaction> events = profile.interactions("visitor-17");
      Recommendations answer =
          recommender.recommend(RecommendationRequest.forHistory(events).n(10).build());
      recommender.recordAll(events); // if they agree; forget(...) covers it

      assertThat(kept).hasSize(8);
      assertThat(later.profile().bits()).isEqualTo(profile.bits());
      assertThat(right).isBetween(0.575, 0.585);
      assertThat(leanings.get(0).value()).isEqualTo("red");
      assertThat(leanings.get(0).certainty()).isBetween(0.775, 0.785);
      assertThat(leanings.get(0).isTowards()).isFalse();
      assertThat(leanings).allMatch(leaning -> leaning.certainty() >= 0.75);
      assertThat(likes.low()).isLessThan(likes.value());
      assertThat(answer).hasSize(10).noneMatch(r -> r.explanation().isFallback());
      assertThat(recommender.history("visitor-17")).hasSize(events.size());
    }
  }

  @Test
  void candidates_areSplit() {
    try (Recommender recommender = recommender()) {
      Recommendations answer = recommender.recommend(RecommendationRequest.builder().n(60).build());
      List<Artwork> works = answer.stream().map(r -> r.artwork()).toList();
      double[] scores = answer.stream().mapToDouble(r -> r.score()).toArray();

      Belief belief = Belief.scored(works, scores);
      Optional<SplittingQuestion> question =
          SplittingQuestions.standard().choices(3).worthAsking(0.5).best(belief);
      question.ifPresent(q -> System.out.println(q.words(Locale.ENGLISH)));
      Belief after = question.orElseThrow().answered(question.get().choices().get(0));
      Belief other = question.orElseThrow().answeredOther();

      assertThat(after.bits()).isLessThan(belief.bits());
      assertThat(other.bits()).isLessThan(belief.bits());
    }
  }

  @Test
  void codeInTheDocument_isTheCodeHere() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path project = Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
    String here =
        Files.readString(
                project.resolve(
                    "examples/src/test/java/io/artrec/examples/FirstMeetingGuideTest.java"))
            .replaceAll("\\s+", "");
    int checked = 0;
    boolean java = false;
    for (String line :
        Files.readString(project.resolve("docs/first-meeting.md")).lines().toList()) {
      if (line.startsWith("```")) {
        java = line.equals("```java");
      } else if (java) {
        assertThat(here).as(line).contains(line.replaceAll("\\s+", ""));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(20);
  }
}
