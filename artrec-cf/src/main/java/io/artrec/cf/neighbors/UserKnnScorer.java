package io.artrec.cf.neighbors;

import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.cf.data.internal.TopEntries;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The trained {@link UserKnn}: everybody's behaviour, and how to compare with it. */
final class UserKnnScorer implements Scorer {
  private final UserKnn strategy;
  private final SparseMatrix behavior;
  private final ComparedRows compared;

  UserKnnScorer(UserKnn strategy, SparseMatrix behavior) {
    this.strategy = strategy;
    this.behavior = behavior;
    compared = new ComparedRows(strategy.similarity(), behavior);
  }

  static Scorer read(StateReader in, UserKnn strategy, int works) {
    int artworks = in.getCount("artworks", works);
    return new UserKnnScorer(strategy, SparseMatrix.read(in, artworks, "values"));
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    SparseVector own = FeedbackEntries.of(strategy.feedback(), query);
    SparseVector neighbors = neighbors(own);
    double[] sums = new double[behavior.columns()];
    boolean[] reached = new boolean[sums.length];
    for (int k = 0; k < neighbors.size(); k++) {
      int user = neighbors.indices()[k];
      double alike = neighbors.values()[k];
      for (int p = behavior.begin(user); p < behavior.end(user); p++) {
        sums[behavior.indices()[p]] += alike * behavior.values()[p];
        reached[behavior.indices()[p]] = true;
      }
    }
    Scores scores = new Scores(candidates);
    for (int position = 0; position < candidates.size(); position++) {
      int artwork = candidates.artwork(position);
      if (reached[artwork]) {
        scores.set(position, sums[artwork]);
      }
    }
    return scores.explainedBy(
        position -> contributions(own, neighbors, candidates.artwork(position)));
  }

  private SparseVector neighbors(SparseVector own) {
    SparseVector vector = compared.prepared(own);
    double factor = compared.ownFactor(vector);
    Products products = new Products(compared.size(), strategy.similarity().needsOverlap());
    compared.compare(vector, products);
    TopEntries top = new TopEntries(strategy.neighbors());
    for (int i = 0; i < products.count(); i++) {
      int other = products.row(i);
      if (products.product(other) > 0 && !isSame(own, other)) {
        float alike = (float) compared.similarity(vector.size(), factor, other, products);
        if (alike > 0) {
          top.offer(other, alike);
        }
      }
    }
    return top.byIndex();
  }

  private boolean isSame(SparseVector own, int user) {
    int from = behavior.begin(user);
    int to = behavior.end(user);
    return to - from == own.size()
        && Arrays.equals(own.indices(), 0, own.size(), behavior.indices(), from, to)
        && Arrays.equals(own.values(), 0, own.size(), behavior.values(), from, to);
  }

  /** Each neighbour's part, shared out to the known works that make the two visitors alike. */
  private List<Contribution> contributions(SparseVector own, SparseVector neighbors, int artwork) {
    SparseVector vector = compared.prepared(own);
    double[] parts = new double[vector.size()];
    double[] products = new double[vector.size()];
    for (int k = 0; k < neighbors.size(); k++) {
      int user = neighbors.indices()[k];
      int at =
          Arrays.binarySearch(
              behavior.indices(), behavior.begin(user), behavior.end(user), artwork);
      if (at >= 0) {
        double total = products(vector, user, products);
        double amount = (double) neighbors.values()[k] * behavior.values()[at];
        for (int i = 0; i < parts.length; i++) {
          parts[i] += amount * products[i] / total;
        }
      }
    }
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] != 0) {
        int known = vector.indices()[i];
        double weight = own.values()[Arrays.binarySearch(own.indices(), known)];
        Cause cause = new Cause.KnownArtwork(known, weight);
        contributions.add(new Contribution(UserKnn.NAME, cause, parts[i]));
      }
    }
    return contributions;
  }

  private double products(SparseVector vector, int user, double[] products) {
    SparseMatrix rows = compared.rows();
    double total = 0;
    int p = rows.begin(user);
    for (int i = 0; i < products.length; i++) {
      while (p < rows.end(user) && rows.indices()[p] < vector.indices()[i]) {
        p++;
      }
      boolean both = p < rows.end(user) && rows.indices()[p] == vector.indices()[i];
      products[i] = both ? (double) vector.values()[i] * rows.values()[p] : 0;
      total += products[i];
    }
    return total;
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
    out.putLong("artworks", behavior.columns());
    out.putInts("offsets", behavior.offsets());
    out.putInts("indices", behavior.indices());
    out.putFloats("values", behavior.values());
  }
}
