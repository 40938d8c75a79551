package io.artrec.watch;

import io.artrec.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a recommender did in a window of time: figures, and warnings by stated thresholds. Immutable
 * and thread-safe.
 */
public final class WatchReport {
  /** From this share of common works on, everybody gets the same. */
  public static final double SAME = 0.8;

  /** From this share of places for the most shown hundredth of works on, few works take all. */
  public static final double CONCENTRATED = 0.5;

  /** From this share of fall-backs on, taste has little to say. */
  public static final double FALLING_BACK = 0.5;

  /** From this share of empty answers on, filters leave too little. */
  public static final double EMPTY = 0.01;

  /**
   * From this distance between distributions of scores on, and when it is no chance, they drift.
   */
  public static final double DRIFT = 0.1;

  /** Works and places that are wanted before concentration is warned of. */
  private static final int ENOUGH = 100;

  record Period(Instant from, Instant to) {}

  /**
   * What is not counted but asked.
   *
   * @param works how many works may be recommended
   * @param sinceLearning events since strategies learned, or the watch began
   */
  record Surroundings(
      Health health, Optional<Instant> forgettingSince, int works, long sinceLearning) {}

  private final Period period;
  private final Tally tally;
  private final Surroundings around;

  WatchReport(Period period, Tally tally, Surroundings around) {
    this.period = period;
    this.tally = tally;
    this.around = around;
  }

  /**
   * Returns where the window begins, or the watch.
   *
   * @return the time of the watch's clock
   */
  public Instant from() {
    return period.from();
  }

  /**
   * Returns when the report was made.
   *
   * @return the time of the watch's clock
   */
  public Instant to() {
    return period.to();
  }

  /**
   * Returns how many answers were given.
   *
   * @return recommendations and answers to what is similar
   */
  public long answers() {
    return tally.count(Counted.RECOMMENDED) + tally.count(Counted.SIMILAR);
  }

  /** {@return how many answers came from the cache; 0 without a cache} */
  public long cachedAnswers() {
    return tally.count(Counted.CACHED);
  }

  /** {@return how many answers had no work} */
  public long emptyAnswers() {
    return tally.count(Counted.EMPTY);
  }

  /** {@return how many answers left something out, as re-ranking} */
  public long partialAnswers() {
    return tally.count(Counted.PARTIAL);
  }

