package io.artrec.strategy;

import io.artrec.behavior.History;
import io.artrec.behavior.Preferences;
import io.artrec.model.StateWriter;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.RowProducts;
import io.artrec.vector.TopRows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A scorer in a catalogue that has grown since it was trained: it knows the works that stood there
 * first, and nothing of the others, in histories and as candidates.
 */
class EarlierArtworks implements Scorer {
  /** One whose scores are products of vectors, among which those of newer works are missing. */
  private static final class OfVectors extends EarlierArtworks implements VectorScorer {
    private final VectorScorer trained;
    private final FeatureMatrix vectors;

    OfVectors(VectorScorer trained, int works, int now) {
      super(trained, works);
      this.trained = trained;
      vectors = trained.works().with(now, trained.works().dimensions(), Map.of());
    }

    private OfVectors(VectorScorer trained, int works, FeatureMatrix vectors) {
      super(trained, works);
      this.trained = trained;
      this.vectors = vectors;
    }

    @Override
    public Scorer loaded(UnaryOperator<FeatureMatrix> load) {
      return trained.loaded(load) instanceof VectorScorer scorer
          ? new OfVectors(
              scorer,
              knownWorks(),
              vectors.multipliedBy(new FirstRows(scorer.works(), vectors.size())))
          : this;
    }

    @Override
    public FeatureMatrix works() {
      return vectors;
    }

    @Override
    public Optional<float[]> vector(Query query) {
      return trained.vector(known(query));
    }

    @Override
    public List<Optional<float[]>> vectors(List<Query> queries) {
      return trained.vectors(queries.stream().map(this::known).toList());
    }
  }

  /** About what a visitor's factors and earlier history take. */
  private static final long KNOWN_BYTES = 8192;

  /** Products with rows of which only the first are there. */
  private record FirstRows(FeatureMatrix first, int size) implements RowProducts {
    @Override
    public void innerProducts(float[][] queries, double[][] out) {
      first.innerProducts(queries, out);
      for (int q = 0; q < queries.length; q++) {
        Arrays.fill(out[q], first.size(), size, 0);
      }
    }

    @Override
    public void innerProducts(float[][] queries, int[] rows, double[][] out) {
      int[] known = IntStream.of(rows).filter(row -> row < first.size()).toArray();
      double[][] products = new double[queries.length][known.length];
      first.innerProducts(queries, known, products);
      for (int q = 0; q < queries.length; q++) {
        int next = 0;
        for (int i = 0; i < rows.length; i++) {
          out[q][i] = rows[i] < first.size() ? products[q][next++] : 0;
        }
      }
    }

    @Override
    public List<TopRows> top(float[][] queries, int n, BitSet eligible, int[][] excluded) {
      return first.top(queries, n, eligible.get(0, first.size()), excluded);
    }
  }

  /** What is left of a history, and what was made of that. */
  private record Known(History history, Preferences preferences, Memory memory) {}

  private final Memory.Key<Known> earlier = Memory.Key.of(Known.class, KNOWN_BYTES);
  private final Scorer trained;
  private final int works;

  private EarlierArtworks(Scorer trained, int works) {
    this.trained = trained;
    this.works = works;
  }

  /**
   * Returns a scorer for a catalogue.
   *
   * @param scorer the scorer
   * @param works how many works it was trained on
   * @param now how many there are
   * @return the scorer itself when it knows them all
   */
  static Scorer of(Scorer scorer, int works, int now) {
    if (works == now) {
      return scorer;
    }
    if (scorer instanceof EarlierArtworks earlier) {
      return of(earlier.trained, earlier.works, now);
    }
    return scorer instanceof VectorScorer vectors
        ? new OfVectors(vectors, works, now)
        : new EarlierArtworks(scorer, works);
  }

  final int knownWorks() {
    return works;
  }

  /** Of what the asker did with works that are known. */
  final Query known(Query query) {
    Known known =
        query.remembered(
            earlier,
            () -> {
              History history = query.history().first(works);
              Preferences preferences = query.preferences().first(works);
              return new Known(history, preferences, new Memory());
            });
    return Query.builder(known.history(), known.preferences())
        .user(query.user())
        .nowMillis(query.nowMillis())
        .seed(query.seed())
        .facets(query.facets())
        .wish(query.wish())
        .memory(known.memory())
        .build();
  }

  @Override
  public Strategy strategy() {
    return trained.strategy();
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    int count = 0;
    while (count < candidates.size() && candidates.artwork(count) < works) {
      count++;
    }
    int[] first = new int[candidates.isAll() ? 0 : count];
    for (int i = 0; i < first.length; i++) {
      first[i] = candidates.artwork(i);
    }
    Scores known =
        trained.score(
            known(query), candidates.isAll() ? Candidates.all(count) : Candidates.of(first));
    Scores scores = new Scores(candidates);
    for (int position = 0; position < count; position++) {
      if (known.isScored(position)) {
        scores.set(position, known.value(position));
      }
    }
    known.draw().ifPresent(scores::drawn);
    return scores.explainedBy(known::contributions);
  }

  @Override
  public Scorer loaded(UnaryOperator<FeatureMatrix> load) {
    return new EarlierArtworks(trained.loaded(load), works);
  }

  @Override
  public boolean isRelative() {
    return trained.isRelative();
  }

  @Override
  public Candidates propose(Query query, int catalogSize, BitSet eligible, int n) {
    return trained.propose(known(query), works, eligible.get(0, works), n);
  }

  @Override
  public Optional<Scorer> updated(TrainingContext before, TrainingContext after) {
    return trained.updated(before.first(works), after);
  }

  @Override
  public Optional<Scorer> refreshed(TrainingContext before, TrainingContext after) {
    Optional<Scorer> refreshed = trained.refreshed(before.first(works), after);
    return refreshed.isPresent()
        ? refreshed
        : Optional.of(trained.strategy().train(after, trained));
  }

  /** As {@link StrategyReaders#write} does, which says how many works it knows. */
  @Override
  public void save(StateWriter out) {
    trained.save(out);
  }
}
