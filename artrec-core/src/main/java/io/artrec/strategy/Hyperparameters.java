package io.artrec.strategy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table of a strategy's hyper-parameters, with values for those that were set; the others are
 * as the table has them. From the one table come what is parsed and written, what is refused, what
 * {@link #toText} lists and what a search tries. Immutable and thread-safe; reading a value is a
 * look-up, so loops keep it in a variable.
 *
 * <p>Two are equal when they have the same owner and are the same text.
 */
public final class Hyperparameters {
  private final String owner;
  private final Map<String, Line> lines;
  private final List<Consumer<Hyperparameters>> checks;
  private final Map<String, Object> given;

  /**
   * A line of the table.
   *
   * @param owner whose it is, for errors
   * @param scope gives the values that rules of the hyper-parameter look at
   * @param shared the key of what it is unless set, or nothing
   */
  private record Line(
      Hyperparameter<?> row, String owner, UnaryOperator<Hyperparameters> scope, String shared) {}

  private Hyperparameters(
      String owner,
      Map<String, Line> lines,
      List<Consumer<Hyperparameters>> checks,
      Map<String, Object> given) {
    this.owner = owner;
    this.lines = lines;
    this.checks = checks;
    this.given = given;
  }

  /**
   * {@return a table with nothing set}
   *
   * @param owner the strategy's name, for errors and texts
   * @param rows the hyper-parameters, in the order of texts
   */
  public static Hyperparameters of(String owner, Hyperparameter<?>... rows) {
    return new Hyperparameters(owner, Map.of(), List.of(), Map.of()).and(rows);
  }

  /**
   * Returns this table with more hyper-parameters.
   *
   * @param rows the hyper-parameters
   * @return the longer table
   */
  public Hyperparameters and(Hyperparameter<?>... rows) {
    Map<String, Line> more = new LinkedHashMap<>(lines);
    for (Hyperparameter<?> row : rows) {
      add(more, row.name(), new Line(row, owner, UnaryOperator.identity(), ""));
    }
    return new Hyperparameters(owner, more, checks, given);
  }

  /**
   * Returns this table with those of a part, a similarity for instance; errors speak of the part.
   *
   * @param part the part's table
   * @return the longer table
   */
  public Hyperparameters and(Hyperparameters part) {
    return and("", part, of(part.owner));
  }

  /**
   * Returns this table with those of a part under names with a prefix, {@code userNeighbors};
   * errors speak of the part.
   *
   * @param prefix what names begin with
   * @param part the part's table
   * @param shared those of this table that say what the part's of the same name are unless set
   * @return the longer table
   */
  public Hyperparameters and(String prefix, Hyperparameters part, Hyperparameters shared) {
    Map<String, Line> more = new LinkedHashMap<>(lines);
    part.lines.forEach(
        (name, line) ->
            add(
                more,
                prefixed(prefix, name),
                new Line(
                    line.row,
                    line.owner,
                    values -> line.scope.apply(values.of(prefix, part)),
                    shared.lines.containsKey(name) ? name : "")));
    List<Consumer<Hyperparameters>> all = new ArrayList<>(checks);
    part.checks.forEach(check -> all.add(values -> check.accept(values.of(prefix, part))));
    return new Hyperparameters(owner, more, List.copyOf(all), given);
  }

  private void add(Map<String, Line> to, String name, Line line) {
    if (to.putIfAbsent(name, line) != null) {
      throw new IllegalArgumentException(
          "hyper-parameter '" + name + "' of " + owner + " is declared twice, expected once");
    }
  }

  private static String prefixed(String prefix, String name) {
    return prefix.isEmpty()
        ? name
        : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /**
   * {@return this table with a check of values that must fit together}
   *
   * @param check throws {@link IllegalArgumentException} when they do not
   */
  public Hyperparameters checked(Consumer<Hyperparameters> check) {
    List<Consumer<Hyperparameters>> all = new ArrayList<>(checks);
    all.add(check);
    return new Hyperparameters(owner, lines, List.copyOf(all), given);
  }

  /** {@return whose hyper-parameters these are, a strategy's name for instance} */
  public String owner() {
    return owner;
  }

  /** {@return the hyper-parameters, in the order of texts, under the names they have here} */
  public List<Hyperparameter<?>> rows() {
    List<Hyperparameter<?>> rows = new ArrayList<>();
    lines.forEach(
        (name, line) ->
            rows.add(
                line.shared.isEmpty()
                    ? line.row.named(name)
                    : asShared(line.row.named(name), line.shared)));
    return rows;
  }

  private static <T> Hyperparameter<T> asShared(Hyperparameter<T> row, String shared) {
    return row.standard(row::standard, "as " + shared);
  }

  /**
   * {@return a value: what was set, or what the table has}
   *
   * @param row one of {@link #rows}, or another of its name and type
   * @param <T> the value's type
   * @throws IllegalArgumentException when there is none of this name
   */
  public <T> T get(Hyperparameter<T> row) {
    return row.cast(value(row.name()));
  }

  /** Whether a value was set. */
  boolean isGiven(Hyperparameter<?> row) {
    return given.containsKey(row.name());
  }

  private Object value(String name) {
    Object value = given.get(name);
    if (value != null) {
      return value;
    }
    Line line = line(name);
    if (!line.shared.isEmpty()) {
      return value(line.shared);
    }
    return line.row.standard(line.row.isDerived() ? line.scope.apply(this) : this);
  }

  private Line line(String name) {
    Line line = lines.get(name);
    if (line == null) {
      throw new IllegalArgumentException(
          "'"
              + owner
              + "' has no hyper-parameter '"
              + name
              + "', expected one of "
              + String.join(", ", lines.keySet()));
    }
    return line;
  }

  /**
   * {@return these with one set}
   *
   * @param row one of {@link #rows}, or another of its name and type
   * @param value the value
   * @param <T> the value's type
   * @throws IllegalArgumentException when the value is out of range
   */
  public <T> Hyperparameters with(Hyperparameter<T> row, T value) {
    return with(Map.of(row.name(), Objects.requireNonNull(value, row.name())));
  }

  /**
   * {@return these with a part's values}
   *
   * @param part the values of a part whose table {@link #and(Hyperparameters)} added
   */
  public Hyperparameters with(Hyperparameters part) {
    return with("", part);
  }

  /**
   * {@return these with a part's values}
   *
   * @param prefix what names begin with
   * @param part the values of a part whose table was added with the prefix
   */
  public Hyperparameters with(String prefix, Hyperparameters part) {
    Map<String, Object> more = new HashMap<>();
    part.lines.keySet().forEach(name -> more.put(prefixed(prefix, name), part.value(name)));
    return with(more);
  }

  private Hyperparameters with(Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(given);
    all.putAll(more);
    Hyperparameters changed = new Hyperparameters(owner, lines, checks, Map.copyOf(all));
    lines.forEach(
        (name, line) -> {
          if (more.containsKey(name)) {
            line.row.check(line.owner, changed.value(name));
          }
        });
    more.keySet().forEach(this::line);
    checks.forEach(check -> check.accept(changed));
    return changed;
  }

  /**
   * {@return the values of a part}
   *
   * @param part a table that {@link #and(Hyperparameters)} added
   */
  public Hyperparameters of(Hyperparameters part) {
    return of("", part);
  }

  /**
   * {@return the values of a part}
   *
   * @param prefix what names begin with
   * @param part a table that was added with the prefix
   */
  public Hyperparameters of(String prefix, Hyperparameters part) {
    Map<String, Object> own = new HashMap<>();
    for (String name : part.lines.keySet()) {
      String key = prefixed(prefix, name);
      if (given.containsKey(key) || !line(key).row.isDerived()) {
        own.put(name, value(key));
      }
    }
    return new Hyperparameters(part.owner, part.lines, part.checks, own);
  }

  /**
   * Reads values.
   *
   * @param from what is to be set; the others stay as they are
   * @return the changed values
   * @throws IllegalArgumentException when a key is unknown, or a value no such value or out of
   *     range; the message says what was expected
   */
  public Hyperparameters parse(Parameters from) {
    from.only(owner, lines.keySet().toArray(String[]::new));
    Map<String, Object> read = new LinkedHashMap<>();
    for (String key : from.keys()) {
      read.put(key, line(key).row.named(key).read(from));
    }
    return with(read);
  }

  /** All values set, so that what is changed later changes no other. */
  Hyperparameters resolved() {
    Map<String, Object> all = new HashMap<>();
    lines.keySet().forEach(name -> all.put(name, value(name)));
    return new Hyperparameters(owner, lines, checks, Collections.unmodifiableMap(all));
  }

  /**
   * {@return all values that have an effect, as text, in the order of the table} Empty texts are
   * left out, as nothing can be told of them.
   */
  public Parameters parameters() {
    Map<String, String> texts = new LinkedHashMap<>();
    lines.forEach(
        (name, line) -> {
          String text = Parameters.text(value(name));
          if (line.row.isWritten(line.scope.apply(this)) && !text.isEmpty()) {
            texts.put(name, text);
          }
        });
    return Parameters.of(texts);
  }

  /** {@return the table as text, a line for each hyper-parameter} */
  public String toText() {
    return rows().isEmpty()
        ? "  no hyper-parameters\n"
        : rows().stream().map(row -> "  " + row + "\n").collect(Collectors.joining());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hyperparameters that
        && owner.equals(that.owner)
        && parameters().equals(that.parameters());
  }

  @Override
  public int hashCode() {
    return parameters().hashCode();
  }

  /** The owner and the values: {@code ease:regularization=300.0,feedback=preference}. */
  @Override
  public String toString() {
    String text = parameters().toString();
    return text.isEmpty() ? owner : owner + ":" + text;
  }
}
