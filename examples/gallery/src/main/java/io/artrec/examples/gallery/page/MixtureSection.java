package io.artrec.examples.gallery.page;

import io.artrec.behavior.Earnings.Earned;
import io.artrec.behavior.RewardedAnswer;
import io.artrec.examples.gallery.collection.Mixtures;
import io.artrec.examples.gallery.html.Html;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.words.Text;
import io.artrec.strategy.ArmWeights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How probable each of the learned mixtures is by kind of visitor, over time and now. */
final class MixtureSection {
  private static final int STEPS = 48;

  private final Gallery gallery;

  MixtureSection(Gallery gallery) {
    this.gallery = gallery;
  }

  Tag show(Visit visit) {
    Tag section =
        Tag.of("section")
            .add(Tag.of("h2").text(visit.say(Text.BLEND_TITLE)))
            .add(
                Tag.of("p", "lead")
                    .text(
                        visit.say(
                            Text.BLEND_LEAD,
                            Mixtures.PATIENCE.toMinutes(),
                            Math.round(100 * Mixtures.EXPLORED))));
    List<RewardedAnswer> answers = gallery.recommender().drawnAnswers();
    if (answers.isEmpty()) {
      return section.add(Tag.of("p", "empty").text(visit.say(Text.BLEND_NOTHING)));
    }
    long first = answers.stream().mapToLong(it -> it.answer().epochMillis()).min().orElseThrow();
    List<Instant> times = times(Instant.ofEpochMilli(first), gallery.clock().instant());
    List<ArmWeights> weights =
        gallery.recommender().armWeights(times).stream().map(all -> all.get(0)).toList();
    Tag segments = Tag.of("div", "plots");
    for (String segment : weights.get(0).segments()) {
      segments.add(segment(visit, segment, times, weights));
    }
    return section.add(segments);
  }

  /** From the first wall to now, in even steps. */
  private static List<Instant> times(Instant first, Instant now) {
    long millis = Math.max(0, Duration.between(first, now).toMillis());
    List<Instant> times = new ArrayList<>();
    for (int step = 0; step <= STEPS; step++) {
      times.add(first.plusMillis(millis * step / STEPS));
    }
    return times;
  }

  private static Tag segment(
      Visit visit, String segment, List<Instant> times, List<ArmWeights> weights) {
    ArmWeights now = weights.get(weights.size() - 1);
    Plot plot = new Plot(0, 1).level(0, "ground").level(1, "ground");
    List<String> spoken = new ArrayList<>();
    Tag body = Tag.of("tbody");
    for (int arm = 0; arm < now.arms().size(); arm++) {
      String name = now.arms().get(arm);
      List<Plot.Point> points = new ArrayList<>();
      for (int step = 0; step < weights.size(); step++) {
        points.add(
            new Plot.Point(
                (double) step / (weights.size() - 1),
                weights.get(step).probability(segment, name)));
      }
      plot.line(points, "line-" + arm);
      String probability = percent(now.probability(segment, name));
      spoken.add(named(visit, name) + " " + probability);
      body.add(row(visit, arm, name, probability, now.earned(segment, name)));
    }
    return Tag.of("div")
        .add(Tag.of("h3").text(visit.say(segmentName(segment))))
        .add(
            plot.draw(
                visit.say(Text.BLEND_PLOT, visit.words().list(spoken)),
                List.of("100 %", "0"),
                List.of(
                    OperatorPage.TIME.format(times.get(0)),
                    OperatorPage.TIME.format(times.get(times.size() - 1)))))
        .add(Tag.of("table", "figures").add(head(visit)).add(body));
  }

  private static Tag head(Visit visit) {
    return Tag.of("thead")
        .add(
            Tag.of("tr")
                .add(Tag.of("td"))
                .add(column(visit.say(Text.BLEND_NOW)))
                .add(column(visit.say(Text.BLEND_ANSWERS)))
                .add(column(visit.say(Text.BLEND_REWARD))));
  }

  private static Tag column(String words) {
    return Tag.of("th").attr("scope", "col").text(words);
  }

  private static Tag row(Visit visit, int arm, String name, String probability, Earned earned) {
    return Tag.of("tr")
        .add(
            Tag.of("th")
                .attr("scope", "row")
                .add(Plot.sample("line-" + arm), Html.text(named(visit, name))))
        .add(Tag.of("td", "number").text(probability))
        .add(Tag.of("td", "number").text(String.format(Locale.ROOT, "%.0f", earned.answers())))
        .add(
            Tag.of("td", "number")
                .text(
                    earned.answers() > 0
                        ? String.format(Locale.ROOT, "%.2f", earned.reward() / earned.answers())
                        : "–"));
  }

  private static String named(Visit visit, String arm) {
    return switch (arm) {
      case "content" -> visit.say(Text.ARM_CONTENT);
      case "visitors" -> visit.say(Text.ARM_VISITORS);
      case "known" -> visit.say(Text.ARM_KNOWN);
      default -> arm;
    };
  }

  private static Text segmentName(String segment) {
    return switch (segment) {
      case "new" -> Text.SEGMENT_NEW;
      case "some" -> Text.SEGMENT_SOME;
      default -> Text.SEGMENT_MANY;
    };
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
