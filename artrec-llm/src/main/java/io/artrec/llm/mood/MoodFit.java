package io.artrec.llm.mood;

import io.artrec.catalog.Artwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Weights learned from ratings of a collection's moods, beside the stated ones, and whether they
 * are better. Immutable and thread-safe.
 *
 * <p>Ridge regression towards the stated weights b0 (A. E. Hoerl and R. W. Kennard, Ridge
 * Regression: Biased Estimation for Nonorthogonal Problems, Technometrics 12, 1970): with a row of
 * F for each rated work, the numbers of {@link MoodInput} times the shares of their sources and a
 * 1, and ratings y,
 *
 * <pre>b = b0 + (F'F + λ I)⁻¹ F' (y − F b0)</pre>
 *
 * where the last element, what the collection adds to every work, is not drawn to 0. Of 1, 3, 10,
 * 30, 100 and 300 the λ is taken whose errors, each work left out in turn, are least.
 *
 * <p>The works of an artist are put into one of ten folds together. Each fold is predicted from the
 * others, by learned and by stated weights. Learned weights are kept, for valence and for arousal
 * by itself, only where their squared errors are smaller beyond chance: the mean difference is more
 * than 1.645 of its standard errors, taken over artists. With fewer than {@value #FEWEST} rated
 * works or ten artists nothing is learned. O(works) but for a constant.
 */
public final class MoodFit {
  /** With fewer rated works the stated weights are kept without looking. */
  public static final int FEWEST = 40;

  private static final int FOLDS = 10;
  private static final double BEYOND_CHANCE = 1.645;
  private static final long SEED = 1970;

  /**
   * What leaving out showed of valence or of arousal.
   *
   * @param statedError root of the mean squared error of the stated weights
   * @param learnedError that of weights learned without the artist
   * @param isBetter whether the learned ones are better beyond chance, and kept
   */
  public record Check(double statedError, double learnedError, boolean isBetter) {
    /**
     * Describes the check.
     *
     * @return both errors, and which weights are kept
     */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "error %.3f stated, %.3f learned: %s kept",
          statedError,
          learnedError,
          isBetter ? "learned" : "stated");
    }
  }

  private final int works;
  private final MoodWeights weights;
  private final Check valence;
  private final Check arousal;

  private MoodFit(int works, MoodWeights weights, Check valence, Check arousal) {
    this.works = works;
    this.weights = weights;
    this.valence = valence;
    this.arousal = arousal;
  }

  /**
   * Learns from ratings.
   *
   * @param moods the works, read by any weights
   * @param ratings what people felt before a work, the mean over them, by the artwork's id; of
   *     works without evidence of their mood nothing is learned
   * @return the fit
   * @throws io.artrec.catalog.UnknownArtworkException when a rated work is not in the catalogue
   */
  public static MoodFit of(CatalogMoods moods, Map<String, Affect> ratings) {
    List<MoodEvidence> evidence = new ArrayList<>();
    List<Affect> rated = new ArrayList<>();
    List<String> artists = new ArrayList<>();
    new TreeMap<>(ratings)
        .forEach(
            (id, rating) -> {
              int index = moods.catalog().requireIndex(id);
              moods
                  .mood(index)
                  .ifPresent(
                      mood -> {
                        evidence.add(mood.read());
                        rated.add(rating);
                        artists.add(artist(moods.catalog().get(index)));
                      });
            });
    int[] groups = groups(artists);
    double[] stated = stated(MoodInput::valence);
    Side valence =
        Side.of(
            rows(evidence, MoodEvidence::forValence),
            rated.stream().mapToDouble(Affect::valence).toArray(),
            stated,
            groups);
    Side arousal =
        Side.of(
            rows(evidence, MoodEvidence::forArousal),
            rated.stream().mapToDouble(Affect::arousal).toArray(),
            stated(MoodInput::arousal),
            groups);
    return new MoodFit(
        rated.size(),
        MoodWeights.learned(valence.weights, arousal.weights),
        valence.check,
        arousal.check);
  }

  private static String artist(Artwork artwork) {
    return artwork.artists().isEmpty()
        ? "work " + artwork.id()
        : "artist " + artwork.artists().get(0).name();
  }

  private static int[] groups(List<String> artists) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    return artists.stream()
        .mapToInt(artist -> numbers.computeIfAbsent(artist, unused -> numbers.size()))
        .toArray();
  }

  private static double[] stated(java.util.function.ToDoubleFunction<MoodInput> weight) {
    double[] stated = new double[MoodInput.values().length + 1];
    for (MoodInput input : MoodInput.values()) {
      stated[input.ordinal()] = weight.applyAsDouble(input);
    }
    return stated;
  }

  private static double[][] rows(
      List<MoodEvidence> evidence,
      java.util.function.ToDoubleBiFunction<MoodEvidence, MoodInput> value) {
    double[][] rows = new double[evidence.size()][MoodInput.values().length + 1];
    for (int i = 0; i < rows.length; i++) {
      for (MoodInput input : MoodInput.values()) {
        rows[i][input.ordinal()] = value.applyAsDouble(evidence.get(i), input);
      }
      rows[i][MoodInput.values().length] = 1;
    }
    return rows;
  }

  /**
   * Returns the weights to go on with.
   *
   * @return learned ones for valence, for arousal or both where they are better, else the stated
   *     ones
   */
  public MoodWeights weights() {
    return weights;
  }

  /**
   * Returns how many rated works there was something to learn from.
   *
   * @return those with evidence of their mood
   */
  public int works() {
    return works;
  }

  /**
   * Returns what leaving out showed of valence.
   *
   * @return the check; with too few works both errors are those of the stated weights
   */
  public Check valence() {
    return valence;
  }

  /**
   * Returns what leaving out showed of arousal.
   *
   * @return the check; with too few works both errors are those of the stated weights
   */
  public Check arousal() {
    return arousal;
  }

  /**
   * Describes the fit.
   *
   * @return the number of works and both checks
   */
  @Override
  public String toString() {
    return works + " rated works; valence: " + valence + "; arousal: " + arousal;
  }

  /** Valence or arousal alone. */
  private record Side(double[] weights, Check check) {
    static Side of(double[][] rows, double[] targets, double[] stated, int[] groups) {
      double[] statedErrors = errors(rows, targets, stated);
      int artists = (int) Arrays.stream(groups).distinct().count();
      if (rows.length < FEWEST || artists < FOLDS) {
        double error = root(statedErrors);
        return new Side(stated, new Check(error, error, false));
      }
      int[] folds = folds(groups, artists);
      double[] learnedErrors = new double[rows.length];
      for (int fold = 0; fold < FOLDS; fold++) {
        TowardsRidge ridge = new TowardsRidge(stated);
        for (int i = 0; i < rows.length; i++) {
          if (folds[i] != fold) {
            ridge.add(rows[i], targets[i]);
          }
        }
        double[] learned = ridge.solve();
        for (int i = 0; i < rows.length; i++) {
          if (folds[i] == fold) {
            learnedErrors[i] = squared(rows[i], targets[i], learned);
          }
        }
      }
      boolean better = isBetter(statedErrors, learnedErrors, groups, artists);
      return new Side(
          better ? learned(rows, targets, stated) : stated,
          new Check(root(statedErrors), root(learnedErrors), better));
    }

    private static double[] learned(double[][] rows, double[] targets, double[] stated) {
      TowardsRidge ridge = new TowardsRidge(stated);
      for (int i = 0; i < rows.length; i++) {
        ridge.add(rows[i], targets[i]);
      }
      return ridge.solve();
    }

    private static double[] errors(double[][] rows, double[] targets, double[] weights) {
      double[] errors = new double[rows.length];
      Arrays.setAll(errors, i -> squared(rows[i], targets[i], weights));
      return errors;
    }

    private static double squared(double[] row, double target, double[] weights) {
      double sum = 0;
      for (int i = 0; i < row.length; i++) {
        sum += row[i] * weights[i];
      }
      return (target - sum) * (target - sum);
    }

    private static double root(double[] squares) {
      return Math.sqrt(Arrays.stream(squares).average().orElse(0));
    }

    /** Deals artists out in an order of chance, the same at every call. */
    private static int[] folds(int[] groups, int artists) {
      SplittableRandom random = new SplittableRandom(SEED);
      double[] keys = random.doubles(artists).toArray();
      List<Integer> order = new ArrayList<>();
      for (int artist = 0; artist < artists; artist++) {
        order.add(artist);
      }
      order.sort(Comparator.comparingDouble((Integer artist) -> keys[artist]));
      int[] ofArtist = new int[artists];
      for (int place = 0; place < artists; place++) {
        ofArtist[order.get(place)] = place % FOLDS;
      }
      return Arrays.stream(groups).map(artist -> ofArtist[artist]).toArray();
    }

    /** Whether the mean gain is beyond chance; artists, not works, are what was drawn. */
    private static boolean isBetter(double[] stated, double[] learned, int[] groups, int artists) {
      double[] gains = new double[artists];
      for (int i = 0; i < stated.length; i++) {
        gains[groups[i]] += stated[i] - learned[i];
      }
      double mean = Arrays.stream(gains).average().orElse(0);
      double squares =
          Arrays.stream(gains).map(gain -> (gain - mean) * (gain - mean)).sum() / (artists - 1);
      return mean > BEYOND_CHANCE * Math.sqrt(squares / artists);
    }
  }
}
