package io.artrec;

/**
 * How much is tried by tests that could go on for hours: a small share in every build, all of it in
 * the Maven profile {@code campaign}. {@code -Dartrec.campaign.seed=7} tries other random choices.
 */
public final class Campaign {
  private static final boolean FULL = "full".equals(System.getProperty("artrec.campaign"));

  private Campaign() {}

  /**
   * Says whether everything is tried.
   *
   * @return true in the profile {@code campaign}
   */
  public static boolean isFull() {
    return FULL;
  }

  /**
   * Chooses how often something is tried.
   *
   * @param share in every build
   * @param full in the profile {@code campaign}
   * @return one of the two
   */
  public static int rounds(int share, int full) {
    return FULL ? full : share;
  }

  /**
   * Returns where random choices start.
   *
   * @return the seed, to be named in failures
   */
  public static long seed() {
    return Long.getLong("artrec.campaign.seed", 1);
  }
}
