package io.artrec.llm.conversation;

import io.artrec.Recommendation;
import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.SimilarRequest;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.filter.Filter;
import io.artrec.filter.Filters;
import io.artrec.llm.wish.WishCatalog;
import io.artrec.llm.wish.WishPlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds works by all that holds in a session. Immutable and thread-safe. */
final class Search {
  private static final int CANDIDATES = 40;
  private static final String SOMEBODY = "somebody";

  private final Recommender recommender;
  private final WishCatalog works;
  private final boolean inWords;

  Search(Recommender recommender, WishCatalog works, boolean inWords) {
    this.recommender = recommender;
    this.works = works;
    this.inWords = inWords;
  }

  /**
   * What was found.
   *
   * @param candidates works, best first
   * @param held the wishes that they meet
   * @param leftAside the wishes that were dropped, since nothing met all
   */
  record Found(List<Recommendation> candidates, List<Held> held, List<Held> leftAside) {}

  /**
   * Finds works that meet all wishes; where there are none, those that meet the later ones.
   *
   * @param session what holds, the last of its wishes being that of this turn
   * @param excluded works that must not come back
   */
  Found find(Session session, Set<String> excluded) {
    List<Held> held = new ArrayList<>(session.held());
    List<Held> aside = new ArrayList<>();
    Set<String> out = new LinkedHashSet<>(excluded);
    out.addAll(session.disliked());
    while (true) {
      List<Filter> conditions = conditions(held);
      if (isAny(conditions, out)) {
        return new Found(ask(session, held, conditions, out), held, aside);
      }
      int oldest = oldestToDrop(held);
      if (oldest < 0) {
        return new Found(List.of(), session.held(), List.of());
      }
      aside.add(held.get(oldest));
      held.set(oldest, held.get(oldest).refused());
    }
  }

  /** The earliest wish, but for this turn's, of which more than a refusal is left. */
  private static int oldestToDrop(List<Held> held) {
    return IntStream.range(0, held.size() - 1)
        .filter(i -> !held.get(i).equals(held.get(i).refused()))
        .filter(i -> held.get(i).condition().isPresent() || !held.get(i).wanted().isEmpty())
        .findFirst()
        .orElse(-1);
  }

  private List<Filter> conditions(List<Held> held) {
    List<Filter> conditions = new ArrayList<>();
    for (Held wish : held) {
      works.plan(wish.standing()).filter().ifPresent(conditions::add);
      wish.condition().ifPresent(conditions::add);
    }
    return conditions;
  }

  private boolean isAny(List<Filter> conditions, Set<String> excluded) {
    Catalog catalog = recommender.catalog();
    Filter all = Filters.allOf(conditions).prepare(History.none());
    return IntStream.range(0, catalog.size())
        .filter(work -> !catalog.withdrawn().get(work))
        .filter(work -> !excluded.contains(catalog.get(work).id()))
        .anyMatch(work -> all.accepts(new Filter.Subject(catalog.get(work), work, History.none())));
  }

  private List<Recommendation> ask(
      Session session, List<Held> held, List<Filter> conditions, Set<String> excluded) {
    if (session.anchor().isPresent()) {
      SimilarRequest.Builder like =
          SimilarRequest.to(session.anchor().get())
              .n(CANDIDATES)
              .exclude(excluded)
              .locale(session.language());
      conditions.forEach(like::filter);
      return recommender.similar(like.build());
    }
    RecommendationRequest.Builder request =
        RecommendationRequest.builder()
            .n(CANDIDATES)
            .exclude(excluded)
            .locale(session.language())
            .includeSeen();
    session.visitor().ifPresent(request::user);
    String who = session.visitor().orElse(SOMEBODY);
    List<Interaction> events = new ArrayList<>(session.known());
    session.liked().forEach(id -> events.add(Interaction.favorite(who, id)));
    session.disliked().forEach(id -> events.add(Interaction.dislike(who, id)));
    List<String> words = new ArrayList<>();
    for (Held wish : held) {
      WishPlan plan = works.plan(wish.standing());
      plan.likes().forEach(id -> events.add(Interaction.favorite(who, id)));
      plan.text().ifPresent(words::add);
    }
    request.history(events);
    conditions.forEach(request::filter);
    if (inWords && !words.isEmpty()) {
      request.wish(String.join(", ", words));
    }
    return recommender.recommend(request.build());
  }

  /** What a comparison with works comes to. */
  WishPlan compared(Held wish, List<String> previous) {
    return works.plan(wish.wish(), previous.stream().map(this::work).toList());
  }

  Artwork work(String id) {
    return recommender.catalog().get(recommender.catalog().requireIndex(id));
  }

  Recommender recommender() {
    return recommender;
  }
}
