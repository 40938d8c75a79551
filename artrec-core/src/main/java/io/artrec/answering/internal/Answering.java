package io.artrec.answering.internal;

import io.artrec.behavior.History;
import io.artrec.catalog.Trait;
import io.artrec.explain.Explanation;
import io.artrec.feature.FittedFeatures;
import io.artrec.filter.CatalogFilters;
import io.artrec.promotion.Promotions;
import io.artrec.rerank.RerankContext;
import io.artrec.scoring.ScoringBackend;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scores;
import io.artrec.strategy.TrainingContext;
import io.artrec.strategy.VectorScorer;
import io.artrec.task.Workers;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.TopRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Walks the way from a question to an answer. Immutable and thread-safe. */
public final class Answering {
  /**
   * How many who ask are answered in one pass over the works.
   *
   * @param together visitors whose vectors are multiplied together
   * @param workers multiply such pieces at once
   */
  private record Pace(int together, Workers workers) {}

  private final TrainingContext context;
  private final Scorers scorers;
  private final Rules rules;
  private final CatalogFilters filters;

  private final Pace pace;
  private final Promoting promoting;
  private final Scoring scoring;
  private final Optional<Reordering> reordering;
  private final Reasoning reasoning;
  private final Optional<SeriesIndex> series;
  private final Optional<FittedFeatures> fitted;

  /**
   * Puts one together.
   *
   * @param context what was known in training
   * @param scorers what was trained
   * @param rules what holds for every answer
   * @param filters what filters let through of the catalogue
   */
  public Answering(TrainingContext context, Scorers scorers, Rules rules, CatalogFilters filters) {
    this(
        context,
        scorers,
        rules,
        filters,
        Optional.empty(),
        rules.onePerSeries() ? Optional.of(new SeriesIndex(context.catalog())) : Optional.empty(),
        new Pace(VectorAnswers.TOGETHER, context.workers().quiet()));
  }

  private Answering(
      TrainingContext context,
      Scorers scorers,
      Rules rules,
      CatalogFilters filters,
      Optional<FittedFeatures> fitted,
      Optional<SeriesIndex> series,
      Pace pace) {
    this.fitted = fitted;
    this.series = series;
    this.context = context;
    this.pace = pace;
    this.scorers = scorers;
    this.rules = rules;
    this.filters = filters;
    promoting = new Promoting(context.catalog());
    scoring =
        new Scoring(
            scorers.taste(),
            new Following(context.catalog(), filters, scorers.fallbacks().get(0)),
            promoting,
            context.catalog().size(),
            rules.candidates());
    reordering = rules.reranker().map(reranker -> new Reordering(reranker, context));
    reasoning = new Reasoning(context, rules.sentences(), fitted);
  }

  /**
   * Returns the same, with reasons that features give in their own words.
   *
   * @param features what was fitted to the catalogue
   * @return one that answers alike
   */
  public Answering telling(FittedFeatures features) {
    return new Answering(context, scorers, rules, filters, Optional.of(features), series, pace);
  }

  /** The same, with matrices as a backend holds them, which is asked in the way it likes. */
  Answering loaded(UnaryOperator<FeatureMatrix> load, ScoringBackend backend) {
    return new Answering(
        context,
        scorers.loaded(load),
        rules,
        filters,
        fitted,
        series,
        new Pace(
            Math.max(1, backend.batch()),
            backend.isParallel() ? pace.workers().atMost(1) : pace.workers()));
  }

  /**
   * Answers.
   *
   * @param question the question
   * @param course notes how the answer comes about
   * @return at most as many works as asked for, best first
   */
  public AnsweredQuestion answer(Question question, Course course) {
    Eligibility eligibility = eligibility(question.allowed());
    Scores scores =
        question.isForSimilar()
            ? scores(question, eligibility, course)
            : scoring.scoreBest(
                question, eligibility, poolSize(question.n()), this::different, course);
    course.done(Course.Step.SCORING);
    List<Placed> placed = placed(question, scores, eligibility);
    List<Pick> pool = pool(question, scores, eligibility, course);
    course.done(Course.Step.CHOOSING);
    Optional<RerankContext> second = second(question, pool, course);
    int[] order = order(pool, question.n(), second, course);
    course.done(Course.Step.RERANKING);
    Arrangement arranged = new Arrangement(pool, order, placed, question.n());
    Reasoning why =
        question
            .likeness()
            .map(alike -> new Reasoning(alike.context(), rules.sentences(), fitted))
            .orElse(reasoning);
    List<Place> places = new ArrayList<>();
    for (int slot = 0; slot < arranged.size(); slot++) {
      Explanation own = explanation(why, arranged, slot, question.locale());
      Explanation told =
          places.isEmpty() ? own : own.after(places.get(places.size() - 1).explanation());
      int before = arranged.rankBefore(slot, eligibility.works());
      places.add(
          arranged.placed(slot).isPresent()
              ? Place.set(told, before, arranged.placed(slot).get().placement())
              : new Place(
                  told,
                  before,
                  second.isPresent() ? OptionalDouble.empty() : arranged.pick(slot).propensity(),
                  notes(second, arranged.artwork(slot)),
                  Optional.empty()));
    }
    course.done(Course.Step.EXPLAINING);
    return new AnsweredQuestion(places, scores.draw(), course);
  }

