package io.artrec.behavior;

import java.util.Arrays;

/**
 * How much one visitor is for or against each work they had to do with: distinct catalogue indices,
 * ascending, each with a finite signed weight (0 is kept: known, but neutral). Immutable and
 * thread-safe.
 */
public final class Preferences {
  private static final Preferences NONE = new Preferences(new int[0], new double[0]);

  private final int[] artworks;
  private final double[] weights;

  private Preferences(int[] artworks, double[] weights) {
    this.artworks = artworks;
    this.weights = weights;
  }

  /**
   * {@return preferences over the given works}
   *
   * @param artworks distinct catalogue indices, ascending
   * @param weights a finite weight for each
   */
  public static Preferences of(int[] artworks, double[] weights) {
    if (artworks.length != weights.length) {
      throw new IllegalArgumentException(
          artworks.length + " artworks and " + weights.length + " weights; expected as many");
    }
    for (int i = 0; i < artworks.length; i++) {
      if (i > 0 && artworks[i - 1] >= artworks[i]) {
        throw new IllegalArgumentException(
            "artwork " + artworks[i] + " follows " + artworks[i - 1] + "; expected ascending");
      }
      if (!Double.isFinite(weights[i])) {
        throw new IllegalArgumentException(
            "weight of artwork " + artworks[i] + " is " + weights[i] + "; expected finite");
      }
    }
    return artworks.length == 0 ? NONE : new Preferences(artworks.clone(), weights.clone());
  }

  /**
   * Returns no preferences.
   *
   * @return the empty object
   */
  public static Preferences none() {
    return NONE;
  }

  /**
   * Returns the number of works.
   *
   * @return the size
   */
  public int size() {
    return artworks.length;
  }

  /**
   * Returns a work.
   *
   * @param i 0 to {@code size() - 1}
   * @return its catalogue index
   */
  public int artwork(int i) {
    return artworks[i];
  }

  /**
   * Returns a work's weight.
   *
   * @param i 0 to {@code size() - 1}
   * @return positive for, negative against
   */
  public double weight(int i) {
    return weights[i];
  }

  /**
   * Tells whether the visitor had to do with a work.
   *
   * @param artwork a catalogue index
   * @return true when it is among these works
   */
  public boolean contains(int artwork) {
    return Arrays.binarySearch(artworks, artwork) >= 0;
  }

  /**
   * Returns the preferences among the first works of a catalogue alone.
   *
   * @param works how many works
   * @return these preferences when there are no others
   */
  public Preferences first(int works) {
    int count = 0;
    while (count < size() && artwork(count) < works) {
      count++;
    }
    if (count == size()) {
      return this;
    }
    int[] kept = new int[count];
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      kept[i] = artwork(i);
      weights[i] = weight(i);
    }
    return of(kept, weights);
  }

  /**
   * Tells whether any weight is above zero.
   *
   * @return true when the visitor is for something
   */
  public boolean anyPositive() {
    for (double weight : weights) {
      if (weight > 0) {
        return true;
      }
    }
    return false;
  }
}
