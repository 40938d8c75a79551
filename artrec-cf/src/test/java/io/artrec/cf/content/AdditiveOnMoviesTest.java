package io.artrec.cf.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.YearRange;
import io.artrec.cf.Movies;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Workers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The table of docs/content-and-behavior.md, on the first of its splits: MovieLens with genres as
 * subjects, years of release and tags, against a plain recipe of shrunken means of visitor, work,
 * genres and quarters of centuries, back-fitted 15 times, whose figures on the same ratings are the
 * constants here.
 */
class AdditiveOnMoviesTest {
  private static final Pattern MOVIE = Pattern.compile("(\\d+),(.*),([^,]*)");
  private static final Pattern YEAR = Pattern.compile("\\((\\d{4})");
  private static final double RECIPE_WARM = 0.8552;
  private static final double RECIPE_COLD = 0.9597;

  private static double error(String kind) {
    List<String[]> ratings = new ArrayList<>();
    for (String line : Movies.lines("movielens-small/ratings.csv")) {
      if (!line.startsWith("user")) {
        ratings.add(line.split(",", -1));
      }
    }
    boolean cold = kind.equals("cold");
    Catalog catalog = catalog(ratings);
    SplittableRandom random = new SplittableRandom(7919L + kind.hashCode());
    Map<String, Boolean> drawn = new HashMap<>();
    List<Interaction> known = new ArrayList<>();
    Map<String, Map<Integer, Double>> tested = new LinkedHashMap<>();
    for (String[] cells : ratings) {
      boolean isTested =
          cold
              ? drawn.computeIfAbsent(cells[1], id -> random.nextDouble() < 0.2)
              : random.nextDouble() < 0.2;
      double rating = Double.parseDouble(cells[2]);
      if (isTested) {
        tested
            .computeIfAbsent(cells[0], id -> new TreeMap<>())
            .put(catalog.requireIndex(cells[1]), rating);
      } else {
        known.add(Interaction.rating(cells[0], cells[1], rating));
      }
    }
    Dataset dataset = Dataset.of(catalog, Interactions.of(known));
    TrainingContext context =
        TrainingContext.of(dataset, FeatureStore.empty(catalog.size())).workers(Workers.of(2));
    return error(AdditiveRatings.standard().train(context), dataset, tested);
  }

  private static double error(
      Scorer scorer, Dataset dataset, Map<String, Map<Integer, Double>> tested) {
    double squares = 0;
    int count = 0;
    for (Map.Entry<String, Map<Integer, Double>> visitor : tested.entrySet()) {
      var index = dataset.userIndex(visitor.getKey());
      History history = index.isPresent() ? dataset.history(index.getAsInt()) : History.none();
      Query query = Query.builder(history, PreferenceModel.standard().apply(history, 0)).build();
      int[] works = visitor.getValue().keySet().stream().mapToInt(work -> work).toArray();
      var scores = scorer.score(query, Candidates.of(works));
      for (int position = 0; position < works.length; position++) {
        double rating = visitor.getValue().getOrDefault(works[position], Double.NaN);
        double error = scores.value(position) - rating;
        squares += error * error;
        count++;
      }
    }
    return Math.sqrt(squares / count);
  }

  private static Catalog catalog(List<String[]> ratings) {
    TreeSet<Integer> ids = new TreeSet<>();
    ratings.forEach(cells -> ids.add(Integer.parseInt(cells[1])));
    Map<String, TreeSet<String>> tags = new HashMap<>();
    Pattern tag = Pattern.compile("\\d+,(\\d+),(.*),\\d+");
    for (String line : Movies.lines("movielens-small/tags.csv")) {
      Matcher cells = tag.matcher(line);
      if (cells.matches()) {
        tags.computeIfAbsent(cells.group(1), id -> new TreeSet<>()).add(cells.group(2));
      }
    }
    Map<String, Matcher> movies = new HashMap<>();
    for (String line : Movies.lines("movielens-small/movies.csv")) {
      Matcher cells = MOVIE.matcher(line);
      if (cells.matches()) {
        movies.put(cells.group(1), cells);
      }
    }
    List<Artwork> works = new ArrayList<>();
    for (int id : ids) {
      Artwork.Builder work = Artwork.builder(String.valueOf(id), "Movie " + id);
      Matcher movie = movies.get(String.valueOf(id));
      if (movie != null) {
        for (String genre : movie.group(3).split("\\|", -1)) {
          if (!genre.startsWith("(")) {
            work.subject(genre);
          }
        }
        Matcher year = YEAR.matcher(movie.group(2));
        if (year.find()) {
          work.created(YearRange.of(Integer.parseInt(year.group(1))));
        }
      }
      tags.getOrDefault(String.valueOf(id), new TreeSet<>())
          .forEach(text -> work.attribute("tag", text));
      works.add(work.build());
    }
    return Catalog.of(works);
  }

  @Test
  void warmRatings_arePredictedBetterThanByTheRecipe() {
    assertThat(error("warm")).isBetween(0.82, 0.985 * RECIPE_WARM);
  }

  @Test
  void worksThatNobodyRated_arePredictedBetterThanByTheRecipe() {
    assertThat(error("cold")).isBetween(0.90, 0.97 * RECIPE_COLD);
  }
}
