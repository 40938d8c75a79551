package io.artrec;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Preferences;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Explanation;
import io.artrec.explain.ExplanationContext;
import io.artrec.feature.ExtractionReport;
import io.artrec.feature.ExtractionResult;
import io.artrec.feature.FeatureStore;
import io.artrec.feature.FittedFeatures;
import io.artrec.filter.CatalogFilters;
import io.artrec.rerank.RankedPool;
import io.artrec.rerank.Reranker;
import io.artrec.scoring.TopRows;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Query;
import io.artrec.strategy.RandomOrder;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.TrainingContext;
import io.artrec.strategy.VectorScorer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything trained, and the way from a question to an answer. Immutable and thread-safe. */
final class Engine {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private final Settings settings;
  private final TrainingContext context;
  private final FittedFeatures fitted;
  private final Scorer scorer;
  private final List<Scorer> fallbacks;
  private final Optional<Scorer> likeness;
  private final ExplanationContext explained;
  private final CatalogFilters filters;

  /** What of the training data answers leave out. */
  private final Withheld withheld;

  private Engine(Engine engine, Withheld withheld) {
    settings = engine.settings;
    context = engine.context;
    fitted = engine.fitted;
    scorer = engine.scorer;
    fallbacks = engine.fallbacks;
    likeness = engine.likeness;
    explained = engine.explained;
    filters = engine.filters;
    this.withheld = withheld;
  }

  private Engine(
      Settings settings,
      TrainingContext context,
      FittedFeatures fitted,
      Scorer scorer,
      List<Scorer> fallbacks,
      CatalogFilters filters) {
    this.settings = settings;
    this.context = context;
    this.fitted = fitted;
    this.scorer = scorer;
    this.fallbacks = List.copyOf(fallbacks);
    this.filters = filters;
    withheld = Withheld.nothing();
    likeness =
        context.features().entries().isEmpty()
            ? Optional.empty()
            : Optional.of(ContentBased.preferred().nearest().train(context));
    explained =
        ExplanationContext.of(context.catalog())
            .features(context.features().entries().stream().map(FeatureStore.Entry::spec).toList())
            .sentences(settings.sentences());
  }

  static Engine train(Settings settings, TrainingContext context, FittedFeatures fitted) {
    return of(settings, context, fitted, settings.strategy().train(context));
  }

  static Engine of(
      Settings settings, TrainingContext context, FittedFeatures fitted, Scorer trained) {
    CatalogFilters filters = CatalogFilters.of(context.catalog());
    settings.filter().ifPresent(filters::expect);
    return of(settings, context, fitted, trained, filters);
  }

  private static Engine of(
      Settings settings,
      TrainingContext context,
      FittedFeatures fitted,
      Scorer trained,
      CatalogFilters filters) {
    List<Scorer> fallbacks =
        List.of(Popularity.allTime().train(context), RandomOrder.seeded().train(context));
    return new Engine(settings, context, fitted, trained, fallbacks, filters);
  }

  /** One of the same catalogue. */
  private Engine successor(TrainingContext next, FittedFeatures features, Scorer trained) {
    return of(settings, next, features, trained, filters);
  }

  /** The same, which leaves something of what training knew out of answers. */
  Engine withholding(Withheld other) {
    return other.equals(withheld) ? this : new Engine(this, other);
  }

  Withheld withheld() {
    return withheld;
  }

  /** Trained on other behaviour, with features fitted to the catalogue as it is. */
  Engine retrained(Dataset dataset, long nowMillis) {
    if (!fitted.isFitted() && !fitted.unknown().isEmpty()) {
      LOG.info("features stay as fitted: {} were not passed when loading", fitted.unknown());
      TrainingContext next = context.with(dataset, nowMillis);
      return successor(next, fitted, settings.strategy().train(next));
    }
    ExtractionResult features = settings.extraction().refit(extracted(), catalog());
    TrainingContext refitted = context.over(dataset, features.features()).with(dataset, nowMillis);
    return successor(refitted, features.fitted(), settings.strategy().train(refitted));
  }

