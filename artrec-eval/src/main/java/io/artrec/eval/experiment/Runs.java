package io.artrec.eval.experiment;

import io.artrec.Recommender;
import io.artrec.behavior.PreferenceModel;
import io.artrec.cleaning.Cleaning;
import io.artrec.error.ArtrecException;
import io.artrec.eval.metric.Measurement;
import io.artrec.eval.metric.Measurements;
import io.artrec.eval.metric.Metric;
import io.artrec.eval.metric.Needs;
import io.artrec.eval.metric.Outcomes;
import io.artrec.eval.metric.TestSet;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains, asks and measures contenders. */
final class Runs {
  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
  private static final int USUAL_PLACES = 10;

  private final List<Metric> metrics;
  private final PreferenceModel preferences;
  private final long seed;
  private final int threads;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Optional<Path> folder;
  private final List<String> breakdowns;
  private final Set<String> notes = new LinkedHashSet<>();

  Runs(
      List<Metric> metrics,
      PreferenceModel preferences,
      long seed,
      int threads,
      Progress progress,
      Cancellation cancellation,
      Optional<Path> folder,
      List<String> breakdowns) {
    this.metrics = metrics;
    this.preferences = preferences;
    this.seed = seed;
    this.threads = threads;
    this.progress = progress;
    this.cancellation = cancellation;
    this.folder = folder;
    this.breakdowns = breakdowns;
  }

  Set<String> notes() {
    return notes;
  }

