package io.artrec.eval.online;

/** The policy whose worth is to be estimated from another's log. */
@FunctionalInterface
public interface TargetPolicy {
  /**
   * {@return the probability with which the policy would show a work to a visitor at a place, 0 to
   * 1; what its probabilities for a visitor and place add up to over all works is 1}
   *
   * @param visitor the visitor's id
   * @param work the work's id
   * @param place the place, 1 the first
   */
  double probability(String visitor, String work, int place);
}
