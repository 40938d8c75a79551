package io.artrec.cf.factors;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.SparseMatrix;
import io.artrec.cf.data.SparseVector;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/** Real ratings, four of five to train on and the rest to predict; absent on most machines. */
final class MovieRatings {
  private final Dataset train;
  private final Dataset test;

  private MovieRatings(Dataset train, Dataset test) {
    this.train = train;
    this.test = test;
  }

  /**
   * The ratings, where {@code artrec.shared.data} or a folder {@code shared/data} above holds them.
   */
  static Optional<MovieRatings> find(long seed) {
    return file().map(path -> split(path, seed));
  }

  private static Optional<Path> file() {
    String given = System.getProperty("artrec.shared.data");
    if (given != null) {
      return Optional.of(Path.of(given, "movielens-small", "ratings.csv")).filter(Files::exists);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path candidate = folder.resolve("shared/data/movielens-small/ratings.csv");
      if (Files.exists(candidate)) {
        return Optional.of(candidate);
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  private static MovieRatings split(Path path, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<String> works = new LinkedHashSet<>();
    List<Interaction> train = new ArrayList<>();
    List<Interaction> test = new ArrayList<>();
    try {
      List<String> lines = Files.readAllLines(path, StandardCharsets.UTF_8);
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.split(",", -1);
        works.add(fields[1]);
        Interaction rating =
            Interaction.rating(fields[0], fields[1], Double.parseDouble(fields[2]));
        (random.nextInt(5) == 0 ? test : train).add(rating);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Catalog catalog =
        Catalog.of(works.stream().map(id -> Artwork.builder(id, "Film " + id).build()).toList());
    return new MovieRatings(
        Dataset.of(catalog, Interactions.of(train)), Dataset.of(catalog, Interactions.of(test)));
  }

  TrainingContext context() {
    return new TrainingContext(
        train,
        FeatureStore.empty(train.catalog().size()),
        PreferenceModel.standard(),
        0,
        42,
        1,
        Progress.silent(),
        new Cancellation());
  }

  /** Root mean square error on the test ratings. */
  double error(Strategy strategy) {
    Scorer scorer = strategy.train(context());
    double squares = 0;
    for (int user = 0; user < test.userCount(); user++) {
      OptionalInt index = train.userIndex(test.userId(user));
      History history = index.isPresent() ? train.history(index.getAsInt()) : History.none();
      var preferences = PreferenceModel.standard().apply(history, 0);
      Query query = new Query(OptionalInt.empty(), history, preferences, 0, 1, Map.of());
      Scores scores = scorer.score(query, Candidates.all(train.catalog().size()));
      for (int p = test.begin(user); p < test.end(user); p++) {
        double error = test.value(p) - scores.value(test.artwork(p));
        squares += error * error;
      }
    }
    return Math.sqrt(squares / test.size());
  }

  /** The same of mean and biases alone, held by a damping of 5. */
  double errorOfBiases() {
    SparseMatrix byUser = Feedback.RATING.matrix(context());
    SparseMatrix byWork = byUser.transposed();
    double mean = 0;
    for (float value : byUser.values()) {
      mean += value / byUser.size();
    }
    double[] users = new double[byUser.rows()];
    double[] works = new double[byWork.rows()];
    for (int pass = 0; pass < 20; pass++) {
      fit(byWork, mean, users, works);
      fit(byUser, mean, works, users);
    }
    double squares = 0;
    for (int user = 0; user < test.userCount(); user++) {
      OptionalInt index = train.userIndex(test.userId(user));
      double bias = index.isPresent() ? users[index.getAsInt()] : 0;
      for (int p = test.begin(user); p < test.end(user); p++) {
        double error = test.value(p) - mean - bias - works[test.artwork(p)];
        squares += error * error;
      }
    }
    return Math.sqrt(squares / test.size());
  }

  private static void fit(SparseMatrix rows, double mean, double[] others, double[] biases) {
    for (int row = 0; row < biases.length; row++) {
      SparseVector entries = rows.row(row);
      double sum = 0;
      for (int k = 0; k < entries.size(); k++) {
        sum += entries.values()[k] - mean - others[entries.indices()[k]];
      }
      biases[row] = sum / (5 + entries.size());
    }
  }
}