  /** Refuses splits and metrics that cannot give a number; notes what makes numbers less sure. */
  void check(SplitData data) {
    String split = data.split().name();
    TestSet test = data.test();
    if (data.dataset().size() == 0) {
      throw new IllegalArgumentException(
          "split '" + split + "' leaves nothing to learn from; test on less");
    }
    if (test.size() == 0) {
      throw new IllegalArgumentException(
          test.leftOut() == 0
              ? "split '" + split + "' leaves nothing to test on; test on more"
              : "split '"
                  + split
                  + "' tests "
                  + test.leftOut()
                  + " events, none of whose works is in the catalogue; load the catalogue they"
                  + " belong to");
    }
    for (Metric metric : metrics) {
      check(metric, data);
    }
    for (String by : breakdowns) {
      requireGroups(by, data);
    }
    if (test.leftOut() > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s: %,d tested events were left out, because the catalogue lacks their works",
              split,
              test.leftOut()));
    }
    noteStrangers(data);
  }

  private static void requireGroups(String by, SplitData data) {
    if (!by.equals(Breakdowns.ACTIVITY)
        && !by.equals(Breakdowns.POPULARITY)
        && data.training().groups(by).size() == 0) {
      throw new IllegalArgumentException(
          "a breakdown by "
              + by
              + " needs works with a "
              + by
              + ", and no work of the catalogue has one; give the catalogue, or break down by"
              + " activity or popularity");
    }
  }

  private static void check(Metric metric, SplitData data) {
    TestSet test = data.test();
    Needs needs = metric.needs();
    if (needs.ratings()
        && IntStream.range(0, test.size()).noneMatch(p -> test.rating(p).isPresent())) {
      throw new IllegalArgumentException(
          "metric '"
              + metric.name()
              + "' needs ratings, and no tested event is one; leave it out or load ratings");
    }
    boolean ranks = needs.listLength() > 0 || needs.ranks();
    if (ranks && IntStream.range(0, test.userCount()).allMatch(u -> test.relevantCount(u) == 0)) {
      throw new IllegalArgumentException(
          "metric '"
              + metric.name()
              + "' needs relevant works, and the preference model gives no tested event a weight"
              + " above 0; set another rating scale or other weights with preferences(...)");
    }
    for (String feature : needs.features()) {
      List<String> known =
          data.training().features().entries().stream().map(e -> e.spec().name()).toList();
      if (!known.contains(feature)) {
        throw new IllegalArgumentException(
            "metric '"
                + metric.name()
                + "' needs feature '"
                + feature
                + "', and there is "
                + (known.isEmpty() ? "none" : "only " + String.join(", ", known))
                + "; add it with features(...)");
      }
    }
    for (String trait : needs.traits()) {
      if (data.training().groups(trait).size() == 0) {
        throw new IllegalArgumentException(
            "metric '"
                + metric.name()
                + "' needs works with a "
                + trait
                + ", and no work of the catalogue has one; give the catalogue, or another trait:"
                + " artist, movement, genre, medium, technique, subject or an attribute");
      }
    }
  }

  private void noteStrangers(SplitData data) {
    TestSet test = data.test();
    long strangers =
        IntStream.range(0, test.userCount())
            .filter(user -> data.dataset().userIndex(test.userId(user)).isEmpty())
            .filter(user -> data.knownEvents(test.userId(user)).isEmpty())
            .count();
    if (strangers > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s: of %,d of %,d tested visitors nothing was known; most strategies recommend them"
                  + " nothing, a recommender falls back to popular works",
              data.split().name(),
              strangers,
              test.userCount()));
    }
    long cold =
        IntStream.range(0, test.size())
            .filter(position -> data.training().popularity(test.work(position)) == 0)
            .count();
    if (cold > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s: %,d of %,d tested works had no event to learn from; learning from behaviour"
                  + " alone cannot recommend them",
              data.split().name(),
              cold,
              test.size()));
    }
  }

  List<RunResult> all(List<Contender> contenders, List<SplitData> splits) {
    List<RunResult> results = new ArrayList<>();
    Optional<RuntimeException> failure = Optional.empty();
    int done = 0;
    List<String> hashes = splits.stream().map(SplitData::hash).toList();
    for (Contender contender : contenders) {
      for (int split = 0; split < splits.size(); split++) {
        progress.update("experiment", done++, (long) contenders.size() * splits.size());
        cancellation.check("experiment");
        try {
          FinishedRun run = oneOrKept(contender, splits.get(split), hashes.get(split));
          results.add(run.result());
          notes.addAll(run.notes());
        } catch (CancelledException e) {
          throw e;
        } catch (ArtrecException | IllegalArgumentException | IllegalStateException e) {
          String on = splits.get(split).split().name();
          LOG.warn("{} failed on {}: {}", contender.name(), on, e.getMessage());
          LOG.debug("{} failed on {}", contender.name(), on, e);
          notes.add(contender.name() + " failed on " + on + ": " + e.getMessage());
          failure = Optional.of(e);
        }
      }
    }
    progress.update("experiment", done, done);
    if (results.isEmpty()) {
      throw new ExperimentException(
          "no recommender gave a result: " + String.join("; ", notes), failure.orElse(null));
    }
    return results;
  }

  private FinishedRun oneOrKept(Contender contender, SplitData data, String hash) {
    Provenance provenance = provenance(contender, data, hash);
    Optional<RunFile> file = folder.map(path -> RunFile.of(path, provenance));
    Optional<FinishedRun> kept = file.flatMap(RunFile::read);
    if (kept.isPresent()) {
      return kept.get();
    }
    FinishedRun run = one(contender, data, provenance);
    file.ifPresent(f -> f.write(run));
    return run;
  }

  private Provenance provenance(Contender contender, SplitData data, String hash) {
    String configuration =
        String.join(
            "; ",
            contender.name(),
            contender.configuration(),
            data.split().name(),
            metrics.stream().map(Metric::name).toList().toString(),
            preferences.toString(),
            data.rule(),
            breakdowns.toString());
    return new Provenance(
        hash, configuration, seed, version(), System.getProperty("java.vm.version", "unknown"));
  }

  /** What the module says on a module path, the manifest on a class path. */
  private static String version() {
    Module core = Recommender.class.getModule();
    return core.isNamed()
        ? core.getDescriptor().rawVersion().orElse("development")
        : Optional.ofNullable(Recommender.class.getPackage().getImplementationVersion())
            .orElse("development");
  }

  private FinishedRun one(Contender contender, SplitData data, Provenance provenance) {
    TrainingContext context =
        TrainingContext.of(data.dataset(), data.training().features())
            .preferenceModel(preferences)
            .with(data.dataset(), data.split().nowMillis())
            .seed(seed)
            .workers(Workers.of(threads).progress(progress).cancellation(cancellation));
    List<String> told = new ArrayList<>();
    List<Metric> possible = metrics.stream().filter(m -> isPossible(contender, m, told)).toList();
    Needs needs = needs(possible);
    Answering answering = new Answering(context, data, needs);
    HeapUse heap = HeapUse.start();
    long start = System.nanoTime();
    long trained;
    long asked;
    long held;
    if (contender instanceof Contender.OfStrategy of) {
      Scorer scorer = of.strategy().train(context);
      trained = System.nanoTime() - start;
      held = heap.growth();
      start = System.nanoTime();
      answering.ask(contender.name(), scorer);
      asked = System.nanoTime() - start;
    } else {
      Contender.OfRecommender of = (Contender.OfRecommender) contender;
      try (Recommender recommender = of.settings().apply(builder(data)).build()) {
        trained = System.nanoTime() - start;
        held = heap.growth();
        start = System.nanoTime();
        answering.ask(contender.name(), recommender);
        asked = System.nanoTime() - start;
      }
    }
    Outcomes outcomes = answering.outcomes();
    Timing timing = Timing.of(trained, asked, answering.sortedNanos(), held);
    unpredicted(contender, outcomes, data).ifPresent(told::add);
    RunResult result = result(contender, data, provenance, outcomes, timing, possible);
    return new FinishedRun(result, told);
  }

  private Needs needs(List<Metric> possible) {
    Needs needs = possible.stream().map(Metric::needs).reduce(Needs.NOTHING, Needs::and);
    boolean lists = breakdowns.stream().anyMatch(by -> !by.equals(Breakdowns.ACTIVITY));
    return lists && needs.listLength() == 0 ? needs.and(Needs.list(USUAL_PLACES)) : needs;
  }

  private io.artrec.RecommenderBuilder builder(SplitData data) {
    return Recommender.builder()
        .catalog(data.dataset().catalog())
        .interactions(data.split().training())
        .preferences(preferences)
        .cleaning(Cleaning.none())
        .seed(seed)
        .threads(threads)
        .progress(progress)
        .cancellation(cancellation);
  }

  private static boolean isPossible(Contender contender, Metric metric, List<String> told) {
    Needs needs = metric.needs();
    if (contender instanceof Contender.OfStrategy of) {
      if (needs.ratings() && !predictsRatings(of)) {
        told.add(
            contender.name()
                + " puts works in an order and predicts no ratings: no "
                + metric.name());
        return false;
      }
      return true;
    }
    if (needs.predictions() || needs.ranks()) {
      told.add(
          contender.name() + " is a whole recommender and answers with lists: no " + metric.name());
      return false;
    }
    return true;
  }

  private RunResult result(
      Contender contender,
      SplitData data,
      Provenance provenance,
      Outcomes outcomes,
      Timing timing,
      List<Metric> possible) {
    TestSet test = data.test();
    List<Measurement> done = Measurements.of(outcomes, possible, threads);
    List<Measurement> measured = new ArrayList<>();
    for (Metric metric : metrics) {
      int at = possible.indexOf(metric);
      measured.add(
          at >= 0
              ? done.get(at)
              : new Measurement(
                  metric.name(), metric.direction(), OptionalDouble.empty(), Optional.empty()));
    }
    List<String> users = new ArrayList<>();
    int[] activity = new int[test.userCount()];
    for (int user = 0; user < test.userCount(); user++) {
      users.add(test.userId(user));
      activity[user] = data.training().artworksOf(test.userId(user)).length;
    }
    return new RunResult(
        contender.name(),
        data.split().name(),
        users,
        IntArrayList.wrap(activity),
        measured,
        timing,
        provenance,
        Breakdowns.of(breakdowns, outcomes, activity, measured));
  }

  private static boolean predictsRatings(Contender.OfStrategy contender) {
    return contender.strategy().capabilities().contains(Capability.PREDICTS_RATINGS);
  }

  private Optional<String> unpredicted(Contender contender, Outcomes outcomes, SplitData data) {
    if (metrics.stream().noneMatch(metric -> metric.needs().ratings())
        || !(contender instanceof Contender.OfStrategy of && predictsRatings(of))) {
      return Optional.empty();
    }
    int rated = 0;
    int unpredicted = 0;
    for (int user = 0; user < outcomes.userCount(); user++) {
      var outcome = outcomes.user(user);
      for (int i = 0; i < outcome.tested(); i++) {
        rated += outcome.rating(i).isPresent() ? 1 : 0;
        unpredicted += outcome.rating(i).isPresent() && outcome.prediction(i).isEmpty() ? 1 : 0;
      }
    }
    return unpredicted == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s could not predict %,d of %,d tested ratings on %s; its errors are those of the rest",
                contender.name(),
                unpredicted,
                rated,
                data.split().name()));
  }
}
