package io.artrec.elicitation;

/**
 * A probability, and how sure it is: the visitor's own, which would show if they were asked again
 * and again, lies between two bounds with a probability of 90 %.
 *
 * @param value the probability, 0 to 1
 * @param low the lower bound, the quantile .05
 * @param high the upper bound, the quantile .95
 */
public record StatedProbability(double value, double low, double high) {}
