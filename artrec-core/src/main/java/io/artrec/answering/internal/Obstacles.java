package io.artrec.answering.internal;

import io.artrec.behavior.History;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Trait;
import io.artrec.explain.Obstacle;
import io.artrec.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds all that keeps a work out of an answer: what {@link Eligibility} decides, one by one. */
final class Obstacles {
  private final Catalog catalog;
  private final Optional<Filter> standing;

  Obstacles(Catalog catalog, Optional<Filter> standing) {
    this.catalog = catalog;
    this.standing = standing;
  }

  List<Obstacle> of(int artwork, Question.Allowed allowed) {
    List<Obstacle> found = new ArrayList<>();
    if (catalog.withdrawn().get(artwork)) {
      found.add(new Obstacle(Obstacle.Kind.WITHDRAWN, ""));
    }
    if (!allowed.seen() && isIn(allowed.history(), artwork)) {
      found.add(new Obstacle(Obstacle.Kind.SEEN, ""));
    }
    if (allowed.excluded().contains(catalog.get(artwork).id())) {
      found.add(new Obstacle(Obstacle.Kind.EXCLUDED, ""));
    }
    Trait.namedBy(catalog.get(artwork)).stream()
        .filter(allowed.blocked()::contains)
        .distinct()
        .forEach(trait -> found.add(new Obstacle(Obstacle.Kind.BLOCKED, trait.toString())));
    Filter.Subject subject = new Filter.Subject(catalog.get(artwork), artwork, allowed.history());
    refusing(standing, subject)
        .forEach(what -> found.add(new Obstacle(Obstacle.Kind.STANDING_FILTER, what)));
    refusing(allowed.filter(), subject)
        .forEach(what -> found.add(new Obstacle(Obstacle.Kind.FILTER, what)));
    return found;
  }

  private static boolean isIn(History history, int artwork) {
    for (int event = 0; event < history.size(); event++) {
      if (history.artwork(event) == artwork) {
        return true;
      }
    }
    return false;
  }

  private static List<String> refusing(Optional<Filter> filter, Filter.Subject subject) {
    return filter.map(Filter::conditions).orElse(List.of()).stream()
        .filter(condition -> !condition.prepare(subject.history()).accepts(subject))
        .map(Filter::description)
        .toList();
  }
}