  private static List<String> notes(Optional<RerankContext> second, int artwork) {
    return second.map(said -> said.notes(artwork)).orElse(List.of());
  }

  private static Explanation explanation(
      Reasoning why, Arrangement arranged, int slot, Locale locale) {
    return arranged
        .placed(slot)
        .map(placed -> why.explain(placed, locale))
        .orElseGet(() -> why.explain(arranged.pick(slot), locale));
  }

  /**
   * Answers many without reasons, scoring for some who ask alone together.
   *
   * @param questions the questions for somebody's taste
   * @return what {@link #answer} chooses for each
   */
  public List<TopRows> chooseAll(List<Question> questions) {
    return inParts(questions, this::chosen);
  }

  private List<TopRows> chosen(List<Question> questions) {
    List<Scores> whole = scoring.isWhole() ? scoring.scoreWhole(questions) : List.of();
    List<TopRows> all = new ArrayList<>();
    for (int q = 0; q < questions.size(); q++) {
      Question question = questions.get(q);
      Course course = new Course(() -> 0);
      Eligibility eligibility = eligibility(question.allowed());
      boolean scored = scoring.isWhole() && question.group().isEmpty();
      Scores scores = scored ? whole.get(q) : scores(question, eligibility, course);
      Arrangement arranged = arranged(question, scores, eligibility, course);
      all.add(new TopRows(arranged.artworks(), arranged.scores()));
    }
    return all;
  }

  /**
   * Ranks one work for many who ask alone, by score, before any second look.
   *
   * @param questions the questions for somebody's taste
   * @param artwork the work's catalogue index
   * @return for each the work's rank and score; empty where it may not be answered, or taste does
   *     not score it
   */
  public List<Optional<RankedArtwork>> interests(List<Question> questions, int artwork) {
    return inParts(questions, part -> interested(part, artwork));
  }

  private List<Optional<RankedArtwork>> interested(List<Question> questions, int artwork) {
    List<Scores> whole = scoring.scoreWhole(questions);
    List<Optional<RankedArtwork>> interests = new ArrayList<>();
    for (int q = 0; q < whole.size(); q++) {
      Scores scores = whole.get(q);
      Eligibility eligibility = eligibility(questions.get(q).allowed());
      interests.add(
          scores.isScored(artwork) && eligibility.accepts(artwork)
              ? Optional.of(
                  new RankedArtwork(rank(scores, artwork, eligibility), scores.value(artwork)))
              : Optional.empty());
    }
    return interests;
  }

  /** One more than works that stand before it. */
  private static int rank(Scores scores, int artwork, Eligibility eligibility) {
    int before = 0;
    for (int work = eligibility.works().nextSetBit(0);
        work >= 0;
        work = eligibility.works().nextSetBit(work + 1)) {
      if (scores.isScored(work)) {
        int byScore = Double.compare(scores.value(work), scores.value(artwork));
        before += byScore > 0 || (byScore == 0 && work < artwork) ? 1 : 0;
      }
    }
    return before + 1;
  }

  private <T> List<T> inParts(List<Question> questions, Function<List<Question>, List<T>> each) {
    List<List<Question>> parts = new ArrayList<>();
    for (int from = 0; from < questions.size(); from += scoring.together()) {
      parts.add(questions.subList(from, Math.min(questions.size(), from + scoring.together())));
    }
    return pace.workers().map("answering", parts, each).stream().flatMap(List::stream).toList();
  }

  /**
   * Tells where a work stands, in the answer or out of it.
   *
   * @param question the question
   * @param artwork the work's catalogue index
   * @return what keeps it out, how far it is from the answer
   */
  public Standing standing(Question question, int artwork) {
    Course course = new Course(() -> 0);
    Eligibility eligibility = eligibility(question.allowed());
    Scores scores = scores(question, eligibility, course);
    int rank = 0;
    int found = 0;
    OptionalDouble score = OptionalDouble.empty();
    OptionalDouble least = OptionalDouble.empty();
    for (int position : scores.best(scores.candidates().size())) {
      int work = scores.candidates().artwork(position);
      if (work == artwork) {
        rank = found + 1;
        score = scores.get(position);
      }
      if (eligibility.accepts(work) && ++found == question.n()) {
        least = scores.get(position);
      }
      if (rank > 0 && found >= question.n()) {
        break;
      }
    }
    Arrangement arranged = arranged(question, scores, eligibility, course);
    return new Standing(
        new Obstacles(context.catalog(), rules.filter()).of(artwork, question.allowed()),
        arranged.placeOf(artwork),
        rank > 0 ? OptionalInt.of(rank) : OptionalInt.empty(),
        score,
        least,
        arranged.placedCount(),
        question.steering(0).exposure().times(artwork),
        Trait.of(context.catalog().get(artwork)).stream()
            .filter(trait -> question.steering(0).interests().weight(trait) < 0)
            .filter(trait -> !question.steering(0).preferences().followed().contains(trait))
            .distinct()
            .toList());
  }

