package io.artrec.examples.gallery.page;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Trait;
import io.artrec.examples.gallery.web.Refusal;
import io.artrec.examples.gallery.web.Response;
import java.util.Optional;
import java.util.UUID;

/** Takes what visitors say of works, and takes it back. */
final class FeedbackPage {
  private final Gallery gallery;

  FeedbackPage(Gallery gallery) {
    this.gallery = gallery;
  }

  Response take(Visit visit) {
    Artwork work = gallery.work(visit.request().required("work"));
    String event = UUID.randomUUID().toString();
    String title = Labels.in(visit.locale()).title(work);
    Deed deed;
    switch (visit.request().required("act")) {
      case "like" -> {
        record(Interaction.favorite(visit.visitor(), work.id()), event);
        deed = new Deed(Deed.Kind.LIKED, title, Optional.of(event));
      }
      case "dislike" -> {
        record(Interaction.dislike(visit.visitor(), work.id()), event);
        deed = new Deed(Deed.Kind.DISLIKED, title, Optional.of(event));
      }
      case "block" -> {
        String artist =
            work.artists().stream()
                .findFirst()
                .map(ArtistCredit::name)
                .orElseThrow(() -> new Refusal(400, "a work without an artist"));
        gallery.recommender().block(visit.visitor(), Trait.artist(artist));
        String named = Labels.in(visit.locale()).artist(work);
        deed = new Deed(Deed.Kind.BLOCKED, named, Optional.of(artist));
      }
      default -> throw new Refusal(400, "an act that is none");
    }
    visit.guest().did(deed);
    return Response.redirect(visit.back());
  }

  private void record(Interaction interaction, String event) {
    gallery.recommender().record(interaction.at(gallery.clock().instant()).withEventId(event));
  }

  Response undo(Visit visit) {
    visit
        .request()
        .value("event")
        .ifPresent(event -> gallery.recommender().undo(visit.visitor(), event));
    visit
        .request()
        .value("artist")
        .ifPresent(artist -> gallery.recommender().unblock(visit.visitor(), Trait.artist(artist)));
    visit.guest().did(new Deed(Deed.Kind.UNDONE, "", Optional.empty()));
    return Response.redirect(visit.back());
  }
}
