package io.artrec.eval.metric;

import java.util.OptionalDouble;

/** A metric of where liked works stand among the first places of a list: more is better. */
interface RankedListMetric extends UserMetric {
  /** {@return how many places count} */
  int cutoff();

  /** {@return the value of a visitor with relevant works} */
  OptionalDouble ofLiked(UserOutcome outcome);

  @Override
  default Needs needs() {
    return Needs.list(cutoff());
  }

  @Override
  default Direction direction() {
    return Direction.HIGHER;
  }

  @Override
  default OptionalDouble of(UserOutcome outcome) {
    return outcome.relevantCount() == 0 ? OptionalDouble.empty() : ofLiked(outcome);
  }
}
