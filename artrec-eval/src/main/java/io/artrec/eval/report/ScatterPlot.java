package io.artrec.eval.report;

import io.artrec.eval.metric.Metric.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How right answers are against how varied they are: a point for each recommender. */
final class ScatterPlot {
  private record Dot(String recommender, double x, double y) {}

  private static final int MOST_NAMES = 10;

  private final Findings findings;
  private final String accuracy;
  private final String variety;
  private final List<Dot> dots = new ArrayList<>();

  private ScatterPlot(Findings findings, String accuracy, String variety) {
    this.findings = findings;
    this.accuracy = accuracy;
    this.variety = variety;
    for (String name : findings.ranked()) {
      findings
          .value(name, accuracy)
          .ifPresent(
              y -> findings.value(name, variety).ifPresent(x -> dots.add(new Dot(name, x, y))));
    }
  }

  /** Returns the plot; empty without two recommenders that have both values. */
  static Optional<Plot> of(Findings findings) {
    Optional<String> accuracy = MetricKind.accuracy(findings.metrics());
    Optional<String> variety = MetricKind.variety(findings.metrics());
    if (accuracy.isEmpty() || variety.isEmpty()) {
      return Optional.empty();
    }
    ScatterPlot plot = new ScatterPlot(findings, accuracy.get(), variety.get());
    return plot.dots.size() < 2 ? Optional.empty() : Optional.of(plot.draw());
  }

  private Plot draw() {
    Drawing drawing = new Drawing();
    Frame frame =
        new Frame(
            drawing,
            Scale.around(dots.stream().mapToDouble(Dot::y).toArray(), 5),
            Words.withDirection(findings, accuracy));
    Scale x =
        frame.horizontal(
            Scale.around(dots.stream().mapToDouble(Dot::x).toArray(), 5),
            Words.withDirection(findings, variety),
            "");
    List<Dot> front = dots.stream().filter(this::unsurpassed).toList();
    if (hasFront()) {
      List<double[]> line =
          front.stream()
              .sorted(Comparator.comparingDouble(Dot::x))
              .map(dot -> new double[] {x.at(dot.x), frame.y().at(dot.y)})
              .toList();
      drawing.path(line, "front");
    }
    LabelPlaces places = new LabelPlaces(frame);
    dots.forEach(dot -> places.avoid(x.at(dot.x), frame.y().at(dot.y)));
    for (Dot dot : dots) {
      double px = x.at(dot.x);
      double py = frame.y().at(dot.y);
      drawing.mark(Mark.CIRCLE, px, py, style(dot, front), tooltip(dot));
      places.label(drawing, px, py, labels(dot, front));
    }
    String title = accuracy + " against " + variety;
    return new Plot(
        "accuracy-variety",
        title,
        caption(),
        drawing.svg("accuracy-variety", Frame.END, title, description()));
  }

  private List<String> labels(Dot dot, List<Dot> front) {
    String rank = Integer.toString(findings.rank(dot.recommender));
    boolean named =
        dots.size() <= MOST_NAMES
            || front.contains(dot)
            || dot.recommender.equals(findings.baseline());
    return named ? List.of(dot.recommender, rank) : List.of(rank);
  }

  private boolean hasFront() {
    return findings.direction(accuracy) != Direction.NEITHER
        && findings.direction(variety) != Direction.NEITHER;
  }

  private boolean unsurpassed(Dot dot) {
    return hasFront()
        && dots.stream()
            .noneMatch(
                other ->
                    !Findings.better(dot.x, other.x, findings.direction(variety))
                        && !Findings.better(dot.y, other.y, findings.direction(accuracy))
                        && (other.x != dot.x || other.y != dot.y));
  }

  private String style(Dot dot, List<Dot> front) {
    if (dot.recommender.equals(findings.baseline())) {
      return "mark ring";
    }
    return front.contains(dot) ? "mark s0" : "mark plain";
  }

  private String tooltip(Dot dot) {
    return dot.recommender
        + ": "
        + accuracy
        + " "
        + Numbers.brief(dot.y)
        + ", "
        + variety
        + " "
        + Numbers.brief(dot.x);
  }

  private String caption() {
    return (hasFront()
            ? "Blue, or joined by a line: no other recommender is at least as good on both. "
            : "")
        + "The ring is the baseline."
        + (dots.size() > MOST_NAMES ? " Numbers are ranks in the table of results." : "");
  }

  private String description() {
    return dots.stream().map(this::tooltip).collect(Collectors.joining("; ", "", "."));
  }
}
