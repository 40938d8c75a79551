package io.artrec.examples.gallery.page;

import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.examples.gallery.collection.Collection;
import io.artrec.examples.gallery.web.Refusal;
import io.artrec.watch.RecommenderWatch;
import java.time.Clock;
import java.util.List;

/** What all pages share. Thread-safe. */
final class Gallery {
  private final Collection collection;
  private final Guests guests = new Guests();
  private final Journal journal = new Journal();
  private final Clock clock;
  private final RecommenderWatch watch;

  Gallery(Collection collection, Clock clock) {
    this.collection = collection;
    this.clock = clock;
    collection.recommender().addHolder(new Memory(guests, journal));
    watch = RecommenderWatch.of(collection.recommender());
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

  /** Returns what watches the recommender since the gallery was opened. */
  RecommenderWatch watch() {
    return watch;
  }

  Clock clock() {
    return clock;
  }

  /** Records what visitors did or were shown. */
  void record(List<Interaction> events) {
    journal.recorded(recommender().recordAll(events));
  }

  /** Returns a work that hangs here, or did. */
  Artwork work(String id) {
    return recommender()
        .catalog()
        .find(id)
        .orElseThrow(() -> Refusal.notFound("a work of this id"));
  }
}
