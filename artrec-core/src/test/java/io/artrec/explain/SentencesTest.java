package io.artrec.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who writes, in which language, how, and what is left unsaid. */
class SentencesTest {
  private static final Catalog CATALOG =
      Catalog.of(
          IntStream.range(0, 60)
              .mapToObj(i -> Artwork.builder("w" + i, "W" + i).subject("sea").build())
              .toList());

  private static Explanation explanation(
      int work, Sentences writer, Explanation.Occasion occasion, Contribution... contributions) {
    return new Explanation(
        CATALOG.get(work),
        1,
        occasion,
        List.of(contributions),
        ExplanationContext.of(CATALOG).sentences(writer));
  }

  private static Explanation taste(int work, Sentences writer, Contribution... contributions) {
    return explanation(work, writer, Explanation.Occasion.TASTE, contributions);
  }

  private static Contribution known(int work, double weight, double amount) {
    return new Contribution(
        "content",
        new Cause.KnownArtwork(
            work, weight, Optional.of(new Cause.Likeness("subject", OptionalDouble.of(0.9)))),
        amount);
  }

  private static Contribution popular(double visitors, boolean recent) {
    return new Contribution("popularity", new Cause.Popularity(visitors, recent), 0.5);
  }

  @Test
  void languageOfOnesOwn_isWrittenByTheSameRules_withCausesOfOnesOwn() {
    Sentences writer = Sentences.standard().language(Locale.FRENCH, new FrenchPhrases());
    Contribution fresh =
        new Contribution(
            "shop",
            Cause.worded(
                "new-acquisition",
                Map.of(Locale.FRENCH, "une nouvelle acquisition", Locale.ENGLISH, "newly come")),
            0.3);
    Explanation why = taste(1, writer, known(0, 1, 0.5), fresh);
    assertThat(why.sentence(Locale.CANADA_FRENCH))
        .isEqualTo("Proche de W0, que vous aimez : partage sea ; une nouvelle acquisition.");
    assertThat(why.sentence(Locale.ITALIAN))
        .as("English where there is no such language")
        .endsWith("sea; newly come.");
    assertThat(taste(1, writer, popular(4, false)).sentence(Locale.FRENCH))
        .isEqualTo("a intéressé 4 visiteurs.");
  }

  @Test
  void worksAreNamedInTheReadersLanguage_whereTheyHaveANameThere() {
    Sentences writer =
        Sentences.standard()
            .titles(
                (work, language) ->
                    language.getLanguage().equals("zh") && !work.id().equals("w2")
                        ? "作品" + work.id().substring(1)
                        : " ");
    Explanation why = taste(1, writer, known(0, 1, 0.5), known(2, 1, 0.4));
    assertThat(why.sentence(Locale.CHINA)).contains("《作品0》、《W2》").doesNotContain("W0");
    assertThat(why.sentence(Locale.ENGLISH)).contains("W0 and W2");
    assertThat(taste(1, writer, known(0, -1, -0.5)).sentence(Locale.CHINESE)).contains("《作品0》");
    assertThat(writer.toString()).startsWith("Sentences.standard() in [en, zh]");
  }

  @Test
  void houseStyle_hasAllTrueFacts() {
    Sentences house =
        (why, language) ->
            why.preferred().stream()
                .map(
                    share ->
                        share.artwork().title()
                            + (why.isLiked(share.artwork()) ? " (liked): " : " (seen): ")
                            + why.shared(share.artwork()).subjects()
                            + why.facets(share.artwork()).keySet())
                .reduce("", (a, b) -> a + b + ". ")
                .strip();
    assertThat(taste(1, house, known(0, 1, 0.5), known(2, 0.1, 0.2)))
        .hasToString("W0 (liked): [sea][subject]. W2 (seen): [sea][subject].");
  }

  @Test
  void writerThatFails_isReplacedByTheStandardSentence() {
    AtomicInteger asked = new AtomicInteger();
    Sentences failing =
        (why, language) -> {
          asked.incrementAndGet();
          throw new IllegalStateException("the model is away");
        };
    Explanation why = taste(1, failing, known(0, 1, 0.5));
    assertThat(why).hasToString(Sentences.standard().write(why, Locale.ENGLISH));
    assertThat(why.sentence(Locale.CHINESE))
        .isEqualTo(Sentences.standard().write(why, Locale.CHINESE))
        .contains("您喜欢");
    assertThat(asked).hasValue(2);
  }

  @Test
  void causeWhoseWordsFail_isLeftUnsaid() {
    Cause failing =
        new Cause() {
          @Override
          public String kind() {
            return "failing";
          }

          @Override
          public Optional<String> words(Locale language) {
            throw new IllegalStateException("no words");
          }
        };
    Contribution own = new Contribution("shop", failing, 0.4);
    assertThat(taste(1, Sentences.standard(), known(0, 1, 0.5), own).toString())
        .contains("W0, which you liked: ");
  }

