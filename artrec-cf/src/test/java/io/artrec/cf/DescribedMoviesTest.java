package io.artrec.cf;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.YearRange;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.FeatureStore;
import io.artrec.feature.WeightedFeature;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.StrategyParser;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Workers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table of docs/collaborative.md on works that nobody has chosen: films with genres, tags, year
 * and five years as attributes, a fifth of each visitor's ratings kept for testing ("warm"), or all
 * of a fifth of the films, ranked among themselves ("cold"). In the Maven profile {@code campaign}
 * five splits of films with 20 ratings, otherwise one of films with 80.
 */
class DescribedMoviesTest {
  private static final Logger LOG = LoggerFactory.getLogger(DescribedMoviesTest.class);
  private static final boolean WHOLE = "full".equals(System.getProperty("artrec.campaign"));
  private static final Pattern YEAR = Pattern.compile("\\((\\d{4})\\)\"?,");
  private static final StrategyParser PARSER = StrategyParser.core().with(CfStrategies.methods());

  private final Catalog catalog;
  private final FeatureStore features;
  private final Map<String, List<Interaction>> byUser = new LinkedHashMap<>();

  DescribedMoviesTest() {
    Map<String, Integer> ratings = new TreeMap<>();
    for (String line : rows("ratings.csv")) {
      String[] cells = line.split(",", -1);
      ratings.merge(cells[1], 1, Integer::sum);
      byUser
          .computeIfAbsent(cells[0], id -> new ArrayList<>())
          .add(Interaction.rating(cells[0], cells[1], Double.parseDouble(cells[2])));
    }
    Map<String, Artwork.Builder> films = new LinkedHashMap<>();
    for (String line : rows("movies.csv")) {
      String id = line.substring(0, line.indexOf(','));
      if (ratings.getOrDefault(id, 0) >= (WHOLE ? 20 : 80)) {
        Artwork.Builder film = Artwork.builder(id, "Film " + id);
        for (String genre : line.substring(line.lastIndexOf(',') + 1).split("\\|", -1)) {
          film.genre(genre);
        }
        Matcher year = YEAR.matcher(line);
        if (year.find()) {
          int made = Integer.parseInt(year.group(1));
          film.created(YearRange.of(made)).attribute("years", String.valueOf(made / 5));
        }
        films.put(id, film);
      }
    }
    for (String line : rows("tags.csv")) {
      String[] cells = line.split(",", 4);
      Artwork.Builder film = films.get(cells[1]);
      if (film != null) {
        film.subject(cells[2].toLowerCase(Locale.ROOT));
      }
    }
    catalog = Catalog.of(films.values().stream().map(Artwork.Builder::build).toList());
    byUser.values().forEach(own -> own.removeIf(e -> !films.containsKey(e.artwork())));
    byUser.values().removeIf(List::isEmpty);
    features =
        FeatureExtraction.standard()
            .threads(1)
            .run(catalog, List.of(new WeightedFeature(1, AttributeFeature.standard())))
            .features();
  }

  private static List<String> rows(String name) {
    List<String> lines = Movies.lines("movielens-small/" + name);
    return lines.subList(1, lines.size());
  }

  private double warm(String strategy, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Interaction> training = new ArrayList<>();
    Map<String, BitSet> tested = new LinkedHashMap<>();
    byUser.forEach(
        (user, ratings) -> {
          List<Interaction> own = new ArrayList<>(ratings);
          int kept = own.size() / 5;
          for (int i = 0; i < own.size(); i++) {
            Interaction chosen = own.set(i + random.nextInt(own.size() - i), own.get(i));
            put(chosen, i < kept, training, tested);
          }
        });
    return ndcg(strategy, training, tested, Candidates.all(catalog.size()));
  }

  private double cold(String strategy, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BitSet cold = new BitSet();
    while (cold.cardinality() < catalog.size() / 5) {
      cold.set(random.nextInt(catalog.size()));
    }
    List<Interaction> training = new ArrayList<>();
    Map<String, BitSet> tested = new LinkedHashMap<>();
    byUser.values().stream()
        .flatMap(List::stream)
        .forEach(
            event -> put(event, cold.get(catalog.requireIndex(event.artwork())), training, tested));
    return ndcg(strategy, training, tested, Candidates.of(cold.stream().toArray()));
  }

  private void put(
      Interaction event, boolean kept, List<Interaction> training, Map<String, BitSet> tested) {
    if (kept) {
      tested
          .computeIfAbsent(event.user(), user -> new BitSet())
          .set(catalog.requireIndex(event.artwork()));
    } else {
      training.add(event);
    }
  }

  /** Mean nDCG of the first ten over the visitors with tested films; each of these counts. */
  private double ndcg(
      String strategy, List<Interaction> training, Map<String, BitSet> tested, Candidates among) {
    Dataset dataset = Dataset.of(catalog, Interactions.of(training));
    TrainingContext context =
        TrainingContext.of(dataset, features)
            .preferenceModel(PreferenceModel.standard().withRatingScale(0.5, 5))
            .workers(Workers.of(2));
    Scorer scorer = PARSER.parse(strategy).train(context);
    double sum = 0;
    for (Map.Entry<String, BitSet> user : tested.entrySet()) {
      var index = dataset.userIndex(user.getKey());
      History history = index.isPresent() ? dataset.history(index.getAsInt()) : History.none();
      Query query = Query.builder(history, context.preferenceModel().apply(history, 0)).build();
      Scores scores = scorer.score(query, among);
      int rank = 0;
      double gain = 0;
      for (int position : scores.best(10 + query.preferences().size())) {
        int film = among.artwork(position);
        if (!query.preferences().contains(film) && rank < 10) {
          rank++;
          gain += user.getValue().get(film) ? Math.log(2) / Math.log(rank + 1) : 0;
        }
      }
      double ideal = 0;
      for (int r = 1; r <= Math.min(10, user.getValue().cardinality()); r++) {
        ideal += Math.log(2) / Math.log(r + 1);
      }
      sum += gain / ideal;
    }
    return sum / tested.size();
  }

  @Test
  void worksThatNobodyChose_areRankedBetterThanByContentAlone() {
    for (long seed = 1; seed <= (WHOLE ? 5 : 1); seed++) {
      double content = cold("content-based", seed);
      LOG.info("split {}: content-based cold {}", seed, text(content));
      for (String strategy :
          List.of(
              "collective-ease:feedback=any",
              "feature-bpr:feedback=any,factors=32,epochs=40",
              "feature-bpr:feedback=any,factors=32,loss=warp")) {
        double cold = cold(strategy, seed);
        LOG.info("split {}: {} cold {}", seed, strategy, text(cold));
        assertThat(cold).as("%s, split %d", strategy, seed).isGreaterThan(1.2 * content);
      }
    }
  }

  @Test
  void attributes_raiseWhatEaseReaches() {
    for (long seed = 1; seed <= (WHOLE ? 5 : 1); seed++) {
      double without = warm("ease:feedback=any", seed);
      double with = warm("collective-ease:feedback=any", seed);
      LOG.info("split {}: ease {}, collective-ease {}", seed, text(without), text(with));
      assertThat(with).as("split %d", seed).isGreaterThan(without - 0.002);
      assertThat(cold("collective-ease:feedback=any", seed))
          .isGreaterThan(cold("ease:feedback=any", seed));
    }
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
