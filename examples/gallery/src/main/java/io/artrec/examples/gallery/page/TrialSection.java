package io.artrec.examples.gallery.page;

import io.artrec.eval.online.ExperimentReport;
import io.artrec.eval.online.ExperimentReport.Comparison;
import io.artrec.eval.online.ExperimentReport.Look;
import io.artrec.eval.online.Interval;
import io.artrec.eval.report.ExperimentPage;
import io.artrec.examples.gallery.collection.Mixtures;
import io.artrec.examples.gallery.collection.Trial;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The running experiment: how its variants do, the interval at each look, and whether to stop. */
final class TrialSection {
  private static final double LEAST_HEIGHT = 0.1;
  private static final double HOURS_OF_A_DAY = 24;

  private final Gallery gallery;

  TrialSection(Gallery gallery) {
    this.gallery = gallery;
  }

  private ExperimentReport report() {
    return gallery.collection().trial().look(gallery.clock().instant());
  }

  /** The library's own page of it, as a file: its styles are inside, which pages here refuse. */
  Response file() {
    byte[] page = ExperimentPage.of(report()).html().getBytes(StandardCharsets.UTF_8);
    return Response.bytes("text/html; charset=utf-8", page)
        .header("Content-Disposition", "attachment; filename=\"gallery-experiment.html\"");
  }

  Tag show(Visit visit) {
    ExperimentReport report = report();
    Comparison comparison = report.comparisons().get(0);
    Tag section =
        Tag.of("section", "trial")
            .add(Tag.of("h2").text(visit.say(Text.TRIAL_TITLE)))
            .add(
                Tag.of("p", "lead")
                    .text(
                        visit.say(
                            Text.TRIAL_LEAD,
                            Trial.HORIZON.toMinutes(),
                            Math.round(100 * (1 - report.level())))))
            .add(Tag.of("p", "understood").text(advice(visit, comparison)));
    List<Look> looks = comparison.looks();
    if (!looks.isEmpty()) {
      String difference = difference(visit, looks.get(looks.size() - 1));
      section.add(Tag.of("p").text(difference)).add(drawn(report, comparison, difference));
    }
    return section
        .add(table(visit, report, comparison))
        .add(
            Tag.of("p", "more")
                .add(
                    Tag.of("a")
                        .attr("href", "/operator/experiment")
                        .flag("download", true)
                        .text(visit.say(Text.TRIAL_REPORT))));
  }

  private static String advice(Visit visit, Comparison comparison) {
    String advice =
        visit.say(
            switch (comparison.rule()) {
              case GO_ON -> comparison.looks().isEmpty() ? Text.TRIAL_FEW : Text.TRIAL_GO_ON;
              case STOP_BETTER -> Text.TRIAL_BETTER;
              case STOP_WORSE -> Text.TRIAL_WORSE;
              case STOP_NO_DIFFERENCE -> Text.TRIAL_SAME;
              case STOP_WRONG_SPLIT -> Text.TRIAL_FAULT;
            });
    return comparison
        .left()
        .map(left -> advice + visit.words().gap() + visit.say(Text.TRIAL_LEFT, days(left)))
        .orElse(advice);
  }

  private static long days(Duration left) {
    return Math.max(1, Math.round(left.toHours() / HOURS_OF_A_DAY));
  }

  private static String difference(Visit visit, Look look) {
    Interval interval = look.interval();
    return visit.say(
        Text.TRIAL_DIFFERENCE,
        points(look.difference()),
        "[" + points(interval.low()) + ", " + points(interval.high()) + "]");
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%+.1f", 100 * share);
  }

  private static Tag drawn(ExperimentReport report, Comparison comparison, String spoken) {
    List<Look> looks = comparison.looks();
    double reach = LEAST_HEIGHT;
    for (Look look : looks) {
      reach = Math.max(reach, Math.max(look.interval().high(), -look.interval().low()));
    }
    double height = Math.min(1, reach);
    Instant first = looks.get(0).time();
    Instant last = looks.get(looks.size() - 1).time();
    double millis = Math.max(1, Duration.between(first, last).toMillis());
    List<Plot.Point> low = new ArrayList<>();
    List<Plot.Point> high = new ArrayList<>();
    List<Plot.Point> middle = new ArrayList<>();
    for (Look look : looks.size() == 1 ? List.of(looks.get(0), looks.get(0)) : looks) {
      double x = low.size() == 1 && looks.size() == 1 ? 1 : at(first, look.time(), millis);
      low.add(new Plot.Point(x, look.interval().low()));
      high.add(new Plot.Point(x, look.interval().high()));
      middle.add(new Plot.Point(x, look.difference()));
    }
    return new Plot(-height, height)
        .band(low, high, "band")
        .level(report.margin(), "margin")
        .level(-report.margin(), "margin")
        .level(0, "ground")
        .line(middle, "line-0")
        .draw(
            spoken,
            List.of(points(height), "0", points(-height)),
            List.of(OperatorPage.TIME.format(first), OperatorPage.TIME.format(last)));
  }

  private static double at(Instant first, Instant time, double millis) {
    return Duration.between(first, time).toMillis() / millis;
  }

  private static Tag table(Visit visit, ExperimentReport report, Comparison comparison) {
    Tag head = Tag.of("tr");
    for (Text column :
        List.of(Text.TRIAL_VARIANT, Text.TRIAL_MET, Text.TRIAL_DONE, Text.TRIAL_LIKED)) {
      head.add(Tag.of("th").attr("scope", "col").text(visit.say(column)));
    }
    long fixed = report.exposed().getOrDefault(Mixtures.FIXED, 0L);
    long learned = report.exposed().getOrDefault(Mixtures.LEARNED, 0L);
    return Tag.of("table", "figures")
        .add(Tag.of("thead").add(head))
        .add(
            Tag.of("tbody")
                .add(
                    row(visit.say(Text.TRIAL_FIXED), fixed, comparison.controlUsers())
                        .add(share(comparison.controlMean())))
                .add(
                    row(visit.say(Text.TRIAL_LEARNED), learned, comparison.visitors())
                        .add(share(comparison.mean()))));
  }

  private static Tag row(String name, long met, long counted) {
    return Tag.of("tr")
        .add(Tag.of("th").attr("scope", "row").text(name))
        .add(Tag.of("td", "number").text(Long.toString(met)))
        .add(Tag.of("td", "number").text(Long.toString(counted)));
  }

  private static Tag share(OptionalDouble mean) {
    return Tag.of("td", "number")
        .text(
            mean.isPresent()
                ? String.format(Locale.ROOT, "%.1f %%", 100 * mean.getAsDouble())
                : "–");
  }
}
