package io.artrec.strategy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalDouble;

/**
 * A score for each of some candidates, or none where a strategy cannot say. Higher is better.
 * Mutable; filled by one thread.
 */
public final class Scores {
  private final Candidates candidates;
  private final double[] values;
  private final BitSet scored;

  /**
   * Creates scores in which no candidate has one.
   *
   * @param candidates what is to be scored
   */
  public Scores(Candidates candidates) {
    this.candidates = candidates;
    values = new double[candidates.size()];
    scored = new BitSet(candidates.size());
  }

  /**
   * Returns what is scored.
   *
   * @return the candidates
   */
  public Candidates candidates() {
    return candidates;
  }

  /**
   * Sets a score.
   *
   * @param position the candidate's position
   * @param score a finite score
   * @throws IllegalArgumentException when the score is NaN or infinite
   */
  public void set(int position, double score) {
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException(
          "score of artwork %d is %s, expected a finite number; leave it unset where there is none"
              .formatted(candidates.artwork(position), score));
    }
    values[position] = score;
    scored.set(position);
  }

  /**
   * Tells whether a candidate has a score.
   *
   * @param position the candidate's position
   * @return false where the strategy could not say
   */
  public boolean isScored(int position) {
    return scored.get(position);
  }

  /**
   * Returns a candidate's score.
   *
   * @param position the candidate's position
   * @return the score, or empty where the strategy could not say
   */
  public OptionalDouble get(int position) {
    return scored.get(position) ? OptionalDouble.of(values[position]) : OptionalDouble.empty();
  }

  /**
   * Returns a candidate's score without wrapping it.
   *
   * @param position the position of a candidate that {@link #isScored}
   * @return the score; 0 for one that is not
   */
  public double value(int position) {
    return values[position];
  }

  /**
   * Returns how many candidates have a score.
   *
   * @return the count
   */
  public int scoredCount() {
    return scored.cardinality();
  }

  /**
   * Returns the positions of the best candidates: scored ones, best first, ties by artwork index.
   * Cost O(candidates · log n).
   *
   * @param n how many at most
   * @return at most {@code n} positions
   */
  public int[] best(int n) {
    int limit = Math.min(n, scored.cardinality());
    if (limit <= 0) {
      return new int[0];
    }
    int[] heap = new int[limit];
    int size = 0;
    for (int p = scored.nextSetBit(0); p >= 0; p = scored.nextSetBit(p + 1)) {
      if (size < limit) {
        heap[size] = p;
        siftUp(heap, size++);
      } else if (worse(heap[0], p)) {
        heap[0] = p;
        siftDown(heap, 0, size);
      }
    }
    int[] sorted = Arrays.copyOf(heap, size);
    for (int end = size - 1; end > 0; end--) {
      int worst = sorted[0];
      sorted[0] = sorted[end];
      sorted[end] = worst;
      siftDown(sorted, 0, end);
    }
    return sorted;
  }

  private boolean worse(int a, int b) {
    int byScore = Double.compare(values[a], values[b]);
    return byScore != 0 ? byScore < 0 : a > b;
  }

  private void siftUp(int[] heap, int start) {
    int child = start;
    while (child > 0) {
      int parent = (child - 1) / 2;
      if (!worse(heap[child], heap[parent])) {
        return;
      }
      swap(heap, child, parent);
      child = parent;
    }
  }

  private void siftDown(int[] heap, int start, int size) {
    int parent = start;
    while (2 * parent + 1 < size) {
      int child = 2 * parent + 1;
      if (child + 1 < size && worse(heap[child + 1], heap[child])) {
        child++;
      }
      if (!worse(heap[child], heap[parent])) {
        return;
      }
      swap(heap, child, parent);
      parent = child;
    }
  }

  private static void swap(int[] heap, int a, int b) {
    int kept = heap[a];
    heap[a] = heap[b];
    heap[b] = kept;
  }
}
