package io.artrec.text.sentiment;

import io.artrec.text.sentiment.Cue.Kind;
import io.artrec.text.sentiment.Units.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What each opinion word of a text counts, after negation, degree, contrast and emphasis. The
 * numbers are this class's constants; {@link LexiconSentiment} tells the rules in words.
 */
final class Judgement {
  private static final double NEGATED_GOOD = -0.75;
  private static final double NEGATED_BAD = -0.5;
  private static final double UNREAL_GOOD = -0.4;
  private static final double UNREAL_BAD = 0.6;
  private static final double EXCESS_GOOD = -0.4;
  private static final double EXCESS_BAD = 1.3;
  private static final double FEWER_GOOD = -0.6;
  private static final double FEWER_BAD = -0.3;
  private static final double BEFORE_BUT = 0.5;
  private static final double AFTER_BUT = 1.3;
  private static final double BEFORE_NEXT_BUT = 0.7;
  private static final double ALTHOUGH = 0.5;
  private static final double QUESTION = 0.6;
  private static final double EXCLAMATION = 0.15;
  private static final int MOST_EXCLAMATIONS = 3;
  private static final double LOUD = 1.3;
  private static final double NEGATION_REACH = 4;
  private static final double UNREAL_REACH = 4;
  private static final double SCALE_REACH = 1.5;

  private static final Set<String> COMPARING =
      Set.of(
          "so", "such", "such a", "more", "enough", "better", "worse", "most", "这么", "这样", "如此",
          "那么", "更", "比");

  private final List<Unit> units;
  private final double[] weight;
  private final int[] clause;

  /** Whether a clause of contrast weighs more or less than others. */
  private final boolean contrasts;

  private Judgement(List<Unit> units, boolean contrasts) {
    this.units = units;
    this.contrasts = contrasts;
    weight = new double[units.size()];
    Arrays.fill(weight, 1);
    clause = new int[units.size()];
  }

