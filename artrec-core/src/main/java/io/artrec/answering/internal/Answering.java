package io.artrec.answering.internal;

import io.artrec.behavior.History;
import io.artrec.explain.Explanation;
import io.artrec.filter.CatalogFilters;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.TrainingContext;
import io.artrec.strategy.VectorScorer;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.TopRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Walks the way from a question to an answer. Immutable and thread-safe. */
public final class Answering {
  private final TrainingContext context;
  private final Scorers scorers;
  private final Rules rules;
  private final CatalogFilters filters;
  private final Scoring scoring;
  private final Optional<Reordering> reordering;
  private final Reasoning reasoning;

  /**
   * Puts one together.
   *
   * @param context what was known in training
   * @param scorers what was trained
   * @param rules what holds for every answer
   * @param filters what filters let through of the catalogue
   */
  public Answering(TrainingContext context, Scorers scorers, Rules rules, CatalogFilters filters) {
    this.context = context;
    this.scorers = scorers;
    this.rules = rules;
    this.filters = filters;
    scoring = new Scoring(scorers.taste(), context.catalog().size(), rules.candidates());
    reordering = rules.reranker().map(reranker -> new Reordering(reranker, context));
    reasoning = new Reasoning(context, rules.sentences());
  }

  /** The same, with matrices as a backend holds them. */
  Answering loaded(UnaryOperator<FeatureMatrix> load) {
    return new Answering(context, scorers.loaded(load), rules, filters);
  }

  /**
   * Answers.
   *
   * @param question the question
   * @param course notes how the answer comes about
   * @return at most as many works as asked for, best first
   */
  public Answer answer(Question question, Course course) {
    Eligibility eligibility = eligibility(question.allowed());
    Scores scores = scores(question, eligibility);
    course.done(Course.Step.SCORING);
    Pool pool = pool(question, eligibility, scores);
    course.done(Course.Step.CHOOSING);
    int[] order = order(pool.picks(), question.n());
    course.done(Course.Step.RERANKING);
    Reasoning why =
        question
            .likeness()
            .map(alike -> new Reasoning(alike.context(), rules.sentences()))
            .orElse(reasoning);
    List<Place> places = new ArrayList<>();
    for (int position : order) {
      Pick pick = pool.picks().get(position);
      Explanation explanation = why.explain(pick, question.locale());
      places.add(
          new Place(
              places.isEmpty()
                  ? explanation
                  : explanation.after(places.get(places.size() - 1).explanation()),
              position + 1,
              reordering.isPresent() ? OptionalDouble.empty() : pick.propensity()));
    }
    course.done(Course.Step.EXPLAINING);
    return new Answer(places, course);
  }

  /**
   * Answers many who ask alone without reasons, scoring for some together.
   *
   * @param questions the questions, each of one asker
   * @return what {@link #answer} chooses for each
   */
  public List<List<Pick>> chooseAll(List<Question> questions) {
    List<List<Question>> parts = new ArrayList<>();
    for (int from = 0; from < questions.size(); from += scoring.together()) {
      parts.add(questions.subList(from, Math.min(questions.size(), from + scoring.together())));
    }
    return Parallel.map(context.threads(), parts, this::chosen).stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<List<Pick>> chosen(List<Question> questions) {
    List<Query> askers = questions.stream().map(question -> question.askers().get(0)).toList();
    List<Scores> whole = scoring.isWhole() ? scoring.scoreWhole(askers) : List.of();
    List<List<Pick>> all = new ArrayList<>();
    for (int q = 0; q < questions.size(); q++) {
      Question question = questions.get(q);
      Eligibility eligibility = eligibility(question.allowed());
      Scores scores = scoring.isWhole() ? whole.get(q) : scores(question, eligibility);
      List<Pick> picks = pool(question, eligibility, scores).picks();
      all.add(IntStream.of(order(picks, question.n())).mapToObj(picks::get).toList());
    }
    return all;
  }

  private Pool pool(Question question, Eligibility eligibility, Scores scores) {
    int n = question.n();
    Pool pool = new Pool(eligibility, reordering.map(look -> look.poolSize(n)).orElse(n));
    pool.take(scores, question.about(), isByChance(question));
    if (pool.picks().size() < n) {
      pool.fill(scorers.fallbacks(), question.askers().get(0), all(), question.filling());
    }
    return pool;
  }

  private int[] order(List<Pick> picks, int n) {
    return reordering.isPresent() && !picks.isEmpty()
        ? reordering.get().order(picks, n)
        : IntStream.range(0, Math.min(n, picks.size())).toArray();
  }

  /** Whether chance alone orders the works. */
  private boolean isByChance(Question question) {
    return !question.isForSimilar() && question.group().isEmpty() && Pool.isChance(scorers.taste());
  }

  private Eligibility eligibility(Question.Allowed allowed) {
    Eligibility eligibility =
        standing(allowed.history()).passing(allowed.filter()).without(allowed.excluded());
    return allowed.seen() ? eligibility : eligibility.withoutSeen();
  }

  private Eligibility standing(History history) {
    return new Eligibility(filters, context.catalog(), history).passing(rules.filter());
  }

  private Scores scores(Question question, Eligibility eligibility) {
    if (!question.isForSimilar()) {
      return scoring.score(question, eligibility);
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
        return new VectorAnswers(vectors, context.threads(), standing.works()).best(queries, n);
      }
    }
    return Collections.nCopies(queries.size(), Optional.empty());
  }

  /**
   * Explains the score of any work, by the first that scores it: taste, then the fall-backs.
   *
   * @param query who asks
   * @param artwork the work's catalogue index
   * @param locale the language of the reasons
   * @return why it has its score
   */
  public Explanation explain(Query query, int artwork, Locale locale) {
    Scores scores = scorers.taste().score(query, all());
    if (scores.isScored(artwork)) {
      return reasoning.explain(new Pick(scores, artwork, Explanation.Occasion.TASTE), locale);
    }
    for (Scorer fallback : scorers.fallbacks()) {
      Scores other = fallback.score(query, all());
      if (other.isScored(artwork)) {
        return reasoning.explain(new Pick(other, artwork, Explanation.Occasion.FALLBACK), locale);
      }
    }
    throw new IllegalStateException("the last fall-back scores every artwork");
  }
}
