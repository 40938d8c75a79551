package io.artrec.eval.online;

import io.artrec.experiment.OnlineExperiment;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
import java.util.stream.Collectors;

/**
 * How an experiment stood when an {@link ExperimentMonitor} looked: whether to stop, why, and in
 * words. Immutable and thread-safe.
 */
public final class ExperimentReport {
  /**
   * What was known of a difference at one time.
   *
   * @param time when
   * @param difference mean outcome of the variant minus that of the control
   * @param interval what holds the true difference, at all looks at once
   */
  public record Look(Instant time, double difference, Interval interval) {}

  /** A variant against the control. Immutable. */
  public static final class Comparison {
    private final String variant;
    private final long[] visitors;
    private final OptionalDouble mean;
    private final OptionalDouble controlMean;
    private final StopRule rule;
    private final Optional<Look> decisive;
    private final List<Look> looks;
    private final Optional<Duration> left;

    Comparison(
        String variant,
        AbTest test,
        StopRule rule,
        Optional<Look> decisive,
        List<Look> looks,
        Optional<Duration> left) {
      this.variant = variant;
      visitors = new long[] {test.controlCount(), test.treatmentCount()};
      mean = test.treatmentMean();
      controlMean = test.controlMean();
      this.rule = rule;
      this.decisive = decisive;
      this.looks = List.copyOf(looks);
      this.left = left;
    }

    /**
     * Returns what is compared with the control.
     *
     * @return the variant's name
     */
    public String variant() {
      return variant;
    }

    /** {@return how many of the variant's visitors are counted: those whose horizon is over} */
    public long visitors() {
      return visitors[1];
    }

    /** {@return how many of the control's visitors are counted} */
    public long controlUsers() {
      return visitors[0];
    }

    /** {@return the mean outcome of the variant; empty without visitors} */
    public OptionalDouble mean() {
      return mean;
    }

    /** {@return the mean outcome of the control; empty without visitors} */
    public OptionalDouble controlMean() {
      return controlMean;
    }

    /**
     * Returns what is advised. What was decided at an earlier look stays.
     *
     * @return whether to stop, and why
     */
    public StopRule rule() {
      return rule;
    }

    /**
     * Returns the look that decided.
     *
     * @return its time, difference and interval; empty while nothing is decided
     */
    public Optional<Look> decisive() {
      return decisive;
    }

    /**
     * Returns all looks, the earliest first; of more than a thousand, some in between are left out.
     *
     * @return looks from when on anything could be said
     */
    public List<Look> looks() {
      return looks;
    }

    /**
     * Returns about how long it goes on, if visitors come and differ as they do so far: a guess, on
     * which nothing depends.
     *
     * @return the time left; empty when it is decided or too early to say
     */
    public Optional<Duration> left() {
      return left;
    }
  }

  private final OnlineExperiment experiment;
  private final Instant time;
  private final long[] exposed;
  private final double splitPValue;
  private final double margin;
  private final double level;
  private final List<Comparison> comparisons;

  ExperimentReport(
      OnlineExperiment experiment,
      Instant time,
      long[] exposed,
      double splitPValue,
      double margin,
      double level,
      List<Comparison> comparisons) {
    this.experiment = experiment;
    this.time = time;
    this.exposed = exposed;
    this.splitPValue = splitPValue;
    this.margin = margin;
    this.level = level;
    this.comparisons = List.copyOf(comparisons);
  }

  /** {@return what was looked at} */
  public OnlineExperiment experiment() {
    return experiment;
  }

  /**
   * Returns when it was looked at.
   *
   * @return the time of the look
   */
  public Instant time() {
    return time;
  }

  /**
   * Returns the variants against the control.
   *
   * @return one for each variant but the control, in their order
   */
  public List<Comparison> comparisons() {
    return comparisons;
  }

  /**
   * Returns how many visitors met the experiment, counted or not.
   *
   * @return numbers by variant, the control first
   */
  public Map<String, Long> exposed() {
    Map<String, Long> byVariant = new LinkedHashMap<>();
    List<String> variants = experiment.variants();
    for (int variant = 0; variant < exposed.length; variant++) {
      byVariant.put(variants.get(variant), exposed[variant]);
    }
    return Collections.unmodifiableMap(byVariant);
  }

  /**
   * {@return the probability with which visitors divided as planned had looked as unevenly divided
   * at some time so far, 0 to 1} Below {@link SampleRatio#USUAL_LEVEL} nothing else is said.
   */
  public double splitPValue() {
    return splitPValue;
  }

  /** {@return the smallest difference worth having, above 0} */
  public double margin() {
    return margin;
  }

  /**
   * Returns what share of experiments without a difference may end with one, over all looks and
   * variants.
   *
   * @return above 0 and below 1
   */
  public double level() {
    return level;
  }

