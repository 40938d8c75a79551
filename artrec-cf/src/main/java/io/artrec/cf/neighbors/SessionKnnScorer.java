package io.artrec.cf.neighbors;

import io.artrec.behavior.History;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.cf.data.internal.TopEntries;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.ModelFileException;
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

/** The trained {@link SessionKnn}: everybody's sessions, and how to compare with them. */
final class SessionKnnScorer implements Scorer {
  private final SessionKnn strategy;
  private final boolean rareCountMore;
  private final Sessions sessions;

  SessionKnnScorer(SessionKnn strategy, Sessions sessions) {
    this.strategy = strategy;
    rareCountMore = strategy.idf();
    this.sessions = sessions;
  }

  static Scorer read(StateReader in, SessionKnn strategy, int catalogSize) {
    int works = in.getCount("artworks", catalogSize);
    int[] offsets = in.getOffsets("offsets");
    int[] held = in.getIndices("works", works);
    if (offsets[offsets.length - 1] != held.length) {
      throw new ModelFileException(
          "the model's sessions end at "
              + offsets[offsets.length - 1]
              + ", with "
              + held.length
              + " works");
    }
    return new SessionKnnScorer(strategy, new Sessions(works, offsets, held));
  }

  /**
   * The session of whoever asks.
   *
   * @param works its works that count, by their last event
   * @param values what each counts, negative for dislikes
   * @param weights the values, less for what lies back
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Current(int[] works, double[] values, double[] weights) {
    int[] liked() {
      int[] liked = new int[works.length];
      int count = 0;
      for (int k = 0; k < works.length; k++) {
        if (values[k] > 0) {
          liked[count++] = works[k];
        }
      }
      int[] ascending = Arrays.copyOf(liked, count);
      Arrays.sort(ascending);
      return ascending;
    }

    double length() {
      double square = 0;
      for (double weight : weights) {
        square += weight * weight;
      }
      return Math.sqrt(square);
    }
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    Current current = current(query);
    SparseVector neighbors = neighbors(current);
    double[] sums = new double[sessions.catalogSize()];
    boolean[] reached = new boolean[sums.length];
    for (int k = 0; k < neighbors.size(); k++) {
      int session = neighbors.indices()[k];
      for (int p = sessions.offsets()[session]; p < sessions.offsets()[session + 1]; p++) {
        sums[sessions.works()[p]] += neighbors.values()[k];
        reached[sessions.works()[p]] = true;
      }
    }
    Scores scores = new Scores(candidates);
    for (int position = 0; position < candidates.size(); position++) {
      int artwork = candidates.artwork(position);
      if (reached[artwork]) {
        scores.set(position, sums[artwork] * rarity(artwork));
      }
    }
    return scores.explainedBy(
        position -> contributions(current, neighbors, candidates.artwork(position)));
  }

  private double rarity(int artwork) {
    return rareCountMore ? Math.log((double) sessions.count() / sessions.frequency(artwork)) : 1;
  }

  /** The last session in which something counts for; empty when there is none. */
  private Current current(Query query) {
    History history = query.history();
    SparseVector values = FeedbackEntries.of(strategy.feedback(), query);
    int[] starts = Sessions.starts(history, strategy.idleMillis());
    for (int s = starts.length - 2; s >= 0; s--) {
      Current current = current(history, starts[s], starts[s + 1], values);
      if (current.liked().length > 0) {
        return current;
      }
    }
    return new Current(new int[0], new double[0], new double[0]);
  }

  private Current current(History history, int from, int to, SparseVector values) {
    int[] latestFirst = new int[to - from];
    double[] counted = new double[latestFirst.length];
    int count = 0;
    boolean[] met = new boolean[values.size()];
    for (int event = to - 1; event >= from; event--) {
      int at = Arrays.binarySearch(values.indices(), history.artwork(event));
      if (at >= 0 && !met[at]) {
        met[at] = true;
        latestFirst[count] = history.artwork(event);
        counted[count++] = values.values()[at];
      }
    }
    double[] weights = new double[count];
    SessionKnn.Decay decay = strategy.decay();
    for (int k = 0; k < count; k++) {
      weights[k] = counted[k] * decay.at((double) (count - k) / count);
    }
    return new Current(Arrays.copyOf(latestFirst, count), Arrays.copyOf(counted, count), weights);
  }

  private SparseVector neighbors(Current current) {
    int[] liked = current.liked();
    int most = strategy.sample() == 0 ? Integer.MAX_VALUE : strategy.sample();
    int[] latest = sessions.latest(liked, most);
    double[] products = new double[latest.length];
    for (int k = 0; k < current.works().length; k++) {
      sessions.add(current.works()[k], current.weights()[k], latest, products);
    }
    double own = current.length();
    boolean cosine = strategy.similarity() == SessionKnn.Similarity.COSINE;
    TopEntries top = new TopEntries(strategy.neighbors());
    for (int k = 0; k < latest.length; k++) {
      double length = cosine ? own * Math.sqrt(sessions.length(latest[k])) : 1;
      float alike = (float) (products[k] / length);
      if (alike > 0 && !sessions.isSame(latest[k], liked)) {
        top.offer(latest[k], alike);
      }
    }
    return top.byIndex();
  }

  /** Each neighbour's part, shared out to the works that make the two sessions alike. */
  private List<Contribution> contributions(Current current, SparseVector neighbors, int artwork) {
    int size = current.works().length;
    double[] parts = new double[size];
    boolean[] shared = new boolean[size];
    boolean[] holds = new boolean[size];
    for (int k = 0; k < neighbors.size(); k++) {
      int session = neighbors.indices()[k];
      if (sessions.contains(session, artwork)) {
        double total = 0;
        for (int i = 0; i < size; i++) {
          holds[i] = sessions.contains(session, current.works()[i]);
          total += holds[i] ? current.weights()[i] : 0;
        }
        for (int i = 0; i < size; i++) {
          shared[i] |= holds[i];
          parts[i] += holds[i] ? neighbors.values()[k] * current.weights()[i] / total : 0;
        }
      }
    }
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (shared[i]) {
        contributions.add(
            new Contribution(
                SessionKnn.NAME,
                new Cause.KnownArtwork(current.works()[i], current.values()[i]),
                parts[i] * rarity(artwork)));
      }
    }
    return contributions;
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
    out.putLong("artworks", sessions.catalogSize());
    out.putInts("offsets", sessions.offsets());
    out.putInts("works", sessions.works());
  }
}
