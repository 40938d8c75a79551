package io.artrec.cf.mf;

import io.artrec.cf.data.internal.BehaviorChange;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Memory;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import io.artrec.strategy.VectorScorer;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The trained {@link Nmf} that ranks: the works' factors; whoever asks is solved for. Works that
 * share no theme with anything, and everything for visitors who have none, stay unscored.
 */
final class NmfScorer implements VectorScorer {
  private final Nmf strategy;
  private final Penalties penalties;
  private final float[] artworks;
  private final int size;
  private final int width;
  private final FeatureMatrix scanned;
  private final double[] gram;
  private final Memory.Key<Visitor> visitor;

  /** A visitor's entries and factors, if they have any. */
  private record Visitor(SparseVector entries, Optional<float[]> factors) {}

  NmfScorer(Nmf strategy, float[] artworks, int size) {
    this.strategy = strategy;
    this.artworks = artworks;
    this.size = size;
    penalties = strategy.penalties();
    width = strategy.factors();
    FeatureMatrix.Builder builder = FeatureMatrix.builder(size, width);
    gram = new double[width * width];
    for (int artwork = 0; artwork < size; artwork++) {
      float[] row = Arrays.copyOfRange(artworks, artwork * width, (artwork + 1) * width);
      if (addSquare(row)) {
        builder.set(artwork, row);
      }
    }
    scanned = builder.build();
    visitor = Memory.Key.of(Visitor.class, 2048 + 4L * width);
  }

  private NmfScorer(NmfScorer same, FeatureMatrix scanned) {
    strategy = same.strategy;
    penalties = same.penalties;
    artworks = same.artworks;
    size = same.size;
    width = same.width;
    gram = same.gram;
    visitor = same.visitor;
    this.scanned = scanned;
  }

  @Override
  public Scorer loaded(UnaryOperator<FeatureMatrix> load) {
    return new NmfScorer(this, load.apply(scanned));
  }

  /** Adds to the lower triangle; tells whether there was anything. */
  private boolean addSquare(float[] row) {
    boolean any = false;
    for (int r = 0; r < width; r++) {
      double value = row[r];
      if (value != 0) {
        any = true;
        for (int c = 0; c <= r; c++) {
          gram[r * width + c] += value * row[c];
        }
      }
    }
    return any;
  }

