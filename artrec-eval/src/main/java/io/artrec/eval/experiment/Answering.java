package io.artrec.eval.experiment;

import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Preferences;
import io.artrec.eval.metric.Needs;
import io.artrec.eval.metric.Outcomes;
import io.artrec.eval.metric.TestSet;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Workers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;

/** Asks one trained contender for every tested visitor, and times it. */
final class Answering {
  private final TrainingContext context;
  private final TestSet test;
  private final SplitData data;
  private final Needs needs;
  private final Outcomes.Builder outcomes;
  private final long[] nanos;

  Answering(TrainingContext context, SplitData data, Needs needs) {
    this.context = context;
    this.data = data;
    this.needs = needs;
    test = data.test();
    outcomes = Outcomes.builder(test, data.training(), needs);
    nanos = new long[test.userCount()];
  }

  /** Sorted times of single answers; wall time, so what else runs is in them. */
  long[] sortedNanos() {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  Outcomes outcomes() {
    return outcomes.build();
  }

  void ask(String name, Scorer scorer) {
    run(name, user -> ask(scorer, user));
  }

  void ask(String name, Recommender recommender) {
    if (needs.listLength() == 0) {
      return;
    }
    run(
        name,
        user -> {
          RecommendationRequest.Builder request =
              RecommendationRequest.forUser(test.userId(user))
                  .n(needs.listLength())
                  .seed(seed(test.userId(user)));
          if (data.hasKnown()) {
            request.history(data.knownEvents(test.userId(user)));
          }
          long start = System.nanoTime();
          int[] list =
              recommender.recommend(request.build()).stream()
                  .mapToInt(r -> context.catalog().requireIndex(r.artwork().id()))
                  .toArray();
          nanos[user] = System.nanoTime() - start;
          outcomes.list(user, list);
        });
  }

  @FunctionalInterface
  private interface OfUser {
    void ask(int user);
  }

  private void run(String name, OfUser question) {
    Workers.of(context.threads())
        .progress(context.progress())
        .cancellation(context.cancellation())
        .run(
            "asking " + name,
            test.userCount(),
            (from, to) -> {
              for (int user = from; user < to; user++) {
                question.ask(user);
              }
            });
  }

  private void ask(Scorer scorer, int user) {
    long start = System.nanoTime();
    Query query = query(user);
    BitSet known = known(query.history());
    Candidates candidates = data.candidates(user, known);
    Scores scores = scorer.score(query, candidates);
    if (needs.listLength() > 0) {
      outcomes.list(user, best(scores, known));
    }
    nanos[user] = System.nanoTime() - start;
    if (needs.predictions()) {
      predict(
          scorer.isRelative() ? relative(scorer, query, scores, user) : alone(scorer, query, user),
          user);
    }
    if (needs.ranks()) {
      rank(scores, known, user);
    }
  }

  private Query query(int user) {
    String id = test.userId(user);
    Dataset dataset = context.dataset();
    OptionalInt index = dataset.userIndex(id);
    History history = index.isPresent() ? dataset.history(index.getAsInt()) : History.none();
    if (data.hasKnown()) {
      history = history.plus(Dataset.historyOf(context.catalog(), data.knownEvents(id)));
    }
    Preferences preferences = context.preferenceModel().apply(history, context.nowMillis());
    return Query.builder(history, preferences)
        .user(index)
        .nowMillis(context.nowMillis())
        .seed(seed(id))
        .build();
  }

  private long seed(String user) {
    return context.seed() * 31 + user.hashCode();
  }

  private static BitSet known(History history) {
    BitSet known = new BitSet();
    for (int event = 0; event < history.size(); event++) {
      known.set(history.artwork(event));
    }
    return known;
  }

  private int[] best(Scores scores, BitSet known) {
    int limit = needs.listLength();
    int spare = scores.candidates().isAll() ? known.cardinality() : 0;
    int[] list = new int[limit];
    int count = 0;
    for (int position : scores.best((int) Math.min(Integer.MAX_VALUE, (long) limit + spare))) {
      int work = scores.candidates().artwork(position);
      if (!known.get(work) && count < limit) {
        list[count++] = work;
      }
    }
    return Arrays.copyOf(list, count);
  }

  private int[] tested(int user) {
    int begin = test.begin(user);
    int[] works = new int[test.end(user) - begin];
    for (int i = 0; i < works.length; i++) {
      works[i] = test.work(begin + i);
    }
    return works;
  }

  private Scores alone(Scorer scorer, Query query, int user) {
    return scorer.score(query, Candidates.of(tested(user)));
  }

  /**
   * Scores that depend on each other are those among the works that are served; tested works which
   * are not among these (of sampled ones) join them.
   */
  private Scores relative(Scorer scorer, Query query, Scores served, int user) {
    Candidates candidates = served.candidates();
    if (candidates.isAll()) {
      return served;
    }
    BitSet works = new BitSet(test.catalog().size());
    for (int position = 0; position < candidates.size(); position++) {
      works.set(candidates.artwork(position));
    }
    for (int work : tested(user)) {
      works.set(work);
    }
    return works.cardinality() == candidates.size()
        ? served
        : scorer.score(query, Candidates.of(works.stream().toArray()));
  }

  /** Keeps the scores of tested works, all of which are candidates; both ascend. */
  private void predict(Scores scores, int user) {
    Candidates candidates = scores.candidates();
    int position = 0;
    for (int at = test.begin(user); at < test.end(user); at++) {
      while (candidates.artwork(position) < test.work(at)) {
        position++;
      }
      if (scores.isScored(position)) {
        outcomes.prediction(at, scores.value(position));
      }
    }
  }

  /** Where a relevant work stands among candidates that are not; unscored ones share the end. */
  private void rank(Scores scores, BitSet known, int user) {
    double[] others = new double[scores.candidates().size()];
    int scored = 0;
    int unscored = 0;
    for (int position = 0; position < others.length; position++) {
      int work = scores.candidates().artwork(position);
      int tested = test.find(user, work);
      if (known.get(work) || (tested >= 0 && test.isRelevant(tested))) {
        continue;
      }
      if (scores.isScored(position)) {
        others[scored++] = scores.value(position);
      } else {
        unscored++;
      }
    }
    double[] sorted = Arrays.copyOf(others, scored);
    Arrays.sort(sorted);
    outcomes.others(user, scored + unscored);
    for (int position = 0; position < others.length; position++) {
      int work = scores.candidates().artwork(position);
      int tested = known.get(work) ? -1 : test.find(user, work);
      if (tested < 0 || !test.isRelevant(tested)) {
        continue;
      }
      if (scores.isScored(position)) {
        int atMost = count(sorted, scores.value(position), true);
        int below = count(sorted, scores.value(position), false);
        outcomes.rank(tested, scored - atMost, atMost - below);
      } else {
        outcomes.rank(tested, scored, unscored);
      }
    }
  }

  /** How many ascending numbers are below a bound, or equal to it where that counts too. */
  private static int count(double[] ascending, double bound, boolean orEqual) {
    int from = 0;
    int to = ascending.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (ascending[middle] < bound || (orEqual && ascending[middle] == bound)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