  /**
   * Returns what a share of the answers did not exceed in a step; answers from the cache count in
   * the total alone.
   *
   * @param stage the step
   * @param share of the answers, above 0 to 1: 0.99 for the 99th percentile
   * @return the time, at most a sixteenth too long; zero without answers
   */
  public Duration latency(Stage stage, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share is " + share + ", expected above 0 to 1");
    }
    return Duration.ofNanos(tally.latencies(stage).percentile(share));
  }

  /** {@return which share of places only fills answers, 0 to 1} */
  public double fallbackShare() {
    return tally.share(Counted.FALLBACKS, Counted.PLACES);
  }

  /** {@return which share of the works that may be recommended was shown, in the sample; 0 to 1} */
  public double coverage() {
    return around.works() == 0 ? 0 : Math.min(1, (double) tally.shown().works() / around.works());
  }

  /**
   * {@return which share of the places the most shown hundredth of the works took, one work at
   * least; 0 to 1}
   */
  public double topShare() {
    return tally.shown().topShare(around.works());
  }

  /**
   * Returns how unevenly works are shown: Gini's coefficient of the places by work (Corrado Gini,
   * "Variabilità e mutabilità", 1912), works that were never shown included.
   *
   * @return 0 when all are shown alike, near 1 when one takes all places
   */
  public double gini() {
    return tally.shown().gini(around.works());
  }

  /**
   * {@return which share of their works the answers of two visitors have in common, on average; 0
   * to 1; empty for fewer than twenty visitors}
   */
  public OptionalDouble overlap() {
    return tally.shown().overlap();
  }

  /**
   * Returns how far the scores of first works are from those right after the last learning: the
   * largest distance of their distributions (Kolmogorov and Smirnov).
   *
   * @return 0 to 1; empty before 500 answers after learning and 200 more in the window
   */
  public OptionalDouble drift() {
    return tally.drift();
  }

  /**
   * Returns how many events were recorded.
   *
   * @return the number of events
   */
  public long recorded() {
    return tally.count(Counted.RECORDED);
  }

  /**
   * Returns how many events were known already, or of visitors who opted out.
   *
   * @return the number of events
   */
  public long ignored() {
    return tally.count(Counted.IGNORED);
  }

  /**
   * Returns how often events were refused, which was thrown.
   *
   * @return the number of calls
   */
  public long refused() {
    return tally.count(Counted.REFUSED);
  }

  /**
   * Returns how many events were recorded since strategies learned, as far as the watch heard.
   *
   * @return the number of events
   */
  public long eventsSinceLearning() {
    return around.sinceLearning();
  }

  /**
   * Returns since when something that must be forgotten may still be held.
   *
   * @return the time; empty when nothing is pending
   */
  public Optional<Instant> forgettingPendingSince() {
    return around.forgettingSince();
  }

  /**
   * Returns whether something is wrong.
   *
   * @return the recommender's health when the report was made
   */
  public Health health() {
    return around.health();
  }

  /**
   * Returns what somebody should look at.
   *
   * @return sentences, what is broken first; empty when nothing stands out
   */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    health().problems().forEach(problem -> warnings.add(problem.sentence()));
    OptionalDouble overlap = overlap();
    if (overlap.isPresent() && overlap.getAsDouble() >= SAME) {
      warnings.add(
          "Everybody gets nearly the same: two visitors' answers share "
              + percent(overlap.getAsDouble())
              + " of their works on average (warned from "
              + percent(SAME)
              + "). See whether visitors have histories, and what the strategy makes of them.");
    }
    if (topShare() >= CONCENTRATED && around.works() >= ENOUGH && tally.shown().total() >= ENOUGH) {
      warnings.add(
          "Few works take most places: the most shown hundredth of the works takes "
              + percent(topShare())
              + " of them (warned from "
              + percent(CONCENTRATED)
              + "). Popular works may crowd out the rest; a re-ranker for diversity may help.");
    }
    if (fallbackShare() >= FALLING_BACK) {
      warnings.add(
          "Taste has little to say: "
              + percent(fallbackShare())
              + " of the places only fill answers (warned from "
              + percent(FALLING_BACK)
              + ").");
    }
    if (answers() > 0 && emptyAnswers() >= EMPTY * answers()) {
      warnings.add(
          emptyAnswers()
              + " of "
              + answers()
              + " answers are empty (warned from "
              + percent(EMPTY)
              + "): filters and exclusions leave nothing.");
    }
    if (tally.hasDrifted()) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "Scores have drifted since the last learning: their distribution is %.2f from what"
                  + " it was (warned from %.2f). Learn again, and see what changed.",
              tally.drift().orElse(0),
              DRIFT));
    }
    if (refused() > 0) {
      warnings.add(refused() + " calls to record events were refused; see the exceptions.");
    }
    if (tally.count(Counted.FAILED_LESSONS) > 0) {
      warnings.add("Learning failed " + tally.count(Counted.FAILED_LESSONS) + " times.");
    }
    return List.copyOf(warnings);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /**
   * Returns the figures in maps, lists, numbers and texts, which any writer of JSON takes.
   *
   * @return an unmodifiable map; milliseconds by step and percentile under {@code latencies}
   */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("from", from().toString());
    plain.put("to", to().toString());
    plain.put("answers", answers());
    plain.put("cachedAnswers", cachedAnswers());
    plain.put("emptyAnswers", emptyAnswers());
    plain.put("partialAnswers", partialAnswers());
    Map<String, Object> latencies = new LinkedHashMap<>();
    for (Stage stage : Stage.values()) {
      Map<String, Object> millis = new LinkedHashMap<>();
      millis.put("p50", latency(stage, 0.5).toNanos() / 1e6);
      millis.put("p90", latency(stage, 0.9).toNanos() / 1e6);
      millis.put("p99", latency(stage, 0.99).toNanos() / 1e6);
      latencies.put(stage.name().toLowerCase(Locale.ROOT), Collections.unmodifiableMap(millis));
    }
    plain.put("latencies", Collections.unmodifiableMap(latencies));
    plain.put("fallbackShare", fallbackShare());
    plain.put("coverage", coverage());
    plain.put("topShare", topShare());
    plain.put("gini", gini());
    overlap().ifPresent(share -> plain.put("overlap", share));
    drift().ifPresent(distance -> plain.put("drift", distance));
    plain.put("recorded", recorded());
    plain.put("ignored", ignored());
    plain.put("refused", refused());
    plain.put("eventsSinceLearning", eventsSinceLearning());
    forgettingPendingSince()
        .ifPresent(since -> plain.put("forgettingPendingSince", since.toString()));
    plain.put("health", health().plain());
    plain.put("warnings", warnings());
    return Collections.unmodifiableMap(plain);
  }

  /**
   * Returns the report for a person to read.
   *
   * @return some lines of plain English
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "From %s to %s: %,d answers, %,d of them empty, %,d without a part, %,d from the cache.",
        from(),
        to(),
        answers(),
        emptyAnswers(),
        partialAnswers(),
        cachedAnswers());
    if (answers() > 0) {
      line(
          text,
          "Half of the answers took %s, one in ten more than %s, one in a hundred more than %s.",
          millis(Stage.TOTAL, 0.5),
          millis(Stage.TOTAL, 0.9),
          millis(Stage.TOTAL, 0.99));
      line(
          text,
          "By step, of one in a hundred: scoring %s, choosing %s, re-ranking %s, reasons %s.",
          millis(Stage.SCORING, 0.99),
          millis(Stage.CHOOSING, 0.99),
          millis(Stage.RERANKING, 0.99),
          millis(Stage.EXPLAINING, 0.99));
      line(
          text,
          "Shown: %,d of %,d works (%s). The most shown hundredth takes %s of the places; Gini"
              + " %.2f.",
          tally.shown().works(),
          around.works(),
          percent(coverage()),
          percent(topShare()),
          gini());
      overlap()
          .ifPresent(
              share ->
                  line(
                      text,
                      "Two visitors' answers share %s of their works on average.",
                      percent(share)));
      line(text, "Places that only fill answers: %s.", percent(fallbackShare()));
      drift()
          .ifPresent(
              distance ->
                  line(
                      text, "Scores are %.2f from those right after the last learning.", distance));
    }
    line(
        text,
        "Recorded: %,d events, %,d ignored, %,d calls refused; %,d events since learning.",
        recorded(),
        ignored(),
        refused(),
        eventsSinceLearning());
    forgettingPendingSince()
        .ifPresent(since -> line(text, "Forgetting has been pending since %s.", since));
    line(text, "Health: %s.", health().isUp() ? "up" : "degraded");
    warnings().forEach(warning -> line(text, "WARNING: %s", warning));
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private String millis(Stage stage, double share) {
    return String.format(Locale.ROOT, "%.2f ms", latency(stage, share).toNanos() / 1e6);
  }

  @Override
  public String toString() {
    return text();
  }
}
