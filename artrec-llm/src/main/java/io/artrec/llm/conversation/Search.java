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
import io.artrec.text.wish.ParsedWish;
import io.artrec.text.wish.WishCatalog;
import io.artrec.text.wish.WishPart;
import io.artrec.text.wish.WishPlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
   * Finds works that meet all wishes; where there are none, perhaps those that meet the later ones.
   *
   * @param session what holds
   * @param excluded works that must not come back
   * @param kept how many of the last wishes may not be left aside
   */
  Found find(Session session, Set<String> excluded, int kept) {
    List<Held> held = new ArrayList<>(session.held());
    List<Held> aside = new ArrayList<>();
    Set<String> out = new LinkedHashSet<>(excluded);
    out.addAll(session.disliked());
    session.anchor().ifPresent(out::add);
    held.forEach(wish -> out.addAll(works.plan(wish.standing()).excluded()));
    while (true) {
      List<Filter> conditions = conditions(held);
      if (meeting(conditions, out).findAny().isPresent()) {
        return new Found(ask(session, held, conditions, out), held, aside);
      }
      int oldest = oldestToDrop(held, kept);
      if (oldest < 0) {
        return new Found(List.of(), session.held(), List.of());
      }
      aside.add(held.get(oldest));
      held.set(oldest, held.get(oldest).refused());
    }
  }

  /** The earliest wish that may be dropped and of which more than a refusal is left. */
  private static int oldestToDrop(List<Held> held, int kept) {
    return IntStream.range(0, Math.max(0, held.size() - kept))
        .filter(i -> held.get(i).wantsSomething())
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

  private IntStream meeting(List<Filter> conditions, Set<String> excluded) {
    Catalog catalog = recommender.catalog();
    Filter all = Filters.allOf(conditions).prepare(History.none());
    return IntStream.range(0, catalog.size())
        .filter(work -> !catalog.withdrawn().get(work))
        .filter(work -> !excluded.contains(catalog.get(work).id()))
        .filter(work -> all.accepts(new Filter.Subject(catalog.get(work), work, History.none())));
  }

  /**
   * What could be given up.
   *
   * @param part what of the last wish
   * @param works how many works there would be
   */
  record Spare(ParsedWish part, long works) {}

  /** What of a last wish that nothing meets would leave most works, were it given up. */
  Optional<Spare> spare(Session session) {
    List<Held> held = new ArrayList<>(session.held());
    Held last = held.remove(held.size() - 1);
    held.replaceAll(Held::refused);
    Optional<Spare> best = Optional.empty();
    for (WishPart part : last.wish().parts()) {
      held.add(new Held(last.wish().only(other -> !other.equals(part)), last.condition(), ""));
      long count = meeting(conditions(held), Set.copyOf(session.disliked())).count();
      held.remove(held.size() - 1);
      if (count > best.map(Spare::works).orElse(0L)) {
        best = Optional.of(new Spare(last.wish().only(part::equals), count));
      }
    }
    return best;
  }

  private List<Recommendation> ask(
      Session session, List<Held> held, List<Filter> conditions, Set<String> excluded) {
    if (session.anchor().isPresent()) {
      SimilarRequest.Builder like =
          SimilarRequest.to(session.anchor().get())
              .n(CANDIDATES)
              .seed(session.shown().size())
              .exclude(excluded)
              .locale(session.language());
      conditions.forEach(like::filter);
      return recommender.similar(like.build());
    }
    RecommendationRequest.Builder request =
        RecommendationRequest.builder()
            .n(CANDIDATES)
            .seed(session.shown().size())
            .exclude(excluded)
            .locale(session.language());
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
    RecommendationRequest unseen = request.build();
    List<Recommendation> found = recommender.recommend(unseen);
    return found.isEmpty()
        ? recommender.recommend(unseen.toBuilder().includeSeen().build())
        : found;
  }

  Artwork work(String id) {
    return recommender.catalog().get(recommender.catalog().requireIndex(id));
  }
}
