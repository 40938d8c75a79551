package io.artrec.text.search;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.Preferences;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import io.artrec.strategy.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A catalogue that free text searches: "boats in a storm", "送别". For search alone, without
 * visitors; {@code RecommendationRequest.wish} asks a recommender, with filters and taste.
 * Immutable and as thread-safe as the strategy's encoder.
 */
public final class CatalogSearch {
  private final Catalog catalog;
  private final Scorer scorer;

  private CatalogSearch(Catalog catalog, Scorer scorer) {
    this.catalog = catalog;
    this.scorer = scorer;
  }

  /**
   * Prepares a catalogue; with {@link MeaningSearch} encodes the text of every work.
   *
   * @param catalog the works
   * @param strategy how to search, for instance {@link TextSearch#blended}
   * @return the search
   * @throws IllegalArgumentException when the strategy does not read words
   */
  public static CatalogSearch of(Catalog catalog, Strategy strategy) {
    Dataset nobody = Dataset.of(catalog, Interactions.of(List.of()));
    return of(strategy, TrainingContext.of(nobody, FeatureStore.empty(catalog.size())));
  }

  /**
   * Prepares a catalogue whose vectors may be among the features of the context, reporting progress
   * to it and stopping when it is cancelled.
   *
   * @param strategy how to search
   * @param context the catalogue, its features, threads, progress and cancellation
   * @return the search
   * @throws IllegalArgumentException when the strategy does not read words
   */
  public static CatalogSearch of(Strategy strategy, TrainingContext context) {
    if (!strategy.capabilities().contains(Capability.TEXT_QUERY)) {
      throw new IllegalArgumentException(
          "strategy '"
              + strategy.name()
              + "' does not read words; search by TextSearch.byMeaning, byKeywords or blended");
    }
    return new CatalogSearch(context.catalog(), strategy.train(context));
  }

  /**
   * Finds works.
   *
   * @param words what to look for; blank finds nothing
   * @param n how many at most, 1 or more
   * @return the works that fit best, best first, equal ones in catalogue order; fewer than {@code
   *     n} when fewer are found, none when nothing is
   */
  public List<SearchResult> search(String words, int n) {
    if (n < 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "n is %d, expected 1 or more works", n));
    }
    if (words.isBlank()) {
      return List.of();
    }
    Query query =
        Query.builder(History.none(), Preferences.none()).wish(Optional.of(Wish.of(words))).build();
    Scores scores = scorer.score(query, Candidates.all(catalog.size()));
    List<SearchResult> found = new ArrayList<>();
    double least =
        scorer instanceof MeaningSearch.Trained meaning
            ? meaning.floor()
            : Double.NEGATIVE_INFINITY;
    for (int position : scores.best(n)) {
      if (scores.value(position) < least) {
        break;
      }
      found.add(
          new SearchResult(
              catalog.get(scores.candidates().artwork(position)),
              scores.value(position),
              found.size() + 1));
    }
    return found;
  }
}
