package io.artrec.strategy;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A strategy made of strategies: keeps them with their weights, and tells what they can. */
abstract class Composite implements Strategy {
  /** A part and its weight. */
  record Part(double weight, Strategy strategy) {
    Part {
      if (!(weight > 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException(
            "weight of strategy '" + strategy.name() + "' is " + weight + ", expected above 0");
      }
    }
  }

  private final List<Part> parts;

  Composite(List<Part> parts) {
    this.parts = List.copyOf(parts);
    requireArmsOfOneName(this.parts);
  }

  /** What arms earn is kept by their names, so no two hybrids may mean others by one. */
  private static void requireArmsOfOneName(List<Part> parts) {
    Set<String> names = new HashSet<>();
    for (Part part : parts) {
      for (AdaptiveHybrid adaptive : AdaptiveHybrid.in(part.strategy())) {
        for (String arm : adaptive.arms()) {
          if (!names.add(arm)) {
            throw new IllegalArgumentException(
                "two adaptive hybrids of one strategy have an arm '"
                    + arm
                    + "', and what arms earn is kept by name; give one of them another");
          }
        }
      }
    }
  }

  final List<Part> parts() {
    return parts;
  }

  final void requireParts() {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(
          "blend '" + name() + "' has no strategies; add at least one");
    }
  }

  final List<Part> and(double weight, Strategy strategy) {
    List<Part> longer = new ArrayList<>(parts);
    longer.add(new Part(weight, strategy));
    return longer;
  }

  /** Whether it answers words: when one of its parts does, as long as all parts are asked. */
  boolean readsWords() {
    return parts.stream().anyMatch(part -> can(part, Capability.TEXT_QUERY));
  }

  /** Whether each part reads words. */
  final boolean allReadWords() {
    return !parts.isEmpty() && parts.stream().allMatch(part -> can(part, Capability.TEXT_QUERY));
  }

  /**
   * Reads words as {@link #readsWords} says, and predicts ratings when all do and it keeps them.
   */
  @Override
  public final Set<Capability> capabilities() {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    if (readsWords()) {
      capabilities.add(Capability.TEXT_QUERY);
    }
    if (keepsRatings() && partsPredictRatings()) {
      capabilities.add(Capability.PREDICTS_RATINGS);
    }
    return capabilities;
  }

  private static boolean can(Part part, Capability capability) {
    return part.strategy().capabilities().contains(capability);
  }

  /** Whether each part's scores are predicted ratings. */
  final boolean partsPredictRatings() {
    return !parts.isEmpty()
        && parts.stream().allMatch(part -> can(part, Capability.PREDICTS_RATINGS));
  }

  /** Whether predicted ratings of parts lead to predicted ratings. */
  boolean keepsRatings() {
    return false;
  }

  /** What the parts propose, together. */
  static Candidates union(List<Scorer> scorers, Query query, int catalogSize, BitSet works, int n) {
    BitSet union = new BitSet(catalogSize);
    for (Scorer scorer : scorers) {
      Candidates proposed = scorer.propose(query, catalogSize, works, n);
      for (int i = 0; i < proposed.size(); i++) {
        union.set(proposed.artwork(i));
      }
    }
    return Candidates.of(union.stream().toArray());
  }

  static List<Scorer> readParts(
      StateReader in, TrainingContext context, StrategyReaders readers, List<Part> parts) {
    double[] weights = in.getDoubles("weights");
    if (weights.length == 0) {
      throw new ModelFileException("the model holds a blend of no strategies");
    }
    List<Scorer> scorers = new ArrayList<>();
    for (double weight : weights) {
      Scorer scorer = readers.read(in, context);
      scorers.add(scorer);
      parts.add(new Part(weight, scorer.strategy()));
    }
    return scorers;
  }

  @Override
  public String toString() {
    List<String> texts = new ArrayList<>();
    parts.forEach(part -> texts.add(part.weight() + " " + part.strategy()));
    return name() + texts;
  }
}
