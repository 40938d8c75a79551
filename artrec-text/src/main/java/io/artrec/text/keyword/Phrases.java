package io.artrec.text.keyword;

import io.artrec.text.analysis.AnalyzedText;
import io.artrec.text.analysis.AnalyzedText.Token;
import io.artrec.text.analysis.TextAnalysis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * From weighted terms to keywords as written: terms that stand side by side become phrases, which
 * weigh as much as their different terms together. A phrase that holds another one of two words or
 * more that stands by itself more often is that one and the rest. After a name, a word in lower
 * case begins another phrase, and so does an English participle; other English verbs that {@link
 * VerbForms} knows are no keywords. Terms that a better keyword holds add nothing, so keywords say
 * different things.
 */
final class Phrases {
  private static final Pattern POSSESSIVE = Pattern.compile("['’][sS]?$");

  /** Comparing all parts of a run costs the cube of its length. */
  private static final int MOST_WORDS = 10;

  private final AnalyzedText text;
  private final ToDoubleFunction<String> weights;
  private final int mostWords;
  private final boolean english;
  private final Set<String> names;
  private final List<List<Token>> runs = new ArrayList<>();
  private final Map<List<String>, Map<String, Integer>> surfaces = new LinkedHashMap<>();

  private Phrases(
      AnalyzedText text, ToDoubleFunction<String> weights, int mostWords, boolean english) {
    this.text = text;
    this.english = english;
    this.weights = weights;
    this.mostWords = mostWords;
    names = names(text);
  }

  /**
   * Finds keywords.
   *
   * @param text the text
   * @param weights a term's weight, 0 when it can be no keyword
   * @param mostWords of how many words a phrase may be
   * @param most how many keywords
   * @param analysis what turned the text into terms; verbs are told in English only
   */
  static List<Keyword> of(
      AnalyzedText text,
      ToDoubleFunction<String> weights,
      int mostWords,
      int most,
      TextAnalysis analysis) {
    Phrases phrases = new Phrases(text, weights, mostWords, analysis.name().equals("en"));
    phrases.gather();
    phrases.split();
    return phrases.best(most);
  }

  static void requireWords(int most) {
    if (most < 1 || most > MOST_WORDS) {
      throw new IllegalArgumentException(
          "maxWords is " + most + ", expected 1 to " + MOST_WORDS + " words");
    }
  }

  /** Tells whether a term can be a keyword: two characters or more, one of them a letter. */
  static boolean isCandidate(String term) {
    return term.codePointCount(0, term.length()) > 1
        && term.codePoints().anyMatch(Character::isLetter);
  }

  private void gather() {
    List<Token> run = new ArrayList<>();
    for (Token token : text.tokens()) {
      boolean weighs =
          weights.applyAsDouble(token.term()) > 0
              && !(english && VerbForms.isVerb(text.surface(token)));
      boolean goesOn =
          weighs
              && !run.isEmpty()
              && run.size() < mostWords
              && adjacent(run.get(run.size() - 1), token);
      if (!goesOn) {
        close(run);
      }
      if (weighs) {
        run.add(token);
      }
    }
    close(run);
  }

  private boolean adjacent(Token before, Token token) {
    int gap = token.start() - before.end();
    if (token.position() != before.position() + 1 || gap < 0 || gap > 1) {
      return false;
    }
    if (english && VerbForms.isParticiple(text.surface(token))) {
      return false;
    }
    if (names.contains(before.term())
        && Character.isLowerCase(text.text().codePointAt(token.start()))) {
      return false;
    }
    char between = gap == 0 ? ' ' : text.text().charAt(before.end());
    return between == ' ' || between == '-';
  }

  /** Terms that are never in lower case, and somewhere in upper case amid a sentence. */
  private static Set<String> names(AnalyzedText text) {
    Set<String> names = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (Token token : text.tokens()) {
      int first = text.text().codePointAt(token.start());
      if (!Character.isUpperCase(first)) {
        others.add(token.term());
      } else if (token.start() > 1
          && text.text().charAt(token.start() - 1) == ' '
          && Character.isLetter(text.text().charAt(token.start() - 2))) {
        names.add(token.term());
      }
    }
    names.removeAll(others);
    return names;
  }

  private void close(List<Token> run) {
    if (!run.isEmpty()) {
      runs.add(List.copyOf(run));
      run.clear();
    }
  }

  private void split() {
    Map<List<String>, Integer> counts = new HashMap<>();
    runs.forEach(run -> counts.merge(terms(run), 1, Integer::sum));
    for (List<Token> run : runs) {
      List<Token> rest = run;
      while (!rest.isEmpty()) {
        int length = lengthOfPhrase(rest, counts);
        occurs(rest.subList(0, length));
        rest = rest.subList(length, rest.size());
      }
    }
  }

  /** How many tokens from the first on are one phrase. */
  private static int lengthOfPhrase(List<Token> run, Map<List<String>, Integer> counts) {
    int own = counts.getOrDefault(terms(run), 1);
    for (int length = run.size() - 1; length > 1; length--) {
      for (int from = 0; from + length <= run.size(); from++) {
        if (counts.getOrDefault(terms(run.subList(from, from + length)), 0) > own) {
          return from > 0 ? from : length;
        }
      }
    }
    return run.size();
  }

  private static List<String> terms(List<Token> run) {
    return run.stream().map(Token::term).toList();
  }

  private void occurs(List<Token> phrase) {
    int end = phrase.get(phrase.size() - 1).end();
    String written = text.text().substring(phrase.get(0).start(), end);
    String surface = POSSESSIVE.matcher(written).replaceFirst("");
    surfaces
        .computeIfAbsent(terms(phrase), t -> new LinkedHashMap<>())
        .merge(surface, 1, Integer::sum);
  }

  /** What a candidate adds falls while others are chosen, so only the foremost is weighed again. */
  private List<Keyword> best(int most) {
    PriorityQueue<Candidate> left = new PriorityQueue<>(Candidate.FOREMOST);
    for (List<String> terms : surfaces.keySet()) {
      left.add(new Candidate(terms, left.size(), weight(terms, Set.of())));
    }
    Set<String> said = new HashSet<>();
    List<Keyword> keywords = new ArrayList<>();
    while (keywords.size() < most && !left.isEmpty()) {
      Candidate foremost = left.remove();
      double adds = weight(foremost.terms(), said);
      if (adds < foremost.weight()) {
        left.add(new Candidate(foremost.terms(), foremost.order(), adds));
      } else if (adds > 0) {
        keywords.add(new Keyword(surface(foremost.terms()), adds));
        said.addAll(foremost.terms());
      }
    }
    return keywords;
  }

  private record Candidate(List<String> terms, int order, double weight) {
    static final Comparator<Candidate> FOREMOST =
        Comparator.comparingDouble(Candidate::weight).reversed().thenComparingInt(Candidate::order);
  }

  private double weight(List<String> terms, Set<String> said) {
    double sum = 0;
    for (int i = 0; i < terms.size(); i++) {
      String term = terms.get(i);
      if (!said.contains(term) && terms.indexOf(term) == i) {
        sum += weights.applyAsDouble(term);
      }
    }
    return sum;
  }

  private String surface(List<String> terms) {
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> form : surfaces.getOrDefault(terms, Map.of()).entrySet()) {
      boolean lower = form.getKey().equals(form.getKey().toLowerCase(Locale.ROOT));
      boolean bestLower = best.equals(best.toLowerCase(Locale.ROOT));
      if (form.getValue() > most || (form.getValue() == most && lower && !bestLower)) {
        best = form.getKey();
        most = form.getValue();
      }
    }
    return best;
  }
}
