package io.artrec.cf.factors;

import io.artrec.cf.data.BehaviorChange;
import io.artrec.cf.data.SparseVector;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
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

/** The trained {@link ImplicitAls}: the works' factors; whoever asks is solved for. */
final class ImplicitAlsScorer implements VectorScorer {
  private final ImplicitAls strategy;
  private final float[] artworks;
  private final int size;
  private final FeatureMatrix scanned;
  private final double[][] base;

  ImplicitAlsScorer(ImplicitAls strategy, float[] artworks, int size) {
    this.strategy = strategy;
    this.artworks = artworks;
    this.size = size;
    int width = strategy.factors();
    FeatureMatrix.Builder builder = FeatureMatrix.builder(size, width);
    base = new double[width][width];
    for (int artwork = 0; artwork < size; artwork++) {
      float[] row = Arrays.copyOfRange(artworks, artwork * width, (artwork + 1) * width);
      if (isTrained(row)) {
        builder.set(artwork, row);
        SymmetricSystem.addSquare(asDoubles(row), strategy.unobservedWeight(), base);
      }
    }
    scanned = builder.build();
  }

  private static boolean isTrained(float[] row) {
    for (float value : row) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  static Scorer read(StateReader in, ImplicitAls strategy, int works) {
    int size = in.getCount("artworks", works);
    long values = (long) size * strategy.factors();
    return new ImplicitAlsScorer(strategy, in.getFloats("factors", values), size);
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  /** A visitor's factors, solved for from their entries. */
  double[] factorsOf(SparseVector own) {
    SparseVector known = known(own);
    return system(known).solve(right(known));
  }

  /** Whether these are factors of that many for the first works of a catalogue. */
  boolean fits(int factors, TrainingContext context) {
    return strategy.factors() == factors && size <= context.catalog().size();
  }

  @Override
  public Optional<Scorer> refreshed(TrainingContext before, TrainingContext after) {
    return BehaviorChange.between(strategy.feedback(), before, after)
        .map(change -> strategy.refreshed(this, change, after));
  }

  float[] artworkFactors() {
    return artworks;
  }

  @Override
  public FeatureMatrix works() {
    return scanned;
  }

  @Override
  public Optional<float[]> vector(Query query) {
    SparseVector known = known(strategy.feedback().of(query));
    return known.size() == 0
        ? Optional.empty()
        : Optional.of(asFloats(system(known).solve(right(known))));
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    SparseVector known = known(strategy.feedback().of(query));
    Scores scores = new Scores(candidates);
    if (known.size() == 0) {
      return scores;
    }
    SymmetricSystem system = system(known);
    double[] products = new double[size];
    scanned.innerProducts(asFloats(system.solve(right(known))), products);
    for (int position = 0; position < candidates.size(); position++) {
      int artwork = candidates.artwork(position);
      if (scanned.isPresent(artwork)) {
        scores.set(position, products[artwork]);
      }
    }
    return scores.explainedBy(
        position -> contributions(known, system, candidates.artwork(position)));
  }

  /** Scores of all works for a visitor; negative infinity for those nobody had to do with. */
  void scoreAll(SparseVector own, double[] scores) {
    scanned.innerProducts(asFloats(factorsOf(own)), scores);
    for (int artwork = 0; artwork < size; artwork++) {
      if (!scanned.isPresent(artwork)) {
        scores[artwork] = Double.NEGATIVE_INFINITY;
      }
    }
  }

  private static double[] asDoubles(float[] row) {
    double[] doubles = new double[row.length];
    for (int d = 0; d < doubles.length; d++) {
      doubles[d] = row[d];
    }
    return doubles;
  }

  private static float[] asFloats(double[] vector) {
    float[] floats = new float[vector.length];
    for (int d = 0; d < floats.length; d++) {
      floats[d] = (float) vector[d];
    }
    return floats;
  }

  /** The entries whose works have factors, if any is for a work. */
  private SparseVector known(SparseVector own) {
    int[] indices = new int[own.size()];
    float[] values = new float[own.size()];
    int count = 0;
    boolean liked = false;
    for (int k = 0; k < own.size(); k++) {
      if (scanned.isPresent(own.indices()[k])) {
        indices[count] = own.indices()[k];
        values[count++] = own.values()[k];
        liked |= own.values()[k] > 0;
      }
    }
    int kept = liked ? count : 0;
    return new SparseVector(Arrays.copyOf(indices, kept), Arrays.copyOf(values, kept));
  }

  private SymmetricSystem system(SparseVector known) {
    double[][] lower = new double[base.length][];
    double penalty = strategy.penalty(known.size(), size);
    for (int r = 0; r < lower.length; r++) {
      lower[r] = base[r].clone();
      lower[r][r] += penalty;
    }
    for (int k = 0; k < known.size(); k++) {
      double weight = strategy.confidence() * Math.abs(known.values()[k]);
      SymmetricSystem.addSquare(asDoubles(row(known.indices()[k])), weight, lower);
    }
    return new SymmetricSystem(lower);
  }

  private double[] right(SparseVector known) {
    double[] right = new double[base.length];
    for (int k = 0; k < known.size(); k++) {
      float[] row = row(known.indices()[k]);
      double weight = strategy.confidence() * Math.max(0, known.values()[k]);
      for (int d = 0; d < right.length; d++) {
        right[d] += weight * row[d];
      }
    }
    return right;
  }

  private float[] row(int artwork) {
    return Arrays.copyOfRange(artworks, artwork * base.length, (artwork + 1) * base.length);
  }

  /** With {@code A x = Σ c v y_i}, the score of {@code j} is {@code Σ c v (A^-1 y_j)·y_i}. */
  private List<Contribution> contributions(
      SparseVector known, SymmetricSystem system, int artwork) {
    double[] solved = system.solve(asDoubles(row(artwork)));
    List<Contribution> contributions = new ArrayList<>();
    for (int k = 0; k < known.size(); k++) {
      if (known.values()[k] > 0) {
        float[] row = row(known.indices()[k]);
        double product = 0;
        for (int d = 0; d < solved.length; d++) {
          product += solved[d] * row[d];
        }
        double value = known.values()[k];
        contributions.add(
            new Contribution(
                ImplicitAls.NAME,
                new Cause.KnownWork(known.indices()[k], value),
                strategy.confidence() * value * product));
      }
    }
    return contributions;
  }

  @Override
  public void save(StateWriter out) {
    out.putString("parameters", strategy.parameters().toString());
    out.putLong("artworks", size);
    out.putFloats("factors", artworks);
  }
}
