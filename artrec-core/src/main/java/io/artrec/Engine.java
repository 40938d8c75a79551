package io.artrec;

import io.artrec.answering.internal.Answering;
import io.artrec.answering.internal.Question;
import io.artrec.answering.internal.Residence;
import io.artrec.answering.internal.Scorers;
import io.artrec.answering.internal.Steering;
import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Preferences;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Trait;
import io.artrec.explain.Explanation;
import io.artrec.feature.EncodedArtwork;
import io.artrec.feature.ExtractionReport;
import io.artrec.feature.ExtractionResult;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FittedFeatures;
import io.artrec.filter.CatalogFilters;
import io.artrec.promotion.Promotions;
import io.artrec.strategy.Capability;
import io.artrec.strategy.GroupRule;
import io.artrec.strategy.Memory;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.TrainingContext;
import io.artrec.strategy.Wish;
import io.artrec.task.Workers;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything trained, and what becomes of it as visitors and catalogue change. Immutable and
 * thread-safe.
 */
final class Engine {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final String RETRAINED = "retrained";

  private final Settings settings;
  private final TrainingContext context;
  private final FittedFeatures fitted;
  private final Scorers scorers;
  private final CatalogFilters filters;
  private final Residence residence;

  /** Names what was trained, on which catalogue. */
  private final String version;

  /** When everything was last trained, in milliseconds; what was refreshed since does not count. */
  private final long retrainedMillis;

  /** What of the training data answers leave out. */
  private final Withheld withheld;

  /** The same object for as long as answers to those of whom nothing is new stay as they are. */
  private final Object mark;

  /** Visitors as they last asked; not passed on, so that what is erased is gone with the engine. */
  private final Visitors visitors = new Visitors();

  private Engine(Engine engine, Withheld withheld) {
    settings = engine.settings;
    context = engine.context;
    fitted = engine.fitted;
    scorers = engine.scorers;
    filters = engine.filters;
    residence = engine.residence;
    version = engine.version;
    retrainedMillis = engine.retrainedMillis;
    mark = withheld.equals(engine.withheld) ? engine.mark : new Object();
    this.withheld = withheld;
  }

  private Engine(
      Settings settings,
      TrainingContext context,
      FittedFeatures fitted,
      Scorers scorers,
      CatalogFilters filters,
      String version,
      long retrainedMillis) {
    this.settings = settings;
    this.context = context;
    this.fitted = fitted;
    this.scorers = scorers;
    this.filters = filters;
    this.version = version;
    this.retrainedMillis = retrainedMillis;
    residence =
        new Residence(
            new Answering(context, scorers, settings.rules(), filters).telling(fitted),
            settings.matrices());
    withheld = Withheld.nothing();
    mark = new Object();
  }

  static Engine train(Settings settings, TrainingContext context, FittedFeatures fitted) {
    Scorer trained = settings.strategy().train(context);
    String version = ModelVersion.built(settings, context);
    return of(settings, context, fitted, trained, version, context.nowMillis());
  }

  static Engine of(
      Settings settings,
      TrainingContext context,
      FittedFeatures fitted,
      Scorer trained,
      String version,
      long retrainedMillis) {
    CatalogFilters filters = CatalogFilters.of(context.catalog());
    settings.rules().filter().ifPresent(filters::expect);
    return new Engine(
        settings, context, fitted, Scorers.of(trained, context), filters, version, retrainedMillis);
  }

  /** One of the same catalogue. */
  private Engine successor(
      String how, TrainingContext next, FittedFeatures features, Scorer trained) {
    String successors = ModelVersion.learned(version, how, next);
    return new Engine(
        settings,
        next,
        features,
        Scorers.of(trained, next),
        filters,
        successors,
        how.equals(RETRAINED) ? next.nowMillis() : retrainedMillis);
  }

  /** Is another object where answers may be others, also of those of whom nothing is new. */
  Object mark() {
    return mark;
  }

  /** Names what answers; the same for as long as nothing is learned and no work changes. */
  String version() {
    return version;
  }

  /** When everything was last trained, in milliseconds. */
  long retrainedMillis() {
    return retrainedMillis;
  }

  /** The same, which leaves something of what training knew out of answers. */
  Engine withholding(Withheld other) {
    return other.equals(withheld) ? this : new Engine(this, other);
  }

  /** The same, which has forgotten how visitors last asked. */
  Engine unacquainted() {
    return new Engine(this, withheld);
  }

  Withheld withheld() {
    return withheld;
  }

  /**
   * Trained on other behaviour, with features fitted to the catalogue as it is.
   *
   * @param means what the training may use
   */
  Engine retrained(Dataset dataset, long nowMillis, UnaryOperator<TrainingContext> means) {
    if (!fitted.isFitted() && !fitted.unknown().isEmpty()) {
      LOG.info("features stay as fitted: {} were not passed when loading", fitted.unknown());
      TrainingContext next = context.with(dataset, nowMillis);
      Scorer trained = settings.strategy().train(means.apply(next));
      return successor(RETRAINED, next, fitted, trained);
    }
    ExtractionResult features = settings.extraction().refit(extracted(), catalog());
    TrainingContext refitted = context.over(dataset, features.features()).with(dataset, nowMillis);
    Scorer trained = settings.strategy().train(means.apply(refitted));
    return successor(RETRAINED, refitted, features.fitted(), trained);
  }

  /** As if trained when this was, on less behaviour; nothing of the rest remains. */
  Engine reduced(Dataset dataset) {
    TrainingContext less = context.with(dataset, context.nowMillis());
    Optional<Scorer> updated = scorers.taste().updated(context, less);
    return successor(
        "reduced", less, fitted, updated.orElseGet(() -> settings.strategy().train(less)));
  }

