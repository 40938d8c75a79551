package io.artrec.answering.internal;

import io.artrec.behavior.History;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Trait;
import io.artrec.filter.CatalogFilters;
import io.artrec.filter.Filter;
import io.artrec.strategy.Scores;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Which works may still come into an answer; the same on every path. Works are told by their
 * records at once, and what a live filter says is asked once a work, from the best down. For one
 * request and thread.
 */
final class Eligibility {
  private static final int LOOKED_AT_FIRST = 16;
  private static final int DEEPER = 8;

  private final Catalog catalog;
  private final CatalogFilters filters;
  private final History history;
  private final BitSet works;
  private Optional<Filter> live = Optional.empty();
  private Optional<SeriesIndex> series = Optional.empty();
  private final BitSet shown = new BitSet();
  private final BitSet heldBack = new BitSet();

  /**
   * Starts with every work of the catalogue that is not withdrawn.
   *
   * @param history what the visitor did, or anybody of a group
   */
  Eligibility(CatalogFilters filters, Catalog catalog, History history) {
    this.catalog = catalog;
    this.filters = filters;
    this.history = history;
    works = new BitSet(catalog.size());
    works.set(0, catalog.size());
    works.andNot(catalog.withdrawn());
  }

  Eligibility passing(Optional<Filter> filter) {
    if (filter.isPresent()) {
      Optional<Filter> more = filters.restrict(works, filter.get(), history);
      live = live.isPresent() && more.isPresent() ? live.map(more.get()::and) : live.or(() -> more);
    }
    return this;
  }

  /** Lets one work of a series come in, and holds the others back. */
  Eligibility onePerSeries(Optional<SeriesIndex> index) {
    series = index;
    return this;
  }

  /**
   * Lets works that were held back come in after all.
   *
   * @return whether there are any
   */
  boolean readmit() {
    series = Optional.empty();
    works.or(heldBack);
    return !heldBack.isEmpty();
  }

  private boolean isHeldBack(int artwork, boolean byChance) {
    if (series.isEmpty() || byChance) {
      return false;
    }
    int number = series.get().of(artwork);
    if (number == SeriesIndex.NONE) {
      return false;
    }
    if (shown.get(number)) {
      heldBack.set(artwork);
      return true;
    }
    shown.set(number);
    return false;
  }

  Eligibility without(Collection<String> ids) {
    ids.forEach(id -> catalog.indexOf(id).ifPresent(works::clear));
    return this;
  }

  /** Leaves works out; returns those that might have come in. */
  BitSet leaveOut(BitSet others) {
    BitSet left = (BitSet) works.clone();
    left.and(others);
    works.andNot(others);
    return left;
  }

  Eligibility withoutBlocked(Set<Trait> blocked) {
    blocked.forEach(trait -> filters.removeNaming(works, trait));
    return this;
  }

  Eligibility withoutSeen() {
    for (int event = 0; event < history.size(); event++) {
      works.clear(history.artwork(event));
    }
    return this;
  }

  /** Those that may still come in, as far as that can be told without asking for each. */
  BitSet works() {
    return works;
  }

  /** Whether nothing must be asked for each work. */
  boolean isKnown() {
    return live.isEmpty();
  }

  /** Whether a work may come in. */
  boolean accepts(int artwork) {
    if (works.get(artwork) && !passes(artwork)) {
      works.clear(artwork);
    }
    return works.get(artwork);
  }

  private boolean passes(int artwork) {
    return live.isEmpty()
        || live.get().accepts(new Filter.Subject(catalog.get(artwork), artwork, history));
  }

  /**
   * Takes the best works that may come in, which then may not again.
   *
   * @param wanted how many at most
   * @param byChance whether chance orders the works, which then are drawn from all of a series
   * @param taker receives their positions in the scores, best first
   * @return how many were taken
   */
  int take(Scores scores, int wanted, boolean byChance, IntConsumer taker) {
    int taken = 0;
    int depth = live.isEmpty() ? wanted : 2 * wanted + LOOKED_AT_FIRST;
    int[] best = scores.bestOf(depth, works);
    while (best.length > 0 && taken < wanted) {
      for (int i = 0; i < best.length && taken < wanted; i++) {
        int artwork = scores.candidates().artwork(best[i]);
        works.clear(artwork);
        if (passes(artwork) && !isHeldBack(artwork, byChance)) {
          taker.accept(best[i]);
          taken++;
        }
      }
      depth = (int) Math.min(catalog.size(), (long) DEEPER * depth);
      best = taken < wanted ? scores.bestOf(depth, works) : best;
    }
    return taken;
  }
}
