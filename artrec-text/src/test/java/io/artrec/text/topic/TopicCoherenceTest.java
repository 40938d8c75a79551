package io.artrec.text.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.text.analysis.TextAnalysis;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TopicCoherenceTest {
  private static final TextAnalysis WORDS = TextAnalysis.of("words", new WhitespaceAnalyzer());

  private static final List<String> TEXTS =
      List.of(
          "boat sea sail wind harbour boat",
          "sea sail storm",
          "altar gold saint",
          "saint gold angel altar light",
          "boat storm wave sea",
          "portrait lady hat",
          "hat gentleman portrait boat sail",
          "one two three four five six seven eight nine ten boat eleven twelve sea thirteen fourteen");

  private final TopicCoherence coherence = TopicCoherence.of(TEXTS, WORDS);

  @Test
  void umass_isTheMeanOfLogarithms() {
    double seaBoat = Math.log((3 + 1) / 4.0);
    double sailBoat = Math.log((2 + 1) / 4.0);
    double sailSea = Math.log((2 + 1) / 4.0);
    assertThat(coherence.umass(List.of("boat", "sea", "sail")).orElseThrow())
        .isCloseTo((seaBoat + sailBoat + sailSea) / 3, within(1e-12));
  }

  /** Values of gensim 4.2, CoherenceModel with coherence="c_npmi", on the same texts. */
  @Test
  void npmi_agreesWithGensim() {
    assertThat(coherence.npmi(List.of("boat", "sea", "sail", "storm")).orElseThrow())
        .isCloseTo(0.193174840450829, within(1e-9));
    assertThat(coherence.npmi(List.of("altar", "saint", "gold", "hat")).orElseThrow())
        .isCloseTo(0.07042483667145215, within(1e-9));
  }

  @Test
  void extremes_areAtTheEndsOfTheRange() {
    Offset<Double> near = within(1e-9);
    assertThat(coherence.npmi(List.of("altar", "saint")).orElseThrow()).isCloseTo(1, near);
    assertThat(coherence.npmi(List.of("altar", "hat")).orElseThrow()).isBetween(-1.0, -0.8);
    TopicCoherence same = TopicCoherence.of(List.of("a b", "a b"), WORDS);
    assertThat(same.npmi(List.of("a", "b")).orElseThrow()).isEqualTo(1);
  }

  @Test
  void unknownWords_areLeftOut() {
    assertThat(coherence.umass(List.of("boat", "ufo", "sea")))
        .isEqualTo(coherence.umass(List.of("boat", "sea")));
    assertThat(coherence.npmi(List.of("boat", "ufo"))).isEqualTo(OptionalDouble.empty());
    assertThat(coherence.umass(List.of())).isEmpty();
    assertThat(TopicCoherence.of(List.of(), WORDS).npmi(List.of("boat", "sea"))).isEmpty();
  }

  @Test
  void plantedTopics_areMoreCoherentThanShuffledOnes() {
    PlantedTexts planted = new PlantedTexts(5, 200, 30, 4);
    TextAnalysis english = TextAnalysis.english();
    TopicCoherence measure = TopicCoherence.of(planted.texts, english);
    TopicModel model = NmfTopics.of(TopicSettings.english(5).threads(1)).learn(planted.texts);
    List<String> mixed =
        IntStream.range(0, 5).mapToObj(k -> model.topTerms(k, 1).get(0).term()).toList();
    assertThat(measure.npmi(model, 5).orElseThrow())
        .isGreaterThan(0)
        .isGreaterThan(measure.npmi(mixed).orElseThrow() + 0.1);
    assertThat(measure.umass(model, 5).orElseThrow())
        .isNegative()
        .isGreaterThan(measure.umass(mixed).orElseThrow());
  }

  @Test
  void badQuestions_areRefused() {
    assertThatThrownBy(() -> coherence.npmi(List.of("boat", "boat")))
        .hasMessage("coherence of [boat, boat], expected at most 64 terms, each once");
    TopicModel model =
        NmfTopics.of(TopicSettings.english(2)).learn(new PlantedTexts(2, 20, 9, 1).texts);
    assertThatThrownBy(() -> coherence.umass(model, 1)).hasMessage("words is 1, expected 2 to 64");
  }
}
