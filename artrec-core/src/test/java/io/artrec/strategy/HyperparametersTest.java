package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HyperparametersTest {
  private enum Taste {
    SWEET_AND_SOUR,
    SALTY,
    BITTER
  }

  private static final Hyperparameter<Integer> COUNT =
      Hyperparameter.whole("count", 7, Range.atLeast(1).triedByMagnitude(2, 64))
          .meaning("how many there are");
  private static final Hyperparameter<Long> PAUSE =
      Hyperparameter.wholeLong("pause", 30, Range.atLeast(0));
  private static final Hyperparameter<Double> RATE =
      Hyperparameter.number("rate", 0.5, Range.above(0).atMost(1).tried(0.1, 0.9));
  private static final Hyperparameter<Double> HELD =
      Hyperparameter.number("held", 0, Range.shareOrNone(0.5));
  private static final Hyperparameter<Boolean> STRICT =
      Hyperparameter.yesNo("strict", false).tried(List.of(false, true));
  private static final Hyperparameter<Taste> TASTE =
      Hyperparameter.choice("taste", Taste.SALTY, Taste.SALTY, Taste.SWEET_AND_SOUR);
  private static final Hyperparameter<Duration> HALF_LIFE =
      Hyperparameter.time("halfLife", Duration.ofDays(7));
  private static final Hyperparameter<Integer> MORE =
      Hyperparameter.whole("more", 0, Range.atLeast(0))
          .standard(values -> Math.max(5, values.get(COUNT)), "as count, at least 5");

  private static final Hyperparameters TABLE =
      Hyperparameters.of("soup", COUNT, PAUSE, RATE, HELD, STRICT, TASTE, HALF_LIFE, MORE);

  private static Hyperparameters parsed(String text) {
    return TABLE.parse(Parameters.parse(text));
  }

  @Test
  void nothingSet_isAsTheTableHasIt() {
    assertThat(TABLE.get(COUNT)).isEqualTo(7);
    assertThat(TABLE.get(MORE)).isEqualTo(7);
    assertThat(TABLE)
        .hasToString(
            "soup:count=7,pause=30,rate=0.5,held=0.0,strict=false,taste=salty,halfLife=PT168H,"
                + "more=7");
  }

  @Test
  void derivedDefault_followsUntilItIsResolved() {
    assertThat(TABLE.with(COUNT, 9).get(MORE)).isEqualTo(9);
    assertThat(TABLE.with(COUNT, 2).get(MORE)).isEqualTo(5);
    assertThat(TABLE.with(MORE, 1).with(COUNT, 9).get(MORE)).isEqualTo(1);
    assertThat(TABLE.with(COUNT, 9).resolved().with(COUNT, 20).get(MORE)).isEqualTo(9);
  }

  @Test
  void text_setsWhatItNames() {
    Hyperparameters values =
        parsed("taste=Sweet_and_sour, pause=99999999999,strict=true,halfLife=PT1H,rate=1e-3");
    assertThat(values.get(TASTE)).isEqualTo(Taste.SWEET_AND_SOUR);
    assertThat(values.get(PAUSE)).isEqualTo(99_999_999_999L);
    assertThat(values.get(STRICT)).isTrue();
    assertThat(values.get(HALF_LIFE)).isEqualTo(Duration.ofHours(1));
    assertThat(values.get(RATE)).isEqualTo(0.001);
    assertThat(values.get(COUNT)).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "size=1; strategy 'soup' has no parameter 'size', expected one of count, pause, rate, held,",
        "count=0; count of soup is 0, expected 1 or more",
        "count=1.5; count is '1.5', expected a whole number",
        "count=3000000000; count is '3000000000', expected a whole number below 2^31",
        "pause=-1; pause of soup is -1, expected 0 or more",
        "rate=0; rate of soup is 0.0, expected a number above 0",
        "rate=NaN; rate of soup is NaN, expected a number above 0",
        "rate=Infinity; rate of soup is Infinity, expected a number above 0",
        "rate=1.5; rate of soup is 1.5, expected at most 1",
        "held=0.6; held of soup is 0.6, expected a share of 0 (none) to 0.5",
        "held=NaN; held of soup is NaN, expected a share of 0 (none) to 0.5",
        "strict=yes; strict is 'yes', expected true or false",
        "taste=bitter; taste of soup is bitter, expected one of salty, sweet-and-sour",
        "taste=hot; taste is 'hot', expected one of sweet-and-sour, salty, bitter",
        "halfLife=week; halfLife is 'week', expected a duration of ISO 8601 such as P30D or PT12H"
      })
  void mistakes_areNamed(String text, String message) {
    assertThatThrownBy(() -> parsed(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void wrongValueInCode_isRefusedAsInText() {
    assertThatThrownBy(() -> TABLE.with(COUNT, 0))
        .hasMessage("count of soup is 0, expected 1 or more");
    assertThatThrownBy(() -> TABLE.with(Hyperparameter.yesNo("salted", true), false))
        .hasMessageStartingWith("'soup' has no hyper-parameter 'salted', expected one of count,");
  }

  @Test
  void another_ofTheSameName_readsTheSameValue() {
    Hyperparameter<Integer> other = COUNT.standard(100).meaning("of something else");
    assertThat(TABLE.get(other)).isEqualTo(7);
    assertThat(TABLE.with(other, 3).get(COUNT)).isEqualTo(3);
    assertThat(Hyperparameters.of("stew", other).get(COUNT)).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyValues_comeBackFromText(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < 100; k++) {
      Hyperparameters values =
          TABLE
              .with(COUNT, 1 + random.nextInt(1 << 30))
              .with(PAUSE, random.nextLong(1L << 60))
              .with(RATE, Math.max(Double.MIN_VALUE, random.nextDouble()))
              .with(TASTE, random.nextBoolean() ? Taste.SALTY : Taste.SWEET_AND_SOUR)
              .with(HALF_LIFE, Duration.ofMillis(1 + random.nextLong(1L << 40)));
      Hyperparameters again = TABLE.parse(values.parameters());
      assertThat(again).as("seed %d", seed).isEqualTo(values).hasSameHashCodeAs(values);
      assertThat(again.get(RATE)).isEqualTo(values.get(RATE));
      assertThat(again).isNotEqualTo(values.with(STRICT, true));
    }
  }

  @Test
  void table_isListed() {
    assertThat(Hyperparameters.of("soup", COUNT, MORE.meaning("how many more")).toText())
        .isEqualTo(
            """
              count: 1 or more, 7 unless set: how many there are
              more: 0 or more, as count, at least 5 unless set: how many more
            """);
    assertThat(Hyperparameters.of("water").toText()).isEqualTo("  no hyper-parameters\n");
    assertThat(RATE.range()).isEqualTo("above 0, at most 1");
    assertThat(HELD.range()).isEqualTo("0 (none) to 0.5");
    assertThat(TASTE.range()).isEqualTo("one of salty, sweet-and-sour");
  }

  @Test
  void whatASearchShouldTry_isTold() {
    assertThat(COUNT.tried()).contains(new Hyperparameter.Span(2, 64, true));
    assertThat(RATE.tried()).contains(new Hyperparameter.Span(0.1, 0.9, false));
    assertThat(STRICT.tried()).contains(new Hyperparameter.Choice(List.of("false", "true")));
    assertThat(PAUSE.tried()).isEmpty();
    assertThatThrownBy(() -> Range.atLeast(1).tried(0, 3))
        .hasMessage("a search should try 0.0 to 3.0, expected two numbers of: 1 or more");
    assertThatThrownBy(() -> Range.atLeast(0).triedByMagnitude(0, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoOfOneName_areRefused() {
    assertThatThrownBy(() -> Hyperparameters.of("soup", COUNT, COUNT.standard(3)))
        .hasMessage("hyper-parameter 'count' of soup is declared twice, expected once");
  }

  private static final Hyperparameter<Integer> SALT =
      Hyperparameter.whole("salt", 1, Range.atLeast(0));
  private static final Hyperparameter<Double> GRAIN =
      Hyperparameter.number("grain", 2, Range.atLeast(0)).writtenIf(values -> values.get(SALT) > 0);
  private static final Hyperparameters SPICE =
      Hyperparameters.of("spice", SALT, GRAIN)
          .checked(
              values -> {
                if (values.get(SALT) > values.get(GRAIN) * 100) {
                  throw new IllegalArgumentException("too much salt for its grain");
                }
              });

  @Test
  void part_keepsItsNameItsChecksAndItsDefaults() {
    Hyperparameters meal =
        Hyperparameters.of("meal", COUNT)
            .and(Hyperparameters.of("spice", SALT.standard(3)).and(GRAIN));
    assertThat(meal.of(SPICE).get(SALT)).as("as the meal has it").isEqualTo(3);
    assertThat(meal.with(SPICE.with(SALT, 5)).of(SPICE)).isEqualTo(SPICE.with(SALT, 5));
    assertThatThrownBy(() -> meal.with(SALT, -1))
        .hasMessage("salt of spice is -1, expected 0 or more");
    Hyperparameters checked = Hyperparameters.of("meal", COUNT).and(SPICE);
    assertThatThrownBy(() -> checked.parse(Parameters.parse("salt=300")))
        .hasMessage("too much salt for its grain");
    assertThat(checked.with(SALT, 0)).hasToString("meal:count=7,salt=0");
    assertThat(checked.with(SALT, 0).with(GRAIN, 5.0)).isEqualTo(checked.with(SALT, 0));
  }

  @Test
  void partsUnderPrefixes_shareWhatTheyDoNotSay() {
    Hyperparameters forBoth = Hyperparameters.of("menu", SALT.writtenIf(values -> false));
    Hyperparameters menu =
        Hyperparameters.of("menu")
            .and(forBoth)
            .and("soup", SPICE, forBoth)
            .and("fish", SPICE, forBoth);
    Hyperparameters values = menu.parse(Parameters.parse("salt=9,fishSalt=0,fishGrain=4"));
    assertThat(values.of("soup", SPICE).get(SALT)).isEqualTo(9);
    assertThat(values.of("fish", SPICE).get(SALT)).isZero();
    assertThat(values).hasToString("menu:soupSalt=9,soupGrain=2.0,fishSalt=0");
    assertThat(menu.parse(values.parameters())).isEqualTo(values);
    assertThat(menu.with("fish", values.of("soup", SPICE)).of("fish", SPICE).get(SALT))
        .isEqualTo(9);
    assertThatThrownBy(() -> menu.parse(Parameters.parse("soupSalt=-1")))
        .hasMessage("salt of spice is -1, expected 0 or more");
    assertThatThrownBy(() -> menu.parse(Parameters.parse("fishSalt=500")))
        .hasMessage("too much salt for its grain");
    assertThat(menu.rows())
        .extracting(Hyperparameter::name)
        .containsExactly("salt", "soupSalt", "soupGrain", "fishSalt", "fishGrain");
    assertThat(menu.rows().get(1).standard()).isEqualTo("as salt");
  }
}
