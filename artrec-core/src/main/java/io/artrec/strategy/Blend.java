package io.artrec.strategy;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A strategy made of strategies: trains them, keeps their weights, saves and reads them. */
abstract class Blend implements Strategy {
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

  Blend(List<Part> parts) {
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

  final List<Part> and(double weight, Strategy strategy) {
    List<Part> longer = new ArrayList<>(parts);
    longer.add(new Part(weight, strategy));
    return longer;
  }

  /** Combines the scores of the parts, given in the order of the parts. */
  abstract Scores combine(List<Scorer> scorers, Query query, Candidates candidates);

  /** The same for several who ask; of blends whose parts all score all, the parts do it at once. */
  List<Scores> combineAll(List<Scorer> scorers, List<Query> queries, Candidates candidates) {
    return queries.stream().map(query -> combine(scorers, query, candidates)).toList();
  }

  /** The union of what the parts propose. */
  Candidates propose(List<Scorer> scorers, Query query, int catalogSize, BitSet works, int n) {
    BitSet union = new BitSet(catalogSize);
    for (Scorer scorer : scorers) {
      Candidates proposed = scorer.propose(query, catalogSize, works, n);
      for (int i = 0; i < proposed.size(); i++) {
        union.set(proposed.artwork(i));
      }
    }
    return Candidates.of(union.stream().toArray());
  }

  /** Writes what the blend itself was set to. */
  abstract void saveSettings(StateWriter out);

  /** Writes that, and what it knows of its parts. */
  void saveSettings(List<Scorer> scorers, StateWriter out) {
    saveSettings(out);
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

  @Override
  public final Scorer train(TrainingContext context) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(
          "blend '" + name() + "' has no strategies; add at least one");
    }
    List<Scorer> scorers = new ArrayList<>();
    parts.forEach(part -> scorers.add(prepared(part.strategy().train(context), context)));
    return new Trained(this, scorers);
  }

  /** A part that was just trained, with what the blend must know of it. */
  Scorer prepared(Scorer part, TrainingContext context) {
    return part;
  }

  /** Whether scores depend on the set of candidates. */
  boolean isRelative(List<Scorer> scorers) {
    return true;
  }

  /** Each part starts from the earlier blend's part of its place. */
  @Override
  public final Scorer train(TrainingContext context, Scorer earlier) {
    if (!(earlier instanceof Trained before) || before.scorers.size() != parts.size()) {
      return train(context);
    }
    List<Scorer> scorers = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      Scorer start = ScaledPart.plain(before.scorers.get(part));
      scorers.add(prepared(parts.get(part).strategy().train(context, start), context));
    }
    return new Trained(this, scorers);
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

  final Scorer trained(List<Scorer> scorers) {
    return new Trained(this, scorers);
  }

  @Override
  public String toString() {
    List<String> texts = new ArrayList<>();
    parts.forEach(part -> texts.add(part.weight() + " " + part.strategy()));
    return name() + texts;
  }

  private static final class Trained implements Scorer {
    private final Blend blend;
    private final List<Scorer> scorers;

    Trained(Blend blend, List<Scorer> scorers) {
      this.blend = blend;
      this.scorers = List.copyOf(scorers);
    }

    @Override
    public Strategy strategy() {
      return blend;
    }

    @Override
    public Scores score(Query query, Candidates candidates) {
      return blend.combine(scorers, query, candidates);
    }

    @Override
    public List<Scores> scoreAll(List<Query> queries, Candidates candidates) {
      return blend.combineAll(scorers, queries, candidates);
    }

    @Override
    public boolean isRelative() {
      return blend.isRelative(scorers);
    }

    /** The parts that can be updated are; the others are trained. */
    @Override
    public Optional<Scorer> updated(TrainingContext before, TrainingContext after) {
      return Optional.of(
          changed(
              after,
              scorer -> scorer.updated(before, after),
              scorer -> scorer.strategy().train(after)));
    }

    @Override
    public Optional<Scorer> refreshed(TrainingContext before, TrainingContext after) {
      return Optional.of(
          changed(
              after,
              scorer -> scorer.refreshed(before, after),
              scorer -> scorer.strategy().train(after, scorer)));
    }

    @Override
    public Scorer grown(TrainingContext before, TrainingContext after) {
      return blend.trained(scorers.stream().map(scorer -> scorer.grown(before, after)).toList());
    }

    @Override
    public Scorer loaded(UnaryOperator<FeatureMatrix> load) {
      return blend.trained(scorers.stream().map(scorer -> scorer.loaded(load)).toList());
    }

    private Scorer changed(
        TrainingContext after,
        Function<Scorer, Optional<Scorer>> change,
        Function<Scorer, Scorer> otherwise) {
      List<Scorer> changed = new ArrayList<>();
      for (Scorer scorer : scorers) {
        Scorer part = ScaledPart.plain(scorer);
        changed.add(
            blend.prepared(change.apply(part).orElseGet(() -> otherwise.apply(part)), after));
      }
      return blend.trained(changed);
    }

    @Override
    public Candidates propose(Query query, int catalogSize, BitSet works, int n) {
      return blend.propose(scorers, query, catalogSize, works, n);
    }

    @Override
    public void save(StateWriter out) {
      blend.saveSettings(scorers, out);
      out.putDoubles("weights", blend.parts.stream().mapToDouble(Part::weight).toArray());
      scorers.forEach(scorer -> StrategyReaders.write(ScaledPart.plain(scorer), out));
    }
  }
}
