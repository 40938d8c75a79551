package io.artrec.cf.als;

import io.artrec.cf.data.internal.BehaviorChange;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.cf.factors.internal.SymmetricSystem;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.kernel.internal.Kernels;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The trained {@link ImplicitAls}: the works' factors; whoever asks is solved for. */
final class ImplicitAlsScorer implements VectorScorer {
  /** Below it, what a score in single precision differs from its reasons in double is not told. */
  private static final double ROUNDING = 2e-7;

  private final ImplicitAls strategy;
  private final float[] artworks;
  private final int size;
  private final FeatureMatrix scanned;
  private final AlsSystem.Fixed fixed;
  private final Memory.Key<Visitor> visitor;
  private final Memory.Key<SymmetricSystem> systems;

  /** A visitor's entries of works with factors, and their own, if they have any. */
  private record Visitor(SparseVector known, Optional<float[]> factors) {}

  ImplicitAlsScorer(ImplicitAls strategy, float[] artworks, int size) {
    this.strategy = strategy;
    this.artworks = artworks;
    this.size = size;
    int width = strategy.factors();
    FeatureMatrix.Builder builder = FeatureMatrix.builder(size, width);
    for (int artwork = 0; artwork < size; artwork++) {
      float[] row = Arrays.copyOfRange(artworks, artwork * width, (artwork + 1) * width);
      if (isTrained(row)) {
        builder.set(artwork, row);
      }
    }
    scanned = builder.build();
    Kernels kernels = Kernels.best();
    float[] rows = atStride(artworks, size, width, kernels.stride(width));
    fixed = AlsSystem.Fixed.of(strategy, kernels, rows, size);
    visitor = Memory.Key.of(Visitor.class, 2048 + 4L * width);
    systems = Memory.Key.of(SymmetricSystem.class, 24L * width + 4L * width * (width + 1));
  }

  private ImplicitAlsScorer(ImplicitAlsScorer same, FeatureMatrix scanned) {
    strategy = same.strategy;
    artworks = same.artworks;
    size = same.size;
    fixed = same.fixed;
    visitor = same.visitor;
    systems = same.systems;
    this.scanned = scanned;
  }

  @Override
  public Scorer loaded(UnaryOperator<FeatureMatrix> load) {
    return new ImplicitAlsScorer(this, load.apply(scanned));
  }