  static NmfScorer read(StateReader in, Nmf strategy, int works) {
    int size = in.getCount("artworks", works);
    long values = (long) size * strategy.factors();
    return new NmfScorer(strategy, in.getFloats("factors", values), size);
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  float[] artworkFactors() {
    return artworks;
  }

  /** Whether these are factors of that many for the first works of a catalogue. */
  boolean fits(int factors, int works) {
    return width == factors && size <= works;
  }

  @Override
  public Optional<Scorer> refreshed(TrainingContext before, TrainingContext after) {
    return BehaviorChange.between(strategy.feedback(), before, after)
        .map(change -> strategy.refreshed(this, change, after));
  }

  /** Solves for a visitor. */
  NonNegativeSystem solve(SparseVector own) {
    NonNegativeSystem system = new NonNegativeSystem(width, 0);
    solve(own, system, new double[gram.length]);
    return system;
  }

  /** Solves for a visitor in a system and a matrix that may have served another. */
  private void solve(SparseVector own, NonNegativeSystem system, double[] matrix) {
    System.arraycopy(gram, 0, matrix, 0, gram.length);
    double penalty = penalties.ofFactors(own.size());
    double[] right = new double[width];
    for (int d = 0; d < width; d++) {
      matrix[d * width + d] += penalty;
      right[d] = -penalties.l1();
    }
    for (int k = 0; k < own.size(); k++) {
      double value = own.values()[k];
      int at = own.indices()[k] * width;
      for (int d = 0; d < width; d++) {
        right[d] += value * artworks[at + d];
      }
    }
    system.solve(matrix, right);
  }

  /** Scores of all works for a visitor; negative infinity where there is none. */
  void scoreAll(SparseVector own, double[] scores) {
    scanned.innerProducts(asFloats(solve(own).solution()), scores);
    for (int artwork = 0; artwork < size; artwork++) {
      if (!scanned.isPresent(artwork)) {
        scores[artwork] = Double.NEGATIVE_INFINITY;
      }
    }
  }

  private static float[] asFloats(double[] vector) {
    float[] floats = new float[vector.length];
    for (int d = 0; d < floats.length; d++) {
      floats[d] = (float) vector[d];
    }
    return floats;
  }

  @Override
  public FeatureMatrix works() {
    return scanned;
  }

  @Override
  public Optional<float[]> vector(Query query) {
    return vectors(List.of(query)).get(0);
  }

  @Override
  public List<Optional<float[]>> vectors(List<Query> queries) {
    NonNegativeSystem system = new NonNegativeSystem(width, 0);
    double[] matrix = new double[gram.length];
    return queries.stream().map(query -> visitor(query, system, matrix).factors()).toList();
  }

  private Visitor visitor(Query query, NonNegativeSystem system, double[] matrix) {
    return query.remembered(
        visitor,
        () -> {
          SparseVector entries = FeedbackEntries.of(strategy.feedback(), query);
          solve(entries, system, matrix);
          float[] factors = asFloats(system.solution());
          return new Visitor(entries, isZero(factors) ? Optional.empty() : Optional.of(factors));
        });
  }

  private static boolean isZero(float[] visitor) {
    return Arrays.equals(visitor, new float[visitor.length]);
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    return scoreAll(List.of(query), candidates).get(0);
  }

  @Override
  public List<Scores> scoreAll(List<Query> queries, Candidates candidates) {
    NonNegativeSystem shared = new NonNegativeSystem(width, 0);
    double[] matrix = new double[gram.length];
    List<Visitor> visitors = queries.stream().map(query -> visitor(query, shared, matrix)).toList();
    List<Scores> all =
        VectorScorer.products(
            scanned, visitors.stream().map(Visitor::factors).toList(), candidates);
    for (int q = 0; q < all.size(); q++) {
      Reasons reasons = new Reasons(visitors.get(q).entries());
      all.get(q).explainedBy(position -> reasons.of(candidates.artwork(position)));
    }
    return all;
  }

  /** What a visitor's scores come from; their system is solved when the first is asked for. */
  private final class Reasons {
    private final SparseVector own;
    private @Nullable NonNegativeSystem system;

    Reasons(SparseVector own) {
      this.own = own;
    }

    private synchronized NonNegativeSystem system() {
      NonNegativeSystem known = system == null ? solve(own) : system;
      system = known;
      return known;
    }

    List<Contribution> of(int artwork) {
      return contributions(own, system(), artwork);
    }
  }

  /**
   * With {@code A p = Σ v q_i − κ} over the factors above 0, the score of {@code j} is {@code Σ v
   * (A^-1 q_j)·q_i − κ Σ A^-1 q_j}.
   */
  private List<Contribution> contributions(
      SparseVector own, NonNegativeSystem system, int artwork) {
    double[] solved = new double[width];
    for (int d = 0; d < width; d++) {
      solved[d] = artworks[artwork * width + d];
    }
    system.restricted(solved);
    List<Contribution> contributions = new ArrayList<>();
    for (int k = 0; k < own.size(); k++) {
      int known = own.indices()[k];
      double value = own.values()[k];
      double product = 0;
      for (int d = 0; d < width; d++) {
        product += solved[d] * artworks[known * width + d];
      }
      Cause cause = new Cause.KnownArtwork(known, value);
      contributions.add(new Contribution(Nmf.NAME, cause, value * product));
    }
    if (penalties.l1() > 0) {
      double held = -penalties.l1() * Arrays.stream(solved).sum();
      contributions.add(new Contribution(Nmf.NAME, new Cause.Offset("sparsity"), held));
    }
    return contributions;
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
    out.putLong("artworks", size);
    out.putFloats("factors", artworks);
  }
}
