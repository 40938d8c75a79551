package io.artrec.eval.report;

import io.artrec.eval.metric.Metric.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says in sentences what was found. */
final class Words {
  private Words() {}

  /** Returns an arrow that shows which values of a metric are good; nothing for neither. */
  static String arrow(Direction direction) {
    return switch (direction) {
      case HIGHER -> "\u2191";
      case LOWER -> "\u2193";
      case NEITHER -> "";
    };
  }

  static String spoken(Direction direction) {
    return switch (direction) {
      case HIGHER -> "higher is better";
      case LOWER -> "lower is better";
      case NEITHER -> "describes, neither end is better";
    };
  }

  static String withDirection(Findings findings, String metric) {
    return (metric + " " + arrow(findings.direction(metric))).strip();
  }

  /** Returns how much there is of everything. */
  static String size(Findings findings) {
    return String.join(
        " \u00b7 ",
        Numbers.count(findings.ranked().size(), "recommender", "recommenders"),
        Numbers.count(findings.result().splits().size(), "split", "splits"),
        Numbers.count(findings.metrics().size(), "metric", "metrics"),
        Numbers.count(findings.userCount(), "visitor", "visitors"));
  }

  /**
   * Returns a paragraph: which is best on the first metric, and whether that is more than chance.
   */
  static String summary(Findings findings) {
    if (findings.metrics().isEmpty()) {
      return "Nothing was measured but times.";
    }
    String metric = findings.metrics().get(0);
    String best = findings.ranked().get(0);
    OptionalDouble value = findings.value(best, metric);
    if (value.isEmpty()) {
      return "No recommender has a value of " + metric + ".";
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(first(findings, metric, best, value.getAsDouble()));
    baseline(findings, metric, best).ifPresent(sentences::add);
    runnerUp(findings, metric).ifPresent(sentences::add);
    others(findings, best).ifPresent(sentences::add);
    return String.join(" ", sentences);
  }

  private static String first(Findings findings, String metric, String best, double value) {
    String number = Numbers.brief(value);
    if (findings.ranked().size() == 1) {
      return best + " reaches " + number + " on " + metric + ".";
    }
    return switch (findings.direction(metric)) {
      case HIGHER -> best + " is best on " + metric + ", with " + number + ".";
      case LOWER -> best + " is best on " + metric + ", where less is better, with " + number + ".";
      case NEITHER ->
          metric + " describes and has no best; " + best + " has the highest, " + number + ".";
    };
  }

  private static Optional<String> runnerUp(Findings findings, String metric) {
    if (findings.ranked().size() < 2) {
      return Optional.empty();
    }
    String best = findings.ranked().get(0);
    String second = findings.ranked().get(1);
    OptionalDouble value = findings.value(second, metric);
    if (second.equals(findings.baseline()) || value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "The runner-up, "
            + second
            + ", has "
            + Numbers.brief(value.getAsDouble())
            + Comparison.between(findings, best, second, metric)
                .map(c -> "; " + verdict(c, "the difference"))
                .orElse("")
            + ".");
  }

  private static Optional<String> baseline(Findings findings, String metric, String best) {
    OptionalDouble value = findings.value(findings.baseline(), metric);
    if (best.equals(findings.baseline())) {
      return findings.ranked().size() == 1
          ? Optional.empty()
          : Optional.of("It is the baseline: nothing that was tried does better.");
    }
    if (value.isEmpty()) {
      return Optional.of("The baseline, " + findings.baseline() + ", has no value.");
    }
    Optional<Comparison> comparison =
        Comparison.withBaseline(findings, metric).stream()
            .filter(c -> c.recommender().equals(best))
            .findFirst();
    return Optional.of(
        "That is "
            + change(findings.value(best, metric).orElse(0), value.getAsDouble())
            + " the baseline, "
            + findings.baseline()
            + " ("
            + Numbers.brief(value.getAsDouble())
            + ")"
            + comparison.map(c -> "; " + verdict(c, "the difference")).orElse("")
            + ".");
  }

  private static String change(double value, double baseline) {
    if (value == baseline) {
      return "as much as";
    }
    String size =
        baseline > 0 && value >= 0 ? Numbers.percent(Math.abs(value / baseline - 1)) + " " : "";
    return size + (value > baseline ? "more than" : "less than");
  }

  private static String verdict(Comparison comparison, String subject) {
    String visitors = Numbers.count(comparison.test().pairs(), "visitor", "visitors");
    if (comparison.adjusted().isEmpty()) {
      return "whether that is chance cannot be said (" + comparison.test().detail() + ")";
    }
    double p = comparison.adjusted().getAsDouble();
    String chance = p < 0.001 ? "p\u00a0<\u00a00.001" : "p\u00a0=\u00a0" + Numbers.probability(p);
    return subject
        + (comparison.significant() ? " is significant" : " may be chance")
        + " ("
        + chance
        + ", "
        + visitors
        + ")";
  }

  private static Optional<String> others(Findings findings, String best) {
    List<String> also = new ArrayList<>();
    List<String> not = new ArrayList<>();
    for (String metric : findings.metrics().subList(1, findings.metrics().size())) {
      List<String> winners =
          findings.ranked().stream().filter(name -> findings.best(name, metric)).toList();
      if (winners.contains(best)) {
        also.add(metric);
      } else if (!winners.isEmpty()) {
        not.add(metric + " (" + winners.get(0) + ")");
      }
    }
    if (also.isEmpty() && not.isEmpty()) {
      return Optional.empty();
    }
    String sentence =
        also.isEmpty()
            ? "Others are best on " + join(not)
            : "It is also best on " + join(also) + (not.isEmpty() ? "" : "; not on " + join(not));
    return Optional.of(sentence + ".");
  }

  private static String join(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : parts.stream().limit(last).collect(Collectors.joining(", ")) + " and " + parts.get(last);
  }

  /** Returns one sentence for each value that is absent or does not stand for every split. */
  static List<String> absences(Findings findings) {
    List<String> sentences = new ArrayList<>();
    for (String metric : findings.metrics()) {
      findings.ranked().stream()
          .filter(name -> findings.reason(name, metric).isPresent())
          .collect(
              Collectors.groupingBy(
                  name -> findings.reason(name, metric).orElse(""),
                  TreeMap::new,
                  Collectors.joining(", ")))
          .forEach((reason, names) -> sentences.add(metric + ", " + names + ": " + reason + "."));
    }
    return sentences;
  }
}
