package io.artrec.eval.online;

import io.artrec.behavior.DrawnAnswer;
import io.artrec.behavior.RewardedAnswer;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.Collection;
import java.util.Locale;

/**
 * Logged actions with propensities, in columns: 16 bytes an event, 32 with a reward model.
 * Immutable and thread-safe. {@link OffPolicyEstimators} make estimates of it.
 */
public final class OffPolicyLog {
  private final double[] rewards;
  private final double[] weights;
  private final double[] modeledLogged;
  private final double[] modeledTarget;
  private final int firstUnmodelled;

  private OffPolicyLog(Builder builder) {
    rewards = builder.rewards.toDoubleArray();
    weights = builder.weights.toDoubleArray();
    modeledLogged = builder.modeledLogged.toDoubleArray();
    modeledTarget = builder.modeledTarget.toDoubleArray();
    firstUnmodelled = builder.firstUnmodelled;
  }

  /**
   * Starts collecting events.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns logged actions in columns.
   *
   * @param actions the actions, at least two
   * @return the log
   * @throws IllegalArgumentException when a propensity is missing or not above 0 and at most 1, a
   *     target probability not 0 to 1, or a reward not finite
   */
  public static OffPolicyLog of(Collection<LoggedAction> actions) {
    Builder builder = builder();
    actions.forEach(builder::add);
    return builder.build();
  }

  /**
   * Returns impressions as logged actions, each place a decision of its own: the reward of a work
   * is taken not to depend on the works around it, and the estimate is the mean reward by
   * impression.
   *
   * @param log the impressions, each with its propensity
   * @param target the policy to be estimated
   * @param reward what an impression was worth
   * @return the log
   * @throws IllegalArgumentException when an impression has no propensity
   */
  public static OffPolicyLog of(ImpressionLog log, TargetPolicy target, ImpressionValue reward) {
    Builder builder = builder();
    for (int row = 0; row < log.size(); row++) {
      String visitor = log.userId(log.visitor(row));
      String work = log.artworkId(log.work(row));
      if (log.propensity(row).isEmpty()) {
        throw missing(visitor, work, row);
      }
      builder.add(
          reward.of(log, row),
          log.propensity(row).getAsDouble(),
          target.probability(visitor, work, log.place(row)));
    }
    return builder.build();
  }

  /**
   * Returns answers for which a recommender drew an arm ({@code Recommender.drawnAnswers}) as
   * logged actions, each answer one: the estimate is the mean reward of an answer.
   *
   * @param answers the answers with their rewards, at least two
   * @param target the policy to be estimated
   * @return the log
   * @throws IllegalArgumentException when a target probability is not 0 to 1
   */
  public static OffPolicyLog of(Collection<RewardedAnswer> answers, ArmTarget target) {
    Builder builder = builder();
    for (RewardedAnswer rewarded : answers) {
      DrawnAnswer answer = rewarded.answer();
      builder.add(
          rewarded.reward(),
          answer.probability(),
          target.probability(answer.segment(), answer.arm()));
    }
    return builder.build();
  }

  /**
   * Returns the number of events.
   *
   * @return the size, at least 2
   */
  public int size() {
    return rewards.length;
  }

  /**
   * Tells whether every event has a {@link ModeledReward}.
   *
   * @return true when the direct method and the doubly robust one can be used
   */
  public boolean isModeled() {
    return firstUnmodelled < 0;
  }

  /**
   * Returns how far the log speaks for the target policy. Cost one pass.
   *
   * @return the weights
   */
  public ImportanceWeights weights() {
    RunningMoments moments = new RunningMoments();
    double largest = 0;
    double squares = 0;
    for (double weight : weights) {
      moments.add(weight);
      largest = Math.max(largest, weight);
      squares += weight * weight;
    }
    double sum = moments.mean() * size();
    return new ImportanceWeights(
        moments.mean(),
        Math.sqrt(moments.variance() / size()),
        largest,
        squares > 0 ? sum * sum / squares : 0);
  }

