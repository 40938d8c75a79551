package io.artrec.vision.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompositionWordsTest {
  private static final CompositionWords WORDS = CompositionWords.standard();

  @Test
  void ordinaryPainting_isNotDescribed() {
    Composition ordinary = Composition.of(means());

    assertThat(WORDS.claims(ordinary)).isEmpty();
    assertThat(WORDS.describe(ordinary, Locale.ENGLISH)).isEmpty();
    assertThat(WORDS.describe(ordinary, Locale.CHINESE)).isEmpty();
  }

  @Test
  void calmSymmetricalPainting_isSaidToBeSo() {
    Map<CompositionProperty, Double> values = means();
    values.put(CompositionProperty.EDGE_DENSITY, 38.0);
    values.put(CompositionProperty.MIRROR_SYMMETRY, 75.0);
    Composition composition = Composition.of(values);

    assertThat(WORDS.describe(composition, Locale.ENGLISH))
        .isEqualTo("Calmer and more symmetrical than nine of ten Western paintings.");
    assertThat(WORDS.describe(composition, Locale.SIMPLIFIED_CHINESE)).isEqualTo("比九成西方绘画更宁静、更对称。");
  }

  @Test
  void extents_areToldApart_theFarthestFirst() {
    Map<CompositionProperty, Double> values = means();
    values.put(CompositionProperty.EDGE_DENSITY, 20.0);
    values.put(CompositionProperty.RMS_CONTRAST, 27.0);
    values.put(CompositionProperty.BALANCE, 7.0);
    Composition composition = Composition.of(values);

    assertThat(WORDS.describe(composition, Locale.ENGLISH))
        .isEqualTo(
            "Calmer than ninety-nine of a hundred Western paintings; stronger in contrast than"
                + " nineteen of twenty Western paintings; better balanced than nine of ten Western"
                + " paintings.");
    assertThat(WORDS.describe(composition, Locale.CHINESE))
        .isEqualTo("比百分之九十九的西方绘画更宁静；比九成五的西方绘画明暗对比更强；比九成西方绘画更均衡。");
  }

  @Test
  void propertyThatMovesWithSize_isNotNamedForASmallImage() {
    Map<CompositionProperty, Double> values = means();
    values.put(CompositionProperty.COMPLEXITY, 18.0);
    assertThat(WORDS.describe(Composition.of(values), Locale.ENGLISH))
        .isEqualTo("Richer in detail than ninety-nine of a hundred Western paintings.");

    values.put(CompositionProperty.IMAGE_SIZE, 860.0);
    assertThat(WORDS.describe(Composition.of(values), Locale.ENGLISH)).isEmpty();
  }

  @Test
  void grayPhotograph_isNotCalledPoorInColor_butMayBeCalledDark() {
    Map<CompositionProperty, Double> values = means();
    values.put(CompositionProperty.STD_LAB_A, 0.001);
    values.put(CompositionProperty.STD_LAB_B, 0.001);
    values.put(CompositionProperty.MEAN_LAB_B, 0.0);
    values.put(CompositionProperty.COLOR_ENTROPY, 0.0);
    values.put(CompositionProperty.MEAN_LAB_L, 17.0);

    assertThat(WORDS.describe(Composition.of(values), Locale.ENGLISH))
        .isEqualTo("Darker than nine of ten Western paintings.");
    values.put(CompositionProperty.STD_LAB_A, 2.0);
    assertThat(WORDS.describe(Composition.of(values), Locale.ENGLISH)).contains("Bluer");
  }

  @Test
  void lessSymmetry_isNotSaid() {
    Map<CompositionProperty, Double> values = means();
    values.put(CompositionProperty.MIRROR_SYMMETRY, 2.0);

    assertThat(WORDS.claims(Composition.of(values)))
        .extracting(CompositionClaim::property)
        .containsExactly(CompositionProperty.MIRROR_SYMMETRY);
    assertThat(WORDS.describe(Composition.of(values), Locale.ENGLISH)).isEmpty();
  }

  @Test
  void bothLanguages_haveWordsForTheSame() {
    CompositionPhrases english = new EnglishComposition();
    CompositionPhrases chinese = new ChineseComposition();
    for (CompositionProperty property : CompositionProperty.values()) {
      for (boolean more : new boolean[] {true, false}) {
        assertThat(chinese.comparative(property, more).isPresent())
            .as(property + " " + more)
            .isEqualTo(english.comparative(property, more).isPresent());
      }
    }
  }

  @Test
  void furtherLanguage_isSpoken_andUnknownOnesAreEnglish() {
    Map<CompositionProperty, Double> values = means();
    values.put(CompositionProperty.EDGE_DENSITY, 38.0);
    Composition composition = Composition.of(values);
    CompositionWords german = WORDS.language(Locale.GERMANY, new German());

    assertThat(german.describe(composition, Locale.GERMAN)).isEqualTo("ruhiger als viele!");
    assertThat(WORDS.describe(composition, Locale.GERMAN))
        .isEqualTo("Calmer than nine of ten Western paintings.");
  }

  @Test
  void claimOutsideAHundred_isRefused() {
    assertThatThrownBy(() -> new CompositionClaim(CompositionProperty.BALANCE, 101))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("percentile of balance is 101.0, expected 0 to 100");
  }

  private static Map<CompositionProperty, Double> means() {
    Map<CompositionProperty, Double> means = new EnumMap<>(CompositionProperty.class);
    for (CompositionProperty property : CompositionProperty.values()) {
      means.put(property, CompositionNorms.westernPaintings().mean(property));
    }
    return means;
  }

  private static final class German implements CompositionPhrases {
    @Override
    public Optional<String> comparative(CompositionProperty property, boolean more) {
      return Optional.of("ruhiger");
    }

    @Override
    public String clause(List<String> comparatives, Extent extent) {
      return String.join(", ", comparatives) + " als viele";
    }

    @Override
    public String sentence(List<String> clauses) {
      return String.join("; ", clauses) + "!";
    }
  }
}
