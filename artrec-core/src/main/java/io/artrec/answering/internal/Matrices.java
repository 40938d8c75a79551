package io.artrec.answering.internal;

import io.artrec.scoring.ScoringBackend;
import io.artrec.vector.FeatureMatrix;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * What a backend holds for the engines of one recommender: each matrix is loaded once, however many
 * scorers and engines use it, and released after the last. Thread-safe.
 */
public final class Matrices {
  private final ScoringBackend backend;
  private final IdentityHashMap<FeatureMatrix, Held> held = new IdentityHashMap<>();

  /** A loaded matrix and how many leases hold it. */
  private static final class Held {
    private final GuardedProducts products;
    private int holders;

    Held(GuardedProducts products) {
      this.products = products;
    }
  }

  /**
   * Holds nothing yet.
   *
   * @param backend what loads; closed by whoever made it
   */
  public Matrices(ScoringBackend backend) {
    this.backend = backend;
  }

  /** {@return the backend} */
  public ScoringBackend backend() {
    return backend;
  }

  /**
   * Returns the backend when it fails and the host computes instead.
   *
   * @return its name; empty when all is well
   */
  public synchronized Optional<String> failing() {
    return held.values().stream().anyMatch(each -> each.products.isFailing())
        ? Optional.of(backend.name())
        : Optional.empty();
  }

  synchronized GuardedProducts take(FeatureMatrix matrix) {
    Held of =
        held.computeIfAbsent(
            matrix, rows -> new Held(new GuardedProducts(rows, backend.load(rows), backend)));
    of.holders++;
    return of.products;
  }

  synchronized void giveBack(FeatureMatrix matrix) {
    Held of = held.get(matrix);
    if (of != null && --of.holders == 0) {
      held.remove(matrix);
      of.products.loaded().close();
    }
  }
}
