package io.artrec.answering.internal;

import io.artrec.strategy.Draw;
import java.util.List;
import java.util.Optional;

/**
 * What a question got.
 *
 * @param places the works, best first
 * @param draw what the strategy drew by chance for the whole answer
 * @param course how it came about
 */
public record AnsweredQuestion(List<Place> places, Optional<Draw> draw, Course course) {
  /** Copies. */
  public AnsweredQuestion {
    places = List.copyOf(places);
  }
}
