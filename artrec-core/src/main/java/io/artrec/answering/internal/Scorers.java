package io.artrec.answering.internal;

import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.RandomOrder;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.TrainingContext;
import io.artrec.vector.FeatureMatrix;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What was trained to answer.
 *
 * @param taste the application's own
 * @param fallbacks what fills a list that taste leaves short, in order; the last scores every work
 * @param disliked works that most visitors with an opinion are against: no fall-back offers them
 * @param likeness scores works like one; empty without features
 */
public record Scorers(
    Scorer taste, List<Scorer> fallbacks, BitSet disliked, Optional<Scorer> likeness) {
  /**
   * {@return a taste with the others that every answer needs}
   *
   * @param taste the application's own, trained
   * @param context what it was trained on, and the others are
   */
  public static Scorers of(Scorer taste, TrainingContext context) {
    return new Scorers(
        taste,
        List.of(Popularity.allTime().train(context), RandomOrder.seeded().train(context)),
        Disliked.in(context),
        likeness(context));
  }

  private static Optional<Scorer> likeness(TrainingContext context) {
    return context.features().entries().isEmpty()
        ? Optional.empty()
        : Optional.of(ContentBased.preferred().nearest().train(context));
  }

  /**
   * {@return the same over a catalogue that has changed; nothing is learned}
   *
   * @param before what these scorers were trained on or grown to
   * @param after the same with the catalogue as it is now
   */
  public Scorers grown(TrainingContext before, TrainingContext after) {
    return new Scorers(
        taste.grown(before, after),
        fallbacks.stream().map(fallback -> fallback.grown(before, after)).toList(),
        disliked,
        likeness(after));
  }

  /** The same with matrices as a backend holds them. */
  Scorers loaded(UnaryOperator<FeatureMatrix> load) {
    return new Scorers(
        taste.loaded(load),
        fallbacks.stream().map(fallback -> fallback.loaded(load)).toList(),
        disliked,
        likeness.map(scorer -> scorer.loaded(load)));
  }
}
