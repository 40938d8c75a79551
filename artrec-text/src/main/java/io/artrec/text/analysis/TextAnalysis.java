package io.artrec.text.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;

/**
 * Turns a text into terms: cleaned, tokenised, lower-cased, without stop words, stemmed where the
 * language has stems. Immutable and thread-safe; does not depend on the default locale.
 *
 * <p>Any text has an answer. Texts longer than {@value #MOST_CHARACTERS} characters are cut there,
 * between whole characters; words longer than {@value #MOST_TERM_CHARACTERS} are left out; {@link
 * TextCleaning} says what happens to tags, addresses, control characters and broken encodings.
 * Emoji are terms of their own. Words of another script than the language's are kept as they are:
 * the English analysis gives Chinese character by character, the Chinese analysis stems English.
 *
 * <p>O(characters); one to two million English words a second and thread.
 */
public final class TextAnalysis {
  /** The most characters of one text that are looked at. */
  public static final int MOST_CHARACTERS = 1_000_000;

  /** The most characters a term may have. */
  public static final int MOST_TERM_CHARACTERS = 64;

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Map<String, TextAnalysis> BY_LANGUAGE = new ConcurrentHashMap<>();

  private final String name;
  private final Tokenizing tokenizing;
  private final TextCleaning cleaning;
  private final String dictionary;

  private TextAnalysis(
      String name, Tokenizing tokenizing, TextCleaning cleaning, String dictionary) {
    this.name = Objects.requireNonNull(name, "name");
    this.tokenizing = tokenizing;
    this.cleaning = Objects.requireNonNull(cleaning, "cleaning");
    this.dictionary = dictionary;
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "analysis name '" + name + "': expected lower-case letters, digits and single hyphens");
    }
  }

  /**
   * Returns English: possessives and function words removed, Porter stems.
   *
   * @return the analysis {@code en}
   */
  public static TextAnalysis english() {
    return of("en");
  }

  /**
   * Returns simplified Chinese: segmented by a hidden Markov model, with English words among it
   * stemmed; function words of both and punctuation removed. Full-width letters and digits become
   * ordinary ones first. The model knows simplified characters; traditional ones come out one by
   * one, unless a {@link #chinese(TermDictionary) dictionary} knows the words.
   *
   * @return the analysis {@code zh}
   */
  public static TextAnalysis chinese() {
    return of("zh");
  }

  /**
   * Returns Chinese with terms that are always kept whole. They are found by bidirectional maximum
   * matching (see {@link MaximumMatching}); what lies between them is segmented as {@link
   * #chinese()} does.
   *
   * @param dictionary the terms, for instance {@link TermDictionary#chineseArt()}
   * @return the analysis {@code zh-<name of the dictionary>}
   */
  public static TextAnalysis chinese(TermDictionary dictionary) {
    return new TextAnalysis(
        "zh-" + dictionary.name(),
        new DictionaryTokens(dictionary, new LuceneTokens(Language.chinese())),
        TextCleaning.standard(),
        dictionary.fingerprint());
  }

  /**
   * {@return the analysis of a language, named by its code} There is one for each language that
   * Lucene's common analysis has: Arabic to Turkish with stop words and stems, Thai by words,
   * Japanese and Korean by pairs of characters; Chinese as {@link #chinese()}.
   *
   * @param language an ISO 639 code ({@code fr}), a language tag ({@code fr-CA}) or an English name
   *     ({@code French}), in any case
   * @throws IllegalArgumentException when there is none; the message lists all
   */
  public static TextAnalysis of(String language) {
    Language found = Language.of(language);
    return BY_LANGUAGE.computeIfAbsent(found.code(), code -> of(code, found.analyzer().get()));
  }

  /**
   * Returns the languages that {@link #of(String)} knows.
   *
   * @return their codes, in order
   */
  public static List<String> languages() {
    return Language.ALL.stream().map(Language::code).toList();
  }

  /**
   * Returns another Lucene analyzer.
   *
   * @param name a stable name, lower-case letters, digits and hyphens; analyses of one name must
   *     give the same terms
   * @param analyzer the analyzer, thread-safe
   * @return the analysis
   */
  public static TextAnalysis of(String name, Analyzer analyzer) {
    Objects.requireNonNull(analyzer, "analyzer");
    return new TextAnalysis(name, new LuceneTokens(analyzer), TextCleaning.standard(), "");
  }

  /**
   * {@return this analysis with another cleaning, of the same name; {@link #parameters()} tells
   * them apart}
   *
   * @param other what is cleaned before words are looked for
   */
  public TextAnalysis cleaning(TextCleaning other) {
    return new TextAnalysis(name, tokenizing, other, dictionary);
  }

  /** {@return the stable name, for instance {@code en}} */
  public String name() {
    return name;
  }

  /**
   * Returns what else was set, in a stable form: with the name it identifies the analysis.
   *
   * @return cleaning, and the fingerprint of a dictionary
   */
  public String parameters() {
    return dictionary.isEmpty()
        ? cleaning.toString().toLowerCase(Locale.ROOT)
        : cleaning.toString().toLowerCase(Locale.ROOT) + ", dictionary " + dictionary;
  }

  /**
   * Analyses a text.
   *
   * @param text any text
   * @return its terms in order, repeated ones included
   */
  public List<String> terms(String text) {
    List<String> terms = new ArrayList<>();
    forEachTerm(text, terms::add);
    return terms;
  }

  /**
   * Analyses a text without gathering its terms.
   *
   * @param text any text
   * @param action is given its terms in order, repeated ones included
   */
  public void forEachTerm(String text, Consumer<String> action) {
    tokenizing.tokens(clean(text), (term, start, end, increment) -> action.accept(term.toString()));
  }

  /**
   * Analyses a text, keeping where its terms stand.
   *
   * @param text any text
   * @return the cleaned text and its tokens
   */
  public AnalyzedText analyze(String text) {
    String clean = clean(text);
    List<AnalyzedText.Token> tokens = new ArrayList<>();
    int[] position = {-1};
    tokenizing.tokens(
        clean,
        (term, start, end, increment) -> {
          position[0] += increment;
          tokens.add(new AnalyzedText.Token(term.toString(), start, end, position[0]));
        });
    return new AnalyzedText(clean, tokens);
  }

  private String clean(String text) {
    return cut(cleaning.clean(cut(text)));
  }

  /** At most {@link #MOST_CHARACTERS}, never half of a surrogate pair. */
  private static String cut(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
    return text.substring(0, pair ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
  }
}
