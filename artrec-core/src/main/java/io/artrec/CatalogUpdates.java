package io.artrec;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.feature.ExtractionReport;
import io.artrec.feature.ExtractionResult;
import io.artrec.log.Change;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes of the catalogue, one update at a time: works are encoded beside, then the state is
 * replaced and the log written in one step. Thread-safe; the lock is taken before that of the
 * state, and by nobody who learns.
 */
final class CatalogUpdates {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogUpdates.class);

  private final LiveState live;
  private final Listeners listeners;
  private final ReentrantLock updating = new ReentrantLock();

  CatalogUpdates(LiveState live, Listeners listeners) {
    this.live = live;
    this.listeners = listeners;
  }

  /** Applies changes, once they are in the log. */
  UpdateReport update(List<CatalogChange> changes) {
    List<Change> logged =
        changes.stream().map(change -> (Change) new Change.Cataloged(change)).toList();
    UpdateReport report = apply(changes, logged);
    Catalog changed = live.now().engine().catalog();
    listeners.tell(listener -> listener.catalogChanged(changed));
    return report;
  }

  /**
   * Applies changes of the log to a catalogue that may hold them already, or lack what they are of.
   */
  void replay(List<CatalogChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    Set<String> known = new HashSet<>();
    live.now().engine().catalog().forEach(artwork -> known.add(artwork.id()));
    List<CatalogChange> fitting = new ArrayList<>();
    for (CatalogChange change : changes) {
      if (change instanceof CatalogChange.Put put) {
        fitting.add(CatalogChange.put(put.artwork()));
        known.add(put.id());
      } else if (known.contains(change.id())) {
        fitting.add(change);
      }
    }
    if (fitting.size() < changes.size()) {
      LOG.warn(
          "{} changes of the log are of artworks that the catalogue does not hold",
          changes.size() - fitting.size());
    }
    apply(fitting, List.of());
  }

  private UpdateReport apply(List<CatalogChange> changes, List<Change> logged) {
    updating.lock();
    try {
      while (true) {
        Engine base = live.now().engine();
        Catalog after = base.catalog().after(changes);
        ExtractionResult features = base.features(after);
        Engine next = base.over(after, features);
        next.residence().prepare();
        boolean replaced = false;
        try {
          replaced = live.replace(base, next, logged);
        } finally {
          if (!replaced) {
            next.residence().retire();
          }
        }
        if (replaced) {
          return report(base.catalog(), after, features.report());
        }
      }
    } finally {
      updating.unlock();
    }
  }

  private static UpdateReport report(Catalog before, Catalog after, ExtractionReport extraction) {
    int replaced = 0;
    int offered = 0;
    for (int index = 0; index < before.size(); index++) {
      Artwork earlier = before.get(index);
      Artwork later = after.get(index);
      if (!earlier.equals(later)) {
        boolean same = earlier.withoutOffer().equals(later.withoutOffer());
        replaced += same ? 0 : 1;
        offered += same ? 1 : 0;
      }
    }
    BitSet withdrawn = after.withdrawn();
    withdrawn.andNot(before.withdrawn());
    return new UpdateReport(
        after.size() - before.size(), replaced, offered, withdrawn.cardinality(), extraction);
  }
}
