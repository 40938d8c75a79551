package io.artrec.eval.online;

/** A policy over arms whose worth is to be estimated from answers that another one drew. */
@FunctionalInterface
public interface ArmTarget {
  /**
   * Returns the probability with which the policy would draw an arm.
   *
   * @param segment the asker's segment, as the answers name it
   * @param arm the arm
   * @return 0 to 1; what its probabilities for a segment add up to over all arms is 1
   */
  double probability(String segment, String arm);

  /**
   * Returns the policy that always draws one arm.
   *
   * @param wanted the arm
   * @return the policy
   */
  static ArmTarget always(String wanted) {
    return (segment, arm) -> arm.equals(wanted) ? 1 : 0;
  }
}
