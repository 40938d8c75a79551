package io.artrec.catalog;

/** Whether a work can be had or seen now. */
public enum Availability {
  /** The record does not say; filters treat it as available. */
  UNKNOWN,
  /** On view or for sale. */
  AVAILABLE,
  /** In storage, on loan, sold or withdrawn. */
  UNAVAILABLE
}
