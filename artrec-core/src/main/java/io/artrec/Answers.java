package io.artrec;

import io.artrec.Recommendations.Asked;
import io.artrec.answering.internal.Course;
import io.artrec.answering.internal.Parallel;
import io.artrec.answering.internal.Place;
import io.artrec.answering.internal.Question;
import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Explanation;
import io.artrec.scoring.TopRows;
import io.artrec.strategy.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Questions put to the state of the moment they come in. Thread-safe; waits for nothing. */
final class Answers {
  private final LiveState live;
  private final Clock clock;
  private final LongSupplier nanos;
  private final String source = Long.toHexString(UUID.randomUUID().getMostSignificantBits());
  private final AtomicLong given = new AtomicLong();

  /**
   * Of a state.
   *
   * @param clock tells when is asked
   * @param nanos tells what an answer takes
   */
  Answers(LiveState live, Clock clock, LongSupplier nanos) {
    this.live = live;
    this.clock = clock;
    this.nanos = nanos;
  }

  Recommendations recommend(RecommendationRequest request) {
    Course course = new Course(nanos, request.deadline());
    State now = live.now();
    long millis = clock.millis();
    long seed = seed(now, request, request.askers(), millis);
    Question question = question(now, request, millis, seed);
    return answer(
        now.engine(), new Asked(request, Instant.ofEpochMilli(millis), seed), question, course);
  }

  private static long seed(State now, Request request, List<String> askers, long millis) {
    return Chance.seed(request, now.engine().settings().seed(), askers, millis);
  }

  private static Question question(
      State now, RecommendationRequest request, long millis, long seed) {
    History added = Dataset.historyOf(now.engine().catalog(), request.history());
    List<Query> members = new ArrayList<>();
    if (request.group().isEmpty()) {
      members.add(now.query(new Asker(request.user(), added, request.facets(), millis, seed)));
    }
    for (String member : request.group()) {
      long own = Chance.of(seed, member);
      members.add(now.query(new Asker(Optional.of(member), added, request.facets(), millis, own)));
    }
    History everybodys = History.none();
    for (Query member : members) {
      everybodys = everybodys.plus(member.history());
    }
    return now.engine().question(request, members, everybodys);
  }

  private Recommendations answer(Engine engine, Asked asked, Question question, Course course) {
    AnswerName name = new AnswerName(source + "-" + given.incrementAndGet(), engine.version());
    return new Recommendations(name, asked, engine.answering().answer(question, course));
  }

  List<Recommendations> recommendAll(List<RecommendationRequest> requests) {
    return Parallel.map(live.now().engine().context().threads(), requests, this::recommend);
  }

  List<TopWorks> top(Collection<String> users, int n) {
    State now = live.now();
    long millis = clock.millis();
    Engine engine = now.engine();
    List<String> ids = List.copyOf(users);
    List<Query> queries =
        Parallel.map(engine.context().threads(), ids, id -> now.query(asker(now, id, millis)));
    List<Optional<TopRows>> found = engine.answering().top(queries, n);
    return Parallel.map(
        engine.context().threads(),
        IntStream.range(0, ids.size()).boxed().toList(),
        i ->
            found.get(i).isPresent()
                ? top(engine.catalog(), ids.get(i), found.get(i).get())
                : top(engine, ids.get(i), queries.get(i), n));
  }

  private static Asker asker(State now, String user, long millis) {
    long seed = Chance.seed(now.engine().settings().seed(), List.of(user), millis);
    return new Asker(Optional.of(user), History.none(), Map.of(), millis, seed);
  }

  private TopWorks top(Engine engine, String user, Query query, int n) {
    RecommendationRequest request = RecommendationRequest.forUser(user).n(n).build();
    Question question = engine.question(request, List.of(query), query.history());
    List<Explanation> answer =
        engine.answering().answer(question, new Course(nanos)).places().stream()
            .map(Place::explanation)
            .toList();
    return new TopWorks(
        user,
        answer.stream().map(Explanation::artwork).toList(),
        answer.stream().map(Explanation::score).toList());
  }

  private static TopWorks top(Catalog catalog, String user, TopRows rows) {
    List<Artwork> artworks = new ArrayList<>(rows.size());
    List<Double> scores = new ArrayList<>(rows.size());
    for (int rank = 0; rank < rows.size(); rank++) {
      artworks.add(catalog.get(rows.artwork(rank)));
      scores.add(rows.score(rank));
    }
    return new TopWorks(user, artworks, scores);
  }

  Recommendations similar(SimilarRequest request) {
    Course course = new Course(nanos, request.deadline());
    State now = live.now();
    long millis = clock.millis();
    long seed = seed(now, request, request.names(), millis);
    Question question = now.engine().question(request, millis, seed);
    return answer(
        now.engine(), new Asked(request, Instant.ofEpochMilli(millis), seed), question, course);
  }

  Explanation explain(String user, String artwork, Locale locale) {
    State now = live.now();
    int index = now.engine().catalog().requireIndex(artwork);
    Query query = now.query(asker(now, user, clock.millis()));
    return now.engine().answering().explain(query, index, locale);
  }
}
