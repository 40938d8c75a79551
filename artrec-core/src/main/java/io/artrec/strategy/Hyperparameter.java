package io.artrec.strategy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One line of a strategy's table of {@link Hyperparameters}: a name, what it may be, what it is
 * unless set, what it means, and what a search should try. What the table says here is what is
 * parsed, checked, written, listed and searched; nothing repeats it.
 *
 * <pre>{@code
 * Hyperparameter.number("regularization", 300, Range.above(0).triedByMagnitude(10, 5000))
 *     .meaning("λ, how strongly weights are held to 0")
 * }</pre>
 *
 * <p>Two of one name and type read the same value, whatever their ranges and defaults, so that
 * related strategies share accessors. Immutable and thread-safe.
 *
 * @param <T> the values' type
 */
public final class Hyperparameter<T> {
  private final String name;
  private final HyperparameterKind<T> kind;
  private final Standard<T> standard;
  private final String meaning;
  private final Predicate<Hyperparameters> written;
  private final Optional<Tried> tried;

  private record Standard<T>(Function<Hyperparameters, T> rule, String words, boolean derived) {}

  /** What a search should try. */
  public sealed interface Tried permits Choice, Span {}

  /**
   * Some values to try.
   *
   * @param values the values as text
   */
  public record Choice(List<String> values) implements Tried {
    /** Keeps a copy. */
    public Choice {
      values = List.copyOf(values);
    }
  }

  /**
   * A range to try; whole numbers where the ends are {@link Integer} or {@link Long}.
   *
   * @param from the least value
   * @param to the largest, above it
   * @param byMagnitude whether each order of magnitude is as likely, rather than each value
   */
  public record Span(Number from, Number to, boolean byMagnitude) implements Tried {}

  private Hyperparameter(
      String name,
      HyperparameterKind<T> kind,
      Standard<T> standard,
      String meaning,
      Predicate<Hyperparameters> written,
      Optional<Tried> tried) {
    this.name = name;
    this.kind = kind;
    this.standard = standard;
    this.meaning = meaning;
    this.written = written;
    this.tried = tried;
  }

  private static <T> Hyperparameter<T> of(
      String name, HyperparameterKind<T> kind, T standard, Optional<Tried> tried) {
    return new Hyperparameter<>(name, kind, constant(standard), "", values -> true, tried);
  }

  private static <T> Standard<T> constant(T value) {
    return new Standard<>(values -> value, Parameters.text(value), false);
  }

  /**
   * Returns a whole number.
   *
   * @param name its name
   * @param standard what it is unless set
   * @param range what it may be
   * @return the hyper-parameter
   */
  public static Hyperparameter<Integer> whole(String name, int standard, Range range) {
    return of(
        name,
        HyperparameterKind.whole(range),
        standard,
        range.tried().map(s -> new Span(s.from().intValue(), s.to().intValue(), s.byMagnitude())));
  }

  /**
   * Returns a whole number that may be beyond those of an {@code int}.
   *
   * @param name its name
   * @param standard what it is unless set
   * @param range what it may be
   * @return the hyper-parameter
   */
  public static Hyperparameter<Long> wholeLong(String name, long standard, Range range) {
    return of(
        name,
        HyperparameterKind.wholeLong(range),
        standard,
        range
            .tried()
            .map(s -> new Span(s.from().longValue(), s.to().longValue(), s.byMagnitude())));
  }

  /**
   * Returns a number.
   *
   * @param name its name
   * @param standard what it is unless set
   * @param range what it may be
   * @return the hyper-parameter
   */
  public static Hyperparameter<Double> number(String name, double standard, Range range) {
    return of(name, HyperparameterKind.number(range), standard, range.tried().map(span -> span));
  }

  /**
   * Returns a yes or no.
   *
   * @param name its name
   * @param standard what it is unless set
   * @return the hyper-parameter
   */
  public static Hyperparameter<Boolean> yesNo(String name, boolean standard) {
    return of(name, HyperparameterKind.yesNo(), standard, Optional.empty());
  }

  /**
   * Returns a choice between constants.
   *
   * @param name its name
   * @param standard what it is unless set
   * @param allowed what it may be; any constant where none are given
   * @param <E> the constants' type
   * @return the hyper-parameter
   */
  @SafeVarargs
  public static <E extends Enum<E>> Hyperparameter<E> choice(
      String name, E standard, E... allowed) {
    E[] all = Objects.requireNonNull(standard.getDeclaringClass().getEnumConstants());
    List<E> constants = List.of(allowed.length > 0 ? allowed : all);
    return of(name, HyperparameterKind.among(standard, constants), standard, Optional.empty());
  }