  double reward(int event) {
    return rewards[event];
  }

  double weight(int event) {
    return weights[event];
  }

  double modeledLogged(int event) {
    return modeledLogged[event];
  }

  double modeledTarget(int event) {
    return modeledTarget[event];
  }

  void requireModel(String estimator) {
    if (!isModeled()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "estimator '%s' needs a reward model for every event; event %d has none: add events"
                  + " with what a model expects of the logged action and of the target policy",
              estimator,
              firstUnmodelled));
    }
  }

  private static IllegalArgumentException missing(String context, String action, int event) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "event %d (context '%s', action '%s') has no logging propensity; off-policy estimates"
                + " need the probability with which each logged action was chosen",
            event,
            context,
            action));
  }

  /** Collects events. Not thread-safe. */
  public static final class Builder {
    private final DoubleArrayList rewards = new DoubleArrayList();
    private final DoubleArrayList weights = new DoubleArrayList();
    private final DoubleArrayList modeledLogged = new DoubleArrayList();
    private final DoubleArrayList modeledTarget = new DoubleArrayList();
    private int firstUnmodelled = -1;

    private Builder() {}

    /**
     * Adds an event.
     *
     * @param action the logged action
     * @return this builder
     */
    public Builder add(LoggedAction action) {
      if (action.loggingPropensity().isEmpty()) {
        throw missing(action.context(), action.action(), rewards.size());
      }
      double propensity = action.loggingPropensity().getAsDouble();
      return action
          .model()
          .map(model -> add(action.reward(), propensity, action.targetProbability(), model))
          .orElseGet(() -> add(action.reward(), propensity, action.targetProbability()));
    }

    /**
     * Adds an event.
     *
     * @param reward what the action earned, finite
     * @param loggingPropensity the probability with which it was chosen, above 0, at most 1
     * @param targetProbability that with which the target policy would choose it, 0 to 1
     * @return this builder
     */
    public Builder add(double reward, double loggingPropensity, double targetProbability) {
      check(reward, loggingPropensity, targetProbability);
      if (firstUnmodelled < 0) {
        firstUnmodelled = rewards.size();
      }
      rewards.add(reward);
      weights.add(targetProbability / loggingPropensity);
      return this;
    }

    /**
     * Adds an event that a reward model speaks of.
     *
     * @param reward what the action earned, finite
     * @param loggingPropensity the probability with which it was chosen, above 0, at most 1
     * @param targetProbability that with which the target policy would choose it, 0 to 1
     * @param model what a model expects
     * @return this builder
     */
    public Builder add(
        double reward, double loggingPropensity, double targetProbability, ModeledReward model) {
      check(reward, loggingPropensity, targetProbability);
      rewards.add(reward);
      weights.add(targetProbability / loggingPropensity);
      if (firstUnmodelled < 0) {
        modeledLogged.add(model.ofLogged());
        modeledTarget.add(model.ofTarget());
      }
      return this;
    }

    /**
     * Finishes the log.
     *
     * @return the log
     * @throws IllegalStateException with fewer than two events, of which no error can be told
     */
    public OffPolicyLog build() {
      if (rewards.size() < 2) {
        throw new IllegalStateException(
            "off-policy log of " + rewards.size() + " events, expected at least 2");
      }
      return new OffPolicyLog(this);
    }

    private void check(double reward, double logging, double target) {
      if (!Double.isFinite(reward)
          || !(logging > 0 && logging <= 1)
          || !(target >= 0 && target <= 1)
          || !Double.isFinite(target / logging)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "event %d has reward %s, logging propensity %s and target probability %s: expected"
                    + " a finite reward, a propensity above 0 and at most 1 (what was logged had a"
                    + " chance), a probability from 0 to 1",
                rewards.size(),
                reward,
                logging,
                target));
      }
    }
  }
}
