package io.artrec.answering.internal;

import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What answers, with its matrices on a backend: loaded before it is asked, released when it was
 * retired and the last reader has left. Thread-safe.
 */
public final class Residence {
  private final Answering host;
  private final Matrices matrices;
  private final List<FeatureMatrix> taken = new ArrayList<>();
  private @Nullable Answering loaded;
  private boolean retired;
  private int readers;

  /**
   * Loads nothing yet.
   *
   * @param host what answers by the host's own products
   * @param matrices where matrices are loaded
   */
  public Residence(Answering host, Matrices matrices) {
    this.host = host;
    this.matrices = matrices;
  }

  /** {@return what answers by the host's own products, for which nothing is held} */
  public Answering host() {
    return host;
  }

  /** Loads what is not loaded; what this takes, the first reader does not wait for. */
  public synchronized void prepare() {
    if (loaded == null && !retired) {
      IdentityHashMap<FeatureMatrix, FeatureMatrix> views = new IdentityHashMap<>();
      try {
        loaded =
            host.loaded(matrix -> views.computeIfAbsent(matrix, this::take), matrices.backend());
      } catch (RuntimeException | Error e) {
        release();
        throw e;
      }
    }
  }

  private FeatureMatrix take(FeatureMatrix matrix) {
    GuardedProducts products = matrices.take(matrix);
    taken.add(matrix);
    return matrix.multipliedBy(products);
  }

  /**
   * Lets a reader in, who must {@link #leave}.
   *
   * @return false when this is retired
   */
  public synchronized boolean enter() {
    if (retired) {
      return false;
    }
    prepare();
    readers++;
    return true;
  }

  /** {@return what a reader who is in asks} */
  public synchronized Answering answering() {
    return loaded == null ? host : loaded;
  }

  /** The reader is done. */
  public synchronized void leave() {
    if (--readers == 0 && retired) {
      release();
    }
  }

  /** Lets nobody in any more, and releases what is loaded once nobody is in. */
  public synchronized void retire() {
    if (!retired) {
      retired = true;
      if (readers == 0) {
        release();
      }
    }
  }

  private void release() {
    loaded = null;
    taken.forEach(matrices::giveBack);
    taken.clear();
  }
}