  /**
   * Returns a stretch of time, in text of ISO 8601.
   *
   * @param name its name
   * @param standard what it is unless set
   * @return the hyper-parameter
   */
  public static Hyperparameter<Duration> time(String name, Duration standard) {
    return of(name, HyperparameterKind.time(), standard, Optional.empty());
  }

  /**
   * Returns a text.
   *
   * @param name its name
   * @param allowed what it may be, in words; whoever uses it checks
   * @return the hyper-parameter, empty unless set
   */
  public static Hyperparameter<String> text(String name, String allowed) {
    return of(name, HyperparameterKind.text(allowed), "", Optional.empty());
  }

  /**
   * {@return this hyper-parameter with what it means}
   *
   * @param sentence a sentence without its period
   */
  public Hyperparameter<T> meaning(String sentence) {
    return new Hyperparameter<>(name, kind, standard, sentence, written, tried);
  }

  /**
   * {@return this hyper-parameter with another default}
   *
   * @param value what it is unless set
   */
  public Hyperparameter<T> standard(T value) {
    return new Hyperparameter<>(name, kind, constant(value), meaning, written, tried);
  }

  /**
   * {@return this hyper-parameter with a default that follows from others}
   *
   * @param rule computes it; may ask for hyper-parameters whose defaults are constant
   * @param words the rule in words
   */
  public Hyperparameter<T> standard(Function<Hyperparameters, T> rule, String words) {
    Standard<T> derived = new Standard<>(rule, words, true);
    return new Hyperparameter<>(name, kind, derived, meaning, written, tried);
  }

  /**
   * Returns this hyper-parameter with another default where others have certain values.
   *
   * @param condition tells of hyper-parameters whose defaults are constant
   * @param value what it is then, unless set
   * @param words the condition in words, as in "64, of ratings 20"
   * @return the changed hyper-parameter
   */
  public Hyperparameter<T> standardIf(Predicate<Hyperparameters> condition, T value, String words) {
    Function<Hyperparameters, T> otherwise = standard.rule;
    return standard(
        values -> condition.test(values) ? value : otherwise.apply(values),
        standard.words + ", " + words + " " + Parameters.text(value));
  }

  /**
   * {@return this hyper-parameter, written into texts only where it has an effect}
   *
   * @param condition tells of all values whether this one has
   */
  public Hyperparameter<T> writtenIf(Predicate<Hyperparameters> condition) {
    return new Hyperparameter<>(name, kind, standard, meaning, condition, tried);
  }

  /**
   * {@return this hyper-parameter with values that a search should try}
   *
   * @param values the values; none when it should be left as it is
   */
  public Hyperparameter<T> tried(List<T> values) {
    Optional<Tried> some =
        values.isEmpty()
            ? Optional.empty()
            : Optional.of(new Choice(values.stream().map(Parameters::text).toList()));
    return new Hyperparameter<>(name, kind, standard, meaning, written, some);
  }

  /**
   * {@return this hyper-parameter under another name}
   *
   * @param other the name
   */
  public Hyperparameter<T> named(String other) {
    return new Hyperparameter<>(other, kind, standard, meaning, written, tried);
  }

  /** {@return the name, the key in {@link Parameters}} */
  public String name() {
    return name;
  }

  /** {@return what it may be, in words: {@code 1 or more}, {@code one of cosine, dot}} */
  public String range() {
    return kind.limits().words();
  }

  /** {@return what it is unless set, as text, or the rule in words} */
  public String standard() {
    return standard.words;
  }

  /** {@return what it means: a sentence without its period} */
  public String meaning() {
    return meaning;
  }

  /** {@return what a search should try; empty when it should be left as it is} */
  public Optional<Tried> tried() {
    return tried;
  }

  T standard(Hyperparameters values) {
    return standard.rule.apply(values);
  }

  boolean isWritten(Hyperparameters values) {
    return written.test(values);
  }

  boolean isDerived() {
    return standard.derived;
  }

  T read(Parameters from) {
    return kind.reading().read(from, name);
  }

  T cast(Object value) {
    return kind.type().cast(value);
  }

  /** Refuses a value out of range. */
  void check(String owner, Object value) {
    kind.limits()
        .expected()
        .apply(cast(value))
        .ifPresent(
            expected -> {
              throw new IllegalArgumentException(
                  String.format(
                      Locale.ROOT,
                      "%s of %s is %s, expected %s",
                      name,
                      owner,
                      Parameters.text(value),
                      expected));
            });
  }

  /** The line of the table: name, range, default and meaning. */
  @Override
  public String toString() {
    return name + ": " + range() + ", " + standard() + " unless set: " + meaning;
  }
}