  private Arrangement arranged(
      Question question, Scores scores, Eligibility eligibility, Course course) {
    List<Placed> placed = placed(question, scores, eligibility);
    List<Pick> pool = pool(question, scores, eligibility, course);
    int[] order = order(pool, question.n(), second(question, pool, course), course);
    return new Arrangement(pool, order, placed, question.n());
  }

  private List<Placed> placed(Question question, Scores scores, Eligibility eligibility) {
    return promoting.placed(question.promotions(), scores, eligibility, question.n());
  }

  private Optional<RerankContext> second(Question question, List<Pick> pool, Course course) {
    return reordering
        .filter(look -> !pool.isEmpty())
        .map(look -> look.context(question, pool, course));
  }

  private List<Pick> pool(
      Question question, Scores scores, Eligibility eligibility, Course course) {
    int n = question.n();
    Pool pool = new Pool(eligibility, poolSize(n));
    pool.take(scores, question.about(), isByChance(question));
    int found = pool.picks().size();
    if (found > 0 && found < n && course.isOver()) {
      course.leaveOut("what fills up after the first " + found);
    } else if (found < n) {
      fill(pool, question);
      if (pool.picks().size() < n && eligibility.readmit()) {
        pool.take(scores, question.about(), false);
        fill(pool, question);
      }
    }
    return pool.picks();
  }

  /** How many of the best a second look wants to see. */
  private int poolSize(int n) {
    return reordering.map(look -> look.poolSize(n)).orElse(n);
  }

  private void fill(Pool pool, Question question) {
    pool.fill(
        scorers,
        question.askers().get(0),
        all(),
        question.filling(),
        popular ->
            promoting.shifted(scoring.moved(popular, question.steering(0)), question.promotions()));
  }

  /** How many of some works may stand in one answer, where a series has one place. */
  private int different(Candidates works) {
    return series.map(index -> index.different(works)).orElse(works.size());
  }

  private int[] order(List<Pick> pool, int n, Optional<RerankContext> second, Course course) {
    if (second.isPresent() && !second.get().isOver()) {
      int[] order = reordering.orElseThrow().order(pool, n, second.get());
      second.get().fallBacks().forEach(what -> course.leaveOut("re-ranking: " + what));
      return order;
    }
    if (second.isPresent()) {
      course.leaveOut("re-ranking");
    }
    return IntStream.range(0, Math.min(n, pool.size())).toArray();
  }

  /** Whether chance alone orders the works. */
  private boolean isByChance(Question question) {
    return !question.isForSimilar()
        && question.group().isEmpty()
        && question.leavesScores()
        && Pool.isChance(scorers.taste());
  }

  private Eligibility eligibility(Question.Allowed allowed) {
    Eligibility eligibility =
        standing(allowed.history())
            .passing(allowed.filter())
            .without(allowed.excluded())
            .withoutBlocked(allowed.blocked());
    eligibility.onePerSeries(series);
    return allowed.seen() ? eligibility : eligibility.withoutSeen();
  }

  private Eligibility standing(History history) {
    return new Eligibility(filters, context.catalog(), history).passing(rules.filter());
  }

  private Scores scores(Question question, Eligibility eligibility, Course course) {
    if (!question.isForSimilar()) {
      return scoring.score(question, eligibility, course);
    }
    Query named = question.askers().get(0);
    if (question.likeness().isPresent()) {
      Likeness alike = question.likeness().get();
      return alike.scorer().score(named, Candidates.all(alike.context().catalog().size()));
    }
    return scorers
        .likeness()
        .map(scorer -> scorer.score(named, all()))
        .orElseGet(() -> new Scores(all()));
  }

  private Candidates all() {
    return Candidates.all(context.catalog().size());
  }

  /**
   * Finds the best unseen works of each visitor, where one pass over the works finds them.
   *
   * @param queries the visitors
   * @param n how many works for each
   * @return empty for those who need fall-backs, and for all when filters, re-ranking or the
   *     strategy want each answered alone
   */
  public List<Optional<TopRows>> top(List<Query> queries, int n) {
    if (scorers.taste() instanceof VectorScorer vectors
        && reordering.isEmpty()
        && scoring.isWhole()) {
      Eligibility standing = standing(History.none());
      if (standing.isKnown()) {
        return new VectorAnswers(vectors, pace.workers(), pace.together(), standing.works())
            .best(queries, n).stream()
                .map(rows -> rows.filter(top -> series.isEmpty() || !series.get().repeats(top)))
                .toList();
      }
    }
    return Collections.nCopies(queries.size(), Optional.empty());
  }

  /**
   * Explains the score of any work, by the first that scores it: taste, then the fall-backs.
   *
   * @param query who asks
   * @param steering what moves their answers
   * @param promotions what moves everybody's
   * @param artwork the work's catalogue index
   * @param locale the language of the reasons
   * @return why it has its score
   */
  public Explanation explain(
      Query query, Steering steering, Promotions promotions, int artwork, Locale locale) {
    return new Explaining(scorers, scoring, promoting, reasoning, all())
        .explain(query, steering, promotions, artwork, locale);
  }
}
