package io.artrec.text.analysis;

/** Finds the terms of a clean text. Thread-safe. */
interface Tokenizing {
  /** Hears of terms in order. */
  interface Sink {
    /**
     * Hears of one term.
     *
     * @param term valid during the call
     * @param start its first character in the text
     * @param end after its last
     * @param increment by how much its position is beyond the one before; 1 for direct neighbours
     */
    void accept(CharSequence term, int start, int end, int increment);
  }

  /**
   * Finds terms.
   *
   * @param text a clean text
   * @param sink hears of them
   * @return how many positions follow the last term: stop words at the end
   */
  int tokens(String text, Sink sink);
}
