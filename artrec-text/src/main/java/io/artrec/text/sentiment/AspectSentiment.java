package io.artrec.text.sentiment;

import io.artrec.text.sentiment.Clauses.Clause;
import io.artrec.text.sentiment.Units.Unit;
import io.artrec.text.subject.SubjectFinder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what a text thinks of the colors, the subject, the technique, the composition, the price,
 * the size and the mood of a work, each by itself: "I love the blues, but it is too expensive". By
 * word lists and rules, without training, model or engine.
 *
 * <p>The text is parted into clauses, in which opinions are found, negated and scaled as {@link
 * LexiconSentiment} does. An aspect is named by a word (<i>palette</i>, 构图) or judged by one that
 * is of no other (<i>overpriced</i>, 潦草). Opinions that are of no aspect by themselves go to all
 * aspects that their clause names; where it names none, and the tree of subjects knows a word of it
 * (<i>the cats are adorable</i>), to the subject. A clause that names an aspect and judges nothing
 * is judged by the next clause that names none (<i>That red. Stunning.</i>). The intensity of an
 * aspect follows from its opinions as that of a whole text does.
 *
 * <p>{@code docs/interests.md} says how often that is right. Immutable and thread-safe;
 * O(characters).
 */
public final class AspectSentiment {
  private static final AspectTerms ENGLISH = AspectTerms.read("english-aspects.txt");
  private static final AspectTerms CHINESE = AspectTerms.read("chinese-aspects.txt");

  /** Opinions of these never speak for other aspects. */
  private static final Set<Aspect> OWN = EnumSet.of(Aspect.PRICE, Aspect.SIZE);

  /** An opinion of at least this is one of a subject that only the tree knows: not "little". */
  private static final double CLEAR = 1.5;

  private final AspectTerms terms;
  private final Wordlist plain;
  private final Wordlist list;
  private final SubjectFinder subjects;

  private AspectSentiment(AspectTerms terms, Wordlist plain, SubjectFinder subjects) {
    this.terms = terms;
    this.plain = plain;
    this.subjects = subjects;
    list = terms.in(plain);
  }

  /** {@return English} */
  public static AspectSentiment english() {
    return new AspectSentiment(ENGLISH, Wordlist.english(), SubjectFinder.standard());
  }

  /** {@return simplified Chinese} */
  public static AspectSentiment chinese() {
    return new AspectSentiment(CHINESE, Wordlist.chinese(), SubjectFinder.standard());
  }

  /**
   * {@return this analyzer with more words of an aspect}
   *
   * @param aspect the aspect
   * @param words words or phrases with the opinion each carries, −4 to 4; 0 names the aspect only
   */
  public AspectSentiment with(Aspect aspect, Map<String, Double> words) {
    Objects.requireNonNull(aspect, "aspect");
    words.forEach(
        (word, value) -> {
          if (word.isBlank() || !(Math.abs(value) <= 4)) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "a word of aspect %s is '%s' of intensity %s, expected one that is not blank, -4 to 4",
                    aspect.code(),
                    word,
                    value));
          }
        });
    return new AspectSentiment(terms.with(aspect, words), plain, subjects);
  }

  /** What is gathered of an aspect. */
  private static final class Gathered {
    private final Set<String> words = new LinkedHashSet<>();
    private final List<Double> opinions = new ArrayList<>();
  }

  /**
   * Finds what a text says of each aspect.
   *
   * @param text any text
   * @return at most one for each aspect, in the order of {@link Aspect}; empty when none is named
   */
  public List<AspectOpinion> analyze(String text) {
    Clauses clauses = Clauses.of(text, list);
    Map<Aspect, Gathered> found = new EnumMap<>(Aspect.class);
    for (int i = 0; i < clauses.all().size(); i++) {
      gather(clauses, i, found);
    }
    return found.entrySet().stream()
        .map(
            entry ->
                new AspectOpinion(
                    entry.getKey(),
                    Sentiment.of(LexiconSentiment.intensity(entry.getValue().opinions)),
                    List.copyOf(entry.getValue().words)))
        .toList();
  }

  private void gather(Clauses clauses, int number, Map<Aspect, Gathered> found) {
    Clause clause = clauses.all().get(number);
    Set<Aspect> named = EnumSet.noneOf(Aspect.class);
    boolean general = false;
    boolean anyAspect = false;
    boolean clear = false;
    for (int u = 0; u < clause.units().size(); u++) {
      Unit unit = clause.units().get(u);
      Set<Aspect> of = terms.aspects(unit);
      anyAspect |= !of.isEmpty();
      if (!terms.isJudging(unit)) {
        named.addAll(of);
        add(unit.words(), of, found);
        general |= of.isEmpty() && clause.values().get(u) != 0;
        clear |= of.isEmpty() && Math.abs(clause.values().get(u)) >= CLEAR;
      }
    }
    boolean shows = !anyAspect && clear && shows(clause);
    if (shows) {
      named.add(Aspect.SUBJECT);
    }
    boolean any = false;
    for (int u = 0; u < clause.units().size(); u++) {
      Unit unit = clause.units().get(u);
      double value = clause.values().get(u);
      Set<Aspect> of = terms.aspects(unit);
      if (value != 0 && !of.isEmpty()) {
        opinion(unit, value, of, found);
        any |= named.containsAll(of);
        if (!named.isEmpty() && !general && of.stream().noneMatch(OWN::contains)) {
          Set<Aspect> others = EnumSet.copyOf(named);
          others.removeAll(of);
          opinion(unit, value, others, found);
          any = true;
        }
      } else if (value != 0) {
        opinion(unit, value, named, found);
        any = true;
      }
    }
    if (!any && !named.isEmpty()) {
      judgedElsewhere(clauses, number, named, found);
    }
  }

  /** A clause that names aspects and judges none of them. */
  private void judgedElsewhere(
      Clauses clauses, int number, Set<Aspect> named, Map<Aspect, Gathered> found) {
    int judged = clauses.judged(number, other -> isNaming(clauses.all().get(other)));
    if (judged >= 0 && judged != number) {
      Clause other = clauses.all().get(judged);
      for (int u = 0; u < other.units().size(); u++) {
        if (other.values().get(u) != 0) {
          opinion(other.units().get(u), other.values().get(u), named, found);
        }
      }
    }
  }

  private boolean isNaming(Clause clause) {
    return clause.units().stream().anyMatch(unit -> !terms.aspects(unit).isEmpty());
  }

  private boolean shows(Clause clause) {
    String words = clause.units().stream().map(Unit::words).collect(Collectors.joining(" "));
    boolean isHan = clause.units().stream().anyMatch(unit -> unit.type() == Tokens.Type.HAN);
    return !subjects.find(isHan ? words.replace(" ", "") : words).isEmpty();
  }

  private static void opinion(
      Unit unit, double value, Set<Aspect> of, Map<Aspect, Gathered> found) {
    add(unit.words(), of, found);
    of.forEach(aspect -> gathered(aspect, found).opinions.add(value));
  }

  private static void add(String words, Set<Aspect> of, Map<Aspect, Gathered> found) {
    for (Aspect aspect : of) {
      gathered(aspect, found).words.add(words);
    }
  }

  private static Gathered gathered(Aspect aspect, Map<Aspect, Gathered> found) {
    return found.computeIfAbsent(aspect, other -> new Gathered());
  }
}
