package io.artrec.text.sentiment;

import io.artrec.text.analysis.internal.EnglishLemmas;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which words tell aspects, and the opinions that some of them carry. Not changed. */
final class AspectTerms {
  /**
   * A word of an aspect.
   *
   * @param aspect the aspect
   * @param value the opinion it carries, 0 for none
   */
  record Term(Aspect aspect, double value) {}

  private final Map<String, Term> terms;

  private AspectTerms(Map<String, Term> terms) {
    this.terms = terms;
  }

  static AspectTerms read(String resource) {
    Map<String, Term> terms = new HashMap<>();
    try (InputStream in = AspectTerms.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("artrec-text is incomplete: it lacks " + resource);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          add(line, terms);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource + " of artrec-text", e);
    }
    return new AspectTerms(terms);
  }

  private static void add(String line, Map<String, Term> terms) {
    int colon = line.indexOf(':');
    String[] head = line.substring(0, colon).split(" ", -1);
    Term term =
        new Term(
            Aspect.ofCode(head[0]).orElseThrow(),
            head.length > 1 ? Double.parseDouble(head[1]) : 0);
    for (String phrase : line.substring(colon + 1).split(",", -1)) {
      terms.put(Wordlist.key(phrase), term);
    }
  }

  /** These terms and others, which take the place of the same. */
  AspectTerms with(Aspect aspect, Map<String, Double> more) {
    Map<String, Term> changed = new HashMap<>(terms);
    more.forEach((word, value) -> changed.put(Wordlist.key(word), new Term(aspect, value)));
    return new AspectTerms(changed);
  }

  /**
   * A word list that also knows these as phrases; what has an opinion there keeps it unless another
   * is given here.
   */
  Wordlist in(Wordlist list) {
    Map<String, Double> opinions = new HashMap<>();
    terms.forEach(
        (word, term) -> {
          Cue known = list.get(word);
          if (term.value() != 0 || known == null) {
            opinions.put(word, term.value());
          }
        });
    return list.with(opinions);
  }

  /** Of which aspects a phrase is: by itself, by its lemma, or by a word in it. */
  Set<Aspect> aspects(Units.Unit unit) {
    EnumSet<Aspect> found = EnumSet.noneOf(Aspect.class);
    Term whole = unit.cue().kind() == null ? term(unit.words()) : terms.get(unit.words());
    if (whole != null) {
      found.add(whole.aspect());
    } else if (unit.type() == Tokens.Type.HAN) {
      partsOf(unit.words(), found);
    } else if (unit.type() == Tokens.Type.WORD && unit.words().indexOf(' ') > 0) {
      for (String word : unit.words().split(" ", -1)) {
        Term part = term(word);
        if (part != null) {
          found.add(part.aspect());
        }
      }
    }
    return found;
  }

  private void partsOf(String phrase, Set<Aspect> found) {
    for (int from = 0; from < phrase.length(); from++) {
      for (int to = from + 2; to <= phrase.length(); to++) {
        Term part = terms.get(phrase.substring(from, to));
        if (part != null) {
          found.add(part.aspect());
        }
      }
    }
  }

  /** Whether a phrase carries an opinion of its aspect by itself. */
  boolean isJudging(Units.Unit unit) {
    Term term = term(unit.words());
    return term != null && term.value() != 0;
  }

  private @Nullable Term term(String words) {
    Term term = terms.get(words);
    if (term != null || words.indexOf(' ') >= 0) {
      return term;
    }
    Predicate<String> known = terms::containsKey;
    return EnglishLemmas.of(words, known).map(terms::get).orElse(null);
  }
}
