package io.artrec.examples.gallery.page;

import io.artrec.Recommender;
import io.artrec.catalog.Artwork;
import io.artrec.examples.gallery.collection.Collection;
import io.artrec.examples.gallery.web.Refusal;
import java.time.Clock;

/** What all pages share. Thread-safe. */
final class Gallery {
  private final Collection collection;
  private final Guests guests = new Guests();
  private final Journal journal = new Journal();
  private final Clock clock;

  Gallery(Collection collection, Clock clock) {
    this.collection = collection;
    this.clock = clock;
  }

  Collection collection() {
    return collection;
  }

  Recommender recommender() {
    return collection.recommender();
  }

  Guests guests() {
    return guests;
  }

  Journal journal() {
    return journal;
  }

  Clock clock() {
    return clock;
  }

  /** Returns a work that hangs here, or did. */
  Artwork work(String id) {
    return recommender()
        .catalog()
        .find(id)
        .orElseThrow(() -> Refusal.notFound("a work of this id"));
  }
}
