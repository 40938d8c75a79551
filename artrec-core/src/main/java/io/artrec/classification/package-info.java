/**
 * Labels of works and texts: how likely each is ({@link
 * io.artrec.classification.LabelDistribution}), and from where on one is sure. An {@link
 * io.artrec.classification.ArtworkClassifier} learns them from {@link
 * io.artrec.classification.LabeledArtworks} over any mix of features, by logistic regression,
 * support vector machines, a forest or nearest neighbors.
 */
@NullMarked
package io.artrec.classification;

import org.jspecify.annotations.NullMarked;
