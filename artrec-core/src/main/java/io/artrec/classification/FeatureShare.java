package io.artrec.classification;

/**
 * What a feature adds to a label.
 *
 * @param feature the feature's name
 * @param value how much, against the mean of all labels; negative when it speaks for others
 */
public record FeatureShare(String feature, double value) {}
