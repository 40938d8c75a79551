package io.artrec.strategy;

import io.artrec.similarity.Similarities;
import io.artrec.similarity.Similarity;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Makes strategies from text, for configurations and command lines: {@code name} or {@code
 * name:key=value,...} for a method, {@code name(part | part)} for a hybrid, where a part is such a
 * text again, with a weight before it where the hybrid weighs its parts:
 *
 * <pre>{@code
 * popularity:halfLife=P30D
 * weighted(0.7 * ease:regularization=300 | 0.3 * popularity)
 * switching(item-knn:neighbors=100 | popularity)
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class StrategyParser {
  private static final Map<String, Function<List<Part>, Strategy>> HYBRIDS = hybrids();

  private final Map<String, Function<Parameters, Strategy>> methods;

  private StrategyParser(Map<String, Function<Parameters, Strategy>> methods) {
    this.methods = methods;
  }

  private record Part(Optional<Double> weight, Strategy strategy) {}

  /**
   * {@return a parser of core's strategies: {@code content-based}, {@code popularity}, {@code
   * random}, {@code trending} and the hybrids}
   */
  public static StrategyParser core() {
    Map<String, Function<Parameters, Strategy>> methods = new TreeMap<>();
    methods.put(ContentBased.NAME, StrategyParser::contentBased);
    methods.put(Popularity.NAME, StrategyParser::popularity);
    methods.put(
        RandomOrder.NAME,
        from -> {
          from.only(RandomOrder.NAME);
          return RandomOrder.seeded();
        });
    methods.put(
        Trending.NAME,
        from -> {
          from.only(Trending.NAME, "halfLife");
          return Trending.halfLife(duration(from, "P7D"));
        });
    return new StrategyParser(methods);
  }

  /**
   * {@return a parser that also knows other methods}
   *
   * @param more makes a strategy of its hyper-parameters, by name; in artrec-cf {@code
   *     CfStrategies.parsers()}
   */
  public StrategyParser with(Map<String, Function<Parameters, Strategy>> more) {
    Map<String, Function<Parameters, Strategy>> all = new TreeMap<>(methods);
    more.forEach(
        (name, parser) -> {
          if (HYBRIDS.containsKey(name) || all.putIfAbsent(name, parser) != null) {
            throw new IllegalArgumentException("strategy '" + name + "' is known already");
          }
        });
    return new StrategyParser(all);
  }

  /**
   * Returns the names of the methods.
   *
   * @return names in alphabetical order
   */
  public List<String> methods() {
    return List.copyOf(methods.keySet());
  }

  /**
   * Returns the names of the hybrids.
   *
   * @return names in alphabetical order
   */
  public List<String> hybridNames() {
    return List.copyOf(HYBRIDS.keySet());
  }

  /**
   * Makes a strategy.
   *
   * @param text its name and hyper-parameters, or a hybrid
   * @return the strategy
   * @throws IllegalArgumentException when a name or key is unknown, a value out of range, or the
   *     text has another form; the message lists what is known
   */
  public Strategy parse(String text) {
    String whole = text.strip();
    int open = whole.indexOf('(');
    if (open >= 0) {
      return hybrid(whole, open);
    }
    int colon = whole.indexOf(':');
    String name = (colon < 0 ? whole : whole.substring(0, colon)).strip();
    Function<Parameters, Strategy> method = methods.get(name);
    if (method == null) {
      throw new IllegalArgumentException(
          HYBRIDS.containsKey(name)
              ? "hybrid '" + whole + "' has no parts, expected them as in " + name + "(a | b)"
              : "strategy '"
                  + name
                  + "' is unknown, expected one of "
                  + String.join(", ", methods.keySet())
                  + ", or a hybrid: "
                  + String.join(", ", HYBRIDS.keySet()));
    }
    return method.apply(Parameters.parse(colon < 0 ? "" : whole.substring(colon + 1)));
  }

  private Strategy hybrid(String text, int open) {
    String name = text.substring(0, open).strip();
    Function<List<Part>, Strategy> hybrid = HYBRIDS.get(name);
    if (hybrid == null) {
      throw new IllegalArgumentException(
          "hybrid '"
              + name
              + "' is unknown, expected one of "
              + String.join(", ", HYBRIDS.keySet()));
    }
    if (!text.endsWith(")")) {
      throw new IllegalArgumentException(
          "hybrid '" + text + "' does not end with ')', expected " + name + "(a | b)");
    }
    List<Part> parts = new ArrayList<>();
    for (String part : split(text, open + 1, text.length() - 1)) {
      parts.add(part(part.strip()));
    }
    return hybrid.apply(parts);
  }

  private static List<String> split(String text, int from, int to) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = from;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth < 0) {
        break;
      }
      if (c == '|' && depth == 0) {
        parts.add(text.substring(start, at));
        start = at + 1;
      }
    }
    if (depth != 0) {
      throw new IllegalArgumentException(
          "parentheses of hybrid '" + text + "' do not match, expected as many '(' as ')'");
    }
    parts.add(text.substring(start, to));
    return parts;
  }

  private Part part(String text) {
    int star = text.indexOf('*');
    int open = text.indexOf('(');
    if (star < 0 || (open >= 0 && open < star)) {
      return new Part(Optional.empty(), parse(text));
    }
    String weight = text.substring(0, star).strip();
    try {
      return new Part(Optional.of(Double.parseDouble(weight)), parse(text.substring(star + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "weight '" + weight + "' of '" + text + "', expected a number", e);
    }
  }

  private static Map<String, Function<List<Part>, Strategy>> hybrids() {
    Map<String, Function<List<Part>, Strategy>> all = new TreeMap<>();
    all.put(WeightedHybrid.NAME, StrategyParser::weighted);
    all.put(SwitchingHybrid.NAME, StrategyParser::switching);
    all.put(RankFusion.NAME, StrategyParser::fusion);
    all.put(CascadeHybrid.NAME, StrategyParser::cascade);
    all.put(MixedHybrid.NAME, StrategyParser::mixed);
    all.put(AdaptiveHybrid.NAME, StrategyParser::adaptive);
    return all;
  }

  private static Strategy weighted(List<Part> parts) {
    WeightedHybrid hybrid = Hybrid.weighted();
    for (Part part : parts) {
      hybrid = hybrid.add(part.weight.orElse(1.0), part.strategy);
    }
    return hybrid;
  }

  private static Strategy fusion(List<Part> parts) {
    RankFusion hybrid = Hybrid.reciprocalRankFusion();
    for (Part part : parts) {
      hybrid = hybrid.add(part.weight.orElse(1.0), part.strategy);
    }
    return hybrid;
  }

  private static Strategy mixed(List<Part> parts) {
    MixedHybrid hybrid = Hybrid.mixed();
    for (Part part : parts) {
      hybrid = hybrid.add(part.weight.orElse(1.0), part.strategy);
    }
    return hybrid;
  }

  /** Arms are named by their strategies. */
  private static Strategy adaptive(List<Part> parts) {
    AdaptiveHybrid hybrid = Hybrid.adaptive();
    for (Part part : parts) {
      Strategy arm = unweighted(AdaptiveHybrid.NAME, part);
      hybrid = hybrid.add(arm.name(), arm);
    }
    return hybrid;
  }

  private static Strategy switching(List<Part> parts) {
    SwitchingHybrid hybrid = Hybrid.switching(unweighted(SwitchingHybrid.NAME, parts.get(0)));
    for (Part part : parts.subList(1, parts.size())) {
      hybrid = hybrid.fallback(unweighted(SwitchingHybrid.NAME, part));
    }
    return hybrid;
  }

  private static Strategy cascade(List<Part> parts) {
    CascadeHybrid hybrid = Hybrid.cascade(unweighted(CascadeHybrid.NAME, parts.get(0)));
    for (Part part : parts.subList(1, parts.size())) {
      hybrid = hybrid.refine(unweighted(CascadeHybrid.NAME, part));
    }
    return hybrid;
  }

  private static Strategy unweighted(String hybrid, Part part) {
    if (part.weight.isPresent()) {
      throw new IllegalArgumentException(
          "a part of "
              + hybrid
              + " has weight "
              + part.weight.get()
              + ", expected none: "
              + (hybrid.equals(AdaptiveHybrid.NAME)
                  ? "it learns how much they count"
                  : "its parts are in an order"));
    }
    return part.strategy;
  }

  private static Strategy popularity(Parameters from) {
    from.only(Popularity.NAME, "halfLife");
    return from.getString("halfLife", "").isEmpty()
        ? Popularity.allTime()
        : Popularity.halfLife(duration(from, ""));
  }

  private static Strategy contentBased(Parameters from) {
    from.only(ContentBased.NAME, "similarity", "nearest", "negativeWeight", "on");
    String similarity = from.getString("similarity", "");
    ContentBased strategy =
        similarity.isEmpty() ? ContentBased.preferred() : ContentBased.using(named(similarity));
    int nearest = from.getInt("nearest", 0);
    if (nearest != 0) {
      strategy = strategy.nearest(nearest);
    }
    strategy = strategy.negativeWeight(from.getDouble("negativeWeight", 0.5));
    String on = from.getString("on", "");
    return on.isEmpty() ? strategy : strategy.on(on.split("\\+", -1));
  }

  private static Similarity named(String name) {
    return Similarities.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "similarity is '"
                        + name
                        + "', expected one of cosine, dot, pearson, euclidean, jaccard,"
                        + " histogram-intersection, chi-square"));
  }

  private static Duration duration(Parameters from, String otherwise) {
    String text = from.getString("halfLife", otherwise);
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "halfLife is '" + text + "', expected a duration of ISO 8601 such as P30D or PT12H", e);
    }
  }
}
