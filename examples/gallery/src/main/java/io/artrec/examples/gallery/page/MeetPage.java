package io.artrec.examples.gallery.page;

import io.artrec.catalog.Artwork;
import io.artrec.elicitation.Acquaintance;
import io.artrec.elicitation.ArtworkPair;
import io.artrec.elicitation.Leaning;
import io.artrec.elicitation.PairChoice;
import io.artrec.elicitation.TasteProfile;
import io.artrec.examples.gallery.collection.Pictures;
import io.artrec.examples.gallery.html.Html;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Refusal;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A first meeting: eight pairs of pictures, and what they told. */
final class MeetPage {
  private static final double WORTH_SAYING = 0.7;
  private static final int SAID = 5;

  private final Gallery gallery;

  MeetPage(Gallery gallery) {
    this.gallery = gallery;
  }

  Response show(Visit visit) {
    Acquaintance acquaintance =
        gallery.collection().views().meeting().resume(visit.guest().answers());
    Optional<ArtworkPair> pair = acquaintance.next();
    return pair.isPresent()
        ? pair(visit, acquaintance, pair.get())
        : met(visit, acquaintance.profile());
  }

  private Response pair(Visit visit, Acquaintance acquaintance, ArtworkPair pair) {
    int number = acquaintance.answers().size() + 1;
    int all = gallery.collection().views().meeting().pairs();
    Pictures pictures = gallery.collection().pictures();
    Tag form =
        Frame.form(visit, "/meet", "pair")
            .attr("data-live", "")
            .add(Frame.hidden("first", pair.first().id()))
            .add(Frame.hidden("second", pair.second().id()))
            .add(
                Tag.of("div", "two")
                    .add(choice(visit, pictures, pair.first(), PairChoice.FIRST))
                    .add(choice(visit, pictures, pair.second(), PairChoice.SECOND)))
            .add(
                Tag.of("div", "others")
                    .add(
                        other(PairChoice.BOTH, visit.say(Text.MEET_BOTH)),
                        other(PairChoice.NEITHER, visit.say(Text.MEET_NEITHER)),
                        other(PairChoice.SKIP, visit.say(Text.MEET_SKIP))));
    return Frame.page(
        visit,
        visit.say(Text.NAV_MEET),
        Frame.heading(visit.say(Text.MEET_TITLE), visit.say(Text.MEET_LEAD)),
        Tag.of("p", "count").attr("role", "status").text(visit.say(Text.MEET_COUNT, number, all)),
        form);
  }

  private static Tag choice(Visit visit, Pictures pictures, Artwork work, PairChoice choice) {
    String title = Labels.in(visit.locale()).title(work);
    return Tag.of("button", "choice")
        .attr("name", "choice")
        .attr("value", choice.name())
        .add(
            Tag.of("span", "picture").add(new Picture(pictures, visit.locale()).onWall(work, true)))
        .add(Tag.of("span", "title").text(title));
  }

  private static Tag other(PairChoice choice, String words) {
    return Tag.of("button", "second")
        .attr("name", "choice")
        .attr("value", choice.name())
        .text(words);
  }

  private Response met(Visit visit, TasteProfile profile) {
    Bars bars = new Bars();
    for (Leaning leaning : profile.leanings(WORTH_SAYING).stream().limit(SAID).toList()) {
      double amount = (leaning.isTowards() ? 1 : -1) * (leaning.certainty() - 0.5);
      bars.add(
          Html.text(Facets.named(visit, leaning.aspect()) + ": " + leaning.value()),
          amount,
          Math.round(100 * leaning.certainty()) + " %");
    }
    List<Html> parts = new ArrayList<>();
    parts.add(
        Frame.heading(
            visit.say(Text.MET_TITLE),
            visit.say(
                Text.MET_LEAD,
                String.format(Locale.ROOT, "%d %%", Math.round(100 * profile.agreement())))));
    if (bars.isEmpty()) {
      parts.add(Tag.of("p", "empty").text(visit.say(Text.MET_NOTHING)));
    } else {
      parts.add(bars.draw(visit.say(Text.MET_LEANINGS)));
    }
    parts.add(
        Tag.of("div", "more")
            .add(
                Frame.form(visit, "/meet/keep", "one")
                    .add(Tag.of("button").text(visit.say(Text.MET_KEEP))))
            .add(
                Frame.form(visit, "/meet/again", "one")
                    .add(Tag.of("button", "second").text(visit.say(Text.MET_AGAIN)))));
    return Frame.page(visit, visit.say(Text.NAV_MEET), parts.toArray(Html[]::new));
  }

  Response answer(Visit visit) {
    Acquaintance acquaintance =
        gallery.collection().views().meeting().resume(visit.guest().answers());
    PairChoice choice = choice(visit.request().required("choice"));
    Optional<ArtworkPair> asked = acquaintance.next();
    // An answer to another pair than the one that is asked is one that was given twice.
    if (asked.isPresent()
        && asked.get().first().id().equals(visit.request().required("first"))
        && asked.get().second().id().equals(visit.request().required("second"))) {
      visit.guest().answered(acquaintance.with(asked.get().answer(choice)).answers());
    }
    return Response.redirect("/meet");
  }

  private static PairChoice choice(String name) {
    for (PairChoice choice : PairChoice.values()) {
      if (choice.name().equals(name)) {
        return choice;
      }
    }
    throw new Refusal(400, "a choice that is none");
  }

  /** Lets the recommender know what the answers told. */
  Response keep(Visit visit) {
    Acquaintance acquaintance =
        gallery.collection().views().meeting().resume(visit.guest().answers());
    int answers = acquaintance.answers().size();
    if (answers > 0) {
      gallery.record(acquaintance.profile().interactions(visit.visitor()));
      visit.guest().did(new Deed(Deed.Kind.MET, Integer.toString(answers), Optional.empty()));
    }
    visit.guest().answered(List.of());
    return Response.redirect("/");
  }

  Response again(Visit visit) {
    visit.guest().answered(List.of());
    return Response.redirect("/meet");
  }
}
