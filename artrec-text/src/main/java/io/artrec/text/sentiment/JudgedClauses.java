package io.artrec.text.sentiment;

import io.artrec.text.sentiment.Clauses.Clause;
import io.artrec.text.sentiment.Units.Unit;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A text in clauses, each with what it thinks, for readers that ask what a text thinks of
 * something: of "I love his blues but the battle scenes are dreadful", of the blues and of the
 * battles. By {@link LexiconSentiment}'s lists and rules, but for contrast. Immutable and
 * thread-safe.
 */
public final class JudgedClauses {
  private static final Unit SLASH = new Unit("/", Tokens.Type.WORD, Cue.NONE, 1, false);

  private final Clauses clauses;

  private JudgedClauses(Clauses clauses) {
    this.clauses = clauses;
  }

  /**
   * Parts and judges a text.
   *
   * @param text English or, where it holds a Han character, simplified Chinese
   * @return the clauses
   */
  public static JudgedClauses of(String text) {
    boolean isChinese = text.codePoints().anyMatch(Tokens::isHan);
    return new JudgedClauses(Clauses.of(text, isChinese ? Wordlist.chinese() : Wordlist.english()));
  }

  /**
   * Returns how many clauses there are.
   *
   * @return 0 for a text without words
   */
  public int size() {
    return clauses.all().size();
  }

  /**
   * Returns a clause.
   *
   * @param clause its number
   * @return its words in lower case, without punctuation
   */
  public String words(int clause) {
    List<Unit> units = clauses.all().get(clause).units();
    return joined(units, 0, units.size());
  }

  /**
   * Returns a clause without what carries an opinion: {@code i / snow} of "I love snow".
   *
   * @param clause its number
   * @return its other words in lower case, with a slash where one is left out
   */
  public String topics(int clause) {
    List<Unit> units =
        clauses.all().get(clause).units().stream()
            .map(unit -> unit.cue().value() == 0 ? unit : SLASH)
            .toList();
    return joined(units, 0, units.size());
  }

  /**
   * Returns what of a clause is wanted: what stands before its first word of negation.
   *
   * @param clause its number
   * @return the words; all of it where nothing is negated
   */
  public String beforeNegation(int clause) {
    List<Unit> units = clauses.all().get(clause).units();
    return joined(units, 0, negation(units));
  }

  /**
   * Returns what of a clause is not wanted: what follows its first word of negation.
   *
   * @param clause its number
   * @return the words; empty where nothing is negated
   */
  public String afterNegation(int clause) {
    List<Unit> units = clauses.all().get(clause).units();
    return joined(units, negation(units), units.size());
  }

  private static int negation(List<Unit> units) {
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i).cue().kind() == Cue.Kind.NEGATE) {
        return i;
      }
    }
    return units.size();
  }

  private static String joined(List<Unit> units, int from, int to) {
    StringBuilder words = new StringBuilder();
    for (int i = from; i < to; i++) {
      boolean spaced =
          i > from
              && (units.get(i).type() == Tokens.Type.WORD
                  || units.get(i - 1).type() == Tokens.Type.WORD);
      words.append(spaced ? " " : "").append(units.get(i).words());
    }
    return words.toString();
  }

  /**
   * Returns what the text thinks of what a clause names: the clause's own opinion; where it has
   * none that of the next clause of the sentence that names nothing, then of the one before, then
   * of the beginning of the next sentence.
   *
   * @param clause its number
   * @param names whether a clause names something
   * @return neutral where nothing is thought of it
   */
  public Sentiment about(int clause, IntPredicate names) {
    int judged = clauses.judged(clause, names);
    if (judged < 0) {
      return Sentiment.neutral();
    }
    Clause by = clauses.all().get(judged);
    return Sentiment.of(LexiconSentiment.intensity(by.opinions()));
  }
}
