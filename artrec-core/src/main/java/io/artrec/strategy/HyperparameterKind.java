package io.artrec.strategy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the values of a hyper-parameter are.
 *
 * @param type their type
 * @param reading reads one from the text of a key
 * @param limits which are allowed
 */
record HyperparameterKind<T>(Class<T> type, Reading<T> reading, Limits<T> limits) {
  @FunctionalInterface
  interface Reading<T> {
    T read(Parameters from, String key);
  }

  /**
   * Which values are allowed.
   *
   * @param words these in words
   * @param expected what was expected instead of a value that is not; empty of one that is
   */
  record Limits<T>(String words, Function<T, Optional<String>> expected) {}

  static HyperparameterKind<Integer> whole(Range range) {
    return new HyperparameterKind<>(
        Integer.class, (from, key) -> from.getInt(key, 0), within(range, true));
  }

  static HyperparameterKind<Long> wholeLong(Range range) {
    return new HyperparameterKind<>(
        Long.class, (from, key) -> from.getLong(key, 0), within(range, true));
  }

  static HyperparameterKind<Double> number(Range range) {
    return new HyperparameterKind<>(
        Double.class, (from, key) -> from.getDouble(key, 0), within(range, false));
  }

  static HyperparameterKind<Boolean> yesNo() {
    return new HyperparameterKind<>(
        Boolean.class, (from, key) -> from.getBoolean(key, false), any("true or false"));
  }

  static <E extends Enum<E>> HyperparameterKind<E> among(E any, List<E> constants) {
    String words =
        constants.stream().map(Parameters::text).collect(Collectors.joining(", ", "one of ", ""));
    return new HyperparameterKind<>(
        any.getDeclaringClass(),
        (from, key) -> from.getEnum(key, any),
        new Limits<>(
            words, value -> constants.contains(value) ? Optional.empty() : Optional.of(words)));
  }

  static HyperparameterKind<Duration> time() {
    return new HyperparameterKind<>(
        Duration.class, HyperparameterKind::duration, any("1 ms or more, such as P30D or PT12H"));
  }

  static HyperparameterKind<String> text(String allowed) {
    return new HyperparameterKind<>(
        String.class, (from, key) -> from.getString(key, ""), any(allowed));
  }

  private static Duration duration(Parameters from, String key) {
    String text = from.getString(key, "");
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          key + " is '" + text + "', expected a duration of ISO 8601 such as P30D or PT12H", e);
    }
  }

  private static <N extends Number> Limits<N> within(Range range, boolean whole) {
    return new Limits<>(range.toString(), value -> range.expected(value.doubleValue(), whole));
  }

  private static <E> Limits<E> any(String words) {
    return new Limits<>(words, value -> Optional.empty());
  }
}
