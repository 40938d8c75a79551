package io.artrec;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a {@link ForgetReport}: one place, and what became of what had to leave it. Immutable
 * and thread-safe.
 */
public final class ErasedPlace {
  /** What kind of place it is. */
  public enum Kind {
    /** What the recommender knows since training, choices and interests included. */
    MEMORY,
    /** The training data and what strategies learned from them. */
    TRAINING,
    /** The log of changes. */
    LOG,
    /** A model file, named by its path. */
    MODEL_FILE,
    /** A {@link PersonalDataHolder}, by its name. */
    HOLDER
  }

  /** How far erasing is. */
  public enum State {
    /** Nothing of what was erased is there. */
    CLEAN,
    /**
     * Something may be there still; the background, or {@link Recommender#awaitForgotten}, sees to
     * it.
     */
    PENDING,
    /** Erasing failed; it is tried again by {@link Recommender#awaitForgotten}. */
    FAILED
  }

  private final Kind kind;
  private final String name;
  private final State state;
  private final int erased;
  private final @Nullable Instant time;
  private final @Nullable String failure;

  private ErasedPlace(
      Kind kind,
      String name,
      State state,
      int erased,
      @Nullable Instant time,
      @Nullable String failure) {
    this.kind = kind;
    this.name = name;
    this.state = state;
    this.erased = erased;
    this.time = time;
    this.failure = failure;
  }

  static ErasedPlace pending(Kind kind, String name, int erased) {
    return new ErasedPlace(kind, name, State.PENDING, erased, null, null);
  }

  static ErasedPlace clean(Kind kind, String name, int erased, Instant time) {
    return new ErasedPlace(kind, name, State.CLEAN, erased, time, null);
  }

  ErasedPlace clean(Instant when) {
    return clean(kind, name, erased, when);
  }

  ErasedPlace failed(String why, Instant when) {
    return new ErasedPlace(kind, name, State.FAILED, erased, when, why);
  }

  /** {@return what kind of place it is} */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns which one of its kind it is.
   *
   * @return the path of a model file, the name of a holder; empty where there is one of the kind
   */
  public String name() {
    return name;
  }

  /**
   * Returns how far erasing is.
   *
   * @return the state
   */
  public State state() {
    return state;
  }

  /**
   * Returns how many things left the place, or must: events of memory and training data, changes of
   * the log, what a holder says.
   *
   * @return the number; 0 for a model file, of which nobody counts
   */
  public int erased() {
    return erased;
  }

  /**
   * Returns when erasing was done, or failed last.
   *
   * @return the time of the recommender's clock; empty while it is pending
   */
  public Optional<Instant> time() {
    return Optional.ofNullable(time);
  }

  /**
   * Returns why erasing failed.
   *
   * @return what was thrown; empty unless it failed
   */
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Returns the same in texts and numbers.
   *
   * @return an unmodifiable map
   */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("place", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (!name.isEmpty()) {
      plain.put("name", name);
    }
    plain.put("state", state.name().toLowerCase(Locale.ROOT));
    plain.put("erased", erased);
    time().ifPresent(when -> plain.put("time", when.toString()));
    failure().ifPresent(why -> plain.put("failure", why));
    return Collections.unmodifiableMap(plain);
  }

  @Override
  public String toString() {
    String place = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String whole = name.isEmpty() ? place : place + " '" + name + "'";
    return switch (state) {
      case CLEAN -> whole + ": clean since " + time + (erased > 0 ? ", " + erased + " erased" : "");
      case PENDING -> whole + ": pending" + (erased > 0 ? ", " + erased + " to erase" : "");
      case FAILED -> whole + ": failed at " + time + ", " + failure;
    };
  }
}
