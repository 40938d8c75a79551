package io.artrec.cf.pairwise;

import io.artrec.cf.data.internal.BehaviorChange;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.kernel.internal.Kernels;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Memory;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import io.artrec.strategy.VectorScorer;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The trained {@link Bpr}, {@link Warp} or {@link FeatureBpr}: factors of works; whoever asks is
 * solved for.
 */
final class PairwiseScorer implements VectorScorer {
  private final PairwiseStrategy<?> strategy;
  private final PairwiseModel model;
  private final FeatureMatrix works;
  private final Memory.Key<Visitor> visitor;

  /** A visitor's entries and vector, if there is one. */
  private record Visitor(SparseVector entries, Optional<float[]> vector) {}

  PairwiseScorer(PairwiseStrategy<?> strategy, PairwiseModel model) {
    this.strategy = strategy;
    this.model = model;
    works = model.vectors();
    visitor = Memory.Key.of(Visitor.class, 2048 + 4L * works.dimensions());
  }

  private PairwiseScorer(PairwiseScorer same, FeatureMatrix works) {
    strategy = same.strategy;
    model = same.model;
    visitor = same.visitor;
    this.works = works;
  }

  @Override
  public Scorer loaded(UnaryOperator<FeatureMatrix> load) {
    return new PairwiseScorer(this, load.apply(works));
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  PairwiseModel model() {
    return model;
  }

  /** Trains works that changed by a quarter of the epochs; all others stay. */
  @Override
  public Optional<Scorer> refreshed(TrainingContext before, TrainingContext after) {
    return BehaviorChange.between(strategy.feedback(), before, after)
        .map(
            change ->
                new PairwiseScorer(
                    strategy,
                    strategy.refresh(
                        after, Kernels.best(), model, change.after(), change.touched())));
  }

  @Override
  public Scorer grown(TrainingContext before, TrainingContext after) {
    return model.map().isPresent()
        ? new PairwiseScorer(strategy, model.grown(after))
        : VectorScorer.super.grown(before, after);
  }

  @Override
  public FeatureMatrix works() {
    return works;
  }

  @Override
  public Optional<float[]> vector(Query query) {
    return new Asker(query).visitor.vector();
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    return scoreAll(List.of(query), candidates).get(0);
  }

  @Override
  public List<Scores> scoreAll(List<Query> queries, Candidates candidates) {
    List<Asker> askers = queries.stream().map(Asker::new).toList();
    List<Optional<float[]>> vectors = askers.stream().map(asker -> asker.visitor.vector()).toList();
    List<Scores> all = VectorScorer.products(works, vectors, candidates);
    for (int q = 0; q < all.size(); q++) {
      Asker asker = askers.get(q);
      all.get(q)
          .explainedBy(
              position ->
                  contributions(
                      asker.visitor.entries(), asker.solved(), candidates.artwork(position)));
    }
    return all;
  }

  /** Whoever asks: solved for when nobody remembers their vector, or reasons are asked for. */
  private final class Asker {
    private final Visitor visitor;
    private PairwiseFoldIn.@Nullable Visitor solved;

    Asker(Query query) {
      visitor =
          query.remembered(
              PairwiseScorer.this.visitor,
              () -> {
                SparseVector entries = FeedbackEntries.of(strategy.feedback(), query);
                PairwiseFoldIn.Visitor known = model.solve(entries);
                solved = known;
                return new Visitor(
                    entries,
                    known.known().size() == 0
                        ? Optional.empty()
                        : Optional.of(PairwiseModel.vector(known)));
              });
    }

    synchronized PairwiseFoldIn.Visitor solved() {
      PairwiseFoldIn.Visitor known = solved == null ? model.solve(visitor.entries()) : solved;
      solved = known;
      return known;
    }
  }

  private List<Contribution> contributions(
      SparseVector own, PairwiseFoldIn.Visitor visitor, int artwork) {
    List<Contribution> contributions = new ArrayList<>();
    contributions.add(
        new Contribution(
            strategy.name(), new Cause.Offset("bias of the work"), model.bias(artwork)));
    double[] parts = visitor.parts(artwork);
    for (int k = 0; k < parts.length; k++) {
      int known = visitor.known().indices()[k];
      double preference = own.values()[Arrays.binarySearch(own.indices(), known)];
      contributions.add(
          new Contribution(strategy.name(), new Cause.KnownArtwork(known, preference), parts[k]));
    }
    return contributions;
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
    model.save(out);
  }
}
