package io.artrec.answering.internal;

import io.artrec.scoring.LoadedMatrix;
import io.artrec.scoring.ScoringBackend;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.RowProducts;
import io.artrec.vector.TopRows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Products of a backend, and of the host where the backend fails or is not exact: an answer does
 * not fail because a device does. Thread-safe.
 */
final class GuardedProducts implements RowProducts {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedProducts.class);

  /** How many times as many works as are wanted a backend that is not exact is asked for. */
  private static final int FINALISTS = 4;

  private final FeatureMatrix host;
  private final LoadedMatrix loaded;
  private final String backend;
  private final boolean exact;
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile boolean failing;

  GuardedProducts(FeatureMatrix host, LoadedMatrix loaded, ScoringBackend backend) {
    this.host = host;
    this.loaded = loaded;
    this.backend = backend.name();
    exact = backend.recall() >= 1;
  }

  LoadedMatrix loaded() {
    return loaded;
  }

  @Override
  public void innerProducts(float[][] queries, double[][] out) {
    multiply(products -> products.innerProducts(queries, out));
  }

  @Override
  public void innerProducts(float[][] queries, int[] rows, double[][] out) {
    multiply(products -> products.innerProducts(queries, rows, out));
  }

  private void multiply(Consumer<RowProducts> multiplication) {
    if (exact) {
      try {
        multiplication.accept(loaded);
        worked();
        return;
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw e;
      } catch (RuntimeException e) {
        tell(e);
      }
    }
    multiplication.accept(host);
  }

  @Override
  public List<TopRows> top(float[][] queries, int n, BitSet eligible, int[][] excluded) {
    int wanted = exact ? n : (int) Math.min(host.size(), (long) FINALISTS * n);
    List<TopRows> found;
    try {
      found = loaded.top(queries, wanted, eligible, excluded);
      worked();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw e;
    } catch (RuntimeException e) {
      tell(e);
      return host.top(queries, n, eligible, excluded);
    }
    return exact
        ? found
        : IntStream.range(0, queries.length)
            .mapToObj(q -> scoredAgain(queries[q], found.get(q), n))
            .toList();
  }

  /** The best of some finalists, by the host's products. */
  private TopRows scoredAgain(float[] query, TopRows finalists, int n) {
    int[] rows = IntStream.range(0, finalists.size()).map(finalists::artwork).sorted().toArray();
    double[][] products = new double[1][rows.length];
    host.innerProducts(new float[][] {query}, rows, products);
    int[] best =
        IntStream.range(0, rows.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -products[0][i]))
            .limit(n)
            .mapToInt(i -> i)
            .toArray();
    return new TopRows(
        Arrays.stream(best).map(i -> rows[i]).toArray(),
        Arrays.stream(best).mapToDouble(i -> products[0][i]).toArray());
  }

  /** Whether the backend failed when it was asked last. */
  boolean isFailing() {
    return failing;
  }

  private void worked() {
    if (failing) {
      failing = false;
    }
  }

  private void tell(RuntimeException e) {
    failing = true;
    if (told.compareAndSet(false, true)) {
      LOG.warn("backend {} failed; the host computes what it does not, told once", backend, e);
    }
  }
}
