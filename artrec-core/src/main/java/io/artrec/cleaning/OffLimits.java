package io.artrec.cleaning;

/** What happens to a rating beyond a limit. */
public enum OffLimits {
  /** The event is dropped. */
  DROP,
  /** The rating is set to the limit. */
  CLAMP
}
