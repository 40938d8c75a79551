package io.artrec.answering.internal;

/**
 * What a work is to somebody.
 *
 * @param rank its rank among all works that they may be answered, 1 for the first
 * @param score its score
 */
public record RankedArtwork(int rank, double score) {}
