package io.artrec.eval.classification;

import io.artrec.classification.ArtworkClassifier;
import io.artrec.classification.ClassifierTrainer;
import io.artrec.classification.GroupFolds;
import io.artrec.classification.LabelDistribution;
import io.artrec.classification.LabeledArtworks;
import io.artrec.eval.statistics.Bootstrap;
import io.artrec.eval.statistics.IntervalMethod;
import io.artrec.eval.statistics.Resampling;
import io.artrec.feature.FeatureStore;
import io.artrec.task.Progress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Measures how well labels are told of works that were not learned from. Works are dealt into folds
 * so that no group, by default no artist, stands on both sides ({@link GroupFolds}); each fold is
 * classified by what was learned of the others, scaling, choice of settings and calibration
 * included. Whatever depends on chance follows from the seed.
 *
 * <p>Immutable and thread-safe. Costs a training for each fold; memory one training's. Threads and
 * a token to stop by are the trainer's.
 */
public final class CrossValidation {
  private static final String STAGE = "cross-validating";
  private static final int FOLDS = 5;
  private static final double LEVEL = 0.95;
  private static final int RESAMPLES = 1_999;

  private final int folds;
  private final long seed;
  private final Bootstrap intervals;
  private final Progress progress;

  private CrossValidation(int folds, long seed, Bootstrap intervals, Progress progress) {
    this.folds = folds;
    this.seed = seed;
    this.intervals = intervals;
    this.progress = progress;
  }

  /** {@return five folds by seed 0, with 95 % intervals of 1,999 resamples, corrected for bias} */
  public static CrossValidation standard() {
    Resampling resampling = Resampling.seeded(0).withResamples(RESAMPLES);
    Bootstrap intervals = new Bootstrap(IntervalMethod.BCA, LEVEL, resampling);
    return new CrossValidation(FOLDS, 0, intervals, Progress.silent());
  }

  /**
   * {@return these settings with another number of folds}
   *
   * @param count 2 or more, at most as many as there are groups
   */
  public CrossValidation folds(int count) {
    if (count < 2) {
      throw new IllegalArgumentException("folds is " + count + ", expected 2 or more");
    }
    return new CrossValidation(count, seed, intervals, progress);
  }

  /**
   * {@return these settings with another seed of the folds}
   *
   * @param number decides which groups stand together
   */
  public CrossValidation seed(long number) {
    return new CrossValidation(folds, number, intervals, progress);
  }

  /**
   * {@return these settings with other intervals}
   *
   * @param bootstrap draws groups with replacement
   */
  public CrossValidation intervals(Bootstrap bootstrap) {
    Objects.requireNonNull(bootstrap, "bootstrap");
    return new CrossValidation(folds, seed, bootstrap, progress);
  }

  /**
   * {@return these settings with a listener}
   *
   * @param listener hears how many folds are done
   */
  public CrossValidation progress(Progress listener) {
    Objects.requireNonNull(listener, "listener");
    return new CrossValidation(folds, seed, intervals, listener);
  }

  /**
   * Measures.
   *
   * @param trainer how is learned
   * @param works labelled works in groups
   * @return what was said of each work, and figures
   * @throws IllegalArgumentException when there are fewer groups than folds, or a fold leaves fewer
   *     than two labels to learn
   * @throws io.artrec.task.CancelledException when the trainer is cancelled
   */
  public CrossValidated run(ClassifierTrainer trainer, LabeledArtworks works) {
    GroupFolds dealt = GroupFolds.of(works, folds, seed);
    LabelDistribution[] answers = new LabelDistribution[works.size()];
    String[] majority = new String[works.size()];
    double[] chance = new double[works.size()];
    for (int fold = 0; fold < folds; fold++) {
      progress.update(STAGE, fold, folds);
      int[] tested = dealt.within(fold);
      if (tested.length > 0) {
        LabeledArtworks others = works.subset(dealt.without(fold));
        ArtworkClassifier classifier = trainer.progress(Progress.silent()).train(others);
        List<LabelDistribution> said = classifier.classifyAll(features(works, tested));
        Map<String, Double> shares = shares(others);
        String most = mostFrequent(shares);
        for (int i = 0; i < tested.length; i++) {
          answers[tested[i]] = said.get(i);
          majority[tested[i]] = most;
          chance[tested[i]] = shares.getOrDefault(works.label(tested[i]), 0.0);
        }
      }
    }
    progress.update(STAGE, folds, folds);
    return new CrossValidated(
        works,
        new CrossValidated.Said(List.of(answers), List.of(majority), chance),
        trainer + ", " + folds + " folds, seed " + seed,
        dealt.notes(),
        intervals);
  }

  private static FeatureStore features(LabeledArtworks works, int[] examples) {
    int[] rows = Arrays.stream(examples).map(works::row).toArray();
    List<FeatureStore.Entry> entries =
        works.extracted().features().entries().stream()
            .map(e -> new FeatureStore.Entry(e.spec(), e.matrix().gather(rows), e.weight()))
            .toList();
    return FeatureStore.of(rows.length, entries);
  }

  private static Map<String, Double> shares(LabeledArtworks works) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < works.size(); i++) {
      counts.merge(works.label(i), 1, Integer::sum);
    }
    Map<String, Double> shares = new HashMap<>();
    counts.forEach((label, count) -> shares.put(label, (double) count / works.size()));
    return shares;
  }

  private static String mostFrequent(Map<String, Double> shares) {
    return new TreeMap<>(shares)
        .entrySet().stream()
            .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
            .map(Map.Entry::getKey)
            .orElseThrow();
  }
}
