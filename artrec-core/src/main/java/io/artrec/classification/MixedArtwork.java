package io.artrec.classification;

import java.util.List;
import java.util.Optional;

/**
 * A work as a classifier sees it.
 *
 * @param vectors for each feature its vector as it was extracted; empty where the work lacks it
 * @param row all of them on one scale, as {@link FeatureMix} makes it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the array
record MixedArtwork(List<Optional<float[]>> vectors, float[] row) {
  boolean isEmpty() {
    return vectors.stream().allMatch(Optional::isEmpty);
  }
}
