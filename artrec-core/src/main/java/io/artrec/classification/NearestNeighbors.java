package io.artrec.classification;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Votes of the most similar examples. Each feature compares by its own similarity; since these have
 * scales of their own, a feature's similarities are taken less their mean and over their standard
 * deviation among pairs of examples (at most 1,000 of these, evenly chosen), and averaged by the
 * features' weights over those that both works have. The {@code k} most similar vote, ties by the
 * order of examples, each with {@code exp(z)} of its averaged similarity {@code z} unless {@link
 * #equalVotes} is asked for. With {@code v} a label's share in the votes and {@code π} in the
 * examples, its probability before calibration is {@code (k·v + π) / (k + 1)}.
 *
 * <p>Nothing is learned but who the examples are, which a saved classifier therefore holds. Costs
 * O(examples · dimensions) a work. Immutable and thread-safe.
 */
public final class NearestNeighbors extends Learner {
  private static final int[] COUNTS = {5, 10, 20, 40};

  private final OptionalInt neighbors;
  private final boolean equalVotes;

  private NearestNeighbors(OptionalInt neighbors, boolean equalVotes) {
    this.neighbors = neighbors;
    this.equalVotes = equalVotes;
  }

  /**
   * {@return the learner with the number of neighbors chosen among 5, 10, 20 and 40, by log loss on
   * works held out; votes by similarity}
   */
  public static NearestNeighbors standard() {
    return new NearestNeighbors(OptionalInt.empty(), false);
  }

  /**
   * {@return this learner with another number of neighbors}
   *
   * @param count 1 or more; all examples when there are fewer
   */
  public NearestNeighbors neighbors(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("neighbors is " + count + ", expected 1 or more");
    }
    return new NearestNeighbors(OptionalInt.of(count), equalVotes);
  }

  /** {@return this learner with neighbors that vote alike, however similar they are} */
  public NearestNeighbors equalVotes() {
    return new NearestNeighbors(neighbors, true);
  }

  @Override
  List<Learner> candidates() {
    return neighbors.isPresent()
        ? List.of(this)
        : Arrays.stream(COUNTS).<Learner>mapToObj(this::neighbors).toList();
  }

  @Override
  ScoreModel learn(TrainingSet examples, Effort effort) {
    return NeighborScores.of(examples, neighbors.orElseThrow(), equalVotes, effort);
  }

  @Override
  public String toString() {
    return "nearest neighbors"
        + (neighbors.isPresent() ? ", " + neighbors.getAsInt() : "")
        + (equalVotes ? ", equal votes" : "");
  }
}
