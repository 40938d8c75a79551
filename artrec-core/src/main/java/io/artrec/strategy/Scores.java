package io.artrec.strategy;

import io.artrec.explain.Contribution;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * A score for each of some candidates, or none where a strategy cannot say, and the contributions
 * behind each. Higher is better. Filled by one thread, the scorer's, then only read.
 */
public final class Scores {
  private final Candidates candidates;
  private final double[] values;
  private final BitSet scored;
  private IntFunction<List<Contribution>> explainer = position -> List.of();
  private Optional<Draw> draw = Optional.empty();

  /**
   * Creates scores in which no candidate has one.
   *
   * @param candidates what is to be scored
   */
  public Scores(Candidates candidates) {
    this(candidates, new double[candidates.size()], new BitSet(candidates.size()));
  }

  private Scores(Candidates candidates, double[] values, BitSet scored) {
    this.candidates = candidates;
    this.values = values;
    this.scored = scored;
  }

  /**
   * Creates scores around an array that a scan has filled, without a copy.
   *
   * @param candidates what is scored
   * @param values a finite score for each candidate that has one; not to be touched afterwards
   * @param scored the positions of those that have one; not to be touched afterwards
   * @return the scores
   * @throws IllegalArgumentException when a score is NaN or infinite
   */
  static Scores of(Candidates candidates, double[] values, BitSet scored) {
    Scores scores = new Scores(candidates, values, scored);
    int finite = 0;
    for (double value : values) {
      finite += Math.abs(value) <= Double.MAX_VALUE ? 1 : 0;
    }
    if (finite < values.length) {
      scored.stream().forEach(position -> scores.set(position, values[position]));
    }
    return scores;
  }

  /** By position; without meaning for one that is not scored. Not to be changed. */
  double[] values() {
    return values;
  }

  /** The positions that have a score; not to be changed. */
  BitSet scored() {
    return scored;
  }

  /** Whether every candidate has a score. */
  boolean isWhole() {
    return scored.cardinality() == values.length;
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
          String.format(
              Locale.ROOT,
              "score of artwork %d is %s, expected a finite number; leave it unset where there is none",
              candidates.artwork(position),
              score));
    }
    values[position] = score;
    scored.set(position);
  }

  /**
   * Says how contributions are computed, by the scorer that fills these scores.
   *
   * @param contributions gives the summands of the score at a position
   * @return these scores
   */
  public Scores explainedBy(IntFunction<List<Contribution>> contributions) {
    explainer = Objects.requireNonNull(contributions, "contributions");
    return this;
  }

  /**
   * Says that chance had a part in which scores these are, as where one of several strategies is
   * drawn for each request by {@link Query#seed}.
   *
   * @param drawn what was drawn, and with which probability
   * @return these scores
   */
  public Scores drawn(Draw drawn) {
    draw = Optional.of(drawn);
    return this;
  }

  /**
   * Returns what chance had a part in.
   *
   * @return what was drawn; empty where chance had none, or it is not known
   */
  public Optional<Draw> draw() {
    return draw;
  }

  /**
   * Breaks a score down.
   *
   * @param position the position of a scored candidate
   * @return summands of the score, the largest amount first
   */
  public List<Contribution> contributions(int position) {
    if (!scored.get(position)) {
      return List.of();
    }
    return LargestFirst.of(explainer.apply(position));
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
   * {@return a candidate's score, or empty where the strategy could not say}
   *
   * @param position the candidate's position
   */
  public OptionalDouble get(int position) {
    return scored.get(position) ? OptionalDouble.of(values[position]) : OptionalDouble.empty();
  }

  /**
   * {@return a candidate's score without wrapping it; without meaning for one that is not}
   *
   * @param position the position of a candidate that {@link #isScored}
   */
  public double value(int position) {
    return values[position];
  }

  /** {@return how many candidates have a score} */
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
    return best(n, scored);
  }

  /**
   * Returns the positions of the best candidates among some works, as {@link #best(int)}.
   *
   * @param n how many at most
   * @param works those that may be among them, by catalogue index
   * @return at most {@code n} positions
   */
  public int[] bestOf(int n, BitSet works) {
    if (candidates.isAll()) {
      return best(n, works);
    }
    BitSet positions = new BitSet(candidates.size());
    for (int p = scored.nextSetBit(0); p >= 0; p = scored.nextSetBit(p + 1)) {
      positions.set(p, works.get(candidates.artwork(p)));
    }
    return best(n, positions);
  }

  /** The best scored ones of some positions. */
  private int[] best(int n, BitSet among) {
    int limit = Math.min(n, Math.min(scored.cardinality(), among.cardinality()));
    if (limit <= 0) {
      return new int[0];
    }
    BitSet both = (BitSet) among.clone();
    both.and(scored);
    int[] heap = new int[limit];
    int size = 0;
    double bound = Double.NEGATIVE_INFINITY;
    for (int p = both.nextSetBit(0); p >= 0; p = both.nextSetBit(p + 1)) {
      if (size < limit) {
        heap[size] = p;
        siftUp(heap, size++);
      } else if (values[p] >= bound && worse(heap[0], p)) {
        heap[0] = p;
        siftDown(heap, 0, size);
      }
      bound = values[heap[0]];
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
