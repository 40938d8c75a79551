package io.artrec.text.mood;

import io.artrec.text.analysis.internal.EnglishLemmas;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Words of mood and feeling, English and simplified Chinese, each a word for one of some sixty
 * moods and with it a place in the plane of {@link Affect}. Both languages lead to the same moods:
 * {@code serene} and 宁静 are words for {@code calm}.
 *
 * <p>Some 750 English and 650 Chinese words, written for this library. Where a mood lies is a
 * judgement after Russell's circumplex (1980), rounded to quarters; no list of ratings was copied,
 * so that differences smaller than a quarter mean nothing. The moods of {@code LabelSet.moods} of
 * artrec-llm are among them under the same names.
 *
 * <p>Immutable and thread-safe. A look-up is O(characters).
 */
public final class MoodLexicon {
  private static final String FILE = "moods.txt";

  /** Endings that make a Chinese word an adjective, an adverb or a feeling, longest first. */
  private static final List<String> CHINESE_ENDINGS =
      List.of("的感觉", "的气氛", "的情绪", "气氛", "情绪", "之感", "感", "的", "地");

  private final List<Mood> moods;
  private final Map<String, MoodFile.Entry> entries = new HashMap<>();
  private final MoodText text;
  private final String fingerprint;

  private MoodLexicon(MoodFile file) {
    moods = List.copyOf(file.moods());
    fingerprint = MoodFile.fingerprint(file.entries());
    for (MoodFile.Entry entry : file.entries()) {
      String key = key(entry.word().word());
      MoodFile.Entry earlier = entries.putIfAbsent(key, entry);
      if (earlier != null) {
        throw new IllegalArgumentException(
            "'" + key + "' is a word for " + earlier.word().mood() + " and " + entry.word().mood());
      }
    }
    text =
        new MoodText(
            this::unambiguous,
            entries.keySet().stream().filter(MoodLexicon::isSeveralHan).toList());
  }

  private static boolean isSeveralHan(String key) {
    return key.length() > 1 && key.codePoints().allMatch(Character::isIdeographic);
  }

  /** A number is not more numb: in texts -er and -est stay. */
  private Optional<MoodWord> unambiguous(String key) {
    Optional<MoodFile.Entry> entry =
        key.endsWith("er") || key.endsWith("est")
            ? Optional.ofNullable(entries.get(key))
            : entry(key);
    return entry.filter(found -> !found.ambiguous()).map(MoodFile.Entry::word);
  }

  /**
   * Returns the words that come with the library.
   *
   * @return the same lexicon at every call
   */
  public static MoodLexicon standard() {
    return Standard.LEXICON;
  }

  private static final class Standard {
    static final MoodLexicon LEXICON = of(FILE, MoodFile.bundled(FILE));
  }

  static MoodLexicon of(String file, List<String> lines) {
    return new MoodLexicon(MoodFile.read(file, lines));
  }

  /**
   * Returns the moods.
   *
   * @return all, in order of the list
   */
  public List<Mood> moods() {
    return moods;
  }

  /**
   * {@return the mood of a name or of any other word for it, or empty when the word is none of the
   * lexicon}
   *
   * @param word English or Chinese, as {@link #find}
   */
  public Optional<Mood> mood(String word) {
    return find(word).map(MoodWord::mood);
  }

  /**
   * Looks a word or phrase up: as it is, but for case, hyphens and white space; else an English one
   * without its inflection ({@code happily}, {@code fears}); else a Chinese one without an ending
   * such as 的 or 感.
   *
   * @param word English or Chinese
   * @return the word of the lexicon, or empty when it has none
   */
  public Optional<MoodWord> find(String word) {
    return entry(key(word)).map(MoodFile.Entry::word);
  }

  private Optional<MoodFile.Entry> entry(String key) {
    return Optional.ofNullable(entries.get(key))
        .or(() -> EnglishLemmas.of(key, entries::containsKey).map(entries::get))
        .or(() -> withoutEnding(key));
  }

  private Optional<MoodFile.Entry> withoutEnding(String key) {
    return CHINESE_ENDINGS.stream()
        .filter(key::endsWith)
        .map(ending -> entries.get(key.substring(0, key.length() - ending.length())))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /**
   * Finds words of mood in a text, the longest phrase counting. Words that also name things which
   * are no mood ({@code dark}, {@code warm}), words of one Chinese character and what is denied
   * ({@code not sad}, {@code without fear}, 不悲伤) are left out. O(characters).
   *
   * @param words any text, English, Chinese or both
   * @return what was found, in order, repeated words included
   */
  public List<MoodWord> in(String words) {
    return List.copyOf(text.in(words));
  }

  /**
   * {@return the mood that lies nearest to a feeling, of equals the first of the list}
   *
   * @param affect any feeling
   */
  public Mood nearest(Affect affect) {
    return moods.stream()
        .min(Comparator.comparingDouble(mood -> mood.affect().distance(affect)))
        .orElseThrow();
  }

  /** Identifies the words and where they lie. */
  String fingerprint() {
    return fingerprint;
  }

  private static String key(String word) {
    return word.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replaceAll("\\s+", " ");
  }
}
