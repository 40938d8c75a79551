package io.artrec.elicitation;

import java.util.Arrays;

/**
 * How answers to a question fall, when one of a few values or another can be answered: of a work
 * with several of them each as likely, of one with none another, and of one whose record does not
 * say as of all others.
 */
final class Split {
  private final AspectValues values;
  private final Belief belief;
  private final double known;

  Split(AspectValues values, Belief belief) {
    this.values = values;
    this.belief = belief;
    double sum = 0;
    for (int work = 0; work < belief.works().size(); work++) {
      sum += values.of(work).length > 0 ? belief.probability(work) : 0;
    }
    known = sum;
  }

  /** The probability that the record says something. */
  double known() {
    return known;
  }

  /** For each value the probability of works that have it. */
  double[] masses() {
    double[] masses = new double[values.count()];
    for (int work = 0; work < belief.works().size(); work++) {
      for (int value : values.of(work)) {
        masses[value] += belief.probability(work);
      }
    }
    return masses;
  }

  /** How answers fall: to each named value, and at last to another. */
  double[] shares(int[] named) {
    double[] shares = new double[named.length + 1];
    for (int work = 0; work < belief.works().size(); work++) {
      if (values.of(work).length > 0) {
        double[] answers = answers(work, named);
        for (int i = 0; i < shares.length; i++) {
          shares[i] += answers[i] * belief.probability(work) / known;
        }
      }
    }
    return shares;
  }

  /** The mutual information of answer and work, in bits. */
  double bits(int[] named) {
    if (!(known > 0)) {
      return 0;
    }
    double bits = 0;
    for (double share : shares(named)) {
      bits += known * Information.term(share);
    }
    for (int work = 0; work < belief.works().size(); work++) {
      int several = held(work, named);
      if (several > 1) {
        bits -= belief.probability(work) * Math.log(several) / Math.log(2);
      }
    }
    return Math.max(0, bits);
  }

  private int held(int work, int[] named) {
    int held = 0;
    for (int value : named) {
      held += has(work, value) ? 1 : 0;
    }
    return held;
  }

  private boolean has(int work, int value) {
    return Arrays.binarySearch(values.of(work), value) >= 0;
  }

  /** What somebody who wants a work answers, of whose record something is known. */
  private double[] answers(int work, int[] named) {
    double[] answers = new double[named.length + 1];
    int held = held(work, named);
    for (int i = 0; i < named.length && held > 0; i++) {
      answers[i] = has(work, named[i]) ? 1.0 / held : 0;
    }
    answers[named.length] = held == 0 ? 1 : 0;
    return answers;
  }

  /** What is believed after an answer, {@code named.length} for another value. */
  Belief after(int[] named, int answer) {
    double share = shares(named)[answer];
    double[] weights = new double[belief.works().size()];
    for (int work = 0; work < weights.length; work++) {
      double likelihood =
          values.of(work).length > 0 ? answers(work, named)[answer] : known > 0 ? share : 1;
      weights[work] = belief.probability(work) * likelihood;
    }
    return Belief.weighted(belief.works(), weights);
  }
}
