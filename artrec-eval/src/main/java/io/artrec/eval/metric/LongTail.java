package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How many works of a list few visitors knew: those outside the head. */
record LongTail(boolean share, double head, int cutoff) implements UserMetric {
  static final String SHARE = "aplt";
  static final String COUNT = "aclt";
  static final String HEAD = "head";
  static final double USUAL_HEAD = 0.8;

  LongTail {
    RankMetrics.places(cutoff);
    requireHead(head);
  }

  static double requireHead(double head) {
    if (!(head > 0 && head < 1)) {
      throw new IllegalArgumentException(
          "head is " + head + ", expected a share above 0 and below 1");
    }
    return head;
  }

  static List<String> variants(double head) {
    return head == USUAL_HEAD ? List.of() : List.of(HEAD + "=" + MetricSpec.format(head));
  }

  @Override
  public String name() {
    return new MetricSpec(share ? SHARE : COUNT, variants(head), OptionalInt.of(cutoff)).toString();
  }

  @Override
  public Needs needs() {
    return Needs.list(cutoff);
  }

  @Override
  public Direction direction() {
    return Direction.HIGHER;
  }

  @Override
  public OptionalDouble of(UserOutcome outcome) {
    int length = Math.min(cutoff, outcome.length());
    int count = 0;
    for (int place = 0; place < length; place++) {
      count += outcome.training().isLongTail(outcome.work(place), head) ? 1 : 0;
    }
    return length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(share ? (double) count / length : count);
  }
}
