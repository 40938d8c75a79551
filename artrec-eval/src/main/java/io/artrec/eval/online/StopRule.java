package io.artrec.eval.online;

/** What a look at a running experiment advises. */
public enum StopRule {
  /** Nothing is decided yet. */
  GO_ON(false),
  /** The variant does better than the control. */
  STOP_BETTER(true),
  /** The variant does worse than the control. */
  STOP_WORSE(true),
  /** What difference there may be is too small to be worth having. */
  STOP_NO_DIFFERENCE(true),
  /** Visitors are not divided as planned: something loses visitors, and no comparison holds. */
  STOP_WRONG_SPLIT(true);

  private final boolean stop;

  StopRule(boolean stop) {
    this.stop = stop;
  }

  /**
   * Tells whether the experiment is over.
   *
   * @return false for {@link #GO_ON} alone
   */
  public boolean isStop() {
    return stop;
  }
}
