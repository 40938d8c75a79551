package io.artrec.log;

/** The second step of {@link ChangeLog#erase}: what its mark erases is removed. Thread-safe. */
public interface Erasure {
  /**
   * Returns the place of the mark; changes before it are erased, later ones are not.
   *
   * @return its number
   */
  long number();

  /**
   * Says whose changes a mark of a pseudonym is about, until {@link #finish} returned, so that a
   * log can find them without making every visitor's pseudonym.
   *
   * @param user the visitor whose pseudonym the mark has
   * @return this
   */
  default Erasure about(String user) {
    return this;
  }

  /**
   * Removes what the mark erases from everything the log keeps. Numbers of other changes stay;
   * {@link ChangeLog#append} goes on meanwhile. A second call removes nothing.
   *
   * @return how many changes were removed for this mark, at the second call, too
   * @throws LogException when not all could be removed; calling again, or opening the log again,
   *     removes the rest
   */
  long finish();
}
