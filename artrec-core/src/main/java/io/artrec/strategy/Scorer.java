package io.artrec.strategy;

import io.artrec.model.StateWriter;
import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A trained strategy. Immutable and thread-safe.
 *
 * <p>Promises, checked by {@code StrategyContract} of artrec-testkit: it answers for a visitor
 * training never saw, from the history in the query; a candidate's score does not depend on which
 * other candidates are asked for, unless {@link #isRelative()}; contributions add up to the score
 * to 1e-6; what {@link #save} wrote and {@link StrategyReader} read scores bit-equal.
 */
public interface Scorer {
  /** {@return the strategy that trained this scorer} */
  Strategy strategy();

  /**
   * Scores candidates. Those it cannot say anything about stay unset.
   *
   * @param query who is asking
   * @param candidates what to score
   * @return their scores, which also tell the contributions behind them
   */
  Scores score(Query query, Candidates candidates);

  /**
   * Scores candidates for several who ask, for less than one after the other where what they share
   * is read once: the works' vectors. The default asks for one after the other.
   *
   * @param queries who is asking
   * @param candidates what to score
   * @return for each, in their order, what {@link #score} gives, to the bit
   */
  default List<Scores> scoreAll(List<Query> queries, Candidates candidates) {
    return queries.stream().map(query -> score(query, candidates)).toList();
  }

  /**
   * Tells whether scores depend on the set of candidates, as those of blends that bring scores to
   * one scale do.
   *
   * @return true when they do
   */
  default boolean isRelative() {
    return false;
  }

  /**
   * Proposes the best of a large catalogue. The default scores everything; strategies with an index
   * do better. A blend proposes what its parts propose, {@code n} for each.
   *
   * @param query who is asking
   * @param catalogSize the number of artworks
   * @param works those that may be proposed, by catalogue index
   * @param n how many to propose
   * @return at most {@code n} candidates, of a blend that many for each part
   */
  default Candidates propose(Query query, int catalogSize, BitSet works, int n) {
    int[] best = score(query, Candidates.all(catalogSize)).bestOf(n, works);
    Arrays.sort(best);
    return Candidates.of(best);
  }

  /**
   * Takes in changed behaviour, or new works, without training from the beginning. What is returned
   * scores as {@code strategy().train(after)} does: to the last bit, or to 1e-9 of the score where
   * a method's Javadoc says so. Nothing of what only {@code before} held is left in it, so this is
   * how a visitor is forgotten. This scorer stays as it is.
   *
   * @param before what this scorer was trained on
   * @param after what the new one is to know; {@code before}'s works come first in its catalogue,
   *     with the same indices
   * @return the scorer; empty, as by default, when only training gives it or costs no more
   */
  default Optional<Scorer> updated(TrainingContext before, TrainingContext after) {
    return Optional.empty();
  }

  /**
   * Takes in new behaviour, or new works, quickly: as {@link #updated} where the method can, and
   * otherwise what is new is learned next to what stands, as factors are solved for the works
   * concerned while all others stay. Traces of what {@code after} lacks may remain. This scorer
   * stays as it is.
   *
   * @param before what this scorer was trained on
   * @param after what the new one is to know, as for {@link #updated}
   * @return the scorer; empty when the method must train
   */
  default Optional<Scorer> refreshed(TrainingContext before, TrainingContext after) {
    return updated(before, after);
  }

  /**
   * Brings this scorer to a catalogue that has changed, at once: what was learned stays, works may
   * be described anew, and new works follow. By default they stay unset until they are learned;
   * what works by content reads them here. This scorer stays as it is.
   *
   * @param before what this scorer was trained on
   * @param after the same behaviour over the changed catalogue; {@code before}'s works come first
   *     in it, with the same indices
   * @return the scorer of the changed catalogue
   */
  default Scorer grown(TrainingContext before, TrainingContext after) {
    return EarlierArtworks.of(this, before.catalog().size(), after.catalog().size());
  }

  /**
   * {@return this scorer with its matrices where products are to be computed, which scores as this
   * one does up to the backend's rounding; this one, as by default, when nothing is multiplied}
   * Every matrix that a query is multiplied with must pass through {@code load}: what comes back is
   * equal, and may multiply on a device. It serves as long as the recommender asks; this scorer
   * stays as it is.
   *
   * @param load gives each matrix as the recommender's {@link io.artrec.scoring.ScoringBackend}
   *     holds it
   */
  default Scorer loaded(UnaryOperator<FeatureMatrix> load) {
    return this;
  }

  /**
   * Writes configuration and trained state.
   *
   * @param out receives them
   */
  void save(StateWriter out);
}
