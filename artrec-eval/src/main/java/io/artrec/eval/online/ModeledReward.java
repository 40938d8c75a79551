package io.artrec.eval.online;

/**
 * What a reward model expects in one context. It must not have been fitted on the logged event
 * itself, or the doubly robust estimate's guarantees are gone. Immutable.
 *
 * @param ofLogged the expected reward of the logged action, finite
 * @param ofTarget the expected reward of the target policy: Σ over actions of its probability times
 *     the action's expected reward, finite
 */
public record ModeledReward(double ofLogged, double ofTarget) {
  /** Validates. */
  public ModeledReward {
    Arguments.finite("the modelled reward of the logged action", ofLogged);
    Arguments.finite("the modelled reward of the target policy", ofTarget);
  }
}