  /**
   * Tells whether the experiment is over.
   *
   * @return true when every variant is decided, or visitors are not divided as planned
   */
  public boolean isStop() {
    return comparisons.stream().allMatch(comparison -> comparison.rule().isStop());
  }

  /**
   * Says in words what is advised.
   *
   * @return a sentence for each variant, or one when visitors are not divided as planned
   */
  public List<String> sentences() {
    if (comparisons.get(0).rule() == StopRule.STOP_WRONG_SPLIT) {
      return List.of(
          String.format(
              Locale.ROOT,
              "Stop and look for a fault: %s visitors met the variants, planned were shares of %s"
                  + " (p = %.2g). Something loses visitors, and no comparison holds.",
              exposed(),
              experiment.shares(),
              splitPValue));
    }
    return comparisons.stream().map(this::sentence).toList();
  }

  private String sentence(Comparison of) {
    String pair = "'" + of.variant() + "'";
    String control = "'" + experiment.control() + "'";
    return switch (of.rule()) {
      case STOP_BETTER -> decided(of, pair + " does better than " + control);
      case STOP_WORSE -> decided(of, pair + " does worse than " + control);
      case STOP_NO_DIFFERENCE ->
          decided(
              of,
              String.format(
                  Locale.ROOT,
                  "%s and %s differ by less than %s, the least worth having",
                  pair,
                  control,
                  number(margin)));
      case STOP_WRONG_SPLIT, GO_ON -> goOn(of, pair, control);
    };
  }

  private String decided(Comparison of, String what) {
    Look look = of.decisive().orElseThrow();
    return String.format(
        Locale.ROOT,
        "Stop: %s. The difference was %s, with %s %% confidence between %s and %s, on %s.",
        what,
        signed(look.difference()),
        percent(),
        signed(look.interval().low()),
        signed(look.interval().high()),
        look.time());
  }

  private String goOn(Comparison of, String pair, String control) {
    if (of.looks().isEmpty()) {
      return String.format(
          Locale.ROOT,
          "Go on: too few visitors of %s (%d) and %s (%d) are done to say anything.",
          pair,
          of.visitors(),
          control,
          of.controlUsers());
    }
    Look last = of.looks().get(of.looks().size() - 1);
    return String.format(
        Locale.ROOT,
        "Go on%s: the difference of %s to %s is %s, with %s %% confidence between %s and %s.",
        of.left().map(left -> ", for about " + days(left) + " more").orElse(""),
        pair,
        control,
        signed(last.difference()),
        percent(),
        signed(last.interval().low()),
        signed(last.interval().high()));
  }

  private String percent() {
    return BigDecimal.valueOf(100 * (1 - level))
        .setScale(2, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String days(Duration left) {
    long days = Math.max(1, Math.round(left.toHours() / 24.0));
    return days >= 3_650 ? "ten years and" : days == 1 ? "a day" : days + " days";
  }

  private static String signed(double value) {
    return (value > 0 ? "+" : "") + number(value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /**
   * Returns all of it in maps, lists, numbers, texts and booleans, which any writer of JSON takes
   * as they are.
   *
   * @return an unmodifiable map
   */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("experiment", experiment.name());
    plain.put("time", time.toString());
    plain.put("stop", isStop());
    plain.put("exposed", exposed());
    plain.put("splitPValue", splitPValue);
    plain.put("margin", margin);
    plain.put("level", level);
    plain.put("sentences", sentences());
    List<Map<String, Object>> variants = new ArrayList<>();
    comparisons.forEach(comparison -> variants.add(plain(comparison)));
    plain.put("comparisons", Collections.unmodifiableList(variants));
    return Collections.unmodifiableMap(plain);
  }

  private static Map<String, Object> plain(Comparison of) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("variant", of.variant());
    plain.put("rule", of.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    plain.put("visitors", of.visitors());
    plain.put("controlVisitors", of.controlUsers());
    of.mean().ifPresent(mean -> plain.put("mean", mean));
    of.controlMean().ifPresent(mean -> plain.put("controlMean", mean));
    of.left().ifPresent(left -> plain.put("secondsLeft", left.toSeconds()));
    plain.put("looks", of.looks().stream().map(ExperimentReport::plain).toList());
    return Collections.unmodifiableMap(plain);
  }

  private static Map<String, Object> plain(Look look) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("time", look.time().toString());
    plain.put("difference", look.difference());
    plain.put("low", look.interval().low());
    plain.put("high", look.interval().high());
    return Collections.unmodifiableMap(plain);
  }

  /** The sentences, one a line. */
  @Override
  public String toString() {
    return sentences().stream().collect(Collectors.joining("\n"));
  }
}
