package io.artrec.strategy;

import io.artrec.error.internal.NearNames;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hyper-parameters of a strategy as text: {@code factors=64,epochs=15}. What a configuration, a
 * command line and a model file hold; numbers come back as they were written. Immutable and
 * thread-safe.
 */
public final class Parameters {
  private static final Parameters NONE = new Parameters(Map.of());

  private final Map<String, String> values;

  private Parameters(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * Returns no parameters.
   *
   * @return the empty parameters
   */
  public static Parameters none() {
    return NONE;
  }

  /**
   * Reads parameters.
   *
   * @param text {@code key=value} pairs separated by commas, or nothing; blanks around keys and
   *     values do not matter
   * @return the parameters, in the order of the text
   * @throws IllegalArgumentException when a pair has no key or value, or a key comes twice
   */
  public static Parameters parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : text.isBlank() ? new String[0] : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? "" : pair.substring(0, equals).strip();
      String value = equals < 0 ? "" : pair.substring(equals + 1).strip();
      if (key.isEmpty() || value.isEmpty()) {
        throw new IllegalArgumentException(
            "'" + pair.strip() + "' in parameters '" + text + "', expected key=value");
      }
      if (values.putIfAbsent(key, value) != null) {
        throw new IllegalArgumentException(
            "'" + key + "' is given twice in parameters '" + text + "', expected once");
      }
    }
    return new Parameters(values);
  }

  /**
   * {@return these parameters with one more, or with another value for one}
   *
   * @param key its name
   * @param value its value; written by {@code toString}, enum constants in lower case
   */
  public Parameters with(String key, Object value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(key, text(value));
    return new Parameters(changed);
  }

  /** Texts by key, in an order that is kept. */
  static Parameters of(Map<String, String> texts) {
    return new Parameters(texts);
  }

  /** All keys, in their order. */
  Set<String> keys() {
    return values.keySet();
  }

  /**
   * Refuses keys that are not known.
   *
   * @param strategy whose parameters these are, for the message
   * @param known the keys that are known
   * @return these parameters
   * @throws IllegalArgumentException when another key is given; the message lists the known ones
   */
  public Parameters only(String strategy, String... known) {
    List<String> allowed = Arrays.asList(known);
    for (String key : values.keySet()) {
      if (!allowed.contains(key)) {
        throw new IllegalArgumentException(
            "strategy '"
                + strategy
                + "' has no parameter '"
                + key
                + "', expected "
                + (known.length == 0 ? "none" : "one of " + String.join(", ", known))
                + NearNames.question(key, allowed));
      }
    }
    return this;
  }

  /**
   * {@return a text}
   *
   * @param key its name
   * @param otherwise what to return when it is not given
   */
  public String getString(String key, String otherwise) {
    return values.getOrDefault(key, otherwise);
  }

  /**
   * {@return a whole number}
   *
   * @param key its name
   * @param otherwise what to return when it is not given
   * @throws IllegalArgumentException when the value is no whole number
   */
  public int getInt(String key, int otherwise) {
    long value = getLong(key, otherwise);
    if (value != (int) value) {
      throw wrong(key, "a whole number below 2^31", null);
    }
    return (int) value;
  }

  /**
   * {@return a whole number}
   *
   * @param key its name
   * @param otherwise what to return when it is not given
   * @throws IllegalArgumentException when the value is no whole number
   */
  public long getLong(String key, long otherwise) {
    String value = values.get(key);
    try {
      return value == null ? otherwise : Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw wrong(key, "a whole number", e);
    }
  }

  /**
   * {@return a number}
   *
   * @param key its name
   * @param otherwise what to return when it is not given
   * @throws IllegalArgumentException when the value is no number
   */
  public double getDouble(String key, double otherwise) {
    String value = values.get(key);
    try {
      return value == null ? otherwise : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw wrong(key, "a number", e);
    }
  }

  /**
   * {@return a yes or no}
   *
   * @param key its name
   * @param otherwise what to return when it is not given
   * @throws IllegalArgumentException when the value is neither {@code true} nor {@code false}
   */
  public boolean getBoolean(String key, boolean otherwise) {
    String value = values.get(key);
    if (value != null && !value.equals("true") && !value.equals("false")) {
      throw wrong(key, "true or false", null);
    }
    return value == null ? otherwise : value.equals("true");
  }

  /**
   * {@return a constant of an enum, written in any case and with hyphens or underscores}
   *
   * @param key its name
   * @param otherwise what to return when it is not given
   * @param <E> the enum
   * @throws IllegalArgumentException when there is no such constant; the message lists them
   */
  public <E extends Enum<E>> E getEnum(String key, E otherwise) {
    String value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    E[] constants = otherwise.getDeclaringClass().getEnumConstants();
    String wanted = value.toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(Objects.requireNonNull(constants))
        .filter(constant -> text(constant).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    key,
                    Arrays.stream(constants)
                        .map(Parameters::text)
                        .collect(Collectors.joining(", ", "one of ", "")),
                    null));
  }

  /** A value as it is written. */
  static String text(Object value) {
    return value instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : value.toString();
  }

  private IllegalArgumentException wrong(String key, String expected, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        key + " is '" + values.get(key) + "', expected " + expected, cause);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Parameters that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The pairs, separated by commas, as {@link #parse} reads them. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + pair.getValue())
        .collect(Collectors.joining(","));
  }
}
