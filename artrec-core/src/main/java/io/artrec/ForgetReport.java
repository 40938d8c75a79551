package io.artrec;

import io.artrec.ErasedPlace.Kind;
import io.artrec.ErasedPlace.State;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The receipt of an erasure, of a visitor or of everybody what is older than a time: which places
 * are clean and since when, which are pending. It fills in by itself as the background goes on, and
 * is final once nothing is {@link #pending}, as it is after {@link Recommender#awaitForgotten}. It
 * does not hold whom it is about. Thread-safe.
 *
 * <p>Receipts live in memory: after a crash a recommender with a log finishes what was pending, and
 * says so to nobody. Holders are not asked again then.
 */
public final class ForgetReport {
  private final Instant started;

  /** How many erasures there had been, this one included. */
  private final long number;

  private volatile List<ErasedPlace> places;

  ForgetReport(Instant started, long number, List<ErasedPlace> places) {
    this.started = started;
    this.number = number;
    this.places = List.copyOf(places);
  }

  long number() {
    return number;
  }

  synchronized void add(ErasedPlace place) {
    List<ErasedPlace> more = new ArrayList<>(places);
    more.add(place);
    places = List.copyOf(more);
  }

  private synchronized void change(
      Predicate<ErasedPlace> which, UnaryOperator<ErasedPlace> change) {
    places = places.stream().map(place -> which.test(place) ? change.apply(place) : place).toList();
  }

  /** What strategies learned is free of it. */
  void trained(Instant when) {
    change(place -> place.kind() == Kind.TRAINING && isOpen(place), place -> place.clean(when));
  }

  /** All model files are free of it, those that were written again and those that are gone. */
  synchronized void followed(List<Path> rewritten, Instant when) {
    for (Path file : rewritten) {
      if (places.stream().noneMatch(place -> isFile(place, file))) {
        add(ErasedPlace.pending(Kind.MODEL_FILE, file.toString(), 0));
      }
    }
    change(place -> place.kind() == Kind.MODEL_FILE && isOpen(place), place -> place.clean(when));
  }

  void failed(Path file, String why, Instant when) {
    change(place -> isFile(place, file) && isOpen(place), place -> place.failed(why, when));
  }

  /** A holder was asked again. */
  void held(String holder, ErasedPlace instead) {
    change(place -> place.kind() == Kind.HOLDER && place.name().equals(holder), place -> instead);
  }

  private static boolean isFile(ErasedPlace place, Path file) {
    return place.kind() == Kind.MODEL_FILE && place.name().equals(file.toString());
  }

  private static boolean isOpen(ErasedPlace place) {
    return place.state() != State.CLEAN;
  }

  /** Whether what the recommender itself must do is done. */
  boolean isSettled() {
    return places.stream().noneMatch(place -> isOpen(place) && place.kind() != Kind.HOLDER);
  }

  private int erased(Kind kind) {
    return places.stream()
        .filter(place -> place.kind() == kind)
        .mapToInt(ErasedPlace::erased)
        .sum();
  }

  /**
   * Returns how many events were in the training data, which the strategies give up with all they
   * learned from them.
   *
   * @return the number of events
   */
  public int trainedEvents() {
    return erased(Kind.TRAINING);
  }

  /**
   * Returns how many events had been recorded since training, or shown.
   *
   * @return the number of events
   */
  public int liveEvents() {
    return erased(Kind.MEMORY);
  }

  /**
   * Returns how many changes were removed from the log, choices and interests included.
   *
   * @return the number of changes
   */
  public int loggedEvents() {
    return erased(Kind.LOG);
  }

  /**
   * Tells whether what strategies learned, a model file or a holder may still hold some of it. The
   * background sees to it, and {@link Recommender#awaitForgotten} waits for it. Answers, events and
   * log are free of it in any case.
   *
   * @return true until every place is clean
   */
  public boolean pending() {
    return places.stream().anyMatch(ForgetReport::isOpen);
  }

  /**
   * Returns what became of each place, as it is now.
   *
   * @return memory, training data, the log, model files by path, holders by name, as far as there
   *     are any
   */
  public List<ErasedPlace> places() {
    return places;
  }

  /**
   * Returns when the erasure began.
   *
   * @return the time of the recommender's clock
   */
  public Instant started() {
    return started;
  }

  /**
   * Returns when the last place became clean.
   *
   * @return the time of the recommender's clock; empty while something is pending
   */
  public Optional<Instant> finished() {
    List<ErasedPlace> now = places;
    return now.stream().anyMatch(ForgetReport::isOpen)
        ? Optional.empty()
        : now.stream().flatMap(place -> place.time().stream()).max(Comparator.naturalOrder());
  }

  /**
   * Returns the receipt as it is now in maps, lists, numbers, texts and booleans, which any writer
   * of JSON takes.
   *
   * @return an unmodifiable map
   */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("started", started.toString());
    plain.put("pending", pending());
    finished().ifPresent(when -> plain.put("finished", when.toString()));
    plain.put("places", places.stream().map(ErasedPlace::plain).toList());
    return Collections.unmodifiableMap(plain);
  }

  /** The receipt as it is now, a line for each place. */
  @Override
  public String toString() {
    String state = finished().map(when -> "finished " + when).orElse("pending");
    return "Erased, begun "
        + started
        + ", "
        + state
        + places.stream().map(place -> "\n- " + place).collect(Collectors.joining());
  }
}
