package io.artrec.examples.gallery.page;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Trait;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Refusal;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The works of an artist, whom a visitor may follow. */
final class ArtistPage {
  private final Gallery gallery;

  ArtistPage(Gallery gallery) {
    this.gallery = gallery;
  }

  Response show(Visit visit) {
    String name = visit.request().required("name");
    Catalog catalog = gallery.recommender().catalog();
    List<Cards.Hung> works = new ArrayList<>();
    for (int i = 0; i < catalog.size(); i++) {
      Artwork work = catalog.get(i);
      if (!catalog.isWithdrawn(i)
          && work.artists().stream().anyMatch(credit -> credit.name().equals(name))) {
        works.add(new Cards.Hung(work, ""));
      }
    }
    if (works.isEmpty()) {
      throw Refusal.notFound("an artist of this name");
    }
    Cards cards = new Cards(visit, gallery.collection().pictures());
    String shown = Labels.in(visit.locale()).artist(works.get(0).work());
    return Frame.page(
        visit,
        shown,
        Frame.heading(shown, visit.say(Text.ARTIST_WORKS, works.size()))
            .add(follow(visit, works.get(0).work(), name)),
        cards.told(visit.guest().toTell(), List.of()),
        cards.wall(works, Set.of()));
  }

  private Tag follow(Visit visit, Artwork work, String name) {
    boolean followed =
        gallery.recommender().preferences(visit.visitor()).followed().contains(Trait.artist(name));
    return Frame.form(visit, "/feedback", "one")
        .attr("data-live", "")
        .add(Frame.hidden("work", work.id()))
        .add(Frame.hidden("artist", name))
        .add(
            Tag.of("button", followed ? "second" : "main")
                .attr("name", "act")
                .attr("value", followed ? "unfollow" : "follow")
                .text(visit.say(followed ? Text.UNFOLLOW : Text.FOLLOW)));
  }
}
