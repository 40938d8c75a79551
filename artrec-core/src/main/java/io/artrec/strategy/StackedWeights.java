package io.artrec.strategy;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a {@link Stacked} blend learned: the weight of each part, and what is added, for works and
 * visitors of whom none, few, some or many events are known; and from how many examples. {@link
 * #toString} is a table. Immutable and thread-safe.
 */
public final class StackedWeights {
  private static final int LEVELS = Knowledge.levels();

  private final List<String> parts;
  private final long[] examples;

  /** By segment, for each the weights of the parts and then what is added. */
  private final double[][] learned;

  StackedWeights(List<String> parts, long[] examples, double[][] learned) {
    this.parts = List.copyOf(parts);
    this.examples = examples;
    this.learned = learned;
  }

  /** How many pairs of a work's and a visitor's level there are. */
  static int segments() {
    return LEVELS * LEVELS;
  }

  /** The place of a pair of levels: by the work first. */
  static int segment(int work, int visitor) {
    return work * LEVELS + visitor;
  }

  /**
   * Returns the parts.
   *
   * @return the names of their strategies, in the order in which they were added
   */
  public List<String> parts() {
    return parts;
  }

  /**
   * Returns how much each part counts: what its predicted rating, or its score on the {@linkplain
   * ScoreScale#TRAINED trained scale}, is multiplied with.
   *
   * @param work how much is known of the work
   * @param visitor how much is known of who asks
   * @return 0 or more for each part, in their order
   */
  public double[] weights(Knowledge work, Knowledge visitor) {
    return Arrays.copyOf(of(work.level(), visitor.level()), parts.size());
  }

  /**
   * Returns what is added to the weighted sum.
   *
   * @param work how much is known of the work
   * @param visitor how much is known of who asks
   * @return the intercept
   */
  public double intercept(Knowledge work, Knowledge visitor) {
    return of(work.level(), visitor.level())[parts.size()];
  }

  /**
   * Returns how many examples there were: ratings that were predicted, or works that were liked,
   * each beside others, by parts that had not seen them.
   *
   * @param work how much was known of the work
   * @param visitor how much was known of who was asked for
   * @return the number; without any, weights are those of wider groups
   */
  public long examples(Knowledge work, Knowledge visitor) {
    return examples[segment(work.level(), visitor.level())];
  }

  /** Weights and, last, what is added; not to be changed. */
  double[] of(int work, int visitor) {
    return learned[segment(work, visitor)];
  }

  void save(StateWriter out) {
    out.putLongs("examples", examples);
    out.putDoubles("learned", Arrays.stream(learned).flatMapToDouble(Arrays::stream).toArray());
  }

  /** Reads what was learned for as many parts as there are names. */
  static StackedWeights read(Saved saved, List<String> parts) {
    int width = parts.size() + 1;
    double[][] learned = new double[segments()][];
    boolean fits = saved.learned.length == segments() * width;
    for (int segment = 0; segment < segments() && fits; segment++) {
      learned[segment] = Arrays.copyOfRange(saved.learned, segment * width, (segment + 1) * width);
      for (int i = 0; i < width; i++) {
        fits &=
            Double.isFinite(learned[segment][i]) && (i == width - 1 || learned[segment][i] >= 0);
      }
    }
    if (!fits || saved.examples.length != segments()) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model holds %d weights of a stacked blend of %d strategies; expected %d finite ones, 0 or more; the file is damaged",
              saved.learned.length,
              parts.size(),
              segments() * width));
    }
    return new StackedWeights(parts, saved.examples, learned);
  }

  /** What a model file holds, before the parts are read. */
  static final class Saved {
    private final long[] examples;
    private final double[] learned;

    private Saved(StateReader in) {
      examples = in.getLongs("examples");
      learned = in.getDoubles("learned");
    }

    static Saved read(StateReader in) {
      return new Saved(in);
    }
  }

  /** A line for each pair of levels. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder("events of work  visitor  examples");
    for (String part : parts) {
      table.append("  ").append(part);
    }
    table.append("  added\n");
    for (Knowledge work : Knowledge.values()) {
      for (Knowledge visitor : Knowledge.values()) {
        table.append(
            String.format(
                Locale.ROOT,
                "%-14s  %-7s  %8d",
                code(work),
                code(visitor),
                examples(work, visitor)));
        double[] weights = weights(work, visitor);
        for (int part = 0; part < weights.length; part++) {
          int width = Math.max(1, parts.get(part).length());
          table.append(String.format(Locale.ROOT, "  %" + width + ".3f", weights[part]));
        }
        table.append(String.format(Locale.ROOT, "  %5.3f%n", intercept(work, visitor)));
      }
    }
    return table.toString().replace("\r\n", "\n");
  }

  private static String code(Knowledge level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
