package io.artrec.text.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.artrec.text.sentiment.Sentiment.Label;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AspectSentimentTest {
  private static final AspectSentiment ENGLISH = AspectSentiment.english();

  private static AspectSentiment in(String language) {
    return language.equals("english") ? ENGLISH : AspectSentiment.chinese();
  }

  /** Aspects with + or -, those that are only mentioned with 0. */
  private static Map<String, String> sides(List<AspectOpinion> opinions) {
    Map<String, String> sides = new TreeMap<>();
    for (AspectOpinion opinion : opinions) {
      String side =
          switch (opinion.sentiment().label()) {
            case POSITIVE -> "+";
            case NEGATIVE -> "-";
            case NEUTRAL -> "0";
          };
      sides.put(opinion.aspect().code(), side);
    }
    return sides;
  }

  @Test
  void eachAspectIsJudgedByItself() {
    List<AspectOpinion> found =
        ENGLISH.analyze("I love the blues in this one, but it costs too much.");
    assertThat(found).extracting(AspectOpinion::aspect).containsExactly(Aspect.COLOR, Aspect.PRICE);
    assertThat(found.get(0).sentiment().label()).isEqualTo(Label.POSITIVE);
    assertThat(found.get(0).sentiment())
        .as("as the whole of a text with this opinion alone")
        .isEqualTo(LexiconSentiment.english().analyze("I love the blues"));
    assertThat(found.get(0).words()).containsExactly("blues", "love");
    assertThat(found.get(1).sentiment().label()).isEqualTo(Label.NEGATIVE);
  }

  @Test
  void negationAndDegreeCount_mentionsAreNeutral() {
    assertThat(sides(ENGLISH.analyze("The palette is not beautiful."))).containsEntry("color", "-");
    assertThat(sides(ENGLISH.analyze("It is not expensive."))).containsEntry("price", "+");
    assertThat(sides(ENGLISH.analyze("Is the price with shipping?")))
        .isEqualTo(Map.of("price", "0"));
    double very = ENGLISH.analyze("a very beautiful palette").get(0).sentiment().intensity();
    double plain = ENGLISH.analyze("a beautiful palette").get(0).sentiment().intensity();
    assertThat(very).isGreaterThan(plain);
    assertThat(ENGLISH.analyze("")).isEmpty();
    assertThat(ENGLISH.analyze("Hello there.")).isEmpty();
  }

  @Test
  void aClauseThatOnlyNames_isJudgedByTheNextThatNamesNothing() {
    assertThat(sides(ENGLISH.analyze("That red! Stunning."))).isEqualTo(Map.of("color", "+"));
    assertThat(sides(ENGLISH.analyze("That red. The price is awful.")))
        .isEqualTo(Map.of("color", "0", "price", "-"));
    assertThat(sides(ENGLISH.analyze("the brushwork is superb and the layout is dreadful")))
        .isEqualTo(Map.of("technique", "+", "composition", "-"));
  }

  @Test
  void wordsOfOnesOwn_nameAndJudge() {
    assertThat(ENGLISH.analyze("The passepartout is awful.")).isEmpty();
    AspectSentiment more = ENGLISH.with(Aspect.SIZE, Map.of("passepartout", 0.0, "roomy", 2.0));
    assertThat(sides(more.analyze("The passepartout is awful."))).isEqualTo(Map.of("size", "-"));
    assertThat(sides(more.analyze("Roomy!"))).isEqualTo(Map.of("size", "+"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ENGLISH.with(Aspect.SIZE, Map.of("vast", 5.0)))
        .withMessageContaining("a word of aspect size is 'vast' of intensity 5.0, expected")
        .withMessageContaining("-4 to 4");
  }

  /** What was measured on comments that the lists were not tuned by must not get worse. */
  @ParameterizedTest
  @CsvSource({
    "english-aspects-tuning, 0.98",
    "chinese-aspects-tuning, 0.95",
    "english-aspects-held-out, 0.92",
    "chinese-aspects-held-out, 0.94"
  })
  void comments_areUnderstoodAsMeasured(String name, double f1) throws IOException {
    AspectSentiment analyzer = in(name.substring(0, name.indexOf('-')));
    int right = 0;
    int found = 0;
    int expected = 0;
    for (String line : lines(name + ".txt")) {
      String[] parts = line.split(" \\| ", 2);
      Map<String, String> wanted = new TreeMap<>();
      for (String aspect : parts[0].split(" ", -1)) {
        int side = aspect.length() - 1;
        assertThat(Aspect.ofCode(aspect.substring(0, side))).as(line).isPresent();
        wanted.put(aspect.substring(0, side), aspect.substring(side));
      }
      Map<String, String> given = sides(analyzer.analyze(parts[1]));
      wanted.values().removeIf("0"::equals);
      given.values().removeIf("0"::equals);
      found += given.size();
      expected += wanted.size();
      given.entrySet().retainAll(wanted.entrySet());
      right += given.size();
    }
    assertThat(expected).isGreaterThan(35);
    assertThat(2.0 * right / (found + expected)).isGreaterThan(f1);
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(AspectSentimentTest.class.getResourceAsStream(resource), resource)) {
      List<String> lines = new ArrayList<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(lines::add);
      return lines;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        " ",
        ",",
        "and ",
        "very ",
        "not ",
        "red ",
        "颜色",
        "，",
        "but ",
        "!",
        "and good "
      })
  void longRunsOfAnything_takeNoTimeToSpeakOf(String part) {
    String text = part.repeat(20_000 / part.length());
    assertThat(ENGLISH.analyze(text)).hasSizeLessThanOrEqualTo(Aspect.values().length);
    assertThat(AspectSentiment.chinese().analyze(text)).isNotNull();
  }
}
