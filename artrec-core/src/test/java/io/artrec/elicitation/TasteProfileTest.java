package io.artrec.elicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.PreferenceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TasteProfileTest {
  /** Two opposite works, of which the first is chosen: one direction, all by hand. */
  private static FirstMeeting opposite(double consistency) {
    MadeCollection made = MadeCollection.of(new float[][] {{1, 0}, {-1, 0}});
    return FirstMeeting.over(made.catalog(), made.features()).consistency(consistency).prepare();
  }

  /**
   * With a consistency of 3/4 works lie at {@code ±1/√2}, so that their difference is {@code √2 w}.
   * After the choice {@code p(w) ∝ φ(w) Φ(√2 w)}: with {@code ρ = √(2/3)} the mean is {@code ρ
   * √(2/π)} and the variance {@code 1 - 2ρ²/π}.
   */
  @Test
  void oneDimension_byHand() {
    FirstMeeting meeting = opposite(0.75);
    TasteProfile profile =
        meeting.resume(List.of(new PairAnswer("w0", "w1", PairChoice.FIRST))).profile();
    double mean = Math.sqrt(2) * Math.sqrt(2.0 / 3) * Math.sqrt(2 / Math.PI);
    double variance = 2 * (1 - 2 * 2.0 / 3 / Math.PI);
    StatedProbability stated = profile.prefers("w0", "w1").orElseThrow();
    assertThat(stated.value()).isCloseTo(Normal.cdf(mean / Math.sqrt(1 + variance)), within(1e-5));
    assertThat(stated.low())
        .isCloseTo(Normal.cdf(mean - 1.6448536 * Math.sqrt(variance)), within(1e-5));
    assertThat(stated.high())
        .isCloseTo(Normal.cdf(mean + 1.6448536 * Math.sqrt(variance)), within(1e-5));
    assertThat(profile.prefers("w1", "w0").orElseThrow().value())
        .isCloseTo(1 - stated.value(), within(1e-9));
    assertThat(profile.agreement()).isCloseTo(Normal.cdf(mean / Math.sqrt(variance)), within(1e-5));
    assertThat(profile.best(2)).extracting(work -> work.id()).containsExactly("w0", "w1");
  }

  /**
   * Before any answer a taste decides .75 of pairs at random; these two are as far as pairs are.
   */
  @Test
  void nothingKnown_saysAHalfWithWideBounds() {
    StatedProbability stated = opposite(0.75).start().profile().prefers("w0", "w1").orElseThrow();
    assertThat(stated.value()).isCloseTo(0.5, within(1e-12));
    assertThat(stated.low()).isLessThan(0.02);
    assertThat(stated.high()).isGreaterThan(0.98);
  }

  @Test
  void bothAndNeither_compareWithTheAverageWork() {
    float[][] rows = MadeCollection.at(0, 0.2, Math.PI, Math.PI + 0.2);
    MadeCollection made = MadeCollection.of(rows);
    FirstMeeting meeting = FirstMeeting.over(made.catalog(), made.features()).prepare();
    TasteProfile both =
        meeting.resume(List.of(new PairAnswer("w0", "w1", PairChoice.BOTH))).profile();
    TasteProfile neither =
        meeting.resume(List.of(new PairAnswer("w0", "w1", PairChoice.NEITHER))).profile();
    assertThat(both.likes("w0").orElseThrow().value()).isGreaterThan(0.6);
    assertThat(both.likes("w2").orElseThrow().value()).isLessThan(0.4);
    assertThat(neither.likes("w0").orElseThrow().value())
        .isCloseTo(1 - both.likes("w0").orElseThrow().value(), within(1e-9));
    assertThat(both.interactions("s"))
        .extracting(Interaction::kind)
        .containsExactly(InteractionKind.FAVORITE, InteractionKind.FAVORITE);
    assertThat(neither.interactions("s"))
        .extracting(Interaction::kind)
        .containsExactly(InteractionKind.SKIP, InteractionKind.SKIP);
  }

  private static final List<PairAnswer> ANSWERS =
      List.of(
          new PairAnswer("w3", "w40", PairChoice.FIRST),
          new PairAnswer("w8", "w12", PairChoice.SECOND),
          new PairAnswer("w20", "w21", PairChoice.BOTH),
          new PairAnswer("w30", "w31", PairChoice.SKIP));

  /**
   * The weighted sum of the works chosen and passed over orders all works as the mean taste does.
   */
  @Test
  void interactions_holdTheMeanTaste() {
    MadeCollection made = MadeCollection.gallery(120, 3);
    FirstMeeting meeting =
        FirstMeeting.over(made.catalog(), made.features()).directions(256).prepare();
    TasteProfile profile = meeting.resume(ANSWERS).profile();
    PreferenceModel model = PreferenceModel.standard().withWeight(InteractionKind.SKIP, -0.4);
    double[][] rows = made.rows();
    double[] sum = new double[rows[0].length];
    double strongest = 0;
    for (Interaction event : profile.interactions("s", model)) {
      double weight = event.value() * model.weight(event.kind());
      strongest = Math.max(strongest, Math.abs(weight));
      double[] row = rows[made.catalog().requireIndex(event.artwork())];
      for (int d = 0; d < sum.length; d++) {
        sum[d] += weight * row[d];
      }
    }
    assertThat(strongest).isCloseTo(1, within(1e-6));
    List<Integer> order = new ArrayList<>();
    profile.best(120).forEach(work -> order.add(made.catalog().requireIndex(work.id())));
    for (int i = 1; i < order.size(); i++) {
      double better = Comparison.product(sum, rows[order.get(i - 1)]);
      assertThat(better).isGreaterThan(Comparison.product(sum, rows[order.get(i)]) - 1e-4);
    }
    Map<String, InteractionKind> kinds =
        profile.interactions("s", model).stream()
            .collect(Collectors.toMap(Interaction::artwork, Interaction::kind));
    assertThat(kinds)
        .isEqualTo(
            Map.of(
                "w3", InteractionKind.FAVORITE,
                "w40", InteractionKind.SKIP,
                "w8", InteractionKind.SKIP,
                "w12", InteractionKind.FAVORITE,
                "w20", InteractionKind.FAVORITE,
                "w21", InteractionKind.FAVORITE));
  }

  @Test
  void kindsThatDoNotCount_giveNoEvents() {
    MadeCollection made = MadeCollection.gallery(60, 3);
    TasteProfile profile =
        FirstMeeting.over(made.catalog(), made.features()).prepare().resume(ANSWERS).profile();
    PreferenceModel model = PreferenceModel.standard().withWeight(InteractionKind.SKIP, 0);
    assertThat(profile.interactions("s", model))
        .extracting(Interaction::artwork)
        .containsExactly("w3", "w12", "w20", "w21");
  }

  /** Somebody who always takes works of one movement leans to it, and to what such works show. */
  @Test
  void leanings_areOfWhatWasChosen() {
    MadeCollection made = MadeCollection.gallery(300, 4);
    FirstMeeting meeting = FirstMeeting.over(made.catalog(), made.features()).prepare();
    List<PairAnswer> answers = new ArrayList<>();
    for (int i = 0; i < 300 && answers.size() < 8; i += 2) {
      boolean first = made.catalog().get(i).movements().contains("Movement 2");
      boolean second = made.catalog().get(i + 1).movements().contains("Movement 2");
      if (first != second) {
        answers.add(
            new PairAnswer("w" + i, "w" + (i + 1), first ? PairChoice.FIRST : PairChoice.SECOND));
      }
    }
    List<Leaning> leanings = meeting.resume(answers).profile().leanings(0.8);
    assertThat(leanings.get(0))
        .satisfies(
            surest -> {
              assertThat(surest.aspect()).isEqualTo("movement");
              assertThat(surest.value()).isEqualTo("Movement 2");
              assertThat(surest.probability()).isGreaterThan(0.95);
              assertThat(surest.isTowards()).isTrue();
            });
    assertThat(leanings).allMatch(leaning -> leaning.certainty() >= 0.8);
    assertThat(leanings)
        .isSortedAccordingTo((a, b) -> Double.compare(b.certainty(), a.certainty()));
    assertThatThrownBy(() -> meeting.start().profile().leanings(0.4))
        .hasMessage("least certainty is 0.4, expected 0.5 to 1");
  }

  @Test
  void profile_saysWhatItHolds() {
    MadeCollection made = MadeCollection.gallery(60, 3);
    TasteProfile profile =
        FirstMeeting.over(made.catalog(), made.features()).prepare().resume(ANSWERS).profile();
    assertThat(profile.toString())
        .matches("TasteProfile\\[4 comparisons, \\d\\.\\d\\d bits, right of 5\\d % of pairs]");
    assertThatThrownBy(() -> profile.best(0)).hasMessage("n is 0, expected 1 or more");
  }
}
