package io.artrec;

import io.artrec.answering.internal.Parallel;
import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Explanation;
import io.artrec.scoring.TopRows;
import io.artrec.strategy.Query;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Questions put to the state of the moment they come in. Thread-safe; waits for nothing. */
final class Answers {
  private final LiveState live;
  private final Clock clock;

  Answers(LiveState live, Clock clock) {
    this.live = live;
    this.clock = clock;
  }

  List<Recommendation> recommend(RecommendationRequest request) {
    State now = live.now();
    long millis = clock.millis();
    Engine engine = now.engine();
    History added = Dataset.historyOf(engine.catalog(), request.history());
    List<Query> members = new ArrayList<>();
    if (request.group().isEmpty()) {
      members.add(now.query(request.user(), added, request.facets(), millis));
    }
    for (String member : request.group()) {
      members.add(now.query(Optional.of(member), added, request.facets(), millis));
    }
    History everybodys = History.none();
    for (Query member : members) {
      everybodys = everybodys.plus(member.history());
    }
    return engine.recommend(request, members, everybodys);
  }

  List<List<Recommendation>> recommendAll(List<RecommendationRequest> requests) {
    return Parallel.map(live.now().engine().context().threads(), requests, this::recommend);
  }

  List<TopWorks> top(Collection<String> users, int n) {
    State now = live.now();
    long millis = clock.millis();
    Engine engine = now.engine();
    List<String> ids = List.copyOf(users);
    List<Query> queries =
        Parallel.map(
            engine.context().threads(),
            ids,
            id -> now.query(Optional.of(id), History.none(), Map.of(), millis));
    List<Optional<TopRows>> found = engine.answering().top(queries, n);
    return Parallel.map(
        engine.context().threads(),
        IntStream.range(0, ids.size()).boxed().toList(),
        i ->
            found.get(i).isPresent()
                ? top(engine.catalog(), ids.get(i), found.get(i).get())
                : top(
                    ids.get(i),
                    engine.recommend(
                        RecommendationRequest.forUser(ids.get(i)).n(n).build(),
                        List.of(queries.get(i)),
                        queries.get(i).history())));
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

  private static TopWorks top(String user, List<Recommendation> answer) {
    return new TopWorks(
        user,
        answer.stream().map(Recommendation::artwork).toList(),
        answer.stream().map(Recommendation::score).toList());
  }

  List<Recommendation> similar(SimilarRequest request) {
    return live.now().engine().similar(request, clock.millis());
  }

  Explanation explain(String user, String artwork, Locale locale) {
    State now = live.now();
    int index = now.engine().catalog().requireIndex(artwork);
    Query query = now.query(Optional.of(user), History.none(), Map.of(), clock.millis());
    return now.engine().answering().explain(query, index, locale);
  }
}
