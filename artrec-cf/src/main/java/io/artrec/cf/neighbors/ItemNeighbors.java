package io.artrec.cf.neighbors;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.data.internal.SparseMatrixBuilder;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.cf.data.internal.TopEntries;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The works nearest to each work. */
final class ItemNeighbors {
  /** Bytes of heap per byte of selections that threads may hold for themselves. */
  private static final long SHARE = 16;

  private final VectorSimilarity similarity;
  private final int neighbors;
  private final ComparedRows compared;
  private final TrainingContext context;
  private final int artworks;

  ItemNeighbors(ItemKnn strategy, SparseMatrix byArtwork, TrainingContext context) {
    this.context = context;
    similarity = strategy.similarity();
    compared = new ComparedRows(similarity, byArtwork);
    artworks = compared.size();
    neighbors = Math.min(strategy.neighbors(), Math.max(1, artworks));
  }

  /** Finds those of every work. */
  SparseMatrixBuilder all() {
    SparseMatrixBuilder rows = new SparseMatrixBuilder(artworks, artworks);
    long held = 16L * artworks * neighbors * context.threads();
    if (held > Runtime.getRuntime().maxMemory() / SHARE) {
      boolean[] every = new boolean[artworks];
      Arrays.fill(every, true);
      some(every, rows);
    } else {
      byPairs(rows);
    }
    return rows;
  }

  /** Finds those of some works, each by comparing it with all others. */
  void some(boolean[] wanted, SparseMatrixBuilder rows) {
    context
        .workers()
        .run(
            "training " + ItemKnn.NAME,
            artworks,
            (from, to) -> {
              Products products = new Products(artworks, similarity.needsOverlap());
              TopEntries top = new TopEntries(neighbors);
              for (int artwork = from; artwork < to; artwork++) {
                if (wanted[artwork]) {
                  SparseVector own = compared.rows().row(artwork);
                  compared.compare(own, products);
                  top.clear();
                  for (int i = 0; i < products.count(); i++) {
                    int other = products.row(i);
                    if (other != artwork && products.product(other) > 0) {
                      offer(top, other, similarity(artwork, other, products));
                    }
                  }
                  rows.set(artwork, top.byIndex());
                }
              }
            });
  }

  private float similarity(int artwork, int other, Products products) {
    int count = compared.rows().length(artwork);
    return (float) compared.similarity(count, compared.ownFactor(artwork), other, products);
  }

  private static void offer(TopEntries top, int other, float value) {
    if (value > 0) {
      top.offer(other, value);
    }
  }

  /**
   * Compares each pair once, and offers each to the other. Every thread has selections of its own,
   * which are joined at the end; which entries are the largest does not depend on who offers them.
   */
  private void byPairs(SparseMatrixBuilder rows) {
    Deque<Part> free = new ArrayDeque<>();
    List<Part> parts = new ArrayList<>();
    context
        .workers()
        .run(
            "training " + ItemKnn.NAME,
            artworks,
            (from, to) -> {
              Part part = take(free, parts);
              for (int artwork = from; artwork < to; artwork++) {
                part.compare(artwork);
              }
              synchronized (free) {
                free.push(part);
              }
            });
    for (int artwork = 0; artwork < artworks; artwork++) {
      TopEntries joined = null;
      for (Part part : parts) {
        TopEntries more = part.tops[artwork];
        if (more != null && joined != null) {
          joined.offerAll(more);
        }
        joined = joined == null ? more : joined;
        part.tops[artwork] = null;
      }
      if (joined != null) {
        rows.set(artwork, joined.byIndex());
      }
    }
  }

  private Part take(Deque<Part> free, List<Part> parts) {
    synchronized (free) {
      if (free.isEmpty()) {
        Part part = new Part();
        parts.add(part);
        return part;
      }
      return free.pop();
    }
  }

  /** One thread's selections. */
  private final class Part {
    private final Products products = new Products(artworks, similarity.needsOverlap());
    private final @Nullable TopEntries[] tops = new TopEntries[artworks];
    private final boolean symmetric = similarity.isSymmetric();

    /**
     * What an entry must reach. Works do not come in ascending order, neither those met nor the
     * ranges that a thread happens to take, so ties are left to the selection, which decides by
     * index.
     */
    private final float[] bounds = new float[artworks];

    void compare(int artwork) {
      compared.compareBefore(artwork, products);
      int count = compared.rows().length(artwork);
      double factor = compared.ownFactor(artwork);
      for (int i = 0; i < products.count(); i++) {
        int other = products.row(i);
        if (products.product(other) > 0) {
          float value = (float) compared.similarity(count, factor, other, products);
          if (value > 0 && value >= bounds[artwork]) {
            offer(artwork, other, value);
          }
          float turned = symmetric ? value : turned(artwork, other);
          if (turned > 0 && turned >= bounds[other]) {
            offer(other, artwork, turned);
          }
        }
      }
    }

    private void offer(int artwork, int other, float value) {
      TopEntries top = tops[artwork];
      if (top == null) {
        top = new TopEntries(neighbors);
        tops[artwork] = top;
      }
      top.offer(other, value);
      bounds[artwork] = Math.max(0, top.bound());
    }

    private float turned(int artwork, int other) {
      int count = compared.rows().length(other);
      return (float)
          compared.similarity(count, compared.ownFactor(other), artwork, other, products);
    }
  }
}
