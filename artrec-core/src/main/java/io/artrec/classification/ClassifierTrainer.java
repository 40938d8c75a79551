package io.artrec.classification;

import io.artrec.classification.internal.Certainty;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How an {@link ArtworkClassifier} is trained. Immutable and thread-safe.
 *
 * <p>Works are dealt into {@value #FOLDS} folds, or as many as there are groups, so that no group
 * is divided ({@link GroupFolds}). Each fold is scored by what is learned of the others; of the
 * learner's open settings those with the least log loss are taken; the scores held out become
 * probabilities ({@code 1 / (1 + exp(a·score + b))} for each label, divided by their sum) and tell
 * from where on a label is sure. Then all works are learned. The works held out thus choose among a
 * few settings; what a classifier is worth is measured by cross-validation around all of this.
 *
 * <p>A label whose works are all of one group is never both learned and held out: its scores are
 * taken as they are, and the report says so. What values are scaled by is learned of the works
 * learned from alone. What features themselves learned when they were extracted, a vocabulary for
 * instance, they learned of the whole catalogue, but never of labels.
 *
 * <p>A work that lacks a feature has the examples' mean of it, which speaks for nothing; nearest
 * neighbors compare what both have. The report counts such works. Costs {@value #FOLDS} trainings
 * for each open setting and one more, and 4 bytes an example and dimension.
 */
public final class ClassifierTrainer {
  static final int FOLDS = 5;

  private static final String STAGE = "training a classifier";
  private static final String ONE_GROUP =
      "all works are of one group: nothing could be held out, so that settings were not chosen and"
          + " probabilities not calibrated";
  private static final double PRECISION = 0.9;

  private Learner learner = LogisticRegression.standard();
  private FeatureScaling scaling = FeatureScaling.WHOLE_FEATURE;
  private boolean balanced;
  private boolean calibrated = true;
  private double precision = PRECISION;
  private OptionalDouble sureFrom = OptionalDouble.empty();
  private long seed;
  private Workers workers = Workers.of(1);
  private Progress progress = Progress.silent();

  ClassifierTrainer() {}

  private ClassifierTrainer copy() {
    ClassifierTrainer copy = new ClassifierTrainer();
    copy.learner = learner;
    copy.scaling = scaling;
    copy.balanced = balanced;
    copy.calibrated = calibrated;
    copy.precision = precision;
    copy.sureFrom = sureFrom;
    copy.seed = seed;
    copy.workers = workers;
    copy.progress = progress;
    return copy;
  }

  /**
   * {@return this trainer with another way to learn; {@link LogisticRegression} unless set}
   *
   * @param way the learner
   */
  public ClassifierTrainer learner(Learner way) {
    ClassifierTrainer changed = copy();
    changed.learner = Objects.requireNonNull(way, "way");
    return changed;
  }

  /**
   * {@return this trainer bringing features to one scale in another way; {@link
   * FeatureScaling#WHOLE_FEATURE} unless set} Nearest neighbors do not heed it.
   *
   * @param way the scaling
   */
  public ClassifierTrainer scaling(FeatureScaling way) {
    ClassifierTrainer changed = copy();
    changed.scaling = Objects.requireNonNull(way, "way");
    return changed;
  }

  /**
   * {@return this trainer for labels that count the same, however many works they have: each work
   * weighs {@code works / (labels · works of its label)}} Rare labels are said more often then, and
   * probabilities are those of a world where labels are equally common.
   */
  public ClassifierTrainer balanced() {
    ClassifierTrainer changed = copy();
    changed.balanced = true;
    return changed;
  }

  /**
   * {@return this trainer leaving probabilities as the learner gives them, those of {@link
   * LinearSvm} as {@code 1 / (1 + exp(-margin))}, which mean little}
   */
  public ClassifierTrainer uncalibrated() {
    ClassifierTrainer changed = copy();
    changed.calibrated = false;
    return changed;
  }

  /**
   * {@return this trainer with another precision of sure labels; 0.9 unless set} From which
   * probability on labels are sure is measured on one work of each group, {@link Certainty}: with
   * few groups, or labels that are often wrong, nothing is.
   *
   * @param share the share of sure labels that shall be right, above 0.5 and below 1
   */
  public ClassifierTrainer precision(double share) {
    Certainty.requirePrecision(share);
    ClassifierTrainer changed = copy();
    changed.precision = share;
    changed.sureFrom = OptionalDouble.empty();
    return changed;
  }

  /**
   * {@return this trainer with a threshold by decree instead of measurement}
   *
   * @param probability from where on a label is sure, above 0, at most 1
   */
  public ClassifierTrainer sureFrom(double probability) {
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "sureFrom is " + probability + ", expected above 0 and at most 1");
    }
    ClassifierTrainer changed = copy();
    changed.sureFrom = OptionalDouble.of(probability);
    return changed;
  }

  /**
   * {@return this trainer with another seed; 0 unless set}
   *
   * @param number decides folds, forests and the order in which machines look at examples
   */
  public ClassifierTrainer seed(long number) {
    ClassifierTrainer changed = copy();
    changed.seed = number;
    return changed;
  }

  /**
   * {@return this trainer with more threads; they do not change what is learned}
   *
   * @param count 1 or more
   */
  public ClassifierTrainer threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads is " + count + ", expected 1 or more");
    }
    ClassifierTrainer changed = copy();
    changed.workers = Workers.of(count).cancellation(workers.cancellation());
    return changed;
  }

  /**
   * {@return this trainer with a listener}
   *
   * @param listener hears how many trainings are done
   */
  public ClassifierTrainer progress(Progress listener) {
    ClassifierTrainer changed = copy();
    changed.progress = Objects.requireNonNull(listener, "listener");
    return changed;
  }

  /**
   * {@return this trainer with a token to stop it by}
   *
   * @param token looked at many times in each training
   */
  public ClassifierTrainer cancellation(Cancellation token) {
    ClassifierTrainer changed = copy();
    changed.workers = workers.cancellation(Objects.requireNonNull(token, "token"));
    return changed;
  }

  /**
   * Trains.
   *
   * @param works labelled works, of two labels or more
   * @return the classifier; its labels are in the order of their characters
   * @throws IllegalArgumentException when fewer than two labels are there
   * @throws io.artrec.task.CancelledException when cancelled
   */
  public ArtworkClassifier train(LabeledArtworks works) {
    if (works.labels().size() < 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "cannot learn labels: %d works with features have the labels %s, %d works with a"
                  + " label have no feature; give works of two labels or more",
              works.size(),
              works.labels(),
              works.withoutFeatures()));
    }
    List<Learner> candidates = learner.candidates();
    int groups = GroupFolds.groups(works);
    if (groups < 2) {
      Learner usual = candidates.get(candidates.size() / 2);
      return learned(works, usual, List.of(), List.of(ONE_GROUP));
    }
    GroupFolds folds = GroupFolds.of(works, Math.min(FOLDS, groups), seed);
    List<HeldOut> heldOut = heldOut(works, folds, candidates);
    int best = candidates.size() / 2;
    for (int c = 0; c < candidates.size(); c++) {
      best = heldOut.get(c).logLoss() < heldOut.get(best).logLoss() ? c : best;
    }
    ArtworkClassifier classifier =
        learned(works, candidates.get(best), List.of(heldOut.get(best)), folds.notes());
    int all = trainings(folds, candidates);
    progress.update(STAGE, all, all);
    return classifier;
  }

  private static int trainings(GroupFolds folds, List<Learner> candidates) {
    return folds.size() * candidates.size() + 1;
  }

  private List<HeldOut> heldOut(LabeledArtworks works, GroupFolds folds, List<Learner> candidates) {
    List<HeldOut> heldOut = new ArrayList<>();
    candidates.forEach(c -> heldOut.add(new HeldOut(works, folds, balanced, calibrated)));
    int done = 0;
    int all = trainings(folds, candidates);
    for (int fold = 0; fold < folds.size(); fold++) {
      if (folds.within(fold).length > 0) {
        TrainingSet others = TrainingSet.of(works, folds.without(fold), scaling, balanced);
        for (int c = 0; c < candidates.size(); c++) {
          progress.update(STAGE, done + (long) c, all);
          score(works, folds.within(fold), others, candidates.get(c), heldOut.get(c));
        }
      }
      done += candidates.size();
    }
    progress.update(STAGE, done, all);
    heldOut.forEach(HeldOut::calibrate);
    return heldOut;
  }

  private void score(
      LabeledArtworks works, int[] within, TrainingSet others, Learner way, HeldOut heldOut) {
    boolean[] known = new boolean[works.labels().size()];
    for (int target : others.targets()) {
      known[target] = true;
    }
    int[] tested = IntStream.of(within).filter(i -> known[works.target(i)]).toArray();
    ScoreModel model = way.learn(others, effort());
    workers.run(
        STAGE,
        tested.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            MixedArtwork work = others.mix().of(works.extracted().features(), works.row(tested[i]));
            heldOut.put(tested[i], model.scores(work));
          }
        });
  }

  private Effort effort() {
    return new Effort(workers, seed);
  }

  /** Learns all works; {@code heldOut} is one or, where nothing could be held out, none. */
  private ArtworkClassifier learned(
      LabeledArtworks works, Learner chosen, List<HeldOut> heldOut, List<String> notes) {
    int[] all = IntStream.range(0, works.size()).toArray();
    TrainingSet examples = TrainingSet.of(works, all, scaling, balanced);
    ScoreModel model = chosen.learn(examples, effort());
    Calibration calibration = Calibration.none(works.labels().size());
    double threshold = Certainty.NEVER;
    for (HeldOut one : heldOut) {
      calibration = one.calibration();
      threshold = Certainty.from(one.answers(seed), precision);
    }
    TrainingReport report = TrainingReport.of(works, toString(chosen), heldOut, notes);
    return new ArtworkClassifier(
        new ArtworkClassifier.Learned(
            works.labels(),
            examples.mix(),
            model,
            calibration,
            sureFrom.orElse(threshold),
            works.extracted().fitted(),
            report));
  }

  private String toString(Learner way) {
    return way
        + ", scaled by "
        + scaling.code()
        + (balanced ? ", labels balanced" : "")
        + (calibrated ? "" : ", uncalibrated");
  }

  /**
   * Returns the settings in words.
   *
   * @return learner, scaling, weights and calibration
   */
  @Override
  public String toString() {
    return toString(learner);
  }
}
