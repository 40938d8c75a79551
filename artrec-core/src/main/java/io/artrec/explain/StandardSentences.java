package io.artrec.explain;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Sentences that tell the strongest reasons only, each true of the contributions or of the two
 * works that it names, in English and Chinese and in every {@link #language} that is added.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * Recommender.builder().sentences(
 *     Sentences.standard().language(Locale.FRENCH, new FrenchPhrases()).withoutDislikes());
 * }</pre>
 */
public final class StandardSentences implements Sentences {
  static final StandardSentences STANDARD =
      new StandardSentences(
          Map.of(Locale.ENGLISH, new EnglishPhrases(), Locale.CHINESE, new ChinesePhrases()),
          true,
          true,
          true);

  private final Map<Locale, Phrases> languages;
  private final boolean dislikes;
  private final boolean chance;
  private final boolean counts;

  private StandardSentences(
      Map<Locale, Phrases> languages, boolean dislikes, boolean chance, boolean counts) {
    this.languages = Map.copyOf(languages);
    this.dislikes = dislikes;
    this.chance = chance;
    this.counts = counts;
  }

  /**
   * {@return these sentences with a further language, or another wording of one that is there}
   *
   * @param language the language; one without a country serves all countries
   * @param phrases its phrases
   */
  public StandardSentences language(Locale language, Phrases phrases) {
    Map<Locale, Phrases> more = new HashMap<>(languages);
    more.put(
        Objects.requireNonNull(language, "language"), Objects.requireNonNull(phrases, "phrases"));
    return new StandardSentences(more, dislikes, chance, counts);
  }

  /** {@return these sentences without a word of works the visitor did not like} */
  public StandardSentences withoutDislikes() {
    return new StandardSentences(languages, false, chance, counts);
  }

  /**
   * {@return these sentences without saying that chance picked a work, which is then a match
   * overall}
   */
  public StandardSentences withoutChance() {
    return new StandardSentences(languages, dislikes, false, counts);
  }

  /**
   * {@return these sentences without how many visitors took an interest in a work, but that some
   * did}
   */
  public StandardSentences withoutCounts() {
    return new StandardSentences(languages, dislikes, chance, false);
  }

  /**
   * Writes the sentence.
   *
   * @param explanation what is explained
   * @param language the language; English where it is not there
   * @return one sentence
   */
  @Override
  public String write(Explanation explanation, Locale language) {
    Phrases phrases =
        Languages.find(languages, language)
            .orElseGet(() -> Objects.requireNonNull(languages.get(Locale.ENGLISH)));
    Locale spoken = Languages.find(languages, language).isPresent() ? language : Locale.ENGLISH;
    return new SentenceWriter(this, explanation, new ChosenPhrases(phrases, explanation), spoken)
        .write();
  }

  boolean tellsDislikes() {
    return dislikes;
  }

  boolean tellsChance() {
    return chance;
  }

  boolean tellsCounts() {
    return counts;
  }

  @Override
  public String toString() {
    return "Sentences.standard() in "
        + languages.keySet().stream().map(Locale::toLanguageTag).sorted().toList()
        + (dislikes ? "" : ", without dislikes")
        + (chance ? "" : ", without chance")
        + (counts ? "" : ", without counts");
  }
}
