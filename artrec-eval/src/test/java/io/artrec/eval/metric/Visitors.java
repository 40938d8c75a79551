package io.artrec.eval.metric;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Visitors in short: works are the letters a to z, {@code "a5 b2"} rates them, {@code "b x"} lists
 * them. With the standard model works rated 4 and 5 are relevant.
 */
final class Visitors {
  static final PreferenceModel STARS = PreferenceModel.standard();

  /** Makes every work rated above −1.5 relevant. */
  static final PreferenceModel ALL_RELEVANT = PreferenceModel.standard().withRatingScale(-2, -1);

  private final Catalog catalog;
  private final PreferenceModel model;
  private final List<Consumer<Interactions.Builder>> ratings = new ArrayList<>();
  private final List<Consumer<Interactions.Builder>> known = new ArrayList<>();
  private FeatureStore features;
  private final Map<String, List<String>> lists = new TreeMap<>();
  private final Map<String, Map<String, Double>> predictions = new TreeMap<>();
  private final Map<String, Map<String, int[]>> ranks = new TreeMap<>();
  private final Map<String, Integer> others = new TreeMap<>();

  private Visitors(Catalog catalog, PreferenceModel model) {
    this.catalog = catalog;
    this.model = model;
    features = FeatureStore.empty(catalog.size());
  }

  static Visitors of(PreferenceModel model) {
    List<String> letters = new ArrayList<>();
    for (char letter = 'a'; letter <= 'z'; letter++) {
      letters.add(String.valueOf(letter));
    }
    return over(letters, model);
  }

  static Visitors over(Collection<String> ids, PreferenceModel model) {
    return over(
        Catalog.of(ids.stream().map(id -> Artwork.builder(id, "Work " + id).build()).toList()),
        model);
  }

  static Visitors over(Catalog catalog, PreferenceModel model) {
    return new Visitors(catalog, model);
  }

  /** {@code "a b"}: what recommenders learned of a visitor. */
  Visitors knows(String user, String works) {
    for (String work : split(works)) {
      known.add(events -> events.add(user, work, InteractionKind.VIEW, 1, Interactions.NO_TIME));
    }
    return this;
  }

  Visitors features(FeatureStore store) {
    features = store;
    return this;
  }

  /** One visitor of stars. */
  static Visitors one(String ratings, String list) {
    return of(STARS).rates("v", ratings).sees("v", list);
  }

  Visitors rates(String user, String works) {
    for (String work : split(works)) {
      rates(user, work.substring(0, 1), Double.parseDouble(work.substring(1)));
    }
    return this;
  }

  Visitors rates(String user, String work, double rating) {
    ratings.add(
        events ->
            events.add(user, work, InteractionKind.RATING, (float) rating, Interactions.NO_TIME));
    return this;
  }

  Visitors does(String user, InteractionKind kind, String work) {
    ratings.add(events -> events.add(user, work, kind, 1, Interactions.NO_TIME));
    return this;
  }

  Visitors sees(String user, String works) {
    return sees(user, split(works));
  }

  Visitors sees(String user, List<String> works) {
    lists.put(user, works);
    return this;
  }

  /** {@code "a4.5 b1"}. */
  Visitors predicted(String user, String works) {
    for (String work : split(works)) {
      predicted(user, work.substring(0, 1), Double.parseDouble(work.substring(1)));
    }
    return this;
  }

  Visitors predicted(String user, String work, double score) {
    predictions.computeIfAbsent(user, u -> new TreeMap<>()).put(work, score);
    return this;
  }

  /** Where a relevant work stands. */
  Visitors ranked(String user, String work, int above, int tied) {
    ranks.computeIfAbsent(user, u -> new TreeMap<>()).put(work, new int[] {above, tied});
    return this;
  }

  Visitors others(String user, int count) {
    others.put(user, count);
    return this;
  }

  Outcomes outcomes(Needs needs) {
    Interactions tested = built(ratings);
    TestSet test = TestSet.of(catalog, tested, model, 0);
    TrainingFacts training = TrainingFacts.of(Dataset.of(catalog, built(known)), features);
    Outcomes.Builder builder = Outcomes.builder(test, training, needs);
    for (int user = 0; user < test.userCount(); user++) {
      fill(builder, test, user, needs);
    }
    return builder.build();
  }

  private static Interactions built(List<Consumer<Interactions.Builder>> events) {
    Interactions.Builder builder = Interactions.builder();
    events.forEach(event -> event.accept(builder));
    return builder.build();
  }

  private void fill(Outcomes.Builder builder, TestSet test, int user, Needs needs) {
    String id = test.userId(user);
    builder.list(user, lists.getOrDefault(id, List.of()));
    if (needs.ranks()) {
      builder.others(user, others.getOrDefault(id, 0));
    }
    for (int position = test.begin(user); position < test.end(user); position++) {
      String work = catalog.get(test.work(position)).id();
      Double score = predictions.getOrDefault(id, Map.of()).get(work);
      if (score != null && needs.predictions()) {
        builder.prediction(position, score);
      }
      int[] rank = ranks.getOrDefault(id, Map.of()).get(work);
      if (rank != null && needs.ranks()) {
        builder.rank(position, rank[0], rank[1]);
      }
    }
  }

  Measurement measure(String name) {
    Metric metric = Metrics.parse(name);
    return Measurement.of(metric, outcomes(metric.needs()));
  }

  OptionalDouble value(String name) {
    return measure(name).value();
  }

  private static List<String> split(String works) {
    return works.isBlank() ? List.of() : List.of(works.strip().split(" +"));
  }
}
