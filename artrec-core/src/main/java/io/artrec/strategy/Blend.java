package io.artrec.strategy;

import io.artrec.model.StateWriter;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A composite whose scores are combined when it is asked: trains its parts, saves and reads them.
 */
abstract class Blend extends Composite {
  Blend(List<Part> parts) {
    super(parts);
  }

  /** Combines the scores of the parts, given in the order of the parts. */
  abstract Scores combine(List<Scorer> scorers, Query query, Candidates candidates);

  /** The same for several who ask; of blends whose parts all score all, the parts do it at once. */
  List<Scores> combineAll(List<Scorer> scorers, List<Query> queries, Candidates candidates) {
    return queries.stream().map(query -> combine(scorers, query, candidates)).toList();
  }

  /** The union of what the parts propose. */
  Candidates propose(List<Scorer> scorers, Query query, int catalogSize, BitSet works, int n) {
    return union(scorers, query, catalogSize, works, n);
  }

  /** Writes what the blend itself was set to. */
  abstract void saveSettings(StateWriter out);

  /** Writes that, and what it knows of its parts. */
  void saveSettings(List<Scorer> scorers, StateWriter out) {
    saveSettings(out);
  }

  @Override
  public final Scorer train(TrainingContext context) {
    requireParts();
    List<Scorer> scorers = new ArrayList<>();
    parts().forEach(part -> scorers.add(prepared(part.strategy().train(context), context)));
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
    if (!(earlier instanceof Trained before) || before.scorers.size() != parts().size()) {
      return train(context);
    }
    List<Scorer> scorers = new ArrayList<>();
    for (int part = 0; part < parts().size(); part++) {
      Scorer start = ScaledPart.plain(before.scorers.get(part));
      scorers.add(prepared(parts().get(part).strategy().train(context, start), context));
    }
    return new Trained(this, scorers);
  }

  /** The parts of a trained blend; none of another scorer. */
  static List<Scorer> scorers(Scorer scorer) {
    return scorer instanceof Trained trained
        ? trained.scorers.stream().map(ScaledPart::plain).toList()
        : List.of();
  }

  final Scorer trained(List<Scorer> scorers) {
    return new Trained(this, scorers);
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
      out.putDoubles("weights", blend.parts().stream().mapToDouble(Part::weight).toArray());
      scorers.forEach(scorer -> StrategyReaders.write(ScaledPart.plain(scorer), out));
    }
  }
}
