package io.artrec.examples.gallery.page;

import io.artrec.RecommendationRequest;
import io.artrec.WhyNot;
import io.artrec.catalog.Artwork;
import io.artrec.examples.gallery.collection.Views;
import io.artrec.examples.gallery.html.Html;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Paths;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.explain.Explanation;
import io.artrec.explain.Obstacle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Why a work is recommended, in amounts that add up to its score; and why another one is not. */
final class WhyPage {
  private static final int MOST_BARS = 12;
  private static final double LEAST = 0.0005;

  private final Gallery gallery;

  WhyPage(Gallery gallery) {
    this.gallery = gallery;
  }

  Response why(Visit visit) {
    Artwork work = gallery.work(visit.request().required("id"));
    Labels labels = Labels.in(visit.locale());
    Explanation why = gallery.recommender().explain(wall(visit), work.id());
    Bars causes = new Bars();
    sums(why, part -> label(visit, why, part.cause())).forEach(causes::add);
    Bars facets = new Bars();
    why.facets().forEach((facet, amount) -> facets.add(text(Facets.named(visit, facet)), amount));
    Bars strategies = new Bars();
    why.strategies()
        .forEach((name, amount) -> strategies.add(text(Facets.method(visit, name)), amount));
    List<Html> parts = new ArrayList<>();
    parts.add(
        Frame.heading(visit.say(Text.WHY_TITLE, labels.title(work)), why.sentence(visit.locale())));
    parts.add(
        Tag.of("p", "score")
            .text(visit.say(Text.WHY_SCORE, String.format(Locale.ROOT, "%.2f", why.score()))));
    section(parts, visit.say(Text.WHY_CAUSES), causes);
    section(parts, visit.say(Text.WHY_FACETS), facets);
    section(parts, visit.say(Text.WHY_STRATEGIES), strategies);
    parts.add(back(visit, work));
    return Frame.page(visit, visit.say(Text.WHY), parts.toArray(Html[]::new));
  }

  /** What the wall answers that the visitor saw last. */
  private static RecommendationRequest wall(Visit visit) {
    RecommendationRequest.Builder request =
        RecommendationRequest.forUser(visit.visitor())
            .n(WallPage.WORKS)
            .filter(Views.WITH_PICTURE)
            .locale(visit.locale());
    visit.guest().seed().ifPresent(request::seed);
    return request.build();
  }

  private static void section(List<Html> parts, String caption, Bars bars) {
    if (!bars.isEmpty()) {
      parts.add(bars.draw(caption));
    }
  }

  private static Html text(String text) {
    return Html.text(text);
  }

