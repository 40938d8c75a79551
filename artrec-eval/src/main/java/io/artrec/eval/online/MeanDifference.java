package io.artrec.eval.online;

import java.util.Optional;

/** A way to bound the difference of two means at all times at once. */
interface MeanDifference {
  void control(double value);

  void treatment(double value);

  /** The interval of treatment minus control; empty while nothing can be said. */
  Optional<Interval> interval();
}
