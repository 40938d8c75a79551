package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Earnings;
import io.artrec.behavior.Earnings.Earned;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.Preferences;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveHybridTest {
  private static final Catalog CATALOG =
      Catalog.of(List.of(Artwork.builder("w", "W").build(), Artwork.builder("x", "X").build()));
  private static final TrainingContext CONTEXT =
      TrainingContext.of(Dataset.of(CATALOG, Interactions.none()), FeatureStore.empty(2));

  private static final List<String> METHODS = List.of("one", "two", "three");

  private static AdaptiveHybrid three() {
    return Hybrid.adaptive()
        .add("a", new FixedScores("one", 1, 0))
        .add("b", new FixedScores("two", 0, 1))
        .add("c", new FixedScores("three", 0.5, 0.5));
  }

  private static Earnings earned(String segment, double... rewardsAndAnswers) {
    return Earnings.of(Map.of(segment, arms(rewardsAndAnswers)));
  }

  private static Map<String, Earned> arms(double... rewardsAndAnswers) {
    List<String> names = List.of("a", "b", "c");
    Map<String, Earned> arms = new TreeMap<>();
    for (int arm = 0; arm < rewardsAndAnswers.length / 2; arm++) {
      double reward = rewardsAndAnswers[2 * arm];
      double answers = rewardsAndAnswers[2 * arm + 1];
      arms.put(names.get(arm), new Earned(answers, reward, 3 * (answers - reward)));
    }
    return arms;
  }

  private static Query query(long seed, Earnings earnings) {
    return Query.builder(History.none(), Preferences.none())
        .seed(seed)
        .circumstances(Circumstances.none().earnings(earnings))
        .build();
  }

  private static double[] probabilities(AdaptiveHybrid hybrid, Earnings earnings, String segment) {
    ArmWeights weights = hybrid.weights(earnings);
    return weights.arms().stream().mapToDouble(arm -> weights.probability(segment, arm)).toArray();
  }

  @Test
  void thompson_isProbableAsItIsThatAnArmIsBest_mixedWithTheExplored() {
    // a: Beta(2, 1), b and c without experience: P(a best) = ∫ 2x · x² dx = 1/2
    double[] found = probabilities(three().exploration(0.3), earned("all", 1, 1), "all");
    assertThat(found)
        .containsExactly(new double[] {0.7 / 2 + 0.1, 0.7 / 4 + 0.1, 0.7 / 4 + 0.1}, within(1e-9));
    assertThat(probabilities(three(), Earnings.none(), "all"))
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
  }

  @Test
  void exp3_weighsLossesByTheProbabilityTheyWereMetWith() {
    Earnings earnings =
        Earnings.of(Map.of("all", Map.of("a", new Earned(6, 3, 5), "b", new Earned(3, 3, 0))));
    double rate = Math.sqrt(Math.log(3) / (3 * 9));
    double[] found = probabilities(three().exp3().exploration(0), earnings, "all");
    // c was never drawn: the mean loss of the others, (5 + 0) / 2
    double whole = Math.exp(-5 * rate) + 1 + Math.exp(-2.5 * rate);
    assertThat(found)
        .containsExactly(
            new double[] {Math.exp(-5 * rate) / whole, 1 / whole, Math.exp(-2.5 * rate) / whole},
            within(1e-12));
  }

  @Test
  void armAddedLater_startsAsTheMeanOfTheOthers() {
    Earnings earnings =
        Earnings.of(
            Map.of("all", Map.of("a", new Earned(500, 250, 750), "b", new Earned(500, 250, 750))));
    assertThat(probabilities(three().exp3().exploration(0), earnings, "all"))
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
  }

  @Test
  void unevenDrawsElsewhere_areLentAtOneScale() {
    AdaptiveHybrid two =
        Hybrid.adaptive()
            .add("a", new FixedScores("one", 1, 0))
            .add("b", new FixedScores("two", 0, 1))
            .segments(Segments.none().history(1, 20))
            .exploration(0);
    // drawn with 0.9 and 0.1, rewards of 0.5 alike: 900 · 0.5 / 0.9 = 100 · 0.5 / 0.1 = 500
    Earnings uneven =
        Earnings.of(
            Map.of("many", Map.of("a", new Earned(900, 450, 500), "b", new Earned(100, 50, 500))));
    assertThat(probabilities(two.exp3(), uneven, "new"))
        .containsExactly(new double[] {0.5, 0.5}, within(1e-12));
    // 2 · 20 of 1,000 answers: 36 of a, half of them rewarded, and 4 of b
    Earnings lent = earned("new", 18, 36, 2, 4);
    assertThat(probabilities(two, uneven, "new"))
        .containsExactly(probabilities(two, lent, "new"), within(1e-12));
  }

  @Test
  void passedOverDraw_isStillTold() {
    AdaptiveHybrid silent =
        Hybrid.adaptive()
            .add("nothing", new FixedScores("one", Double.NaN, Double.NaN))
            .exploration(0);
    FixedScores other = new FixedScores("two", 0, 1);
    Scores scores =
        Hybrid.switching(silent)
            .fallback(other)
            .train(CONTEXT)
            .score(query(1, Earnings.none()), Candidates.all(2));
    assertThat(scores.value(1)).isEqualTo(1);
    assertThat(scores.draw()).contains(new Draw("nothing", 1, "all"));
    Scores ownDraw =
        Hybrid.switching(silent)
            .fallback(Hybrid.adaptive().add("other", other))
            .train(CONTEXT)
            .score(query(1, Earnings.none()), Candidates.all(2));
    assertThat(ownDraw.draw().map(Draw::arm)).contains("other");
    Scores none =
        Hybrid.switching(silent).train(CONTEXT).score(query(1, Earnings.none()), Candidates.all(2));
    assertThat(none.draw().map(Draw::arm)).contains("nothing");
  }

  @Test
  void wordsAreRead_onlyWhereWhicheverPartAnswersReadsThem() {
    FixedScores words = new FixedScores("words", 1, 0).readingWords();
    FixedScores deaf = new FixedScores("deaf", 1, 0);
    AdaptiveHybrid adaptive = Hybrid.adaptive().add("a", words);
    assertThat(adaptive.capabilities()).containsExactly(Capability.TEXT_QUERY);
    assertThat(adaptive.add("b", deaf).capabilities()).isEmpty();
    assertThat(Hybrid.byVariant(words).variant("x", words).capabilities())
        .containsExactly(Capability.TEXT_QUERY);
    assertThat(Hybrid.byVariant(words).variant("x", deaf).capabilities()).isEmpty();
    assertThat(Hybrid.weighted().add(1, words).add(1, deaf).capabilities())
        .as("all of its parts are asked")
        .containsExactly(Capability.TEXT_QUERY);
  }

  @Test
  void drawsInsideDraws_andArmsOfOneName_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hybrid.adaptive().add("inner", Hybrid.switching(three())))
        .withMessageContaining("the arm 'inner' draws arms itself")
        .withMessageContaining("add its arms to this hybrid instead");
    AdaptiveHybrid other = Hybrid.adaptive().add("c", Popularity.allTime());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hybrid.byVariant(three()).variant("x", other))
        .withMessageContaining("two adaptive hybrids of one strategy have an arm 'c'");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void probabilities_addUpToOne_andNoneFallsBelowItsShare(boolean thompson) {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 200; round++) {
      double share = random.nextDouble();
      double[] earned = new double[6];
      for (int arm = 0; arm < 3; arm++) {
        earned[2 * arm + 1] = Math.pow(10, random.nextDouble(0, 6));
        earned[2 * arm] = earned[2 * arm + 1] * random.nextDouble();
      }
      AdaptiveHybrid hybrid = three().exploration(share);
      double[] found =
          probabilities(thompson ? hybrid : hybrid.exp3(), earned("all", earned), "all");
      assertThat(found[0] + found[1] + found[2]).as("round %d", round).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(found).min().orElseThrow())
          .as("round %d", round)
          .isGreaterThanOrEqualTo(share / 3 - 1e-15);
    }
  }

  @Test
  void draws_areAsFrequentAsTheyAreProbable_andTellIt() {
    Scorer scorer = three().exploration(0.15).train(CONTEXT);
    Earnings earnings = earned("all", 12, 40, 15, 40, 9, 40);
    double[] expected = probabilities(three().exploration(0.15), earnings, "all");
    int rounds = 30_000;
    int[] counts = new int[3];
    for (int seed = 0; seed < rounds; seed++) {
      Scores scores = scorer.score(query(seed, earnings), Candidates.all(2));
      Draw draw = scores.draw().orElseThrow();
      int arm = draw.arm().charAt(0) - 'a';
      counts[arm]++;
      if (draw.probability() != expected[arm]
          || scores.value(0) != new double[] {1, 0, 0.5}[arm]
          || !scores.contributions(0).get(0).strategy().equals(METHODS.get(arm))) {
        throw new AssertionError("seed " + seed + " drew " + draw + ", expected " + expected[arm]);
      }
    }
    double chiSquare = 0;
    for (int arm = 0; arm < 3; arm++) {
      chiSquare += Math.pow(counts[arm] - rounds * expected[arm], 2) / (rounds * expected[arm]);
    }
    assertThat(chiSquare).as("two degrees of freedom, 1 in 1,000").isLessThan(13.816);
  }

  @Test
  void drawnArmAlone_proposesAndIsTheSameForTheSameSeed() {
    Scorer scorer = three().train(CONTEXT);
    BitSet works = new BitSet();
    works.set(0, 2);
    for (int seed = 0; seed < 50; seed++) {
      Query query = query(seed, Earnings.none());
      Draw draw = scorer.score(query, Candidates.all(2)).draw().orElseThrow();
      assertThat(scorer.score(query, Candidates.all(2)).draw()).contains(draw);
      Candidates proposed = scorer.propose(query, 2, works, 1);
      assertThat(proposed.size()).isEqualTo(1);
      assertThat(proposed.artwork(0)).isEqualTo(draw.arm().equals("b") ? 1 : 0);
    }
  }

  @Test
  void segmentOfFewAnswers_doesAsTheOthersDo_andOfManyAsItsOwn() {
    AdaptiveHybrid hybrid =
        three().segments(Segments.none().history(1, 20)).borrowed(10).exploration(0);
    Earnings others = earned("many", 900, 1000, 100, 1000, 100, 1000);
    // a's 1,000 answers of others count as 10, 9 of which were worth 1
    double[] lent = probabilities(hybrid, others, "new");
    double[] alone = probabilities(hybrid, earned("new", 9, 10, 1, 10, 1, 10), "new");
    assertThat(lent).containsExactly(alone, within(1e-12));
    assertThat(probabilities(hybrid.borrowed(0), others, "new"))
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-9));
    Earnings both =
        Earnings.of(
            Map.of(
                "many", arms(900, 1000, 100, 1000, 100, 1000),
                "new", arms(100, 1000, 900, 1000, 100, 1000)));
    assertThat(probabilities(hybrid, both, "new")[1]).isGreaterThan(0.999);
    assertThat(probabilities(hybrid, both, "many")[0]).isGreaterThan(0.999);
  }

  @Test
  void segments_areNamedBeforehand() {
    Segments segments = Segments.none().history(1, 3).languages("zh").tags("kiosk", "members");
    assertThat(segments.names()).hasSize(18).contains("new/other/other", "many/zh/members");
    assertThat(Segments.none().names()).containsExactly("all");
    History two =
        Dataset.historyOf(
            CATALOG, List.of(Interaction.view("ada", "w"), Interaction.view("ada", "x")));
    Circumstances asked = Circumstances.none().language(Locale.TAIWAN).tag(Optional.of("kiosk"));
    Query query = Query.builder(two, Preferences.none()).circumstances(asked).build();
    assertThat(segments.of(query)).isEqualTo("some/zh/kiosk");
    Query stranger =
        Query.builder(History.none(), Preferences.none())
            .circumstances(Circumstances.none().tag(Optional.of("made up")))
            .build();
    assertThat(segments.of(stranger)).isEqualTo("new/other/other");
    assertThat(segments.names()).contains(segments.of(query), segments.of(stranger));
  }

  @Test
  void weights_areAValueForPages() {
    ArmWeights weights = three().exploration(0).weights(earned("all", 3, 4));
    assertThat(weights.plain().toString())
        .startsWith("{all=[{arm=a, probability=0.")
        .contains("answers=4.0, meanReward=0.75}, {arm=b")
        .endsWith("answers=0.0}]}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> weights.probability("few", "a"))
        .withMessageContaining("no arm 'a' for segment 'few'; there are the arms [a, b, c]");
  }

  @Test
  void badSettings_areNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> three().add("b", Popularity.allTime()))
        .withMessageContaining("named 'b', expected a name that is not among [a, b, c]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> three().exploration(1.5))
        .withMessageContaining("the exploration share is 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> three().borrowed(-1))
        .withMessageContaining("segments borrow -1.0 answers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hybrid.adaptive().train(CONTEXT))
        .withMessageContaining("blend 'adaptive' has no strategies");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Segments.none().history(5, 5))
        .withMessageContaining("some are 5 events and many 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Segments.none().tags("a", "a"))
        .withMessageContaining("distinct names");
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 256; i++) {
      many.add("t" + i);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Segments.none().tags(many.toArray(String[]::new)))
        .withMessageContaining("257 groups, expected at most 256");
  }

  @Test
  void textOfAHybrid_isRead() {
    Strategy parsed = StrategyParser.core().parse("adaptive(popularity | random)");
    assertThat(parsed)
        .hasToString("adaptive(thompson, all)[popularity = popularity, random = random]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StrategyParser.core().parse("adaptive(0.5*popularity | random)"))
        .withMessageContaining("it learns how much they count");
    AdaptiveHybrid inner = (AdaptiveHybrid) parsed;
    assertThat(AdaptiveHybrid.in(Hybrid.switching(Hybrid.byVariant(inner)).fallback(three())))
        .hasSize(2)
        .first()
        .isEqualTo(inner);
  }
}
