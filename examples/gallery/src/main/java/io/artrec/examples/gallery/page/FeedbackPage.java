package io.artrec.examples.gallery.page;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Trait;
import io.artrec.examples.gallery.web.Refusal;
import io.artrec.examples.gallery.web.Response;
import java.util.List;
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
        String artist = artist(visit, work);
        gallery.recommender().block(visit.visitor(), Trait.artist(artist));
        String named = Labels.in(visit.locale()).artist(work);
        deed = new Deed(Deed.Kind.BLOCKED, named, Optional.of(artist));
      }
      case "follow" -> {
        String artist = artist(visit, work);
        gallery.recommender().follow(visit.visitor(), Trait.artist(artist));
        String named = Labels.in(visit.locale()).artist(work);
        deed = new Deed(Deed.Kind.FOLLOWED, named, Optional.of(artist));
      }
      case "unfollow" -> {
        String artist = artist(visit, work);
        gallery.recommender().unfollow(visit.visitor(), Trait.artist(artist));
        deed = new Deed(Deed.Kind.DROPPED, artist, Optional.empty());
      }
      default -> throw new Refusal(400, "an act that is none");
    }
    visit.guest().did(deed);
    return Response.redirect(visit.back());
  }

  /** The artist whom the request names, or the first one; in both cases one of the work. */
  private static String artist(Visit visit, Artwork work) {
    Optional<String> named = visit.request().value("artist");
    return work.artists().stream()
        .map(ArtistCredit::name)
        .filter(name -> named.isEmpty() || named.get().equals(name))
        .findFirst()
        .orElseThrow(() -> new Refusal(400, "an artist who is none of the work"));
  }

  private void record(Interaction interaction, String event) {
    gallery.record(List.of(interaction.at(gallery.clock().instant()).withEventId(event)));
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
    visit
        .request()
        .value("followed")
        .ifPresent(artist -> gallery.recommender().unfollow(visit.visitor(), Trait.artist(artist)));
    visit.guest().did(new Deed(Deed.Kind.UNDONE, "", Optional.empty()));
    return Response.redirect(visit.back());
  }
}
