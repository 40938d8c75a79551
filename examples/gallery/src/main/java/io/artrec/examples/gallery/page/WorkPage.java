package io.artrec.examples.gallery.page;

import io.artrec.SimilarRequest;
import io.artrec.catalog.Artwork;
import io.artrec.examples.gallery.html.Html;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Paths;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import io.artrec.llm.description.ArtworkFacts;
import io.artrec.llm.description.Audience;
import io.artrec.llm.description.DescriptionStyle;
import io.artrec.llm.description.Descriptions;
import io.artrec.llm.question.Answer;
import io.artrec.text.mood.CatalogMoods;
import io.artrec.text.mood.MoodLexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A work by itself: what is known of it, what its picture shows, and works like it. */
final class WorkPage {
  private static final int ALIKE = 8;
  private static final int WORDS = 90;
  private static final Map<String, Text> WAYS =
      Map.of(
          "palette", Text.BY_PALETTE,
          "composition", Text.BY_COMPOSITION,
          "subject", Text.BY_SUBJECT,
          "artist", Text.BY_ARTIST,
          "mood", Text.BY_MOOD);
  private static final List<String> ORDER =
      List.of("palette", "composition", "subject", "artist", "mood");

  private final Gallery gallery;
  private final SeenPictures seen;

  WorkPage(Gallery gallery) {
    this.gallery = gallery;
    seen = new SeenPictures(gallery.collection().pictures());
  }

  Response show(Visit visit) {
    Artwork work = gallery.work(visit.request().required("id"));
    Labels labels = Labels.in(visit.locale());
    Cards cards = new Cards(visit, gallery.collection().pictures());
    Picture picture = new Picture(gallery.collection().pictures(), visit.locale());
    Tag label =
        Tag.of("div", "label")
            .add(Tag.of("h1").text(labels.title(work)))
            .add(Tag.of("p", "by").text(labels.line(work)))
            .add(details(visit, work, labels))
            .add(description(visit, work))
            .add(ways(visit, work))
            .add(cards.acts(work));
    List<Html> parts = new ArrayList<>();
    parts.add(cards.told(visit.guest().toTell(), List.of()));
    parts.add(
        Tag.of("article", "alone")
            .add(Tag.of("div", "picture").add(picture.alone(work)))
            .add(label));
    seen.of(work, visit.locale()).ifPresent(it -> parts.add(measured(visit, work, it)));
    parts.add(question(visit, work));
    parts.add(alike(visit, work, cards));
    return Frame.page(visit, labels.title(work), parts.toArray(Html[]::new));
  }

  private static Tag details(Visit visit, Artwork work, Labels labels) {
    Tag list = Tag.of("dl", "details");
    detail(list, visit.say(Text.MEDIUM), work.medium());
    detail(list, visit.say(Text.SIZE), labels.size(work));
    detail(list, visit.say(Text.MOVEMENT), joined(visit, work.movements()));
    detail(list, visit.say(Text.SUBJECTS), joined(visit, work.subjects()));
    detail(
        list,
        visit.say(Text.WHERE),
        joined(visit, work.attributes().getOrDefault("collection", List.of())));
    detail(
        list,
        visit.say(Text.ORIGIN),
        joined(visit, work.attributes().getOrDefault("origin", List.of())));
    return list;
  }

  private static Optional<String> joined(Visit visit, List<String> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(visit.words().list(values));
  }

  private static void detail(Tag list, String name, Optional<String> value) {
    value.ifPresent(it -> list.add(Tag.of("dt").text(name)).add(Tag.of("dd").text(it)));
  }

  private static Tag description(Visit visit, Artwork work) {
    String told =
        Descriptions.standard()
            .describe(
                ArtworkFacts.of(work),
                DescriptionStyle.standard()
                    .audience(Audience.VISITOR)
                    .language(visit.locale())
                    .words(WORDS))
            .text();
    String own = Labels.in(visit.locale()).description(work).orElse("");
    return Tag.of("p", "description")
        .text(visit.locale().getLanguage().equals("zh") && !own.isEmpty() ? own : told);
  }