  /** As if trained when this was, on less behaviour; nothing of the rest remains. */
  Engine reduced(Dataset dataset) {
    TrainingContext less = context.with(dataset, context.nowMillis());
    Optional<Scorer> updated = scorer.updated(context, less);
    return successor(less, fitted, updated.orElseGet(() -> settings.strategy().train(less)));
  }

  /** With more behaviour, which is learned next to what stands where the strategy can. */
  Engine refreshed(Dataset dataset, long nowMillis) {
    TrainingContext more = context.with(dataset, nowMillis);
    Optional<Scorer> refreshed = scorer.refreshed(context, more);
    return successor(
        more, fitted, refreshed.orElseGet(() -> settings.strategy().train(more, scorer)));
  }

  private ExtractionResult extracted() {
    return new ExtractionResult(context.features(), ExtractionReport.none(), fitted);
  }

  /** The features of this catalogue after changes; encodes what is new in them. */
  ExtractionResult features(Catalog after) {
    return settings.extraction().update(extracted(), catalog(), after);
  }

  /** The same, of a catalogue that has changed; nothing is learned. */
  Engine over(Catalog after, ExtractionResult features) {
    TrainingContext changed = context.over(dataset().over(after), features.features());
    List<Scorer> grown =
        fallbacks.stream().map(fallback -> fallback.grown(context, changed)).toList();
    Scorer brought = scorer.grown(context, changed);
    return new Engine(settings, changed, features.fitted(), brought, grown, filters.over(after))
        .withholding(withheld);
  }

  /**
   * Brings what was made of an engine to what the catalogue has become meanwhile.
   *
   * @param start what this was made of
   * @param now the engine of the present catalogue
   */
  Engine caughtUp(Engine start, Engine now) {
    if (start.catalog() == now.catalog()) {
      return this;
    }
    return fitted == start.fitted
        ? over(now.catalog(), now.extracted())
        : over(now.catalog(), features(now.catalog()));
  }

  /** Whether another engine is this one, but for what is withheld. */
  @SuppressWarnings("ReferenceEquality") // both are made anew by whatever changes answers
  boolean answersAs(Engine other) {
    return context == other.context && scorer == other.scorer;
  }

  FittedFeatures fitted() {
    return fitted;
  }

  Catalog catalog() {
    return context.catalog();
  }

  Dataset dataset() {
    return context.dataset();
  }

  TrainingContext context() {
    return context;
  }

  Scorer scorer() {
    return scorer;
  }

  Settings settings() {
    return settings;
  }

  /**
   * A visitor as strategies see them: what training knows, what was recorded since, what the
   * request adds.
   */
  Query query(
      Optional<String> user, History since, History added, Map<String, Double> facets, long now) {
    OptionalInt index = user.map(dataset()::userIndex).orElse(OptionalInt.empty());
    History trained = index.isPresent() ? dataset().history(index.getAsInt()) : History.none();
    if (index.isPresent() && withheld.concerns(user.get())) {
      History left = Dataset.historyOf(catalog(), withheld.left(dataset(), user.get()));
      index = left.size() < trained.size() ? OptionalInt.empty() : index;
      trained = left;
    }
    History history = trained.plus(since).plus(added).first(catalog().size());
    Preferences preferences = context.preferenceModel().apply(history, now);
    long seed = settings.seed() * 31 + user.map(String::hashCode).orElse(0);
    return new Query(index, history, preferences, now, seed, facets);
  }

