package io.artrec.cf;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Assumptions;

/**
 * MovieLens ratings as a stand-in for visitors' behaviour: a fifth of each visitor's, drawn by
 * seed, is kept for testing. Tests are skipped where the data is not.
 */
public final class Movies {
  private final Dataset training;
  private final Map<String, List<Interaction>> tested;

  private Movies(Dataset training, Map<String, List<Interaction>> tested) {
    this.training = training;
    this.tested = tested;
  }

  /** Loads; nothing is kept for testing. */
  public static Movies all() {
    return split(1, ratings -> 0);
  }

  /** Loads and splits. */
  public static Movies split(long seed) {
    return split(seed, ratings -> ratings / 5);
  }

  private static Movies split(long seed, IntUnaryOperator testedOf) {
    Map<String, List<Interaction>> byUser = new LinkedHashMap<>();
    TreeSet<Integer> movies = new TreeSet<>();
    for (String line : lines("movielens-small/ratings.csv")) {
      String[] cells = line.split(",", -1);
      if (!cells[0].equals("userId")) {
        byUser
            .computeIfAbsent(cells[0], id -> new ArrayList<>())
            .add(
                Interaction.rating(cells[0], cells[1], Double.parseDouble(cells[2]))
                    .at(Instant.ofEpochSecond(Long.parseLong(cells[3]))));
        movies.add(Integer.parseInt(cells[1]));
      }
    }
    List<Interaction> training = new ArrayList<>();
    Map<String, List<Interaction>> tested = new LinkedHashMap<>();
    SplittableRandom random = new SplittableRandom(seed);
    byUser.forEach(
        (user, ratings) -> {
          int kept = testedOf.applyAsInt(ratings.size());
          for (int i = 0; i < ratings.size(); i++) {
            int other = i + random.nextInt(ratings.size() - i);
            Interaction chosen = ratings.get(other);
            ratings.set(other, ratings.get(i));
            if (i < kept) {
              tested.computeIfAbsent(user, id -> new ArrayList<>()).add(chosen);
            } else {
              training.add(chosen);
            }
          }
        });
    Catalog catalog =
        Catalog.of(
            movies.stream()
                .map(id -> Artwork.builder(String.valueOf(id), "Movie " + id).build())
                .toList());
    return new Movies(Dataset.of(catalog, Interactions.of(training)), tested);
  }

  /** The lines of a file of shared data; aborts the test where it is not. */
  public static List<String> lines(String name) {
    for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
      Path file = here.resolve("shared/data").resolve(name);
      if (Files.exists(file)) {
        return lines(file);
      }
    }
    return Assumptions.abort("shared/data/" + name + " is not here");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What to train on, with ratings from 0.5 to 5. */
  public TrainingContext context() {
    return TrainingContext.of(training, FeatureStore.empty(training.catalog().size()))
        .preferenceModel(PreferenceModel.standard().withRatingScale(0.5, 5))
        .workers(Workers.of(2));
  }

  /** Mean binary nDCG of the first ten, over all works not trained on; every tested work counts. */
  public double ndcg(Strategy strategy) {
    TrainingContext context = context();
    Scorer scorer = strategy.train(context);
    Candidates all = Candidates.all(training.catalog().size());
    double sum = 0;
    for (Map.Entry<String, List<Interaction>> user : tested.entrySet()) {
      BitSet relevant = new BitSet();
      user.getValue().forEach(e -> relevant.set(training.catalog().requireIndex(e.artwork())));
      Query query = query(context, user.getKey());
      Scores scores = scorer.score(query, all);
      int rank = 0;
      double gain = 0;
      for (int position : scores.best(10 + query.preferences().size())) {
        if (!query.preferences().contains(position) && rank < 10) {
          rank++;
          gain += relevant.get(position) ? Math.log(2) / Math.log(rank + 1) : 0;
        }
      }
      double ideal = 0;
      for (int r = 1; r <= Math.min(10, relevant.cardinality()); r++) {
        ideal += Math.log(2) / Math.log(r + 1);
      }
      sum += gain / ideal;
    }
    return sum / tested.size();
  }

  /** Root of the mean squared error over all tested ratings, each of which gets a prediction. */
  public double rmse(Strategy strategy) {
    TrainingContext context = context();
    Scorer scorer = strategy.train(context);
    double sum = 0;
    int count = 0;
    for (Map.Entry<String, List<Interaction>> user : tested.entrySet()) {
      BitSet asked = new BitSet();
      double[] truth = new double[training.catalog().size()];
      for (Interaction event : user.getValue()) {
        int artwork = training.catalog().requireIndex(event.artwork());
        asked.set(artwork);
        truth[artwork] = event.value();
      }
      int[] works = asked.stream().toArray();
      Scores scores = scorer.score(query(context, user.getKey()), Candidates.of(works));
      for (int position = 0; position < works.length; position++) {
        double predicted = scores.get(position).orElseThrow();
        double error = predicted - truth[works[position]];
        sum += error * error;
        count++;
      }
    }
    return Math.sqrt(sum / count);
  }

  /** The prediction for one visitor and work; NaN when there is none. */
  public double predict(Scorer scorer, String user, String movie) {
    Candidates one = Candidates.of(training.catalog().requireIndex(movie));
    return scorer.score(query(context(), user), one).get(0).orElse(Double.NaN);
  }

  private Query query(TrainingContext context, String user) {
    OptionalInt index = training.userIndex(user);
    History history = index.isPresent() ? training.history(index.getAsInt()) : History.none();
    return Query.builder(history, context.preferenceModel().apply(history, 0)).seed(1).build();
  }
}
