package io.artrec.elicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplittingQuestionsTest {
  private static Artwork work(String id, String genre, String... subjects) {
    Artwork.Builder work = Artwork.builder(id, id);
    if (!genre.isEmpty()) {
      work.genre(genre);
    }
    List.of(subjects).forEach(work::subject);
    return work.build();
  }

  private static List<Double> probabilities(Belief belief) {
    List<Double> probabilities = new ArrayList<>();
    for (int i = 0; i < belief.works().size(); i++) {
      probabilities.add(belief.probability(i));
    }
    return probabilities;
  }

  /** Four works of four kinds: two bits are open, and the question after the kind tells both. */
  @Test
  void single_values_byHand() {
    Belief belief =
        Belief.uniform(
            List.of(
                work("a", "portrait", "dog"),
                work("b", "Landscape", "dog"),
                work("c", "still life", "dog"),
                work("d", "interior", "cat")));
    assertThat(belief.bits()).isEqualTo(2);
    SplittingQuestion question = SplittingQuestions.standard().best(belief).orElseThrow();
    assertThat(question.aspect().name()).isEqualTo("genre");
    assertThat(question.bits()).isCloseTo(2, within(1e-12));
    assertThat(question.choices()).hasSize(3);
    assertThat(question.shareOfOthers()).isEqualTo(0.25);
    Belief after = question.answered("LANDSCAPE");
    assertThat(probabilities(after)).containsExactly(0.0, 1.0, 0.0, 0.0);
    assertThat(probabilities(question.answeredOther())).containsExactly(0.0, 0.0, 0.0, 1.0);
    SplittingQuestion second = SplittingQuestions.standard().ranked(belief).get(1);
    assertThat(second.aspect().name()).isEqualTo("subject");
    assertThat(second.bits()).isCloseTo(Information.entropy(0.25), within(1e-12));
    assertThat(second.choices()).as("the rest follows from one").hasSize(1);
  }

  /** Half of the works do not say: of them all is answered, and they stay as they were. */
  @Test
  void missingValues_tellNothing() {
    Belief belief =
        Belief.uniform(
            List.of(work("a", "portrait"), work("b", "landscape"), work("c", ""), work("d", "")));
    SplittingQuestion question = SplittingQuestions.standard().ranked(belief).get(0);
    assertThat(question.bits()).isCloseTo(0.5, within(1e-12));
    assertThat(question.share(0) + question.shareOfOthers()).isCloseTo(1, within(1e-12));
    assertThat(probabilities(question.answered("portrait"))).containsExactly(0.5, 0.0, 0.25, 0.25);
  }

  /** A work with two of the values is answered by either, so that half a bit less is told. */
  @Test
  void severalValues_areAnsweredByEither() {
    Belief belief = Belief.uniform(List.of(work("a", "", "sea"), work("b", "", "sea", "ship")));
    SplittingQuestion question =
        SplittingQuestions.standard().about(List.of(ArtworkAspect.subject())).ranked(belief).get(0);
    assertThat(question.choices()).containsExactly("ship");
    assertThat(question.bits()).as("ship or another").isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void bits_areTheExpectedReductionOfEntropy(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Artwork> works = new ArrayList<>();
    double[] weights = new double[30];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextDouble();
      String[] subjects = new String[random.nextInt(4)];
      for (int s = 0; s < subjects.length; s++) {
        subjects[s] = "s" + s + random.nextInt(3);
      }
      works.add(work("w" + i, random.nextInt(3) == 0 ? "" : "g" + random.nextInt(6), subjects));
    }
    Belief belief = Belief.weighted(works, weights);
    List<SplittingQuestion> questions = SplittingQuestions.standard().ranked(belief);
    assertThat(questions).hasSize(2);
    for (SplittingQuestion question : questions) {
      double left = question.shareOfOthers() * question.answeredOther().bits();
      for (int i = 0; i < question.choices().size(); i++) {
        left += question.share(i) * question.answered(question.choices().get(i)).bits();
      }
      assertThat(question.bits()).isCloseTo(belief.bits() - left, within(1e-9));
      assertThat(question.bits()).isBetween(0.0, Math.log(5) / Math.log(2));
      assertThat(question.choices()).hasSizeLessThanOrEqualTo(4);
    }
  }

  /** Answering truthfully leads to the work that was meant. */
  @Test
  void questions_leadToTheWork() {
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < 27; i++) {
      works.add(
          Artwork.builder("w" + i, "w" + i)
              .genre("g" + i % 3)
              .medium("m" + i / 3 % 3)
              .movement("v" + i / 9)
              .build());
    }
    Belief belief = Belief.uniform(works);
    int asked = 0;
    for (var next = SplittingQuestions.standard().best(belief);
        next.isPresent();
        next = SplittingQuestions.standard().best(belief)) {
      String wanted = next.get().aspect().values(works).get(17).get(0);
      belief =
          next.get().choices().contains(wanted)
              ? next.get().answered(wanted)
              : next.get().answeredOther();
      asked++;
    }
    assertThat(asked).isEqualTo(3);
    assertThat(belief.probability(17)).isCloseTo(1, within(1e-12));
  }

  @Test
  void questionsThatTellLittle_areNotWorthAsking() {
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      works.add(work("w" + i, i == 0 ? "portrait" : "landscape"));
    }
    Belief belief = Belief.uniform(works);
    assertThat(SplittingQuestions.standard().best(belief)).isEmpty();
    assertThat(SplittingQuestions.standard().worthAsking(0.4).best(belief)).isPresent();
    assertThat(SplittingQuestions.standard().best(Belief.uniform(List.of(work("one", "portrait")))))
        .isEmpty();
    assertThat(
            SplittingQuestions.standard()
                .ranked(Belief.uniform(List.of(work("a", ""), work("b", "")))))
        .isEmpty();
  }

  @Test
  void beliefs_byHand() {
    List<Artwork> two = List.of(work("a", ""), work("b", ""));
    assertThat(probabilities(Belief.weighted(two, new double[] {1, 3})))
        .containsExactly(0.25, 0.75);
    assertThat(probabilities(Belief.weighted(two, new double[] {1e308, 1e308})))
        .containsExactly(0.5, 0.5);
    double higher = Math.exp(2) / (1 + Math.exp(2));
    assertThat(Belief.scored(two, new double[] {-7, 900}).probability(1))
        .isCloseTo(higher, within(1e-12));
    assertThat(probabilities(Belief.scored(two, new double[] {4, 4}))).containsExactly(0.5, 0.5);
    assertThatThrownBy(() -> Belief.weighted(two, new double[] {0, 0}))
        .hasMessage("all weights are 0, expected one above 0");
    assertThatThrownBy(() -> Belief.weighted(two, new double[] {1, -1}))
        .hasMessage("a weight is -1.0, expected 0 or more");
    assertThatThrownBy(() -> Belief.scored(two, new double[] {1, Double.NaN}))
        .hasMessage("one of the scores is NaN, expected a finite number");
    assertThatThrownBy(() -> Belief.uniform(List.of()))
        .hasMessage("0 works with 0 weights, expected one for each of one or more");
  }

  @Test
  void questions_areSaidInEnglishAndChinese() {
    Belief belief =
        Belief.uniform(
            List.of(work("a", "portrait"), work("b", "landscape"), work("c", "interior")));
    SplittingQuestion genre = SplittingQuestions.standard().choices(2).best(belief).orElseThrow();
    assertThat(genre.words(Locale.ENGLISH))
        .isEqualTo("Which kind of work do you have in mind: portrait, landscape, or another?");
    assertThat(genre.words(Locale.CHINA)).isEqualTo("您想要哪一类作品：portrait、landscape，还是别的？");
    assertThat(genre).hasToString("genre [portrait, landscape] (1.58 bits)");
    assertThatThrownBy(() -> genre.answered("interior"))
        .hasMessage(
            "the answer is 'interior', expected one of [portrait, landscape], or call"
                + " answeredOther()");
    QuestionWords english = QuestionWords.of(Locale.FRENCH);
    assertThat(english.ask("price", List.of("≤ 5 EUR", "> 5 EUR"), false))
        .isEqualTo("What may it cost: ≤ 5 EUR or > 5 EUR?");
    assertThat(english.ask("frame", List.of("a", "b", "c"), false))
        .isEqualTo("Which frame should it have: a, b, or c?");
    QuestionWords chinese = QuestionWords.of(Locale.CHINESE);
    assertThat(chinese.ask("orientation", List.of("landscape", "portrait"), false))
        .isEqualTo("您希望是什么画幅：横幅，还是竖幅？");
    assertThat(chinese.ask("画框", List.of("木"), false)).isEqualTo("您希望“画框”是什么：木？");
  }

  @Test
  void settings_areChecked() {
    assertThatThrownBy(() -> SplittingQuestions.standard().choices(0))
        .hasMessage("choices is 0, expected 1 to 20");
    assertThatThrownBy(() -> SplittingQuestions.standard().worthAsking(-1))
        .hasMessage("worthAsking is -1.0, expected 0 or more bits");
  }
}
