package io.artrec;

/**
 * How a cache of answers did since the recommender was made.
 *
 * @param hits answers that were given again, those included that came while an equal request was
 *     being answered
 * @param misses answers that were made
 * @param entries answers that are kept now
 */
public record CacheStatistics(long hits, long misses, long entries) {
  /** {@return which share of the answers was given again, 0 to 1; 0 before the first answer} */
  public double hitRate() {
    return hits + misses == 0 ? 0 : (double) hits / (hits + misses);
  }
}
