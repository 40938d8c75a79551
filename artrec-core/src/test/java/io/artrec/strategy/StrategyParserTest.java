package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategyParserTest {
  private static final StrategyParser CORE = StrategyParser.core();

  @Test
  void methods_areMadeWithTheirParameters() {
    assertThat(CORE.methods()).containsExactly("content-based", "popularity", "random", "trending");
    for (String name : CORE.methods()) {
      assertThat(CORE.parse(name).name()).isEqualTo(name);
    }
    assertThat(CORE.parse(" popularity : halfLife = P30D "))
        .hasToString(Popularity.halfLife(java.time.Duration.ofDays(30)).toString());
    assertThat(CORE.parse("content-based:similarity=jaccard,nearest=3,on=subjects+medium"))
        .hasToString("content-based(jaccard, nearest 3, on [subjects, medium])");
  }

  @Test
  void hybrids_nest() {
    Strategy strategy =
        CORE.parse("weighted(0.7 * switching(trending | popularity) | 0.3*random | popularity)");

    assertThat(strategy)
        .hasToString(
            Hybrid.weighted()
                .add(0.7, Hybrid.switching(Trending.weekly()).fallback(Popularity.allTime()))
                .add(0.3, RandomOrder.seeded())
                .add(1, Popularity.allTime())
                .toString());
    for (String name : CORE.hybridNames()) {
      assertThat(CORE.parse(name + "(random | popularity)").name()).isEqualTo(name);
    }
  }

  @Test
  void hybrids_haveTheirOwnValues_andPartsAfterAColon() {
    Strategy stacked = Hybrid.stacked().folds(3).add(Trending.weekly()).add(Popularity.allTime());

    assertThat(CORE.parse("stacked : folds=3 (trending | popularity)"))
        .hasToString(stacked.toString());
    assertThat(CORE.parse("stacked:trending+popularity"))
        .hasToString(Hybrid.stacked().add(Trending.weekly()).add(Popularity.allTime()).toString());
    assertThat(CORE.parse("stacked:popularity:halfLife=P3D+switching(trending|random)").toString())
        .endsWith(
            "("
                + CORE.parse("popularity:halfLife=P3D")
                + " | "
                + CORE.parse("switching(trending | random)")
                + ")");
    assertThat(CORE.hyperparameters("stacked").owner()).isEqualTo("stacked");
    assertThat(CORE.hyperparameters("mixed").rows()).isEmpty();
    assertThat(CORE.hyperparameters("popularity").rows()).isNotEmpty();
  }

  @Test
  void others_areAdded_butNotTwice() {
    StrategyMethod<RandomOrder> mine =
        StrategyMethod.of(
            Hyperparameters.of("mine"),
            values -> RandomOrder.seeded(),
            (in, context, strategy) -> strategy.train(context));
    StrategyParser more = CORE.with(List.of(mine));

    assertThat(more.parse("mixed(mine | random)").name()).isEqualTo("mixed");
    assertThat(more.method("mine")).isSameAs(mine);
    assertThatThrownBy(() -> more.with(List.of(mine)))
        .hasMessage("strategy 'mine' is known already");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "best; strategy 'best' is unknown, expected one of content-based, popularity, random, trending",
        "weighted; hybrid 'weighted' has no parts, expected them as in weighted(a | b)",
        "weighted(random; hybrid 'weighted(random' does not end with ')'",
        "weighted(random)); parentheses of hybrid 'weighted(random))' do not match",
        "some(random); hybrid 'some' is unknown, expected one of adaptive, cascade, mixed",
        "weighted(x * random | random); weight 'x' of 'x * random', expected a number",
        "cascade(2 * random | popularity); a part of cascade has weight 2.0, expected none",
        "stacked:; strategy '' is unknown, expected one of content-based",
        "stacked:random+best; strategy 'best' is unknown",
        "stacked:fold=3(random); strategy 'stacked' has no parameter 'fold', expected one of folds",
        "mixed:folds=3(random); strategy 'mixed' has no parameter 'folds', expected none",
        "stacked(2 * random); a part of stacked has weight 2.0, expected none: it learns",
        "random:seed=1; strategy 'random' has no parameter 'seed', expected none",
        "trending:halfLife=week; halfLife is 'week', expected a duration of ISO 8601",
        "content-based:similarity=odd; similarity is 'odd', expected one of cosine"
      })
  void mistakes_areNamed(String text, String message) {
    assertThatThrownBy(() -> CORE.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
