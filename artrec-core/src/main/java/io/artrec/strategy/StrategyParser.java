package io.artrec.strategy;

import io.artrec.error.internal.NearNames;
import io.artrec.strategy.HybridMethod.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes strategies from text, for configurations and command lines: {@code name} or {@code
 * name:key=value,...} for a method, {@code name(part | part)} or {@code name:key=value,...(part |
 * part)} for a hybrid, where a part is such a text again, with a weight before it where the hybrid
 * weighs its parts:
 *
 * <pre>{@code
 * popularity:halfLife=P30D
 * weighted(0.7 * ease:regularization=300 | 0.3 * popularity)
 * switching(item-knn:neighbors=100 | popularity)
 * stacked:folds=3(ease | content-based)
 * stacked:ease+content-based
 * }</pre>
 *
 * <p>Parts without weights may also follow a colon with {@code +} between them, as long as no value
 * among them has a {@code +} and a letter.
 *
 * <p>Immutable and thread-safe.
 */
public final class StrategyParser {
  private static final Map<String, HybridMethod> HYBRIDS = hybrids();

  private final Map<String, StrategyMethod<?>> methods;

  private StrategyParser(Map<String, StrategyMethod<?>> methods) {
    this.methods = methods;
  }

  /**
   * {@return a parser of core's strategies: {@code content-based}, {@code popularity}, {@code
   * random}, {@code trending} and the hybrids}
   */
  public static StrategyParser core() {
    return new StrategyParser(Map.of()).with(CoreStrategies.METHODS);
  }

  /**
   * {@return a parser that also knows other methods}
   *
   * @param more the methods; in artrec-cf {@code CfStrategies.methods()}
   */
  public StrategyParser with(Collection<? extends StrategyMethod<?>> more) {
    Map<String, StrategyMethod<?>> all = new TreeMap<>(methods);
    for (StrategyMethod<?> method : more) {
      if (HYBRIDS.containsKey(method.name()) || all.putIfAbsent(method.name(), method) != null) {
        throw new IllegalArgumentException("strategy '" + method.name() + "' is known already");
      }
    }
    return new StrategyParser(all);
  }

  /**
   * {@return a method, for its table of hyper-parameters}
   *
   * @param name its name
   * @throws IllegalArgumentException when it is unknown; the message lists what is known
   */
  public StrategyMethod<?> method(String name) {
    StrategyMethod<?> method = methods.get(name);
    if (method == null) {
      throw new IllegalArgumentException(
          "strategy '"
              + name
              + "' is unknown, expected one of "
              + String.join(", ", methods.keySet())
              + ", or a hybrid: "
              + String.join(", ", HYBRIDS.keySet())
              + NearNames.question(name, names()));
    }
    return method;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(methods.keySet());
    names.addAll(HYBRIDS.keySet());
    return names;
  }

  /**
   * {@return the table of hyper-parameters of a method or hybrid}
   *
   * @param name its name
   * @throws IllegalArgumentException when it is unknown; the message lists what is known
   */
  public Hyperparameters hyperparameters(String name) {
    HybridMethod hybrid = HYBRIDS.get(name);
    return hybrid != null ? hybrid.table() : method(name).hyperparameters();
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
    int end = 0;
    while (end < whole.length() && whole.charAt(end) != ':' && whole.charAt(end) != '(') {
      end++;
    }
    String name = whole.substring(0, end).strip();
    HybridMethod hybrid = HYBRIDS.get(name);
    if (hybrid != null) {
      return hybrid(hybrid, whole, end);
    }
    if (whole.indexOf('(') >= 0) {
      throw new IllegalArgumentException(
          "hybrid '"
              + name
              + "' is unknown, expected one of "
              + String.join(", ", HYBRIDS.keySet())
              + NearNames.question(name, HYBRIDS.keySet()));
    }
    return method(name)
        .parse(Parameters.parse(end < whole.length() ? whole.substring(end + 1) : ""));
  }

  /**
   * {@return the parts of a hybrid's text, each with its weight where it has one: {@code 0.7 *
   * ease} and {@code 0.3 * popularity} of {@code weighted(0.7 * ease | 0.3 * popularity)}}
   *
   * @param hybrid the text
   * @throws IllegalArgumentException when it is no hybrid or parentheses do not match
   */
  public static List<String> parts(String hybrid) {
    String text = hybrid.strip();
    int open = text.indexOf('(');
    if (open < 0 || !text.endsWith(")")) {
      throw new IllegalArgumentException(
          "'" + hybrid + "' is no hybrid, expected parts as in weighted(a | b)");
    }
    return separated(text, open + 1, text.length() - 1, '|').stream().map(String::strip).toList();
  }

  /** Of a text in which a hybrid's name is followed by parts, or values and parts. */
  private Strategy hybrid(HybridMethod hybrid, String text, int end) {
    if (end == text.length()) {
      throw new IllegalArgumentException(
          "hybrid '" + text + "' has no parts, expected them as in " + hybrid.name() + "(a | b)");
    }
    int open = text.indexOf('(');
    String between = open < 0 ? "" : text.substring(end, open);
    boolean isTold =
        between.startsWith(":") && between.lastIndexOf(':') == 0 && between.contains("=");
    if (text.charAt(end) == ':' && !isTold) {
      return made(hybrid, "", separated(text, end + 1, text.length(), '+'));
    }
    if (!text.endsWith(")")) {
      throw new IllegalArgumentException(
          "hybrid '" + text + "' does not end with ')', expected " + hybrid.name() + "(a | b)");
    }
    String values = isTold ? between.substring(1) : "";
    return made(hybrid, values, separated(text, open + 1, text.length() - 1, '|'));
  }

  private Strategy made(HybridMethod hybrid, String values, List<String> texts) {
    List<Part> parts = texts.stream().map(text -> part(text.strip())).toList();
    return hybrid.maker().orElseThrow().apply(Parameters.parse(values), parts);
  }

  /** A plus separates where a name follows, so that numbers may have one. */
  private static List<String> separated(String text, int from, int to, char separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = from;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth < 0) {
        break;
      }
      boolean separates =
          c == separator && (c == '|' || (at + 1 < to && Character.isLetter(text.charAt(at + 1))));
      if (separates && depth == 0) {
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

  private static Map<String, HybridMethod> hybrids() {
    Map<String, HybridMethod> all = new TreeMap<>();
    for (HybridMethod hybrid : CoreStrategies.HYBRIDS) {
      if (hybrid.maker().isPresent()) {
        all.put(hybrid.name(), hybrid);
      }
    }
    return all;
  }
}
