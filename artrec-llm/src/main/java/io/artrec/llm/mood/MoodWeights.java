package io.artrec.llm.mood;

import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * By how much the numbers of a work ({@link MoodInput}) move its valence and arousal. {@link
 * #stated} are those that the library states with their sources; {@link MoodFit} learns others from
 * ratings of a collection. Immutable and thread-safe, equal by value.
 */
public final class MoodWeights {
  private static final MoodInput[] INPUTS = MoodInput.values();
  private static final MoodWeights STATED =
      new MoodWeights(
          Arrays.stream(INPUTS).mapToDouble(MoodInput::valence).toArray(),
          Arrays.stream(INPUTS).mapToDouble(MoodInput::arousal).toArray(),
          0,
          0);

  private final double[] valence;
  private final double[] arousal;
  private final double valenceBase;
  private final double arousalBase;

  /** Creates weights; arrays are in the order of {@link MoodInput}. */
  private MoodWeights(double[] valence, double[] arousal, double valenceBase, double arousalBase) {
    this.valence = valence;
    this.arousal = arousal;
    this.valenceBase = valenceBase;
    this.arousalBase = arousalBase;
  }

  /**
   * Returns the stated weights.
   *
   * @return those of {@link MoodInput}, and nothing for the collection
   */
  public static MoodWeights stated() {
    return STATED;
  }

  /** Weights whose last elements are what the collection adds to every work. */
  static MoodWeights learned(double[] valence, double[] arousal) {
    int last = INPUTS.length;
    return new MoodWeights(
        Arrays.copyOf(valence, last), Arrays.copyOf(arousal, last), valence[last], arousal[last]);
  }

  /**
   * Returns a weight.
   *
   * @param input the number
   * @return what one unit of it adds to what its source says of valence
   */
  public double valence(MoodInput input) {
    return valence[input.ordinal()];
  }

  /**
   * Returns a weight.
   *
   * @param input the number
   * @return what one unit of it adds to what its source says of arousal
   */
  public double arousal(MoodInput input) {
    return arousal[input.ordinal()];
  }

  /**
   * Returns whether the weights are the stated ones.
   *
   * @return false for learned ones
   */
  public boolean isStated() {
    return equals(STATED);
  }

  /** What each source of some evidence adds. */
  List<MoodContribution> contributions(MoodEvidence evidence) {
    List<MoodContribution> parts = new ArrayList<>();
    for (MoodSource source : MoodSource.values()) {
      if (evidence.has(source)) {
        double pleasant = 0;
        double stirred = 0;
        for (MoodInput input : INPUTS) {
          if (input.source() == source) {
            pleasant += valence(input) * evidence.forValence(input);
            stirred += arousal(input) * evidence.forArousal(input);
          }
        }
        parts.add(new MoodContribution(source, pleasant, stirred));
      }
    }
    if (valenceBase != 0 || arousalBase != 0) {
      parts.add(new MoodContribution(MoodSource.COLLECTION, valenceBase, arousalBase));
    }
    return parts;
  }

  /**
   * Writes the weights.
   *
   * @param out receives them
   */
  public void save(StateWriter out) {
    out.putDoubles("valence", valence);
    out.putDoubles("arousal", arousal);
    out.putDoubles("base", new double[] {valenceBase, arousalBase});
  }

  /**
   * Reads weights.
   *
   * @param in what {@link #save} wrote
   * @return equal weights
   * @throws io.artrec.model.ModelFileException when they are not as many finite numbers as there
   *     are inputs
   */
  public static MoodWeights read(StateReader in) {
    double[] valence = in.getDoubles("valence", INPUTS.length);
    double[] arousal = in.getDoubles("arousal", INPUTS.length);
    double[] base = in.getDoubles("base", 2);
    return new MoodWeights(valence, arousal, base[0], base[1]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MoodWeights that
        && Arrays.equals(valence, that.valence)
        && Arrays.equals(arousal, that.arousal)
        && valenceBase == that.valenceBase
        && arousalBase == that.arousalBase;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(valence) * 31 + Arrays.hashCode(arousal);
  }

  /**
   * Describes the weights.
   *
   * @return those that are not 0, in a stable form
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (MoodInput input : INPUTS) {
      if (valence(input) != 0 || arousal(input) != 0) {
        text.append(text.isEmpty() ? "" : ", ")
            .append(input.name().toLowerCase(Locale.ROOT))
            .append(' ')
            .append(valence(input))
            .append('/')
            .append(arousal(input));
      }
    }
    return text + ", base " + valenceBase + '/' + arousalBase;
  }
}
