package io.artrec.filter;

import io.artrec.behavior.History;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Trait;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What filters accept of one catalogue: a set of works for each filter that decides {@linkplain
 * Filter#isByRecord by the record}, made when an equal one is asked for the second time, so that a
 * filter made for one request is not asked for every work, and kept for the {@value #KEPT} filters
 * last used. Memory: one bit a work and filter. Thread-safe.
 */
public final class CatalogFilters {
  /** How many filters' works are kept. */
  public static final int KEPT = 128;

  private static final Logger LOG = LoggerFactory.getLogger(CatalogFilters.class);

  private final Catalog catalog;

  /** By filter; guarded by itself. The sets are not changed. */
  private final LastUsed<BitSet> kept = new LastUsed<>();

  /** Filters that were asked for once; guarded by {@code kept}. */
  private final LastUsed<Boolean> once = new LastUsed<>();

  private final Object indexing = new Object();

  /** Made when it is first asked for, by one who holds {@code indexing}. */
  private volatile @Nullable TraitIndex traits;

  /** A map that keeps what was used last. */
  private static final class LastUsed<V> {
    private final Map<Filter, V> values = new LinkedHashMap<>(16, 0.75f, true);

    @Nullable V get(Filter filter) {
      return values.get(filter);
    }

    /** Returns what was there before. */
    @Nullable V put(Filter filter, V value) {
      V before = values.put(filter, value);
      if (values.size() > KEPT) {
        values.remove(values.keySet().iterator().next());
      }
      return before;
    }
  }

  private CatalogFilters(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Starts with nothing known.
   *
   * @param catalog the works
   * @return the filters of this catalogue
   */
  public static CatalogFilters of(Catalog catalog) {
    return new CatalogFilters(catalog);
  }

  /**
   * Has a filter's works kept from the first time it is asked for, since it will be often.
   *
   * @param filter the filter
   */
  public void expect(Filter filter) {
    if (filter instanceof AllOf all) {
      all.parts().forEach(this::expect);
    } else {
      synchronized (kept) {
        once.put(filter, true);
      }
    }
  }

  /**
   * Brings what is kept to a catalogue that followed from this one: only works whose records are
   * others are looked at. A filter that throws on one of them is not kept on, and throws again
   * where it is asked. Cost: O(works) comparisons of references, and for each filter kept a copy of
   * its set and its decision on each changed work; nobody who asks meanwhile waits.
   *
   * @param after the later catalogue, in which this one's works have the same indices
   * @return its filters
   */
  public CatalogFilters over(Catalog after) {
    if (after == catalog) {
      return this;
    }
    BitSet changed = new BitSet(after.size());
    for (int work = 0; work < after.size(); work++) {
      changed.set(work, work >= catalog.size() || isOther(after.get(work), catalog.get(work)));
    }
    CatalogFilters brought = new CatalogFilters(after);
    Map<Filter, BitSet> known;
    synchronized (kept) {
      known = new LinkedHashMap<>(kept.values);
      brought.once.values.putAll(once.values);
    }
    known.forEach(
        (filter, works) -> {
          try {
            brought.kept.put(filter, decide(filter, after, (BitSet) works.clone(), changed));
          } catch (RuntimeException e) {
            LOG.warn("filter {} cannot decide on a changed work", filter.description(), e);
          }
        });
    return brought;
  }

  @SuppressWarnings("ReferenceEquality") // a record that is the same object says the same
  private static boolean isOther(Artwork after, Artwork before) {
    return after != before;
  }

  /**
   * Takes out of a set of works what a filter rejects, as far as that can be told without asking
   * for each work.
   *
   * @param works the works that may be answered, by index; changed by this
   * @param filter the filter
   * @param history what the visitor did
   * @return what each work left must still pass, prepared for this visitor; empty for nothing
   */
  public Optional<Filter> restrict(BitSet works, Filter filter, History history) {
    if (filter instanceof AllOf all) {
      List<Filter> left = new ArrayList<>();
      all.parts().forEach(part -> restrict(works, part, history).ifPresent(left::add));
      return left.size() < 2 ? left.stream().findFirst() : Optional.of(new AllOf(left));
    }
    if (filter instanceof Unseen) {
      for (int event = 0; event < history.size(); event++) {
        works.clear(history.artwork(event));
      }
      return Optional.empty();
    }
    Optional<BitSet> accepted = filter.isByRecord() ? accepted(filter) : Optional.empty();
    if (accepted.isPresent()) {
      works.and(accepted.get());
      return Optional.empty();
    }
    return Optional.of(filter.prepare(history));
  }

  /**
   * Goes through the works that have a trait: by an artist, of a movement, with a subject. The
   * first call reads all records.
   *
   * @param trait the trait
   * @param action takes their indices, ascending
   */
  public void forEachHaving(Trait trait, IntConsumer action) {
    traits().having(trait).forEach(action);
  }

  /**
   * Takes out of a set of works those whose record names a trait in any way: an artist whose work
   * they are attributed to or made after, too.
   *
   * @param works the works; changed by this
   * @param trait the trait
   */
  public void removeNaming(BitSet works, Trait trait) {
    traits().naming(trait).forEach(named -> named.forEach(works::clear));
  }

  private TraitIndex traits() {
    TraitIndex known = traits;
    if (known == null) {
      synchronized (indexing) {
        known = traits == null ? new TraitIndex(catalog) : traits;
        traits = known;
      }
    }
    return known;
  }

  private Optional<BitSet> accepted(Filter filter) {
    synchronized (kept) {
      BitSet works = kept.get(filter);
      if (works != null) {
        return Optional.of(works);
      }
      if (once.put(filter, true) == null) {
        return Optional.empty();
      }
    }
    BitSet all = new BitSet(catalog.size());
    all.set(0, catalog.size());
    BitSet works = decide(filter, catalog, new BitSet(catalog.size()), all);
    synchronized (kept) {
      kept.put(filter, works);
      once.values.remove(filter);
    }
    return Optional.of(works);
  }

  /** Sets which of some works a filter accepts. */
  private static BitSet decide(Filter filter, Catalog of, BitSet accepted, BitSet works) {
    Filter decided = filter.prepare(History.none());
    for (int work = works.nextSetBit(0); work >= 0; work = works.nextSetBit(work + 1)) {
      Filter.Subject subject = new Filter.Subject(of.get(work), work, History.none());
      accepted.set(work, decided.accepts(subject));
    }
    return accepted;
  }
}
