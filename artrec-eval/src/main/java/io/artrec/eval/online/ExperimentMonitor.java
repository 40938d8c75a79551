package io.artrec.eval.online;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.experiment.OnlineExperiment;
import io.artrec.experiment.internal.StableHash;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Watches a running {@link OnlineExperiment}: takes the events that visitors record, and may be
 * asked at any time whether to stop. Thread-safe.
 *
 * <p>A visitor belongs to the variant that the experiment's hash gives them, whatever answered
 * them, and so do all their events (intention to treat): nothing that a variant does can move a
 * visitor from one side to the other, and no event has to say which answer it came of. They take
 * part from their first exposure on, which is their first impression unless {@linkplain
 * Builder#exposedBy said} otherwise. Their outcome is what they did within a fixed {@linkplain
 * Builder#horizon horizon} after that, up to a cap. Once the horizon is over the number is final
 * and becomes one observation, whatever they do later; before, it is none. So observations are
 * independent, one by visitor, and never change, which is what the {@linkplain AbTest confidence
 * sequence} asks for: looks at any time, as many as wanted, raise false alarms with the probability
 * {@linkplain Builder#level level} at most, over all of them and all variants together (the level
 * is divided by the number of variants but the control).
 *
 * <p>Events are to come in about the order of their times, as they are recorded or as a log replays
 * them; what comes after a visitor's number is final does not count. Memory: a visitor whose
 * horizon is not over takes an entry with their id, one who is done 8 to 16 bytes, a hash of the
 * id.
 */
public final class ExperimentMonitor {
  private static final int MOST_LOOKS = 1_000;

  /** Separates hashes of visitors who are done from those that divide them. */
  private static final long DONE = 0x646f6e65L;

  /** A visitor whose horizon is not over. */
  private static final class Visit {
    private final String visitor;
    private final int variant;
    private final long first;
    private double outcome;

    Visit(String visitor, int variant, long first) {
      this.visitor = visitor;
      this.variant = variant;
      this.first = first;
    }
  }

  /** A variant against the control. */
  private static final class Contest {
    private final String variant;
    private final AbTest test;
    private final List<ExperimentReport.Look> looks = new ArrayList<>();
    private StopRule decided = StopRule.GO_ON;
    private Optional<ExperimentReport.Look> decisive = Optional.empty();

    Contest(String variant, AbTest test) {
      this.variant = variant;
      this.test = test;
    }
  }

  private final Builder setup;
  private final SequentialRatio ratio;
  private final List<Contest> contests = new ArrayList<>();
  private final Map<String, Visit> visits = new HashMap<>();
  private final LongOpenHashSet done = new LongOpenHashSet();
  private long begin = Long.MAX_VALUE;

  private ExperimentMonitor(Builder setup) {
    this.setup = setup;
    List<String> variants = setup.experiment.variants();
    ratio =
        new SequentialRatio(
            setup.experiment.shares().values().stream().mapToDouble(share -> share).toArray());
    double level = setup.level / (variants.size() - 1);
    for (String variant : variants.subList(1, variants.size())) {
      contests.add(
          new Contest(
              variant,
              setup.bounded
                  ? AbTest.bounded(level, 0, setup.cap)
                  : AbTest.asymptotic(level, setup.planned)));
    }
  }

  /**
   * Starts to set up a monitor.
   *
   * @param experiment the experiment, with two variants or more
   * @return a builder with the usual settings
   */
  public static Builder of(OnlineExperiment experiment) {
    return new Builder(experiment);
  }

  /** Sets up a monitor. Not thread-safe. */
  public static final class Builder {
    private final OnlineExperiment experiment;
    private Instant since = Instant.MIN;
    private Duration horizon = Duration.ofDays(1);
    private double level = 0.05;
    private double margin = 0.01;
    private long planned = 10_000;
    private boolean bounded;
    private double cap = 1;
    private Predicate<Interaction> exposure = Interaction::isImpression;
    private ToDoubleFunction<Interaction> worth = converting(Set.of(InteractionKind.FAVORITE));

    private Builder(OnlineExperiment experiment) {
      experiment.assignment();
      this.experiment = experiment;
    }

    private static ToDoubleFunction<Interaction> converting(Set<InteractionKind> kinds) {
      return event -> kinds.contains(event.kind()) ? 1 : 0;
    }

    /**
     * Sets when the experiment began: earlier events do not count. All count unless set.
     *
     * @param time the begin
     * @return this builder
     */
    public Builder since(Instant time) {
      since = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * Sets for how long after the first exposure what a visitor does counts; one day unless set.
     *
     * @param time above 0, at most 3,650 days
     * @return this builder
     */
    public Builder horizon(Duration time) {
      if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofDays(3_650)) > 0) {
        throw new IllegalArgumentException(
            "horizon is " + time + ", expected above 0 and at most 3,650 days, for instance P1D");
      }
      horizon = time;
      return this;
    }

    /**
     * Sets what share of experiments without a difference may end with one; 0.05 unless set.
     *
     * @param alarms above 0 and below 1
     * @return this builder
     */
    public Builder level(double alarms) {
      level = Arguments.level(alarms);
      return this;
    }

    /**
     * Sets the smallest difference of mean outcomes worth having; 0.01 unless set.
     *
     * @param difference above 0, in the unit of outcomes
     * @return this builder
     */
    public Builder margin(double difference) {
      if (!(difference > 0) || Double.isInfinite(difference)) {
        throw new IllegalArgumentException("margin is " + difference + ", expected above 0");
      }
      margin = difference;
      return this;
    }

    /**
     * Sets how many visitors are expected by the time a decision is wanted; 10,000 unless set.
     * Tunes the width of intervals, not their validity ({@link AbTest#asymptotic}).
     *
     * @param visitors at least 4
     * @return this builder
     */
    public Builder plannedUsers(long visitors) {
      AbTest.asymptotic(level, visitors);
      planned = visitors;
      return this;
    }

    /**
     * Uses {@link AbTest#bounded} in place of {@link AbTest#asymptotic}: wider intervals, valid
     * from the first visitor however rare the outcome. For outcomes of a few in a hundred, and
     * variants of few visitors.
     *
     * @return this builder
     */
    public Builder bounded() {
      bounded = true;
      return this;
    }

    /**
     * Counts visitors who do one of some things within the horizon: an outcome of 1, and otherwise
     * 0. {@link InteractionKind#FAVORITE} alone unless set.
     *
     * @param kinds what they are to do, one or more
     * @return this builder
     */
    public Builder converting(InteractionKind... kinds) {
      if (kinds.length == 0) {
        throw new IllegalArgumentException(
            "no kind of event converts a visitor, expected one or more");
      }
      return counting(1, converting(EnumSet.copyOf(List.of(kinds))));
    }

    /**
     * Adds up what events are worth within the horizon.
     *
     * @param most what an outcome is at most, so that nobody decides alone; above 0
     * @param value what an event is worth, 0 or more
     * @return this builder
     */
    public Builder counting(double most, ToDoubleFunction<Interaction> value) {
      if (!(most > 0) || Double.isInfinite(most)) {
        throw new IllegalArgumentException("outcomes are at most " + most + ", expected above 0");
      }
      cap = most;
      worth = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets which events say that a visitor met the experiment; impressions unless set. They must
     * not depend on the variant.
     *
     * @param events tells them
     * @return this builder
     */
    public Builder exposedBy(Predicate<Interaction> events) {
      exposure = Objects.requireNonNull(events, "events");
      return this;
    }

    /**
     * Starts watching.
     *
     * @return a monitor without events
     */
    public ExperimentMonitor start() {
      return new ExperimentMonitor(copy());
    }

    private Builder copy() {
      Builder copy = new Builder(experiment);
      copy.since = since;
      copy.horizon = horizon;
      copy.level = level;
      copy.margin = margin;
      copy.planned = planned;
      copy.bounded = bounded;
      copy.cap = cap;
      copy.exposure = exposure;
      copy.worth = worth;
      return copy;
    }
  }

  /**
   * Takes an event in. Cost O(length of the id).
   *
   * @param event what a visitor did or was shown, with a time
   * @throws IllegalArgumentException when it has no time, or is worth less than 0
   */
  public synchronized void add(Interaction event) {
    Instant time =
        event
            .time()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "an event of visitor '"
                            + event.user()
                            + "' has no time; give it the one it was recorded at"));
    if (time.isBefore(setup.since)) {
      return;
    }
    Visit visit = visits.get(event.user());
    if (visit == null && setup.exposure.test(event) && !done.contains(hash(event.user()))) {
      visit = exposed(event.user(), time.toEpochMilli());
    }
    if (visit != null) {
      long after = time.toEpochMilli() - visit.first;
      if (after >= 0 && after <= setup.horizon.toMillis()) {
        visit.outcome = Math.min(setup.cap, visit.outcome + worth(event));
      }
    }
  }

  private Visit exposed(String visitor, long millis) {
    int variant = setup.experiment.variants().indexOf(setup.experiment.of(visitor));
    Visit visit = new Visit(visitor, variant, millis);
    visits.put(visitor, visit);
    ratio.add(variant);
    begin = Math.min(begin, millis);
    return visit;
  }

  private double worth(Interaction event) {
    double worth = setup.worth.applyAsDouble(event);
    if (!(worth >= 0)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "event %s is worth %s, expected 0 or more", event, worth));
    }
    return worth;
  }

  private static long hash(String visitor) {
    return StableHash.of(DONE, visitor);
  }

  /**
   * Forgets a visitor: an outcome that is not final goes, and no trace of the id is left. One that
   * is final stays in counts and means, which tell of nobody; the visitor would take part anew.
   *
   * @param visitor the visitor's id
   * @return whether anything was known of them
   */
  public synchronized boolean forget(String visitor) {
    boolean pending = visits.remove(visitor) != null;
    return done.remove(hash(visitor)) || pending;
  }

  /**
   * Returns how many visitors are held by their ids.
   *
   * @return those whose horizon is not over
   */
  public synchronized int pending() {
    return visits.size();
  }

  /**
   * Looks how the experiment stands: visitors whose horizon is over are counted, and what has been
   * decided by now stays decided. Cost O(n log n) for n visitors whose horizon is not over.
   *
   * @param now the time of looking
   * @return the report
   */
  public synchronized ExperimentReport look(Instant now) {
    finish(now.toEpochMilli());
    boolean wrongSplit = ratio.pValue() < SampleRatio.USUAL_LEVEL;
    List<ExperimentReport.Comparison> comparisons = new ArrayList<>();
    for (Contest contest : contests) {
      look(contest, now, wrongSplit);
      comparisons.add(
          new ExperimentReport.Comparison(
              contest.variant,
              contest.test,
              wrongSplit ? StopRule.STOP_WRONG_SPLIT : contest.decided,
              contest.decisive,
              contest.looks,
              left(contest, now)));
    }
    List<String> variants = setup.experiment.variants();
    long[] visitors = new long[variants.size()];
    for (int variant = 0; variant < visitors.length; variant++) {
      visitors[variant] = ratio.visitors(variant);
    }
    return new ExperimentReport(
        setup.experiment, now, visitors, ratio.pValue(), setup.margin, setup.level, comparisons);
  }

  /** Makes final what is over, in the order in which it was. */
  private void finish(long now) {
    List<Visit> over =
        visits.values().stream()
            .filter(visit -> now - visit.first > setup.horizon.toMillis())
            .sorted(
                Comparator.comparingLong((Visit visit) -> visit.first)
                    .thenComparing(visit -> visit.visitor))
            .toList();
    for (Visit visit : over) {
      visits.remove(visit.visitor);
      done.add(hash(visit.visitor));
      for (int contest = 0; contest < contests.size(); contest++) {
        if (visit.variant == 0) {
          contests.get(contest).test.control(visit.outcome);
        } else if (visit.variant == contest + 1) {
          contests.get(contest).test.treatment(visit.outcome);
        }
      }
    }
  }

  private void look(Contest contest, Instant now, boolean wrongSplit) {
    Optional<Interval> interval = contest.test.interval();
    OptionalDouble difference = contest.test.difference();
    if (interval.isEmpty() || difference.isEmpty() || wrongSplit) {
      return;
    }
    ExperimentReport.Look look =
        new ExperimentReport.Look(now, difference.getAsDouble(), interval.get());
    contest.looks.add(look);
    if (contest.looks.size() > MOST_LOOKS) {
      for (int at = contest.looks.size() - 2; at > 0; at -= 2) {
        contest.looks.remove(at);
      }
    }
    if (!contest.decided.isStop()) {
      contest.decided = decision(contest.test, setup.margin);
      contest.decisive = contest.decided.isStop() ? Optional.of(look) : Optional.empty();
    }
  }

  private static StopRule decision(AbTest test, double margin) {
    return switch (test.verdict()) {
      case TREATMENT_HIGHER -> StopRule.STOP_BETTER;
      case CONTROL_HIGHER -> StopRule.STOP_WORSE;
      case UNDECIDED -> test.isNegligible(margin) ? StopRule.STOP_NO_DIFFERENCE : StopRule.GO_ON;
    };
  }

  /**
   * About how long it goes on, as visitors come now: intervals shrink by the root of their number,
   * until one leaves 0 or lies within the margin.
   */
  private Optional<Duration> left(Contest contest, Instant now) {
    double passed = (double) now.toEpochMilli() - begin - setup.horizon.toMillis();
    Optional<Interval> interval = contest.test.interval();
    OptionalDouble seen = contest.test.difference();
    if (contest.decided.isStop() || interval.isEmpty() || seen.isEmpty() || passed <= 0) {
      return Optional.empty();
    }
    double difference = Math.abs(seen.getAsDouble());
    double wanted = Math.max(difference, setup.margin - difference);
    double times = Math.pow(interval.get().width() / 2 / wanted, 2) - 1;
    double millis = Math.max(0, times) * passed;
    return millis > Duration.ofDays(36_500).toMillis()
        ? Optional.of(Duration.ofDays(36_500))
        : Optional.of(Duration.ofMillis(Math.round(millis)));
  }
}