  /** What counts, in order of the text. */
  static List<LexiconSentiment.Opinion> of(List<Unit> units) {
    Judgement judgement = new Judgement(units, true);
    judgement.weighClauses();
    List<LexiconSentiment.Opinion> opinions = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      double value = judgement.opinion(i);
      if (value != 0) {
        opinions.add(new LexiconSentiment.Opinion(units.get(i).words(), value));
      }
    }
    return opinions;
  }

  /** What each unit counts where no clause weighs more than another; 0 for no opinion. */
  static double[] plainValues(List<Unit> units) {
    Judgement judgement = new Judgement(units, false);
    judgement.weighClauses();
    double[] values = new double[units.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = judgement.opinion(i);
    }
    return values;
  }

  private void weighClauses() {
    int from = 0;
    int before = 0;
    for (int i = 0; i <= units.size(); i++) {
      if (i == units.size() || units.get(i).type() == Tokens.Type.END) {
        if (i > from) {
          sentence(before, from, i);
          emphasize(from, i);
          before = from;
        }
        from = i + 1;
      }
    }
  }

  private void sentence(int before, int from, int to) {
    int number = from == 0 ? 0 : clause[from - 1] + 1;
    int but = -1;
    boolean aside = false;
    for (int i = from; i < to; i++) {
      Unit unit = units.get(i);
      boolean contrast = unit.cue().kind() == Kind.BUT && !modifiesOnly(unit, i);
      if (contrast) {
        but = i;
      }
      boolean opens = unit.cue().kind() == Kind.ALTHOUGH;
      if (unit.type() == Tokens.Type.BREAK || contrast || opens) {
        number++;
        aside = opens;
      }
      clause[i] = number;
      weight[i] *= aside && contrasts ? ALTHOUGH : 1;
    }
    if (to < clause.length) {
      clause[to] = number;
    }
    if (but >= 0 && contrasts) {
      boolean first = but == from;
      scale(first ? before : from, but, first ? BEFORE_NEXT_BUT : BEFORE_BUT);
      scale(but, to, first ? 1 : AFTER_BUT);
    }
  }

  /** A contrast word such as "最后" without a clause before it is none. */
  private boolean modifiesOnly(Unit unit, int i) {
    return i == 0 && unit.cue().value() == 0;
  }

  private void scale(int from, int to, double factor) {
    for (int i = from; i < to; i++) {
      weight[i] *= factor;
    }
  }

  private void emphasize(int from, int end) {
    int exclamations = 0;
    boolean question = false;
    for (int i = end; i < units.size() && units.get(i).type() == Tokens.Type.END; i++) {
      exclamations += units.get(i).words().equals("!") ? 1 : 0;
      question |= units.get(i).words().equals("?");
    }
    double louder = 1 + EXCLAMATION * Math.min(exclamations, MOST_EXCLAMATIONS);
    scale(from, end, louder * (question ? QUESTION : 1));
  }

  private double opinion(int i) {
    Unit unit = units.get(i);
    double value = unit.cue().value();
    if (value == 0 || degreeOfNext(i) || denialOfBlame(i)) {
      return 0;
    }
    value *= unit.loud() ? LOUD : 1;
    boolean negated = false;
    boolean unreal = false;
    boolean compared = COMPARING.contains(unit.words());
    double distance = 0;
    double scales = 1;
    for (int j = i - 1; j >= 0 && clause[j] == clause[i] && distance <= NEGATION_REACH; j--) {
      Unit earlier = units.get(j);
      if (earlier.type() == Tokens.Type.BREAK || earlier.type() == Tokens.Type.END) {
        break;
      }
      Kind kind = earlier.cue().kind();
      compared |= COMPARING.contains(earlier.words());
      if (kind == Kind.NEGATE || (kind == Kind.NEVER && !compared)) {
        negated = !negated;
      } else if (kind == Kind.UNREAL && distance <= UNREAL_REACH) {
        unreal = true;
      } else if (kind == Kind.SCALE && distance <= SCALE_REACH) {
        scales *= earlier.cue().factor();
      } else if (kind == Kind.EXCESS && distance == 0) {
        value *= value > 0 ? EXCESS_GOOD : EXCESS_BAD;
      } else if (kind == Kind.FEWER && distance == 0) {
        value *= value > 0 ? FEWER_GOOD : FEWER_BAD;
      }
      distance += kind == null ? earlier.width() : earlier.width() / 2;
    }
    if (i + 1 < units.size() && units.get(i + 1).cue().kind() == Kind.AFTER) {
      scales *= units.get(i + 1).cue().factor();
    }
    value *= Math.max(0.4, Math.min(2, scales));
    if (negated) {
      value *= value > 0 ? NEGATED_GOOD : NEGATED_BAD;
    }
    if (unreal) {
      value *= value > 0 ? UNREAL_GOOD : UNREAL_BAD;
    }
    return value * weight[i];
  }

  /** "far from dull": a negator that sounds like blame is none where it denies one. */
  private boolean denialOfBlame(int i) {
    Kind kind = units.get(i).cue().kind();
    if (units.get(i).cue().value() > 0 || (kind != Kind.NEGATE && kind != Kind.FEWER)) {
      return false;
    }
    double distance = 0;
    for (int j = i + 1;
        j < units.size() && clause[j] == clause[i] && distance <= NEGATION_REACH;
        j++) {
      Cue next = units.get(j).cue();
      if (units.get(j).type() == Tokens.Type.END) {
        return false;
      }
      if (next.value() != 0 || units.get(j).words().equals("and")) {
        return next.value() < 0;
      }
      distance += next.kind() == null ? units.get(j).width() : units.get(j).width() / 2;
    }
    return false;
  }

  /** "pretty bad": a word of degree before an opinion carries none itself. */
  private boolean degreeOfNext(int i) {
    Kind kind = units.get(i).cue().kind();
    return (kind == Kind.SCALE || kind == Kind.AFTER || kind == Kind.EXCESS)
        && i + 1 < units.size()
        && units.get(i + 1).cue().value() != 0;
  }
}
