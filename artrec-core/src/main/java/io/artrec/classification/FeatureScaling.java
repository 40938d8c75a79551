package io.artrec.classification;

/** How the values of features are brought to one scale before they stand beside each other. */
public enum FeatureScaling {
  /**
   * Each feature keeps the proportions of its values, which are as they are to be compared: less
   * their means, all times one factor. A dimension that hardly varies stays one.
   */
  WHOLE_FEATURE("whole-feature"),
  /**
   * Each dimension has the same variance: for features whose dimensions are of different units. A
   * dimension that a single work shows counts as much as any other.
   */
  EACH_DIMENSION("each-dimension");

  private final String code;

  FeatureScaling(String code) {
    this.code = code;
  }

  /**
   * Returns the stable name.
   *
   * @return lower-case words
   */
  public String code() {
    return code;
  }
}
