package io.artrec.explain;

import io.artrec.catalog.Artwork;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

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
          (work, language) -> work.title(),
          true,
          true,
          true);

  private final Map<Locale, Phrases> languages;
  private final BiFunction<Artwork, Locale, String> titles;
  private final boolean dislikes;
  private final boolean chance;
  private final boolean counts;

  private StandardSentences(
      Map<Locale, Phrases> languages,
      BiFunction<Artwork, Locale, String> titles,
      boolean dislikes,
      boolean chance,
      boolean counts) {
    this.languages = Map.copyOf(languages);
    this.titles = titles;
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
    return new StandardSentences(more, titles, dislikes, chance, counts);
  }

  /**
   * {@return these sentences with works named otherwise than by their records' titles, for instance
   * by titles in the reader's language}
   *
   * @param naming returns the title of a work in the language that is written; a blank one is that
   *     of the record
   */
  public StandardSentences titles(BiFunction<Artwork, Locale, String> naming) {
    return new StandardSentences(
        languages, Objects.requireNonNull(naming, "naming"), dislikes, chance, counts);
  }

  /** {@return these sentences without a word of works the visitor did not like} */
  public StandardSentences withoutDislikes() {
    return new StandardSentences(languages, titles, false, chance, counts);
  }

  /**
   * {@return these sentences without saying that chance picked a work, which is then a match
   * overall}
   */
  public StandardSentences withoutChance() {
    return new StandardSentences(languages, titles, dislikes, false, counts);
  }

  /**
   * {@return these sentences without how many visitors took an interest in a work, but that some
   * did}
   */
  public StandardSentences withoutCounts() {
    return new StandardSentences(languages, titles, dislikes, chance, false);
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

  String title(Artwork work, Locale language) {
    String title = titles.apply(work, language);
    return title.isBlank() ? work.title() : title;
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
