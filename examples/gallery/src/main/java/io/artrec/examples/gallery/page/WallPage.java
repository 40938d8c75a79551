package io.artrec.examples.gallery.page;

import io.artrec.RecommendationRequest;
import io.artrec.Recommendations;
import io.artrec.examples.gallery.collection.Views;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The wall of works recommended to whoever is looking. */
final class WallPage {
  /** How many works hang at first. */
  static final int WORKS = 13;

  private static final int MOST = 60;

  private final Gallery gallery;

  WallPage(Gallery gallery) {
    this.gallery = gallery;
  }

  Response show(Visit visit) {
    boolean all = visit.request().value("all").isPresent();
    int n = visit.request().number("n", WORKS, MOST).orElse(WORKS);
    Recommendations answer = recommend(visit, n, all);
    List<Cards.Hung> hung =
        answer.stream()
            .map(r -> new Cards.Hung(r.artwork(), r.explanation().sentence(visit.locale())))
            .toList();
    Set<String> fresh = fresh(visit, hung);
    Optional<Deed> deed = visit.guest().toTell();
    List<String> ids = hung.stream().map(it -> it.work().id()).toList();
    if (visit.guest().hang(ids, answer.seed()) && visit.isKnown() && visit.request().takeChange()) {
      gallery.recommender().recordShown(answer);
      gallery.journal().recorded(answer.size());
    }
    Set<String> marked = deed.isPresent() ? fresh : Set.of();
    Cards cards = new Cards(visit, gallery.collection().pictures());
    return Frame.page(
        visit,
        visit.say(Text.NAV_WALL),
        Frame.heading(visit.say(Text.WALL_TITLE), lead(visit)),
        cards.told(deed, hung.stream().filter(it -> marked.contains(it.work().id())).toList()),
        hung.isEmpty()
            ? Tag.of("p", "empty").text(visit.say(Text.WALL_EMPTY))
            : cards.wall(hung, marked),
        more(visit, n, all));
  }

  private Recommendations recommend(Visit visit, int n, boolean all) {
    RecommendationRequest.Builder request =
        RecommendationRequest.forUser(visit.visitor()).n(n).locale(visit.locale());
    if (!all) {
      request.filter(Views.WITH_PICTURE);
    }
    return gallery.journal().answered(gallery.recommender().recommend(request.build()));
  }

  /** Works that did not hang on the wall that the visitor saw last. */
  private static Set<String> fresh(Visit visit, List<Cards.Hung> hung) {
    List<String> before = visit.guest().wall();
    if (before.isEmpty()) {
      return Set.of();
    }
    Set<String> fresh = new HashSet<>();
    hung.forEach(it -> fresh.add(it.work().id()));
    before.forEach(fresh::remove);
    return fresh;
  }

  private String lead(Visit visit) {
    long known =
        gallery.recommender().history(visit.visitor()).stream()
            .filter(event -> !event.isImpression())
            .count();
    return known == 0 ? visit.say(Text.WALL_STRANGER) : visit.say(Text.WALL_KNOWN, known);
  }

  private static Tag more(Visit visit, int n, boolean all) {
    String kind = all ? "&all=1" : "";
    Tag ways = Tag.of("p", "more");
    if (n < MOST) {
      ways.add(
          Tag.of("a", "button")
              .attr("href", "/?n=" + Math.min(MOST, n + WORKS - 1) + kind)
              .text(visit.say(Text.MORE)));
    }
    return ways.add(
        Tag.of("a")
            .attr("href", all ? "/" : "/?all=1")
            .text(visit.say(all ? Text.ONLY_PICTURES : Text.ALL_WORKS)));
  }
}