  private static Tag ways(Visit visit, Artwork work) {
    Tag ways =
        Tag.of("p", "ways")
            .add(way(Paths.of("work", work.id(), "why"), visit.say(Text.WHY)))
            .add(way(Paths.of("work", work.id(), "why-not"), visit.say(Text.WHY_NOT)));
    work.artists().stream()
        .findFirst()
        .ifPresent(
            credit ->
                ways.add(
                    way(
                        Paths.of("artist", credit.name()),
                        visit.say(Text.BY_THE_ARTIST, Labels.in(visit.locale()).artist(work)))));
    if (work.dimensions().isPresent() && work.image().isPresent()) {
      ways.add(way("/room?work=" + Paths.encoded(work.id()), visit.say(Text.ON_MY_WALL)));
    }
    return ways;
  }

  private static Tag way(String path, String words) {
    return Tag.of("a").attr("href", path).text(words);
  }

  /** What the picture shows by measuring: colors, composition in words, mood. */
  private Tag measured(Visit visit, Artwork work, Seen picture) {
    Tag part = Tag.of("section", "measured").add(Tag.of("h2").text(visit.say(Text.SEEN_IN_IT)));
    picture.palette().ifPresent(it -> part.add(PaletteBar.of(it, visit.locale())));
    part.add(Tag.of("p").text(picture.words()));
    mood(visit.locale(), work)
        .ifPresent(mood -> part.add(Tag.of("p").text(visit.say(Text.FEELS, mood))));
    return part;
  }

  private Optional<String> mood(Locale locale, Artwork work) {
    CatalogMoods moods = gallery.collection().views().moods();
    return moods.catalog().indexOf(work.id()).stream()
        .boxed()
        .flatMap(index -> moods.mood(index).stream())
        .flatMap(mood -> mood.nearest(MoodLexicon.standard().moods()).stream())
        .map(mood -> mood.label(locale))
        .findFirst();
  }

  /** A question about the work, answered from its record or not at all. */
  private Tag question(Visit visit, Artwork work) {
    Tag part =
        Tag.of("section", "ask")
            .attr("id", "ask")
            .add(Tag.of("h2").text(visit.say(Text.ASK_TITLE)));
    Tag form =
        Tag.of("form", "line")
            .attr("action", Paths.of("work", work.id()) + "#ask")
            .add(
                Frame.field(
                    visit.say(Text.ASK_LABEL),
                    Tag.of("input")
                        .attr("name", "q")
                        .attr("maxlength", 300)
                        .attr("value", visit.request().value("q").orElse(""))))
            .add(Tag.of("button").text(visit.say(Text.ASK)));
    part.add(form);
    visit
        .request()
        .value("q")
        .ifPresent(
            asked -> {
              Answer answer = gallery.collection().views().questions().ask(asked, work.id());
              part.add(Tag.of("p", "answer").attr("role", "status").text(answer.text()));
            });
    return part;
  }

  private Tag alike(Visit visit, Artwork work, Cards cards) {
    String by = visit.request().value("by").filter(WAYS::containsKey).orElse("palette");
    Tag choices = Tag.of("ul", "tabs");
    for (String facet : ORDER) {
      Tag link =
          Tag.of("a")
              .attr("href", Paths.of("work", work.id()) + "?by=" + facet + "#alike")
              .text(visit.say(WAYS.getOrDefault(facet, Text.BY_PALETTE)));
      if (facet.equals(by)) {
        link.attr("aria-current", "true");
      }
      choices.add(Tag.of("li").add(link));
    }
    List<Cards.Hung> alike =
        gallery
            .recommender()
            .similar(
                SimilarRequest.to(work.id()).facet(by, 1).n(ALIKE).locale(visit.locale()).build())
            .stream()
            .filter(r -> !r.isFallback() && r.score() > 0)
            .map(r -> new Cards.Hung(r.artwork(), r.explanation().sentence(visit.locale())))
            .toList();
    Tag part =
        Tag.of("section", "alike")
            .attr("id", "alike")
            .add(Tag.of("h2").text(visit.say(Text.MORE_LIKE_THIS)))
            .add(Tag.of("nav").attr("aria-label", visit.say(Text.MORE_LIKE_THIS)).add(choices));
    return alike.isEmpty()
        ? part.add(Tag.of("p", "empty").text(visit.say(Text.NOTHING_ALIKE)))
        : part.add(cards.wall(alike, Set.of()));
  }
}
