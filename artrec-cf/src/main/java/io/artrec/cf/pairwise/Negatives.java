package io.artrec.cf.pairwise;

/** How pairwise methods draw the works that a visitor's liked ones are compared with. */
public enum Negatives {
  /** Every work that anybody had to do with is as likely as any other. */
  UNIFORM,
  /**
   * In proportion to the square root of how many visitors had to do with a work. Well-known works
   * are harder to tell from liked ones, so there is more to learn from them (Rendle, Freudenthaler,
   * Improving pairwise learning for item recommendation from implicit feedback, WSDM 2014); in
   * proportion to the number itself, they would come last.
   */
  POPULARITY;

  /** How likely a work with entries of so many visitors is, up to a common factor. */
  double share(int visitors) {
    if (visitors == 0) {
      return 0;
    }
    return this == UNIFORM ? 1 : Math.sqrt(visitors);
  }
}
