package io.artrec.classification;

import java.util.List;

/**
 * A way to learn labels from features. Settings that are left open are chosen on works held out.
 * Learners learn the same at any number of threads, and are immutable and thread-safe.
 *
 * <p>What is learned is saved by name in a format of its own, so there are these four and no
 * others.
 */
public abstract sealed class Learner
    permits LogisticRegression, LinearSvm, RandomForest, NearestNeighbors {
  Learner() {}

  /** This learner with every setting chosen, once for each choice, the usual one in the middle. */
  abstract List<Learner> candidates();

  /** Learns; every class has a place in the scores, also one without examples. */
  abstract ScoreModel learn(TrainingSet examples, Effort effort);

  /**
   * {@return the learner and its settings in words, for instance {@code logistic regression,
   * regularization 0.01}}
   */
  @Override
  public abstract String toString();
}
