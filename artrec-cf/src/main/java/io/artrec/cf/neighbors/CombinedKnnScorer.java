package io.artrec.cf.neighbors;

import io.artrec.explain.Contribution;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The trained {@link CombinedKnn}: both parts, each brought to 1 by its largest score. */
final class CombinedKnnScorer implements Scorer {
  private final CombinedKnn strategy;
  private final Scorer user;
  private final Scorer item;
  private final int artworks;

  CombinedKnnScorer(CombinedKnn strategy, Scorer user, Scorer item, int artworks) {
    this.strategy = strategy;
    this.user = user;
    this.item = item;
    this.artworks = artworks;
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  /** A part's scores of the whole catalogue, and what they are multiplied by. */
  private record Part(Scores scores, double factor) {
    static Part of(Scores scores, double weight) {
      double most = 0;
      for (int artwork = 0; artwork < scores.candidates().size(); artwork++) {
        most = scores.isScored(artwork) ? Math.max(most, Math.abs(scores.value(artwork))) : most;
      }
      return new Part(scores, most > 0 ? weight / most : 0);
    }
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    Candidates all = Candidates.all(artworks);
    List<Part> parts = new ArrayList<>();
    if (strategy.alpha() > 0) {
      parts.add(Part.of(user.score(query, all), strategy.alpha()));
    }
    if (strategy.alpha() < 1) {
      parts.add(Part.of(item.score(query, all), 1 - strategy.alpha()));
    }
    Scores scores = new Scores(candidates);
    for (int position = 0; position < candidates.size(); position++) {
      int artwork = candidates.artwork(position);
      double sum = 0;
      boolean scored = false;
      for (Part part : parts) {
        if (part.scores.isScored(artwork)) {
          sum += part.factor * part.scores.value(artwork);
          scored = true;
        }
      }
      if (scored) {
        scores.set(position, sum);
      }
    }
    return scores.explainedBy(position -> contributions(parts, candidates.artwork(position)));
  }

  /** What the known works said through each part, under the part's name. */
  private static List<Contribution> contributions(List<Part> parts, int artwork) {
    List<Contribution> contributions = new ArrayList<>();
    for (Part part : parts) {
      for (Contribution one : part.scores.contributions(artwork)) {
        contributions.add(
            new Contribution(one.strategy(), one.cause(), part.factor * one.amount()));
      }
    }
    return contributions;
  }

  /** The part that can be updated is; the other is trained. */
  @Override
  public Optional<Scorer> updated(TrainingContext before, TrainingContext after) {
    return Optional.of(changed(part -> part.updated(before, after), after));
  }

  @Override
  public Optional<Scorer> refreshed(TrainingContext before, TrainingContext after) {
    return Optional.of(changed(part -> part.refreshed(before, after), after));
  }

  private Scorer changed(Function<Scorer, Optional<Scorer>> change, TrainingContext after) {
    return new CombinedKnnScorer(
        strategy,
        change.apply(user).orElseGet(() -> user.strategy().train(after)),
        change.apply(item).orElseGet(() -> item.strategy().train(after)),
        after.catalog().size());
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
    out.putLong("artworks", artworks);
    user.save(out);
    item.save(out);
  }
}