  List<Recommendation> recommend(
      RecommendationRequest request, List<Query> members, History everybodys) {
    context.features().select(request.facets().keySet());
    List<Query> asking = wishing(request.wish(), members);
    Eligibility eligibility =
        eligibility(everybodys).passing(request.filter()).without(request.excluded());
    if (!request.seenIncluded()) {
      eligibility.withoutSeen();
    }
    Candidates candidates = candidates(asking, eligibility.works());
    List<Scores> each = new ArrayList<>();
    for (Query member : heard(asking)) {
      each.add(scorer.score(member, candidates));
    }
    Scores scores =
        request.group().isEmpty()
            ? each.get(0)
            : new GroupScoring(each, candidates, eligibility::accepts).combine(request.groupRule());
    return answer(
        new Ask(request.n(), Explanation.Occasion.TASTE, request.locale(), asking.get(0)),
        scores,
        eligibility);
  }

  /**
   * The best unseen works of each visitor, where one pass over the works finds them: empty for
   * those who need fall-backs, and for all when filters, re-ranking or the strategy want each
   * answered alone.
   */
  List<Optional<TopRows>> top(List<Query> queries, int n) {
    if (scorer instanceof VectorScorer vectors
        && settings.reranker().isEmpty()
        && settings.candidates() >= catalog().size()) {
      Eligibility standing = eligibility(History.none());
      if (standing.isKnown()) {
        return new VectorAnswers(vectors, context.threads(), standing.works()).best(queries, n);
      }
    }
    return Collections.nCopies(queries.size(), Optional.empty());
  }

  private List<Query> wishing(Optional<String> wish, List<Query> members) {
    if (wish.isEmpty()) {
      return members;
    }
    if (!scorer.strategy().hearsWishes()) {
      throw new IllegalArgumentException(
          "the request wishes for '"
              + wish.get()
              + "', and strategy '"
              + scorer.strategy().name()
              + "' does not read words; add one that does, as TextSearch of artrec-llm, or leave"
              + " the wish out");
    }
    return members.stream().map(member -> member.wishing(wish)).toList();
  }

  /** Group members about whom something is known; all when nothing is about any. */
  private static List<Query> heard(List<Query> members) {
    List<Query> known =
        members.stream().filter(m -> m.preferences().size() > 0 || m.wish().isPresent()).toList();
    return known.isEmpty() ? members : known;
  }

  List<Recommendation> similar(SimilarRequest request, long now) {
    int source = catalog().requireIndex(request.artwork());
    context.features().select(request.facets().keySet());
    Preferences one = Preferences.of(new int[] {source}, new double[] {1});
    Query query =
        new Query(OptionalInt.empty(), History.none(), one, now, settings.seed(), request.facets());
    Candidates all = Candidates.all(catalog().size());
    Scores scores = likeness.map(scorer -> scorer.score(query, all)).orElse(new Scores(all));
    Eligibility eligibility =
        eligibility(History.none()).passing(request.filter()).without(Set.of(request.artwork()));
    return answer(
        new Ask(request.n(), Explanation.Occasion.SIMILAR, request.locale(), query),
        scores,
        eligibility);
  }

  Explanation explain(Query query, int artwork, Locale locale) {
    Scores scores = scorer.score(query, Candidates.all(catalog().size()));
    if (scores.isScored(artwork)) {
      return explanation(scores, artwork, Explanation.Occasion.TASTE, locale);
    }
    for (Scorer fallback : fallbacks) {
      Scores other = fallback.score(query, scores.candidates());
      if (other.isScored(artwork)) {
        return explanation(other, artwork, Explanation.Occasion.FALLBACK, locale);
      }
    }
    throw new IllegalStateException("the last fall-back scores every artwork");
  }

  /** What is asked of ranked scores. */
  private record Ask(int n, Explanation.Occasion occasion, Locale locale, Query query) {}

  /** A chosen work: whose scores rank it, where, and why it is there. */
  private record Pick(Scores scores, int position, Explanation.Occasion occasion) {
    int artwork() {
      return scores.candidates().artwork(position);
    }

    double score() {
      return scores.value(position);
    }
  }

  private Eligibility eligibility(History history) {
    return new Eligibility(filters, catalog(), history).passing(settings.filter());
  }

