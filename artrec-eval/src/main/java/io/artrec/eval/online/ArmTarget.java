package io.artrec.eval.online;

/** A policy over arms whose worth is to be estimated from answers that another one drew. */
@FunctionalInterface
public interface ArmTarget {
  /**
   * {@return the probability with which the policy would draw an arm, 0 to 1; what its
   * probabilities for a segment add up to over all arms is 1}
   *
   * @param segment the asker's segment, as the answers name it
   * @param arm the arm
   */
  double probability(String segment, String arm);

  /**
   * {@return the policy that always draws one arm}
   *
   * @param wanted the arm
   */
  static ArmTarget always(String wanted) {
    return (segment, arm) -> arm.equals(wanted) ? 1 : 0;
  }
}
