package io.artrec.text.mood;

import io.artrec.catalog.Artwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

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

  private static final List<MoodInput> INPUTS = List.of(MoodInput.values());

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
    ScaleFit valence =
        ScaleFit.towards(stated(MoodInput::valence))
            .fit(
                rows(evidence, MoodEvidence::forValence),
                rated.stream().mapToDouble(Affect::valence).toArray(),
                groups);
    ScaleFit arousal =
        ScaleFit.towards(stated(MoodInput::arousal))
            .fit(
                rows(evidence, MoodEvidence::forArousal),
                rated.stream().mapToDouble(Affect::arousal).toArray(),
                groups);
    return new MoodFit(
        rated.size(),
        MoodWeights.learned(valence.weights(), arousal.weights()),
        valence.check(),
        arousal.check());
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

  private static double[] stated(ToDoubleFunction<MoodInput> weight) {
    double[] stated = new double[INPUTS.size() + 1];
    for (int i = 0; i < INPUTS.size(); i++) {
      stated[i] = weight.applyAsDouble(INPUTS.get(i));
    }
    return stated;
  }

  private static double[][] rows(
      List<MoodEvidence> evidence, ToDoubleBiFunction<MoodEvidence, MoodInput> value) {
    double[][] rows = new double[evidence.size()][INPUTS.size() + 1];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < INPUTS.size(); i++) {
        rows[r][i] = value.applyAsDouble(evidence.get(r), INPUTS.get(i));
      }
      rows[r][INPUTS.size()] = 1;
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
}
