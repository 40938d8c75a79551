package io.artrec.answering.internal;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.GroupRule;
import io.artrec.strategy.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Makes one set of scores of several members'. Members about whom nothing is known have no say. */
final class GroupScoring {
  private static final String NAME = "group";

  /** A member's scores and how they map to the range from 0 to 1. */
  private record Member(Scores scores, double min, double span) {
    static Member of(Scores scores) {
      double min = Double.POSITIVE_INFINITY;
      double max = Double.NEGATIVE_INFINITY;
      for (int p = 0; p < scores.candidates().size(); p++) {
        if (scores.isScored(p)) {
          min = Math.min(min, scores.value(p));
          max = Math.max(max, scores.value(p));
        }
      }
      return new Member(scores, min, max - min);
    }

    double unit(int position) {
      if (!scores.isScored(position)) {
        return 0;
      }
      return span > 0 ? (scores.value(position) - min) / span : 1;
    }

    /** Summands of {@code factor · unit(position)}. */
    void contribute(int position, double factor, List<Contribution> out) {
      if (!scores.isScored(position)) {
        return;
      }
      if (span > 0) {
        scores.contributions(position).forEach(c -> out.add(c.times(factor / span)));
        out.add(new Contribution(NAME, new Cause.Offset("scale"), -factor * min / span));
      } else {
        out.add(new Contribution(NAME, new Cause.Offset("scale"), factor));
      }
    }
  }

  private final List<Member> members;
  private final Candidates candidates;
  private final IntPredicate eligible;

  /**
   * Joins members.
   *
   * @param scores each member's scores of the candidates
   * @param candidates the works
   * @param eligible whether a work may be in the answer, by catalogue index: a turn is not spent on
   *     one that may not
   */
  GroupScoring(List<Scores> scores, Candidates candidates, IntPredicate eligible) {
    members = scores.stream().filter(s -> s.scoredCount() > 0).map(Member::of).toList();
    this.candidates = candidates;
    this.eligible = eligible;
  }

  Scores combine(GroupRule rule) {
    if (members.isEmpty()) {
      return new Scores(candidates);
    }
    return switch (rule) {
      case AVERAGE -> average();
      case LEAST_MISERY -> extreme(-1);
      case MOST_PLEASURE -> extreme(1);
      case FAIR_ROTATION -> rotation();
    };
  }

  private Scores average() {
    Scores combined = new Scores(candidates);
    for (int p = 0; p < candidates.size(); p++) {
      if (anyScored(p)) {
        double sum = 0;
        for (Member member : members) {
          sum += member.unit(p);
        }
        combined.set(p, sum / members.size());
      }
    }
    return combined.explainedBy(
        position -> {
          List<Contribution> contributions = new ArrayList<>();
          for (Member member : members) {
            member.contribute(position, 1.0 / members.size(), contributions);
          }
          return contributions;
        });
  }

  private Scores extreme(int sign) {
    Scores combined = new Scores(candidates);
    for (int p = 0; p < candidates.size(); p++) {
      if (anyScored(p)) {
        combined.set(p, decisive(p, sign).unit(p));
      }
    }
    return combined.explainedBy(
        position -> {
          List<Contribution> contributions = new ArrayList<>();
          decisive(position, sign).contribute(position, 1, contributions);
          return contributions;
        });
  }

  private Member decisive(int position, int sign) {
    Member decisive = members.get(0);
    for (Member member : members) {
      if (sign * member.unit(position) > sign * decisive.unit(position)) {
        decisive = member;
      }
    }
    return decisive;
  }

  /**
   * Scores fall from 1 in the order of the turns; each is explained by the member whose turn it
   * was.
   */
  private Scores rotation() {
    List<int[]> orders = new ArrayList<>();
    members.forEach(member -> orders.add(member.scores().best(candidates.size())));
    int[] next = new int[members.size()];
    Member[] chooser = new Member[candidates.size()];
    Scores combined = new Scores(candidates);
    int taken = 0;
    for (int turn = 0, idle = 0; idle < members.size(); turn = (turn + 1) % members.size()) {
      int[] order = orders.get(turn);
      while (next[turn] < order.length
          && (combined.isScored(order[next[turn]])
              || !eligible.test(candidates.artwork(order[next[turn]])))) {
        next[turn]++;
      }
      if (next[turn] < order.length) {
        int position = order[next[turn]];
        chooser[position] = members.get(turn);
        combined.set(position, 1 - (double) taken++ / candidates.size());
        idle = 0;
      } else {
        idle++;
      }
    }
    return combined.explainedBy(
        position -> {
          double unit = chooser[position].unit(position);
          List<Contribution> contributions = new ArrayList<>();
          chooser[position].contribute(position, 1, contributions);
          contributions.add(
              new Contribution(NAME, new Cause.Offset("turn"), combined.value(position) - unit));
          return contributions;
        });
  }

  private boolean anyScored(int position) {
    for (Member member : members) {
      if (member.scores().isScored(position)) {
        return true;
      }
    }
    return false;
  }
}
