package io.artrec;

import io.artrec.ErasedPlace.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who keep something about visitors beside the recommender. Whom one of them could not forget
 * is remembered until it can. Thread-safe; holders are called without a lock.
 */
final class Holders {
  private static final Logger LOG = LoggerFactory.getLogger(Holders.class);

  /** Whom a holder could not forget, and where that stands. */
  private record Owed(PersonalDataHolder holder, String visitor, ForgetReport report) {}

  private final Clock clock;
  private final List<PersonalDataHolder> holders = new CopyOnWriteArrayList<>();
  private final List<Owed> owed = new ArrayList<>();

  Holders(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(PersonalDataHolder holder) {
    for (PersonalDataHolder other : holders) {
      if (other.name().equals(holder.name())) {
        throw new IllegalStateException(
            "a holder of personal data named '" + holder.name() + "' is there already");
      }
    }
    holders.add(holder);
  }

  void remove(PersonalDataHolder holder) {
    holders.remove(holder);
  }

  /** Has all of them forget a visitor; a failure stops none of the others. */
  void forget(String visitor, ForgetReport report) {
    for (PersonalDataHolder holder : holders) {
      Owed each = new Owed(holder, visitor, report);
      report.add(ErasedPlace.pending(Kind.HOLDER, holder.name(), 0));
      if (ask(each).isPresent()) {
        synchronized (owed) {
          owed.add(each);
        }
      }
    }
  }

  private Optional<RuntimeException> ask(Owed what) {
    String name = what.holder().name();
    Instant when = clock.instant();
    try {
      int erased = what.holder().forget(what.visitor());
      what.report().held(name, ErasedPlace.clean(Kind.HOLDER, name, erased, when));
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.warn("holder '{}' could not forget a visitor; awaitForgotten tries again", name, e);
      ErasedPlace place = ErasedPlace.pending(Kind.HOLDER, name, 0);
      what.report().held(name, place.failed(String.valueOf(e.getMessage()), when));
      return Optional.of(e);
    }
  }

  /**
   * Asks those again who failed.
   *
   * @throws ForgettingException when one fails again
   */
  void retry() {
    List<Owed> again;
    synchronized (owed) {
      again = List.copyOf(owed);
      owed.clear();
    }
    List<Owed> failed = new ArrayList<>();
    List<RuntimeException> failures = new ArrayList<>();
    Iterator<Owed> left = again.iterator();
    try {
      while (left.hasNext()) {
        Owed each = left.next();
        failed.add(each);
        Optional<RuntimeException> failure = ask(each);
        failure.ifPresentOrElse(failures::add, () -> failed.remove(each));
      }
    } finally {
      left.forEachRemaining(failed::add);
      synchronized (owed) {
        owed.addAll(failed);
      }
    }
    if (!failures.isEmpty()) {
      throw new ForgettingException(
          "holder '"
              + failed.get(0).holder().name()
              + "' could not forget a visitor: "
              + failures.get(0).getMessage()
              + "; call awaitForgotten again once it can",
          failures.get(0));
    }
  }

  /** Since when somebody owes an erasure. */
  Optional<Instant> owedSince() {
    synchronized (owed) {
      return owed.stream().map(each -> each.report().started()).min(Instant::compareTo);
    }
  }

  /** What each holds about a visitor, of those who hold something. */
  Map<String, Map<String, Object>> export(String visitor, Map<String, String> failures) {
    Map<String, Map<String, Object>> held = new LinkedHashMap<>();
    for (PersonalDataHolder holder : holders) {
      try {
        Map<String, Object> own = holder.export(visitor);
        if (!own.isEmpty()) {
          held.put(holder.name(), own);
        }
      } catch (RuntimeException e) {
        LOG.warn("holder '{}' could not say what it holds about a visitor", holder.name(), e);
        failures.put(holder.name(), String.valueOf(e.getMessage()));
      }
    }
    return held;
  }
}