  private static boolean isTrained(float[] row) {
    for (float value : row) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  private static float[] atStride(float[] packed, int size, int width, int stride) {
    if (stride == width) {
      return packed;
    }
    float[] rows = new float[size * stride];
    for (int row = 0; row < size; row++) {
      System.arraycopy(packed, row * width, rows, row * stride, width);
    }
    return rows;
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
  float[] factorsOf(SparseVector own) {
    return new AlsFoldIn(fixed).solve(known(own));
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
    return visitor(query, new FoldIn()).factors();
  }

  @Override
  public List<Optional<float[]>> vectors(List<Query> queries) {
    FoldIn foldIn = new FoldIn();
    return queries.stream().map(query -> visitor(query, foldIn).factors()).toList();
  }

  /** Solves for some visitors in the same memory, which is taken when the first is solved for. */
  private final class FoldIn {
    private @Nullable AlsFoldIn foldIn;

    float[] solve(SparseVector known) {
      AlsFoldIn solver = foldIn == null ? new AlsFoldIn(fixed) : foldIn;
      foldIn = solver;
      return solver.solve(known);
    }
  }

  private Visitor visitor(Query query, FoldIn foldIn) {
    return query.remembered(
        visitor,
        () -> {
          SparseVector known = known(FeedbackEntries.of(strategy.feedback(), query));
          return new Visitor(
              known, known.size() == 0 ? Optional.empty() : Optional.of(foldIn.solve(known)));
        });
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    return scoreAll(List.of(query), candidates).get(0);
  }

  @Override
  public List<Scores> scoreAll(List<Query> queries, Candidates candidates) {
    FoldIn foldIn = new FoldIn();
    List<Visitor> visitors = queries.stream().map(query -> visitor(query, foldIn)).toList();
    List<Scores> all =
        VectorScorer.products(
            scanned, visitors.stream().map(Visitor::factors).toList(), candidates);
    for (int q = 0; q < all.size(); q++) {
      Reasons reasons = new Reasons(queries.get(q), visitors.get(q).known());
      Scores scores = all.get(q);
      scores.explainedBy(
          position -> reasons.of(candidates.artwork(position), scores.value(position)));
    }
    return all;
  }

  /** Scores of all works for a visitor; negative infinity for those nobody had to do with. */
  void scoreAll(SparseVector own, double[] scores) {
    scanned.innerProducts(factorsOf(own), scores);
    for (int artwork = 0; artwork < size; artwork++) {
      if (!scanned.isPresent(artwork)) {
        scores[artwork] = Double.NEGATIVE_INFINITY;
      }
    }
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

  /**
   * What a visitor's score of a work comes from. With {@code A x = Σ c v y_i}, the score of {@code
   * j} is {@code Σ c v (A^-1 y_j)·y_i}.
   */
  private final class Reasons {
    private final Query query;
    private final SparseVector known;
    private @Nullable Liked liked;

    Reasons(Query query, SparseVector known) {
      this.query = query;
      this.known = known;
    }

    List<Contribution> of(int artwork, double score) {
      SymmetricSystem system = query.remembered(systems, () -> AlsSystem.inDoubles(fixed, known));
      double[] solved = new double[fixed.width()];
      for (int d = 0; d < solved.length; d++) {
        solved[d] = fixed.rows()[artwork * fixed.stride() + d];
      }
      return withRounding(liked().contributions(system.solve(solved)), score);
    }

    private synchronized Liked liked() {
      Liked works = liked == null ? new Liked(known) : liked;
      liked = works;
      return works;
    }
  }

  /** Adds what is missing to a score where preferences lie too far apart for doubles. */
  private static List<Contribution> withRounding(List<Contribution> contributions, double score) {
    double rest = score - contributions.stream().mapToDouble(Contribution::amount).sum();
    if (Math.abs(rest) <= ROUNDING * Math.max(1, Math.abs(score))) {
      return contributions;
    }
    List<Contribution> whole = new ArrayList<>(contributions);
    whole.add(new Contribution(ImplicitAls.NAME, new Cause.Offset("rounding"), rest));
    return whole;
  }

  /** The works that speak for others, gathered once for all reasons of an answer. */
  private final class Liked {
    private final Cause[] causes;
    private final double[] weights;

    /**
     * The works' factors, {@code [factors][works]}, so that products with all have no reduction.
     */
    private final double[][] columns;

    Liked(SparseVector known) {
      int[] liked = IntStream.range(0, known.size()).filter(k -> known.values()[k] > 0).toArray();
      double confidence = strategy.confidence();
      causes = new Cause[liked.length];
      weights = new double[liked.length];
      columns = new double[fixed.width()][liked.length];
      int[] starts = new int[liked.length];
      for (int k = 0; k < liked.length; k++) {
        int artwork = known.indices()[liked[k]];
        double value = known.values()[liked[k]];
        causes[k] = new Cause.KnownArtwork(artwork, value);
        weights[k] = confidence * value;
        starts[k] = artwork * fixed.stride();
      }
      for (int d = 0; d < columns.length; d += 4) {
        gatherFour(starts, d);
      }
    }

    /** Four dimensions a pass, so that few places are written to at a time. */
    private void gatherFour(int[] starts, int d) {
      float[] rows = fixed.rows();
      int last = columns.length - 1;
      double[] c0 = columns[d];
      double[] c1 = columns[Math.min(d + 1, last)];
      double[] c2 = columns[Math.min(d + 2, last)];
      double[] c3 = columns[Math.min(d + 3, last)];
      int more1 = Math.min(1, last - d);
      int more2 = Math.min(2, last - d);
      int more3 = Math.min(3, last - d);
      for (int k = 0; k < starts.length; k++) {
        int at = starts[k] + d;
        c0[k] = rows[at];
        c1[k] = rows[at + more1];
        c2[k] = rows[at + more2];
        c3[k] = rows[at + more3];
      }
    }

    List<Contribution> contributions(double[] solved) {
      double[] products = new double[causes.length];
      int d = 0;
      for (; d + 4 <= solved.length; d += 4) {
        addFour(solved, d, products);
      }
      for (; d < solved.length; d++) {
        for (int k = 0; k < products.length; k++) {
          products[k] += solved[d] * columns[d][k];
        }
      }
      Contribution[] contributions = new Contribution[products.length];
      for (int k = 0; k < products.length; k++) {
        contributions[k] = new Contribution(ImplicitAls.NAME, causes[k], weights[k] * products[k]);
      }
      return Arrays.asList(contributions);
    }

    private void addFour(double[] solved, int d, double[] products) {
      double s0 = solved[d];
      double s1 = solved[d + 1];
      double s2 = solved[d + 2];
      double s3 = solved[d + 3];
      double[] c0 = columns[d];
      double[] c1 = columns[d + 1];
      double[] c2 = columns[d + 2];
      double[] c3 = columns[d + 3];
      for (int k = 0; k < products.length; k++) {
        products[k] += s0 * c0[k] + s1 * c1[k] + s2 * c2[k] + s3 * c3[k];
      }
    }
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
    out.putLong("artworks", size);
    out.putFloats("factors", artworks);
  }
}
