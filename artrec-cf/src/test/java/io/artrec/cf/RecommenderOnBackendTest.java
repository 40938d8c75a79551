package io.artrec.cf;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommender;
import io.artrec.TopArtworks;
import io.artrec.scoring.LoadedMatrix;
import io.artrec.scoring.ScoringBackend;
import io.artrec.scoring.ScoringBackends;
import io.artrec.testkit.SyntheticGallery;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.TopRows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many visitors by factors, on a backend of the application's own. */
class RecommenderOnBackendTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final SyntheticGallery GALLERY = SyntheticGallery.of(120, 40, 15, 5);
  private static final List<String> USERS =
      IntStream.range(0, 40).mapToObj(GALLERY.dataset()::userId).toList();

  /** Finds by the host's products, rounded where it is not exact. */
  private record Backend(
      double recall, int batch, boolean isParallel, AtomicInteger largest, Crowd crowd)
      implements ScoringBackend {
    Backend(double recall, int batch, boolean isParallel) {
      this(recall, batch, isParallel, new AtomicInteger(), new Crowd());
    }

    @Override
    public String name() {
      return "test";
    }

    @Override
    public LoadedMatrix load(FeatureMatrix matrix) {
      LoadedMatrix host = ScoringBackends.best().load(matrix);
      return new LoadedMatrix(matrix.size(), matrix.dimensions()) {
        @Override
        protected void multiply(float[][] queries, double[][] out) {
          host.innerProducts(queries, out);
        }

        @Override
        protected List<TopRows> select(
            float[][] queries, int n, BitSet eligible, int[][] excluded) {
          largest.accumulateAndGet(queries.length, Math::max);
          crowd.enter();
          try {
            return host.top(queries, n, eligible, excluded).stream().map(this::rounded).toList();
          } finally {
            crowd.leave();
          }
        }

        private TopRows rounded(TopRows top) {
          int[] rows = IntStream.range(0, top.size()).map(top::artwork).toArray();
          double[] scores = IntStream.range(0, top.size()).mapToDouble(top::score).toArray();
          return new TopRows(
              rows, recall < 1 ? IntStream.of(rows).mapToDouble(row -> 0).toArray() : scores);
        }

        @Override
        protected boolean isPresent(int artwork) {
          return matrix.isPresent(artwork);
        }
      };
    }

    @Override
    public void close() {}
  }

  /** Counts who is in at the same time, and lets those who may come in wait for each other. */
  private static final class Crowd {
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    void enter() {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      for (int i = 0; i < 50 && most.get() < 2; i++) {
        LockSupport.parkNanos(1_000_000);
      }
    }

    void leave() {
      inside.decrementAndGet();
    }
  }

  private static List<TopArtworks> top(ScoringBackend backend) {
    try (Recommender recommender =
        Recommender.builder()
            .catalog(GALLERY.catalog())
            .interactions(GALLERY.dataset().interactions())
            .strategy(CfStrategies.parse("implicit-als:factors=8,epochs=3"))
            .scoring(backend)
            .threads(4)
            .clock(CLOCK)
            .build()) {
      return recommender.recommendTop(USERS, 10);
    }
  }

  @Test
  void visitorsAreAskedForInTheBatchThatTheBackendLikes() {
    Backend backend = new Backend(1, 7, false);
    assertThat(top(backend)).isEqualTo(top(ScoringBackends.best()));
    assertThat(backend.largest()).hasValue(7);
  }

  @Test
  void finalistsOfABackendThatIsNotExact_areScoredByTheHost() {
    Backend backend = new Backend(0.9, 256, false);
    assertThat(top(backend)).isEqualTo(top(ScoringBackends.best()));
    assertThat(backend.largest()).hasPositiveValue();
  }

  @Test
  void aBackendThatIsParallelItself_isAskedByOneThreadAtATime() {
    Backend alone = new Backend(1, 4, true);
    Backend shared = new Backend(1, 4, false);
    assertThat(top(alone)).isEqualTo(top(shared));
    assertThat(alone.crowd().most).hasValue(1);
    assertThat(shared.crowd().most.get()).isGreaterThan(1);
  }
}
