package io.artrec.cf.data;

/**
 * What counts as an entry of the matrix of visitors by works: how a history becomes a row. The same
 * rule turns the history of whoever asks into the vector that is scored. Values beyond a million
 * count as a million, so that squares and sums stay finite in float.
 */
public enum Feedback {
  /**
   * The preference model's weight: kinds, ratings on their scale and time decay; negative for
   * dislikes. Neutral works have no entry.
   */
  PREFERENCE,
  /** 1 where the preference is above 0. */
  POSITIVE,
  /** 1 for every work of the history, liked or not: for logs in which acting at all is the sign. */
  ANY,
  /** The latest rating as it was given; works without a rating have no entry. */
  RATING
}
