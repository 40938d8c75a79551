package io.artrec.eval.online;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One action of the policy that made the log, and what it earned. Immutable.
 *
 * @param context whom or what it was for: the visitor, the page
 * @param action what was chosen: the work
 * @param reward what came of it, finite
 * @param loggingPropensity the probability with which the logging policy chose the action; empty
 *     where the log does not say, which estimates refuse
 * @param targetProbability the probability with which the policy to be estimated would choose it
 * @param model what a reward model expects here, for the direct method and the doubly robust one
 */
public record LoggedAction(
    String context,
    String action,
    double reward,
    OptionalDouble loggingPropensity,
    double targetProbability,
    Optional<ModeledReward> model) {
  /** Validates that nothing is null; {@link OffPolicyLog} checks the numbers. */
  public LoggedAction {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(loggingPropensity, "loggingPropensity");
    Objects.requireNonNull(model, "model");
  }
}
