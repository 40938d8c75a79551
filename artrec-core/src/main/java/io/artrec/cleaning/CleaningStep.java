package io.artrec.cleaning;

/** One step of a cleaning. */
@FunctionalInterface
interface CleaningStep {
  /** Drops or changes rows of the sweep; the account of it is made there. */
  void sweep(Sweep sweep);
}
