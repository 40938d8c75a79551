package io.artrec.strategy;

import io.artrec.model.StateWriter;
import io.artrec.vector.FeatureMatrix;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A part of a blend, and where its scores lie. Scores as the part does. */
final class ScaledPart implements Scorer {
  private final Scorer part;
  private final TrainedScale scale;

  ScaledPart(Scorer part, TrainedScale scale) {
    this.part = part;
    this.scale = scale;
  }

  /** The part itself, of one that has a scale. */
  static Scorer plain(Scorer scorer) {
    return scorer instanceof ScaledPart scaled ? scaled.part : scorer;
  }

  TrainedScale scale() {
    return scale;
  }

  @Override
  public Strategy strategy() {
    return part.strategy();
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    return part.score(query, candidates);
  }

  @Override
  public List<Scores> scoreAll(List<Query> queries, Candidates candidates) {
    return part.scoreAll(queries, candidates);
  }

  @Override
  public boolean isRelative() {
    return part.isRelative();
  }

  @Override
  public Candidates propose(Query query, int catalogSize, BitSet works, int n) {
    return part.propose(query, catalogSize, works, n);
  }

  /** Without a scale, which the blend measures anew. */
  @Override
  public Optional<Scorer> updated(TrainingContext before, TrainingContext after) {
    return part.updated(before, after);
  }

  /** Without a scale, which the blend measures anew. */
  @Override
  public Optional<Scorer> refreshed(TrainingContext before, TrainingContext after) {
    return part.refreshed(before, after);
  }

  @Override
  public Scorer grown(TrainingContext before, TrainingContext after) {
    return new ScaledPart(part.grown(before, after), scale);
  }

  @Override
  public Scorer loaded(UnaryOperator<FeatureMatrix> load) {
    return new ScaledPart(part.loaded(load), scale);
  }

  @Override
  public void save(StateWriter out) {
    part.save(out);
  }
}
