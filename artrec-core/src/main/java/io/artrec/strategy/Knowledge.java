package io.artrec.strategy;

/**
 * How much is known of a work, or of a visitor: by how many events there are. What {@link Stacked}
 * learns weights for. Where {@link #SOME} and {@link #MANY} begin, the strategy says.
 */
public enum Knowledge {
  /** No event: a new acquisition, or somebody who comes for the first time. */
  NONE(0),
  /** One event or more, fewer than some. */
  FEW(1),
  /** As many as count as some, fewer than many. */
  SOME(2),
  /** As many as count as many, or more. */
  MANY(3);

  private static final int LEVELS = values().length;

  private final int level;

  Knowledge(int level) {
    this.level = level;
  }

  /** How many levels there are. */
  static int levels() {
    return LEVELS;
  }

  /** Its place among them, as model files hold it: 0 for nothing. */
  int level() {
    return level;
  }

  /**
   * {@return what a number of events is}
   *
   * @param events how many there are
   * @param some how many are some
   * @param many how many are many
   */
  static Knowledge of(int events, int some, int many) {
    if (events >= many) {
      return MANY;
    }
    if (events >= some) {
      return SOME;
    }
    return events > 0 ? FEW : NONE;
  }
}