  /**
   * With more behaviour, which is learned next to what stands where the strategy can.
   *
   * @param means what learning may use
   */
  Engine refreshed(Dataset dataset, long nowMillis, UnaryOperator<TrainingContext> means) {
    TrainingContext more = context.with(dataset, nowMillis);
    TrainingContext within = means.apply(more);
    Optional<Scorer> refreshed = scorers.taste().refreshed(context, within);
    return successor(
        "refreshed",
        more,
        fitted,
        refreshed.orElseGet(() -> settings.strategy().train(within, scorers.taste())));
  }

  /** The same once more, over the catalogue that another has: with matrices to load anew. */
  Engine again(Engine now) {
    return now.catalog() == catalog()
        ? new Engine(settings, context, fitted, scorers, filters, version, retrainedMillis)
        : over(now.catalog(), features(now.catalog()));
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
    Scorers grown = scorers.grown(context, changed);
    String successors = ModelVersion.over(version, catalog(), after);
    return new Engine(
            settings,
            changed,
            features.fitted(),
            grown,
            filters.over(after),
            successors,
            retrainedMillis)
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
    return context == other.context && scorers.taste() == other.scorers.taste();
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

  /** On which threads batches are answered. */
  Workers workers() {
    return context.workers().quiet();
  }

  TrainingContext context() {
    return context;
  }

  Scorer scorer() {
    return scorers.taste();
  }

  Settings settings() {
    return settings;
  }

  /**
   * A visitor as strategies see them: what training knows, what was recorded since, what the
   * request adds.
   */
  Query query(Asker asker, History since) {
    Visitors.Visitor visitor =
        asker.user().isPresent()
                && asker.added().size() == 0
                && context.preferenceModel().halfLife().isEmpty()
            ? visitors.get(asker.user().get(), since, () -> visitor(asker, since))
            : visitor(asker, since);
    return Query.builder(visitor.history(), visitor.preferences())
        .user(visitor.index())
        .nowMillis(asker.millis())
        .seed(asker.seed())
        .facets(asker.facets())
        .circumstances(asker.circumstances())
        .memory(visitor.memory())
        .build();
  }

  /** Whether what was made of a visitor's history is kept for when they ask again. */
  boolean remembers(String user) {
    return visitors.holds(user);
  }

  private Visitors.Visitor visitor(Asker asker, History since) {
    Optional<String> user = asker.user();
    OptionalInt index = user.map(dataset()::userIndex).orElse(OptionalInt.empty());
    History trained = index.isPresent() ? dataset().history(index.getAsInt()) : History.none();
    if (index.isPresent() && withheld.concerns(user.get())) {
      History left = Dataset.historyOf(catalog(), withheld.left(dataset(), user.get()));
      index = left.size() < trained.size() ? OptionalInt.empty() : index;
      trained = left;
    }
    History history = trained.plus(since).plus(asker.added()).first(catalog().size());
    Preferences preferences = context.preferenceModel().apply(history, asker.millis());
    return new Visitors.Visitor(index, history, preferences, new Memory());
  }

  /** What answers, and its matrices on a backend. */
  Residence residence() {
    return residence;
  }

  /**
   * A full question as answering knows it.
   *
   * @param members who asks, one or more
   * @param steering what moves the answers of each
   * @param promotions what the house wants for everybody
   * @param everybodys what they did, together
   */
  Question question(
      RecommendationRequest request,
      List<Query> members,
      List<Steering> steering,
      Promotions promotions,
      History everybodys) {
    context.features().select(request.facets().keySet());
    Optional<GroupRule> group =
        request.group().isEmpty() ? Optional.empty() : Optional.of(request.groupRule());
    Set<Trait> blocked = new LinkedHashSet<>();
    steering.forEach(each -> blocked.addAll(each.preferences().blocked()));
    return new Question(
        Explanation.Occasion.TASTE,
        request.askers(),
        wishing(request.wish(), members),
        steering,
        promotions,
        group,
        Optional.empty(),
        new Question.Allowed(
            everybodys, request.seenIncluded(), request.filter(), request.excluded(), blocked),
        request.n(),
        request.locale());
  }

  private List<Query> wishing(Optional<String> wish, List<Query> members) {
    if (wish.isEmpty()) {
      return members;
    }
    if (!scorer().strategy().capabilities().contains(Capability.TEXT_QUERY)) {
      throw new IllegalArgumentException(
          "the request wishes for '"
              + wish.get()
              + "', and strategy '"
              + scorer().strategy().name()
              + "' does not read words; add one that does, as TextSearch of artrec-text, or leave"
              + " the wish out");
    }
    Optional<Wish> shared = wish.map(Wish::of);
    return members.stream().map(member -> member.toBuilder().wish(shared).build()).toList();
  }

  /** The same of one for works alike. */
  Question question(SimilarRequest request, long now, long seed) {
    context.features().select(request.facets().keySet());
    NamedArtworks named = new NamedArtworks(request, this);
    Set<String> excluded = new HashSet<>(request.excluded());
    excluded.addAll(named.ids());
    return new Question(
        Explanation.Occasion.SIMILAR,
        List.of(),
        List.of(
            Query.builder(History.none(), named.preferences())
                .nowMillis(now)
                .seed(seed)
                .facets(request.facets())
                .build()),
        List.of(),
        Promotions.none(),
        Optional.empty(),
        named.likeness(),
        new Question.Allowed(History.none(), true, request.filter(), excluded, Set.of()),
        request.n(),
        request.locale());
  }

  /** A work that is not of the catalogue, by what features learned. */
  EncodedArtwork encoded(Artwork work, Predicate<FeatureSpec> wanted) {
    return settings.extraction().encode(fitted, work, wanted);
  }
}