  @Test
  void whatAShopWouldNotShow_isLeftOut() {
    Contribution against = known(2, -1, -0.4);
    StandardSentences all = Sentences.standard();
    assertThat(taste(1, all, known(0, 1, 0.5), against).toString()).contains("W2");
    assertThat(taste(1, all.withoutDislikes(), known(0, 1, 0.5), against).toString())
        .contains("W0, which you liked: ")
        .doesNotContain("W2", "did not");
    Contribution chance = new Contribution("random", new Cause.Chance(), 0.5);
    assertThat(taste(1, all, chance).toString()).contains("by chance");
    assertThat(taste(1, all.withoutChance(), chance).toString())
        .doesNotContain("chance")
        .endsWith(".");
    assertThat(taste(1, all, popular(1234, false)).toString()).contains("1,234 visitors");
    assertThat(taste(1, all.withoutCounts(), popular(1234, false)).toString())
        .containsIgnoringCase("visitors")
        .doesNotContain("1,234");
  }

  @Test
  void whatWasLookedAtLongAgo_isNotCalledRecent() {
    assertThat(taste(1, FirstWays.SENTENCES, popular(0.5, true))).hasToString("Looked at lately.");
    assertThat(taste(1, FirstWays.SENTENCES, popular(0.01, true))).hasToString("A match overall.");
  }

  @Test
  void workThatWasOnlySeen_isNotCalledLiked_norOneThatWasSkippedDisliked() {
    assertThat(taste(1, FirstWays.SENTENCES, known(0, 0.1, 0.5)))
        .hasToString("Like W0, which drew your interest: showing sea too.");
    assertThat(taste(1, FirstWays.SENTENCES, known(0, 1, 0.5), known(2, -0.1, -0.4)))
        .hasToString("Like W0, which you liked: showing sea too.");
  }

  @Test
  void reasonsOfTwoWorks_holdForBoth_andTheSentenceSaysSo() {
    Artwork a = Artwork.builder("a", "A").artist("Monet").subject("sea").build();
    Artwork b = Artwork.builder("b", "B").subject("sea").movement("Cubism").build();
    Artwork work =
        Artwork.builder("c", "C").artist("Monet").subject("sea").movement("Cubism").build();
    Catalog catalog = Catalog.of(a, b, work);
    Explanation why =
        new Explanation(
            work,
            1,
            Explanation.Occasion.TASTE,
            List.of(
                of(0, "subject", 0.5),
                of(0, "artist", 0.5),
                of(1, "subject", 0.5),
                of(1, "movement", 0.4)),
            ExplanationContext.of(catalog).sentences(FirstWays.SENTENCES));
    assertThat(why).hasToString("Like both A and B, which you liked: showing sea too.");
    assertThat(why.sentence(Locale.CHINESE)).isEqualTo("与您喜欢的《A》、《B》都相近：都有 sea。");
  }

  private static Contribution of(int work, String feature, double amount) {
    return new Contribution(
        "content",
        new Cause.KnownArtwork(
            work, 1, Optional.of(new Cause.Likeness(feature, OptionalDouble.of(0.9)))),
        amount);
  }

  @Test
  void sameWork_hasTheSameSentence_andNeighborsBeginDifferently() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      List<String> list = new ArrayList<>();
      Set<String> beginnings = new HashSet<>();
      Explanation before = null;
      for (int work = 1; work < CATALOG.size(); work++) {
        Explanation why = taste(work, Sentences.standard(), known(0, 1, 0.5));
        assertThat(why.sentence(language))
            .isEqualTo(taste(work, Sentences.standard(), known(0, 1, 0.5)).sentence(language));
        why = before == null ? why : why.after(before);
        list.add(why.sentence(language).split("[:：]", -1)[0]);
        before = why;
      }
      for (int i = 1; i < list.size(); i++) {
        assertThat(list.get(i)).isNotEqualTo(list.get(i - 1));
      }
      beginnings.addAll(list);
      assertThat(beginnings).hasSize(3);
    }
  }

  @Test
  void plainView_namesKindsAndAmounts() {
    assertThat(
            Sentences.plain()
                .write(
                    taste(
                        1,
                        Sentences.plain(),
                        known(0, 1, 0.6),
                        known(2, -1, -0.25),
                        popular(3, true)),
                    Locale.ENGLISH))
        .isEqualTo("1.00: known-work w0 0.60, recent-popularity 0.50, known-work w2 -0.25");
  }

  @Test
  void claimOfAFeature_isByItsOwnThreshold() {
    for (double threshold : new double[] {0.3, 0.6, 0.95}) {
      Explanation why =
          new Explanation(
              CATALOG.get(1),
              1,
              Explanation.Occasion.TASTE,
              List.of(of(0, "glow", 0.5)),
              ExplanationContext.of(CATALOG)
                  .features(List.of(FeatureSpec.named("glow").alikeFrom(threshold).build()))
                  .sentences(FirstWays.SENTENCES));
      assertThat(why.toString().contains("similar glow")).isEqualTo(threshold <= 0.9);
    }
  }
}
