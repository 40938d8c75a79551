package io.artrec.examples.gallery.page;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.artrec.ErasedPlace;
import io.artrec.ForgetReport;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Trait;
import io.artrec.examples.gallery.html.Html;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Paths;
import io.artrec.examples.gallery.web.Refusal;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is held about whoever asks, to be seen, taken along, corrected and forgotten. */
final class YouPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();
  private static final int MOST_ROWS = 200;

  private final Gallery gallery;
  private final Entrance entrance;

  YouPage(Gallery gallery, Entrance entrance) {
    this.gallery = gallery;
    this.entrance = entrance;
  }

  Response show(Visit visit) {
    List<Interaction> history = gallery.recommender().history(visit.visitor());
    List<Html> parts = new ArrayList<>();
    parts.add(Frame.heading(visit.say(Text.YOU_TITLE), visit.say(Text.YOU_LEAD)));
    parts.add(
        new Cards(visit, gallery.collection().pictures()).told(visit.guest().toTell(), List.of()));
    parts.add(
        Tag.of("div", "more")
            .add(
                Tag.of("a", "button")
                    .attr("href", "/you/export")
                    .flag("download", true)
                    .text(visit.say(Text.YOU_EXPORT)))
            .add(
                Frame.form(visit, "/you/forget", "one")
                    .add(Tag.of("button", "second").text(visit.say(Text.YOU_FORGET)))));
    parts.add(choices(visit));
    parts.add(interests(visit));
    parts.add(history(visit, history));
    parts.add(
        Tag.of("details")
            .add(Tag.of("summary").text(visit.say(Text.YOU_WORDS)))
            .add(
                Tag.of("pre")
                    .attr("tabindex", 0)
                    .text(gallery.recommender().export(visit.visitor()).text(visit.locale()))));
    return Frame.page(visit, visit.say(Text.NAV_YOU), parts.toArray(Html[]::new));
  }

  private Tag choices(Visit visit) {
    Tag list = Tag.of("ul", "held");
    for (Trait trait : gallery.recommender().preferences(visit.visitor()).blocked()) {
      list.add(held(visit, "block", trait, visit.say(Text.YOU_BLOCKED, trait.name())));
    }
    for (Trait trait : gallery.recommender().preferences(visit.visitor()).followed()) {
      list.add(held(visit, "follow", trait, visit.say(Text.YOU_FOLLOWED, trait.name())));
    }
    return section(visit, Text.YOU_CHOICES, list);
  }

  private Tag interests(Visit visit) {
    Tag list = Tag.of("ul", "held");
    gallery
        .recommender()
        .interests(visit.visitor())
        .weights()
        .forEach(
            (trait, weight) ->
                list.add(
                    held(
                        visit,
                        "interest",
                        trait,
                        trait.name() + String.format(Locale.ROOT, " %+.2f", weight))));
    return section(visit, Text.YOU_INTERESTS, list);
  }

  private static Tag section(Visit visit, Text title, Tag list) {
    boolean empty = list.toString().equals(Tag.of("ul", "held").toString());
    return Tag.of("section")
        .add(Tag.of("h2").text(visit.say(title)))
        .add(empty ? Tag.of("p", "empty").text(visit.say(Text.YOU_NOTHING)) : list);
  }

  private static Tag held(Visit visit, String what, Trait trait, String words) {
    return Tag.of("li")
        .add(Tag.of("span").text(words))
        .add(
            Frame.form(visit, "/you/release", "acts")
                .attr("data-live", "")
                .add(
                    Frame.hidden("what", what),
                    Frame.hidden("kind", trait.kind().code()),
                    Frame.hidden("name", trait.name()))
                .add(
                    Tag.of("button", "act")
                        .attr("aria-label", visit.say(Text.YOU_RELEASE) + ": " + trait.name())
                        .text(visit.say(Text.YOU_RELEASE))));
  }

  private Tag history(Visit visit, List<Interaction> history) {
    Tag section =
        Tag.of("section").add(Tag.of("h2").text(visit.say(Text.YOU_HISTORY, history.size())));
    if (history.isEmpty()) {
      return section.add(Tag.of("p", "empty").text(visit.say(Text.YOU_NOTHING)));
    }
    Tag body = Tag.of("tbody");
    List<Interaction> newest = new ArrayList<>(history);
    Collections.reverse(newest);
    for (Interaction event : newest.subList(0, Math.min(MOST_ROWS, newest.size()))) {
      body.add(row(visit, event));
    }
    return section.add(
        Tag.of("table", "events")
            .add(
                Tag.of("thead")
                    .add(
                        Tag.of("tr")
                            .add(
                                head(visit.say(Text.YOU_WHAT)),
                                head(visit.say(Text.YOU_WORK)),
                                head(visit.say(Text.YOU_WHEN)))))
            .add(body));
  }

  private Tag row(Visit visit, Interaction event) {
    String title =
        gallery
            .recommender()
            .catalog()
            .find(event.artwork())
            .map(Labels.in(visit.locale())::title)
            .orElse(event.artwork());
    return Tag.of("tr")
        .add(Tag.of("td").text(kind(visit, event)))
        .add(
            Tag.of("td")
                .add(Tag.of("a").attr("href", Paths.of("work", event.artwork())).text(title)))
        .add(Tag.of("td").text(event.time().map(TIME::format).orElse("")));
  }

  private static String kind(Visit visit, Interaction event) {
    return switch (event.kind()) {
      case FAVORITE -> visit.say(Text.KIND_LIKED);
      case DISLIKE -> visit.say(Text.KIND_DISLIKED);
      case IMPRESSION -> visit.say(Text.KIND_SHOWN);
      case SKIP -> visit.say(Text.KIND_PASSED);
      default -> event.kind().code();
    };
  }

  private static Tag head(String words) {
    return Tag.of("th").attr("scope", "col").text(words);
  }

  /** Returns everything that is held, as a file. */
  Response export(Visit visit) {
    String json = JSON.toJson(gallery.recommender().export(visit.visitor()).plain());
    return Response.bytes("application/json; charset=utf-8", json.getBytes(StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"gallery-about-me.json\"");
  }

  /** Gives back a choice or an interest. */
  Response release(Visit visit) {
    String name = visit.request().required("name");
    Trait trait =
        Trait.of(
            Trait.Kind.ofCode(visit.request().required("kind"))
                .orElseThrow(() -> new Refusal(400, "a kind of trait that is none")),
            name);
    switch (visit.request().required("what")) {
      case "block" -> gallery.recommender().unblock(visit.visitor(), trait);
      case "follow" -> gallery.recommender().unfollow(visit.visitor(), trait);
      case "interest" -> gallery.recommender().dropInterest(visit.visitor(), trait);
      default -> throw new Refusal(400, "nothing that can be given back");
    }
    visit.guest().did(new Deed(Deed.Kind.DROPPED, name, Optional.empty()));
    return Response.redirect("/you");
  }

  private static String place(Visit visit, ErasedPlace place) {
    String name =
        switch (place.kind()) {
          case MEMORY -> visit.say(Text.PLACE_MEMORY);
          case TRAINING -> visit.say(Text.PLACE_TRAINING);
          case MODEL_FILE -> visit.say(Text.PLACE_MODEL);
          case LOG -> visit.say(Text.PLACE_LOG);
          case HOLDER -> visit.say(Text.PLACE_GALLERY);
        };
    return place.state() == ErasedPlace.State.CLEAN ? name : visit.say(Text.PLACE_SOON, name);
  }

  /** Forgets the visitor, who gets a new number. */
  Response forget(Visit visit) {
    ForgetReport receipt = gallery.recommender().forget(visit.visitor());
    String next = entrance.newVisitor();
    String places =
        visit.words().list(receipt.places().stream().map(place -> place(visit, place)).toList());
    gallery.guests().of(next).did(new Deed(Deed.Kind.FORGOTTEN, places, Optional.empty()));
    return Response.redirect("/you").cookie(Entrance.VISITOR, entrance.cookie(next));
  }
}