  private Candidates candidates(List<Query> members, BitSet works) {
    int size = catalog().size();
    if (settings.candidates() >= size) {
      return Candidates.all(size);
    }
    BitSet union = new BitSet(size);
    for (Query member : members) {
      Candidates proposed = scorer.propose(member, size, works, settings.candidates());
      for (int i = 0; i < proposed.size(); i++) {
        union.set(proposed.artwork(i));
      }
    }
    return Candidates.of(union.stream().toArray());
  }

  private List<Recommendation> answer(Ask ask, Scores scores, Eligibility eligibility) {
    List<Pick> pool = new ArrayList<>();
    boolean reranks =
        settings.reranker().isPresent() && ask.occasion() != Explanation.Occasion.SIMILAR;
    int wanted = reranks ? poolSize(ask.n()) : ask.n();
    eligibility.take(
        scores, wanted, position -> pool.add(new Pick(scores, position, ask.occasion())));
    if (pool.size() < ask.n()) {
      Candidates all = Candidates.all(catalog().size());
      Explanation.Occasion filling =
          ask.occasion() == Explanation.Occasion.SIMILAR
              ? Explanation.Occasion.SIMILAR_FALLBACK
              : Explanation.Occasion.FALLBACK;
      for (Scorer fallback : fallbacks) {
        if (pool.size() < wanted) {
          Scores other = fallback.score(ask.query(), all);
          eligibility.take(
              other,
              wanted - pool.size(),
              position -> pool.add(new Pick(other, position, filling)));
        }
      }
    }
    List<Recommendation> answer = new ArrayList<>();
    List<Pick> chosen =
        reranks ? reranked(pool, ask.n()) : pool.subList(0, Math.min(ask.n(), pool.size()));
    for (Pick pick : chosen) {
      Explanation explanation =
          explanation(pick.scores(), pick.position(), pick.occasion(), ask.locale());
      if (!answer.isEmpty()) {
        explanation = explanation.after(answer.get(answer.size() - 1).explanation());
      }
      answer.add(
          new Recommendation(
              explanation.artwork(), explanation.score(), answer.size() + 1, explanation));
    }
    return List.copyOf(answer);
  }

  private int poolSize(int n) {
    return (int) Math.min(catalog().size(), Math.max(100L, 5L * n));
  }

  /** Fall-backs rank below everything else, whatever their own scores are. */
  private List<Pick> reranked(List<Pick> pool, int n) {
    Reranker reranker = settings.reranker().orElseThrow();
    if (pool.isEmpty()) {
      return pool;
    }
    int[] artworks = new int[pool.size()];
    double[] scores = new double[pool.size()];
    for (int i = 0; i < scores.length; i++) {
      artworks[i] = pool.get(i).artwork();
      scores[i] = i == 0 ? pool.get(0).score() : scores[i - 1] - drop(pool.get(i - 1), pool.get(i));
    }
    RankedPool ranked = new RankedPool(artworks, scores, catalog(), context.features());
    List<Pick> ordered = new ArrayList<>();
    BitSet used = new BitSet(pool.size());
    for (int position : reranker.rerank(ranked, n)) {
      if (position < 0 || position >= pool.size() || used.get(position) || ordered.size() == n) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "re-ranker %s returned position %d of a pool of %d as number %d of %d; expected at most as many as asked for, each in the pool and once",
                reranker.configuration(),
                position,
                pool.size(),
                ordered.size() + 1,
                n));
      }
      used.set(position);
      ordered.add(pool.get(position));
    }
    return ordered;
  }

  private static double drop(Pick before, Pick pick) {
    return before.occasion() == pick.occasion() && before.score() >= pick.score()
        ? before.score() - pick.score()
        : 0;
  }

  private Explanation explanation(
      Scores scores, int position, Explanation.Occasion occasion, Locale locale) {
    return new Explanation(
        catalog().get(scores.candidates().artwork(position)),
        scores.value(position),
        occasion,
        scores.contributions(position),
        explained.locale(locale));
  }
}
