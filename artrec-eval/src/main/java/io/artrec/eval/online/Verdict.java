package io.artrec.eval.online;

/** What a comparison of a treatment with a control has shown so far. */
public enum Verdict {
  /** The interval of the difference still holds 0. */
  UNDECIDED,
  /** The interval lies above 0. */
  TREATMENT_HIGHER,
  /** The interval lies below 0. */
  CONTROL_HIGHER;

  static Verdict of(Interval difference) {
    if (difference.low() > 0) {
      return TREATMENT_HIGHER;
    }
    return difference.high() < 0 ? CONTROL_HIGHER : UNDECIDED;
  }
}
