package io.artrec.text.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoodLexiconTest {
  private final MoodLexicon lexicon = MoodLexicon.standard();

  @ParameterizedTest
  @CsvSource({
    "calm, calm",
    "serene, calm",
    "Serenely, calm",
    "宁静, calm",
    "平静的, calm",
    "melancholy, melancholic",
    "忧郁, melancholic",
    "忧郁的气氛, melancholic",
    "happy, joyful",
    "happily, joyful",
    "unhappy, sad",
    "sadder, sad",
    "saddest, sad",
    "悲伤, sad",
    "light-hearted, cheerful",
    "light hearted, cheerful",
    "ILL at ease, ",
    "tense, tense",
    "tensions, tense",
    "dramatic, dramatic",
    "dramatically, dramatic",
    "romantic, romantic",
    "mysterious, mysterious",
    "神秘感, mysterious",
    "lonely, lonely",
    "孤独, lonely",
    "powerful, powerful",
    "playfully, playful",
    "nostalgia, nostalgic",
    "gloomy, gloomy",
    "peaceful, peaceful",
    "energetic, energetic",
    "tenderly, tender",
    "awe, majestic",
    "awful, horrific",
    "hopelessly, hopeless",
    "hopefully, hopeful",
    "dark, gloomy",
    "table, ",
    "桌子, ",
    "'', "
  })
  void aWordLeadsToItsMood(String word, String mood) {
    assertThat(lexicon.mood(word).map(Mood::name).orElse(null)).isEqualTo(mood);
  }

  @ParameterizedTest
  @CsvSource({
    "A melancholy evening, melancholic",
    "'Storms of fear, and light-hearted dances', fearful cheerful",
    "Not sad at all, ''",
    "'No. Sad', sad",
    "They were never really afraid, ''",
    "Warm dark colors, ''",
    "Grimes's apprentice, ''",
    "ill at ease but at ease, relaxed relaxed",
    "忧郁的黄昏与欢乐的人群, melancholic joyful",
    "并不悲伤, ''",
    "不安, anxious",
    "愁, ''",
    "孤独 loneliness, lonely lonely"
  })
  void wordsOfATextAreFound(String text, String moods) {
    assertThat(
            lexicon.in(text).stream()
                .map(word -> word.mood().name())
                .collect(Collectors.joining(" ")))
        .isEqualTo(moods);
  }

  @Test
  void itsWordsLieInTheirQuarterOfThePlane() {
    assertThat(affect("calm")).satisfies(a -> assertSigns(a, 1, -1));
    assertThat(affect("joyful")).satisfies(a -> assertSigns(a, 1, 1));
    assertThat(affect("恐惧")).satisfies(a -> assertSigns(a, -1, 1));
    assertThat(affect("悲伤")).satisfies(a -> assertSigns(a, -1, -1));
    assertThat(affect("ecstatic").valence()).isGreaterThan(affect("glad").valence());
  }

  private Affect affect(String word) {
    return lexicon.find(word).orElseThrow().affect();
  }

  private static void assertSigns(Affect affect, double valence, double arousal) {
    assertThat(Math.signum(affect.valence())).isEqualTo(valence);
    assertThat(Math.signum(affect.arousal())).isEqualTo(arousal);
  }

  @Test
  void everyNameLeadsToItsMood() {
    assertThat(lexicon.moods())
        .allSatisfy(
            mood -> {
              assertThat(lexicon.mood(mood.name())).contains(mood);
              assertThat(lexicon.mood(mood.label(Locale.CHINESE))).contains(mood);
            });
  }

  @Test
  void placesAreQuartersAndNamesAreFew() {
    assertThat(lexicon.moods())
        .allSatisfy(
            mood -> {
              assertThat(mood.affect().valence() * 4 % 1).isZero();
              assertThat(mood.affect().arousal() * 4 % 1).isZero();
            });
    assertThat(lexicon.moods().stream().map(Mood::name).collect(Collectors.toSet()))
        .hasSameSizeAs(lexicon.moods());
  }

  @Test
  void theNearestMoodIsNear() {
    assertThat(lexicon.nearest(new Affect(-1, 0.9)).name()).isEqualTo("horrific");
    assertThat(lexicon.nearest(new Affect(0.5, -0.75)).affect()).isEqualTo(new Affect(0.5, -0.75));
  }

  @Test
  void aWordOfTwoMoodsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> MoodLexicon.of("two", List.of("a | 甲 | 0 0", "  x | 乙", "b | 丙 | 1 0", "  X |")))
        .withMessageContaining("'x' is a word for");
  }

  @Test
  void aLineThatIsNoMoodIsRefusedWithItsPlace() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MoodLexicon.of("mine.txt", List.of("# moods", "calm | 平静")))
        .withMessageStartingWith("mine.txt, line 2: 'calm | 平静' is neither a mood");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MoodLexicon.of("mine.txt", List.of("calm | 平静 | 0.5")))
        .withMessageContaining("'0.5' is not valence and arousal");
  }

  @Test
  void runOfApostrophesIsRead() {
    assertThat(MoodLexicon.standard().in("a'".repeat(100_000) + " calm")).hasSize(1);
  }
}