  /** Contributions by what they are said to be, the largest first, the small ones together. */
  private Map<Html, Double> sums(Explanation why, Function<Contribution, String> label) {
    Map<String, Double> sums = new LinkedHashMap<>();
    why.contributions().forEach(part -> sums.merge(label.apply(part), part.amount(), Double::sum));
    List<Map.Entry<String, Double>> ordered =
        sums.entrySet().stream()
            .filter(entry -> Math.abs(entry.getValue()) >= LEAST)
            .sorted((a, b) -> Double.compare(Math.abs(b.getValue()), Math.abs(a.getValue())))
            .toList();
    Map<Html, Double> shown = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(MOST_BARS, ordered.size()); i++) {
      shown.put(text(ordered.get(i).getKey()), ordered.get(i).getValue());
    }
    double rest = 0;
    for (int i = MOST_BARS; i < ordered.size(); i++) {
      rest += ordered.get(i).getValue();
    }
    if (rest != 0) {
      shown.put(text("…"), rest);
    }
    return shown;
  }

  private static String label(Visit visit, Explanation why, Cause cause) {
    if (cause instanceof Cause.KnownArtwork known) {
      Artwork work = why.work(known);
      Text said =
          why.isLiked(work)
              ? Text.CAUSE_LIKED
              : known.weight() < 0 ? Text.CAUSE_DISLIKED : Text.CAUSE_KNOWN;
      return visit.say(said, Labels.in(visit.locale()).title(work));
    }
    if (cause instanceof Cause.Popularity) {
      return visit.say(Text.CAUSE_POPULAR);
    }
    if (cause instanceof Cause.Followed followed) {
      return visit.say(Text.CAUSE_FOLLOWED, followed.trait().name());
    }
    if (cause instanceof Cause.Interested interested) {
      return visit.say(Text.CAUSE_INTEREST, interested.trait().name());
    }
    if (cause instanceof Cause.Shown shown) {
      return visit.say(Text.CAUSE_SHOWN, shown.times());
    }
    if (cause instanceof Cause.Wish wish) {
      return visit.say(Text.CAUSE_WISH, wish.words());
    }
    if (cause instanceof Cause.FeatureMatch match) {
      return Facets.named(visit, match.feature());
    }
    if (cause instanceof Cause.Offset) {
      return visit.say(Text.CAUSE_OFFSET);
    }
    return cause.words(visit.locale()).orElse(cause.kind());
  }

  Response whyNot(Visit visit) {
    Artwork work = gallery.work(visit.request().required("id"));
    WhyNot missing = gallery.recommender().whyNot(wall(visit), work.id());
    Tag said = Tag.of("ul", "said");
    for (String sentence : sentences(visit, missing)) {
      said.add(Tag.of("li").text(sentence));
    }
    List<Html> parts = new ArrayList<>();
    parts.add(
        Frame.heading(visit.say(Text.WHY_NOT_TITLE, Labels.in(visit.locale()).title(work)), ""));
    parts.add(said);
    if (!missing.changes().isEmpty()) {
      Tag changes = Tag.of("ul", "said");
      missing.changes().forEach(change -> changes.add(Tag.of("li").text(sentence(visit, change))));
      parts.add(Tag.of("section").add(Tag.of("h2").text(visit.say(Text.WOULD_BRING))).add(changes));
    }
    parts.add(back(visit, work));
    return Frame.page(visit, visit.say(Text.WHY_NOT), parts.toArray(Html[]::new));
  }

  private static List<String> sentences(Visit visit, WhyNot missing) {
    List<String> said = new ArrayList<>();
    missing.place().ifPresent(place -> said.add(visit.say(Text.NOT_THERE, place)));
    missing.obstacles().forEach(obstacle -> said.add(sentence(visit, obstacle)));
    if (missing.isReordered()) {
      said.add(visit.say(Text.NOT_REORDERED));
    } else if (missing.place().isEmpty()) {
      said.add(
          missing.rank().isPresent()
              ? visit.say(Text.NOT_RANK, missing.rank().getAsInt(), WallPage.WORKS)
              : visit.say(Text.NOT_KNOWN));
    }
    if (missing.shown() > 0) {
      said.add(visit.say(Text.NOT_SHOWN, missing.shown()));
    }
    if (!missing.disliked().isEmpty()) {
      said.add(
          visit.say(
              Text.NOT_DISLIKED,
              visit.words().list(missing.disliked().stream().map(it -> it.name()).toList())));
    }
    return said;
  }

  private static String sentence(Visit visit, Obstacle obstacle) {
    return switch (obstacle.kind()) {
      case WITHDRAWN -> visit.say(Text.NOT_WITHDRAWN);
      case SEEN -> visit.say(Text.NOT_SEEN);
      case EXCLUDED -> visit.say(Text.NOT_EXCLUDED);
      case BLOCKED -> visit.say(Text.NOT_BLOCKED, obstacle.what());
      case STANDING_FILTER, FILTER -> visit.say(Text.NOT_FILTER);
    };
  }

  private String sentence(Visit visit, WhyNot.Change change) {
    return switch (change.kind()) {
      case LIKE -> visit.say(Text.CHANGE_LIKE, titles(visit, change.what()));
      case FACET -> visit.say(Text.CHANGE_FACET, Facets.named(visit, change.what()));
      case MORE -> visit.say(Text.CHANGE_MORE, change.what());
    };
  }

  /** Ids as the library joins them, put as titles. */
  private String titles(Visit visit, String ids) {
    List<String> titles = new ArrayList<>();
    for (String id : ids.split(", ", -1)) {
      Optional<Artwork> work = gallery.recommender().catalog().find(id);
      titles.add(work.map(Labels.in(visit.locale())::title).orElse(id));
    }
    return visit.words().list(titles);
  }

  private static Tag back(Visit visit, Artwork work) {
    return Tag.of("p", "more")
        .add(
            Tag.of("a")
                .attr("href", Paths.of("work", work.id()))
                .text(visit.say(Text.BACK_TO_WORK)));
  }
}
