package io.artrec.answering.internal;

import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.RandomOrder;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.TrainingContext;
import java.util.List;
import java.util.Optional;

/**
 * What was trained to answer.
 *
 * @param taste the application's own
 * @param fallbacks what fills a list that taste leaves short, in order; the last scores every work
 * @param likeness scores works like one; empty without features
 */
public record Scorers(Scorer taste, List<Scorer> fallbacks, Optional<Scorer> likeness) {
  /** With the others that every answer needs. */
  public static Scorers of(Scorer taste, TrainingContext context) {
    return new Scorers(
        taste,
        List.of(Popularity.allTime().train(context), RandomOrder.seeded().train(context)),
        likeness(context));
  }

  private static Optional<Scorer> likeness(TrainingContext context) {
    return context.features().entries().isEmpty()
        ? Optional.empty()
        : Optional.of(ContentBased.preferred().nearest().train(context));
  }

  /** The same over a catalogue that has changed; nothing is learned. */
  public Scorers grown(TrainingContext before, TrainingContext after) {
    return new Scorers(
        taste.grown(before, after),
        fallbacks.stream().map(fallback -> fallback.grown(before, after)).toList(),
        likeness(after));
  }
}
