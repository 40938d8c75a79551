package io.artrec.examples.gallery.page;

import io.artrec.Recommendations;
import io.artrec.examples.gallery.html.Html;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import io.artrec.text.wish.WishCatalog;
import io.artrec.text.wish.WishPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Works for a wish in words, with what was understood of it. */
final class WishPage {
  private static final int WORKS = 12;

  private final Gallery gallery;

  WishPage(Gallery gallery) {
    this.gallery = gallery;
  }

  Response show(Visit visit) {
    List<Html> parts = new ArrayList<>();
    parts.add(Frame.heading(visit.say(Text.WISH_TITLE), visit.say(Text.WISH_LEAD)));
    String asked = visit.request().value("q").orElse("");
    parts.add(
        Tag.of("form", "line")
            .attr("action", "/wish")
            .attr("role", "search")
            .add(
                Frame.field(
                    visit.say(Text.WISH_LABEL),
                    Tag.of("input")
                        .attr("name", "q")
                        .attr("type", "search")
                        .attr("maxlength", 300)
                        .attr("placeholder", visit.say(Text.WISH_EXAMPLE))
                        .attr("value", asked)))
            .add(Tag.of("button").text(visit.say(Text.SEARCH))));
    parts.add(
        new Cards(visit, gallery.collection().pictures()).told(visit.guest().toTell(), List.of()));
    if (!asked.isEmpty()) {
      parts.add(found(visit, asked));
    }
    return Frame.page(visit, visit.say(Text.NAV_WISH), parts.toArray(Html[]::new));
  }

  private Tag found(Visit visit, String asked) {
    WishCatalog wishes = gallery.collection().views().wishes();
    WishPlan plan = wishes.plan(wishes.parser().parse(asked));
    Tag part = Tag.of("section", "found").attr("aria-live", "polite");
    String understood = plan.wish().words(visit.locale());
    if (!understood.isEmpty()) {
      part.add(Tag.of("p", "understood").text(visit.say(Text.UNDERSTOOD, understood)));
    }
    String notes = plan.notes(visit.locale());
    if (!notes.isEmpty()) {
      part.add(Tag.of("p", "notes").text(notes));
    }
    List<Cards.Hung> works = plan.isAnswerable() ? works(visit, plan) : List.of();
    if (works.isEmpty()) {
      gallery.journal().unmet(visit.visitor(), asked);
      return part.add(Tag.of("p", "empty").text(visit.say(Text.NOTHING_FITS)));
    }
    return part.add(new Cards(visit, gallery.collection().pictures()).wall(works, Set.of()));
  }

  private List<Cards.Hung> works(Visit visit, WishPlan plan) {
    Recommendations answer =
        gallery
            .recommender()
            .recommend(
                plan.requestFor(visit.visitor())
                    .n(plan.count().orElse(WORKS))
                    .locale(visit.locale())
                    .build());
    return gallery.journal().answered(answer).stream()
        .map(r -> new Cards.Hung(r.artwork(), r.explanation().sentence(visit.locale())))
        .toList();
  }
}
