package io.artrec.eval.search;

import io.artrec.error.internal.NearNames;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.StrategyMethod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Hyper-parameters that may be tried with one strategy, as text that a {@link
 * io.artrec.strategy.StrategyParser} reads:
 *
 * <pre>{@code
 * SearchSpace.of("implicit-als")
 *     .choice("factors", 32, 64, 128)
 *     .logRange("regularization", 0.001, 10)
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class SearchSpace {
  private static final int DIGITS = 4;

  private static final String WEIGHTS = "weights";

  private final String strategy;
  private final List<String> parts;
  private final Map<String, Dimension> dimensions;

  private SearchSpace(String strategy, List<String> parts, Map<String, Dimension> dimensions) {
    this.strategy = strategy;
    this.parts = List.copyOf(parts);
    this.dimensions = dimensions;
  }

  /** Values of one hyper-parameter. */
  interface Dimension {
    /** A value by chance. */
    String draw(SplittableRandom random);

    /** Values spread evenly, at most so many. */
    List<String> spread(int count);
  }

  private record Choice(List<String> values) implements Dimension {
    @Override
    public String draw(SplittableRandom random) {
      return values.get((int) Math.min(values.size() - 1.0, random.nextDouble() * values.size()));
    }

    @Override
    public List<String> spread(int count) {
      return values;
    }
  }

  private record Range(double from, double to, boolean logarithmic, boolean whole)
      implements Dimension {
    @Override
    public String draw(SplittableRandom random) {
      return at(random.nextDouble());
    }

    /** The value at 0 to 1 of the way. */
    private String at(double way) {
      return whole
          ? Long.toString((long) Math.min(to, Math.floor(between(way, to + 1))))
          : text(between(way, to));
    }

    private double between(double way, double end) {
      return logarithmic
          ? StrictMath.exp(
              StrictMath.log(from) + way * (StrictMath.log(end) - StrictMath.log(from)))
          : from + way * (end - from);
    }

    @Override
    public List<String> spread(int count) {
      return IntStream.range(0, count)
          .mapToObj(i -> count == 1 ? 0.5 : (double) i / (count - 1))
          .map(way -> whole ? text(Math.rint(between(way, to))) : at(way))
          .distinct()
          .toList();
    }

    private static String text(double value) {
      return new BigDecimal(value)
          .round(new MathContext(DIGITS))
          .stripTrailingZeros()
          .toPlainString();
    }
  }

  /**
   * Starts a space of one point: the strategy with its defaults.
   *
   * @param strategy the strategy's name, {@code ease} for instance
   * @return the space
   */
  public static SearchSpace of(String strategy) {
    if (strategy.isBlank() || strategy.contains(":")) {
      throw new IllegalArgumentException(
          "strategy is '" + strategy + "', expected a name without hyper-parameters");
    }
    return new SearchSpace(strategy, List.of(), Map.of());
  }

  /**
   * Returns what a strategy's table says should be tried.
   *
   * @param method the strategy's method, {@code parser.method("ease")} for instance
   * @return the space; of one point where the table leaves all as it is
   */
  public static SearchSpace proposed(StrategyMethod<?> method) {
    SearchSpace space = of(method.name());
    for (Hyperparameter<?> row : method.hyperparameters().rows()) {
      if (row.tried().isPresent()) {
        space = space.with(row.name(), dimension(row.tried().get()));
      }
    }
    return space;
  }

  /**
   * Returns the weights of a hybrid's parts: every mixture is as likely. A grid has all mixtures in
   * equal steps.
   *
   * @param hybrid the hybrid as text, with weights or without, which is the {@link #incumbent}:
   *     {@code weighted(0.7 * ease | 0.3 * popularity)}
   * @return the space
   * @throws IllegalArgumentException when it is no hybrid of two parts or more
   */
  public static SearchSpace weights(String hybrid) {
    List<String> parts = BlendWeights.parts(hybrid);
    return new SearchSpace(hybrid.strip(), parts, Map.of(WEIGHTS, new BlendWeights(parts.size())));
  }

  private static Dimension dimension(Hyperparameter.Tried tried) {
    if (tried instanceof Hyperparameter.Span span) {
      boolean whole = !(span.from() instanceof Double);
      double from = span.from().doubleValue();
      return new Range(from, span.to().doubleValue(), span.byMagnitude(), whole);
    }
    return new Choice(((Hyperparameter.Choice) tried).values());
  }

  /**
   * Returns this space with some of its hyper-parameters only; the others are as the strategy has
   * them.
   *
   * @param keys their names
   * @return the smaller space
   * @throws IllegalArgumentException when one is not in this space
   */
  public SearchSpace only(String... keys) {
    Map<String, Dimension> kept = new LinkedHashMap<>();
    for (String key : keys) {
      Dimension dimension = dimensions.get(key);
      if (dimension == null) {
        throw new IllegalArgumentException(
            "'"
                + key
                + "' is not tried, expected some of "
                + String.join(", ", dimensions.keySet())
                + NearNames.question(key, dimensions.keySet()));
      }
      kept.put(key, dimension);
    }
    return new SearchSpace(strategy, parts, kept);
  }

  /**
   * Adds a hyper-parameter with the values it may have.
   *
   * @param key its name
   * @param values one or more
   * @return a new space
   */
  public SearchSpace choice(String key, Object... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("'" + key + "' has no values, expected one or more");
    }
    return with(key, new Choice(Arrays.stream(values).map(Object::toString).toList()));
  }

  /**
   * Adds a hyper-parameter with any value of a range, each as likely.
   *
   * @param key its name
   * @param from the least value
   * @param to the most, above it
   * @return a new space
   */
  public SearchSpace range(String key, double from, double to) {
    requireRange(key, from, to);
    return with(key, new Range(from, to, false, false));
  }

  /**
   * Adds a hyper-parameter with any value of a range, each order of magnitude as likely: for
   * regularization and learning rates.
   *
   * @param key its name
   * @param from the least value, above 0
   * @param to the most, above it
   * @return a new space
   */
  public SearchSpace logRange(String key, double from, double to) {
    requireRange(key, from, to);
    if (!(from > 0)) {
      throw new IllegalArgumentException(
          "'" + key + "' starts at " + from + ", expected above 0 in a range by magnitude");
    }
    return with(key, new Range(from, to, true, false));
  }

  /**
   * Adds a hyper-parameter with any whole number of a range, each as likely.
   *
   * @param key its name
   * @param from the least
   * @param to the most, above it
   * @return a new space
   */
  public SearchSpace wholeRange(String key, int from, int to) {
    requireRange(key, from, to);
    return with(key, new Range(from, to, false, true));
  }

  private static void requireRange(String key, double from, double to) {
    if (!(from < to) || !Double.isFinite(to - from)) {
      throw new IllegalArgumentException(
          "'"
              + key
              + "' is "
              + from
              + " to "
              + to
              + ", expected two finite numbers, the lower first");
    }
  }

  private SearchSpace with(String key, Dimension dimension) {
    if (!parts.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + key + "' is no weight, expected the weights of " + strategy + " alone");
    }
    Map<String, Dimension> more = new LinkedHashMap<>(dimensions);
    if (more.putIfAbsent(key, dimension) != null) {
      throw new IllegalArgumentException("'" + key + "' is given twice, expected once");
    }
    return new SearchSpace(strategy, parts, more);
  }

  /**
   * Returns every combination: all values of a choice, and so many of a range, evenly spread with
   * both ends.
   *
   * @param steps values of each range, 1 or more
   * @return strategies as text
   */
  public List<String> grid(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("steps is " + steps + ", expected 1 or more");
    }
    List<List<String>> points = List.of(List.of());
    for (Map.Entry<String, Dimension> entry : dimensions.entrySet()) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> point : points) {
        for (String value : entry.getValue().spread(steps)) {
          List<String> more = new ArrayList<>(point);
          more.add(entry.getKey() + "=" + value);
          longer.add(more);
        }
      }
      points = longer;
    }
    return points.stream().map(this::text).toList();
  }

  /**
   * Returns one combination drawn by chance.
   *
   * @param random the chance
   * @return a strategy as text
   */
  public String draw(SplittableRandom random) {
    return text(
        dimensions.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().draw(random))
            .toList());
  }

  /**
   * {@return what there is without a search: the strategy with its defaults, the blend as given}
   */
  public String incumbent() {
    return strategy;
  }

  /** {@return the names of what is tried, in their order} */
  public List<String> keys() {
    return List.copyOf(dimensions.keySet());
  }

  private String text(List<String> pairs) {
    if (!parts.isEmpty()) {
      return BlendWeights.text(strategy, parts, pairs.get(0).substring(WEIGHTS.length() + 1));
    }
    return pairs.isEmpty() ? strategy : strategy + ":" + String.join(",", pairs);
  }

  /** The strategy and what may be tried. */
  @Override
  public String toString() {
    return dimensions.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(", ", strategy + "[", "]"));
  }
}
