package io.artrec.text.sentiment;

import io.artrec.text.sentiment.Units.Unit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A text in clauses with the opinions in each, as {@link LexiconSentiment} judges them but for
 * contrast: what comes before <i>but</i> counts whole. A clause ends at punctuation, at a word of
 * contrast, and at "and" or 而且 where an opinion stands on both sides. Not changed.
 */
final class Clauses {
  /**
   * A clause.
   *
   * @param sentence the number of its sentence
   * @param units its phrases and words
   * @param values what each counts, 0 for no opinion
   */
  record Clause(int sentence, List<Unit> units, List<Double> values) {
    boolean isJudging() {
      return values.stream().anyMatch(value -> value != 0);
    }

    List<Double> opinions() {
      return values.stream().filter(value -> value != 0).toList();
    }
  }

  private final List<Clause> all = new ArrayList<>();

  private Clauses() {}

  static Clauses of(String text, Wordlist list) {
    List<Unit> units = Units.of(text, list);
    double[] values = Judgement.plainValues(units);
    BitSet ahead = opinionsAhead(units, values);
    Clauses clauses = new Clauses();
    int sentence = 0;
    int from = 0;
    boolean any = false;
    for (int i = 0; i <= units.size(); i++) {
      boolean ends = i == units.size() || units.get(i).type() == Tokens.Type.END;
      boolean parts = !ends && (units.get(i).type() == Tokens.Type.BREAK || isContrast(units, i));
      if (ends || parts || (any && ahead.get(i) && isJoint(units.get(i)))) {
        clauses.add(sentence, units, values, from, i);
        from = i;
        any = false;
      }
      any |= i < units.size() && values[i] != 0;
      sentence += ends ? 1 : 0;
    }
    return clauses;
  }

  private static boolean isContrast(List<Unit> units, int i) {
    Cue.Kind kind = units.get(i).cue().kind();
    return kind == Cue.Kind.BUT || kind == Cue.Kind.ALTHOUGH;
  }

  private static boolean isJoint(Unit unit) {
    return unit.words().equals("and") || unit.words().equals("而且");
  }

  /** After which units an opinion stands before the next mark. */
  private static BitSet opinionsAhead(List<Unit> units, double[] values) {
    BitSet ahead = new BitSet();
    boolean any = false;
    for (int i = units.size() - 1; i >= 0; i--) {
      ahead.set(i, any);
      any = !isMark(units.get(i)) && (any || values[i] != 0);
    }
    return ahead;
  }

  private static boolean isMark(Unit unit) {
    return unit.type() == Tokens.Type.END || unit.type() == Tokens.Type.BREAK;
  }

  private void add(int sentence, List<Unit> units, double[] values, int from, int to) {
    List<Unit> own = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (!isMark(units.get(i))) {
        own.add(units.get(i));
        kept.add(values[i]);
      }
    }
    if (!own.isEmpty()) {
      all.add(new Clause(sentence, List.copyOf(own), List.copyOf(kept)));
    }
  }

  List<Clause> all() {
    return all;
  }

  /**
   * Where a clause that names something is judged: in itself; else in the next clause of its
   * sentence that judges and names nothing, then in the one before, then where the next sentence
   * begins.
   *
   * @param names whether a clause names something
   * @return a clause's number; −1 when nowhere
   */
  int judged(int clause, IntPredicate names) {
    if (all.get(clause).isJudging()) {
      return clause;
    }
    int next = free(clause + 1, 1, all.get(clause).sentence(), names);
    if (next >= 0) {
      return next;
    }
    int before = free(clause - 1, -1, all.get(clause).sentence(), names);
    return before >= 0 ? before : free(clause + 1, 1, all.get(clause).sentence() + 1, names);
  }

  /** The next clause in a direction that judges; −1 where one that names something comes first. */
  private int free(int from, int step, int lastSentence, IntPredicate names) {
    for (int i = from; i >= 0 && i < all.size(); i += step) {
      boolean isNear =
          step > 0 ? all.get(i).sentence() <= lastSentence : all.get(i).sentence() == lastSentence;
      if (!isNear || names.test(i)) {
        return -1;
      }
      if (all.get(i).isJudging()) {
        return i;
      }
    }
    return -1;
  }
}
