package io.artrec.rerank;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Composes rerankers, and reads the configurations of the built-in ones. */
public final class Rerankers {
  private Rerankers() {}

  /**
   * Returns rerankers one after the other. All but the last order the whole pool, so that a later
   * one still has all works to choose from, the built-in ones as far as the next one looks; each
   * sees the order of the one before as {@link RankedPool#select} hands it on.
   *
   * @param steps one or more rerankers, first to last
   * @return the chain
   */
  public static Reranker chain(Reranker... steps) {
    return new Chain(List.of(steps));
  }

  /**
   * Returns a choice by the variant of an experiment. Add variants with {@link ByVariant#variant};
   * all others keep the order by score.
   *
   * @return the choice of none
   */
  public static ByVariant byVariant() {
    return new ByVariant(Map.of());
  }

  /**
   * Reads what {@link Reranker#configuration()} of a built-in reranker gave.
   *
   * @param configuration for instance {@code mmr(lambda=0.7)}
   * @return the reranker, or empty when the text is not a built-in reranker's (or a chain's of
   *     such)
   * @throws IllegalArgumentException when it is one's, but a parameter is missing or wrong
   */
  public static Optional<Reranker> parse(String configuration) {
    int open = configuration.indexOf('(');
    if (open < 0 || !configuration.endsWith(")")) {
      return Optional.empty();
    }
    String name = configuration.substring(0, open);
    String inside = configuration.substring(open + 1, configuration.length() - 1);
    return switch (name) {
      case Mmr.NAME -> {
        Parameters given = new Parameters(configuration, inside);
        yield Optional.of(Mmr.lambda(given.number("lambda")).on(given.names()));
      }
      case Dpp.NAME -> {
        Parameters given = new Parameters(configuration, inside);
        yield Optional.of(Dpp.theta(given.number("theta")).on(given.names()));
      }
      case AttributeCap.NAME -> {
        Parameters given = new Parameters(configuration, inside);
        yield Optional.of(AttributeCap.per(decode(given.text("attribute")), given.whole("max")));
      }
      case Chain.NAME -> parseChain(inside);
      case ByVariant.NAME -> parseByVariant(inside);
      default -> Optional.empty();
    };
  }

  private static Optional<Reranker> parseChain(String inside) {
    List<Reranker> steps = new ArrayList<>();
    for (String part : splitOutside(inside)) {
      Optional<Reranker> step = parse(part);
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.get());
    }
    return Optional.of(new Chain(steps));
  }

  private static Optional<Reranker> parseByVariant(String inside) {
    ByVariant choice = byVariant();
    for (String part : inside.isEmpty() ? List.<String>of() : splitOutside(inside)) {
      int equals = part.indexOf('=');
      Optional<Reranker> own = equals < 0 ? Optional.empty() : parse(part.substring(equals + 1));
      if (own.isEmpty()) {
        return Optional.empty();
      }
      choice = choice.variant(decode(part.substring(0, equals)), own.get());
    }
    return Optional.of(choice);
  }

  /** Splits at the commas outside parentheses. */
  private static List<String> splitOutside(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** The {@code name=value} pairs of a configuration. */
  private static final class Parameters {
    private final String configuration;
    private final Map<String, String> values = new TreeMap<>();

    Parameters(String configuration, String inside) {
      this.configuration = configuration;
      for (String part : splitOutside(inside)) {
        int equals = part.indexOf('=');
        if (equals > 0) {
          values.put(part.substring(0, equals), part.substring(equals + 1));
        }
      }
    }

    String text(String name) {
      String value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException(
            "reranker '" + configuration + "' lacks " + name + ", expected " + name + "=...");
      }
      return value;
    }

    double number(String name) {
      try {
        return Double.parseDouble(text(name));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s is '%s' in reranker '%s', expected a number",
                name,
                text(name),
                configuration),
            e);
      }
    }

    int whole(String name) {
      try {
        return Integer.parseInt(text(name));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s is '%s' in reranker '%s', expected a whole number",
                name,
                text(name),
                configuration),
            e);
      }
    }

    String[] names() {
      String value = values.getOrDefault("on", "");
      return value.isEmpty()
          ? new String[0]
          : Arrays.stream(value.split("\\|", -1)).map(Rerankers::decode).toArray(String[]::new);
    }
  }

  static String writeNames(List<String> names) {
    return names.isEmpty()
        ? ""
        : names.stream().map(Rerankers::encode).collect(Collectors.joining("|", ",on=", ""));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  static List<String> checkNames(String reranker, String[] names) {
    for (String name : names) {
      if (name.isBlank()) {
        throw new IllegalArgumentException(
            "blank name, expected features or facets (" + reranker + ")");
      }
    }
    return List.of(names);
  }

  /** Returns how many works a reranker that leaves none out gives. */
  static int count(String reranker, RankedPool pool, int n) {
    if (n < 1) {
      throw new IllegalArgumentException(
          "n is " + n + ", expected 1 or more (reranker '" + reranker + "')");
    }
    return Math.min(n, pool.size());
  }

  /** Returns the relevance of each work. */
  static double[] relevance(RankedPool pool) {
    double[] relevance = new double[pool.size()];
    for (int i = 0; i < relevance.length; i++) {
      relevance[i] = pool.relevance(i);
    }
    return relevance;
  }
}
