package io.artrec.text.mood;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * By how much the numbers of a work ({@link MoodInput}) move its valence and arousal. {@link
 * #stated} are those that the library states with their sources; {@link MoodFit} learns others from
 * ratings of a collection. Immutable and thread-safe, equal by value.
 */
public final class MoodWeights {
  private static final List<MoodInput> INPUTS = List.of(MoodInput.values());
  private static final MoodWeights STATED =
      new MoodWeights(
          of(input -> input.valence()), of(input -> input.arousal()), new double[] {0, 0});

  private final Map<MoodInput, Double> valence;
  private final Map<MoodInput, Double> arousal;
  private final double valenceBase;
  private final double arousalBase;

  private MoodWeights(
      Map<MoodInput, Double> valence, Map<MoodInput, Double> arousal, double[] bases) {
    this.valence = valence;
    this.arousal = arousal;
    valenceBase = bases[0];
    arousalBase = bases[1];
  }

  private static Map<MoodInput, Double> of(ToDoubleFunction<MoodInput> weight) {
    Map<MoodInput, Double> weights = new EnumMap<>(MoodInput.class);
    INPUTS.forEach(input -> weights.put(input, weight.applyAsDouble(input)));
    return weights;
  }

  private static Map<MoodInput, Double> of(double[] values) {
    Map<MoodInput, Double> weights = new EnumMap<>(MoodInput.class);
    for (int i = 0; i < INPUTS.size(); i++) {
      weights.put(INPUTS.get(i), values[i]);
    }
    return weights;
  }

  /**
   * Returns the stated weights.
   *
   * @return those of {@link MoodInput}, and nothing for the collection
   */
  public static MoodWeights stated() {
    return STATED;
  }

  /** Weights in the order of the inputs, and last what the collection adds to every work. */
  static MoodWeights learned(double[] valence, double[] arousal) {
    int last = INPUTS.size();
    return new MoodWeights(of(valence), of(arousal), new double[] {valence[last], arousal[last]});
  }

  /**
   * Returns a weight.
   *
   * @param input the number
   * @return what one unit of it adds to what its source says of valence
   */
  public double valence(MoodInput input) {
    return valence.getOrDefault(input, 0.0);
  }

  /**
   * Returns a weight.
   *
   * @param input the number
   * @return what one unit of it adds to what its source says of arousal
   */
  public double arousal(MoodInput input) {
    return arousal.getOrDefault(input, 0.0);
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
    out.putStrings("inputs", INPUTS.stream().map(MoodInput::name).toList());
    out.putDoubles("valence", INPUTS.stream().mapToDouble(this::valence).toArray());
    out.putDoubles("arousal", INPUTS.stream().mapToDouble(this::arousal).toArray());
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
    List<String> saved = in.getStrings("inputs");
    List<String> expected = INPUTS.stream().map(MoodInput::name).toList();
    if (!saved.equals(expected)) {
      throw new ModelFileException(
          "the weights of moods were saved for inputs "
              + saved
              + ", expected "
              + expected
              + "; learn them again");
    }
    double[] valence = in.getDoubles("valence", expected.size());
    double[] arousal = in.getDoubles("arousal", expected.size());
    return new MoodWeights(of(valence), of(arousal), in.getDoubles("base", 2));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MoodWeights that
        && valence.equals(that.valence)
        && arousal.equals(that.arousal)
        && valenceBase == that.valenceBase
        && arousalBase == that.arousalBase;
  }

  @Override
  public int hashCode() {
    return Objects.hash(valence, arousal, valenceBase, arousalBase);
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
