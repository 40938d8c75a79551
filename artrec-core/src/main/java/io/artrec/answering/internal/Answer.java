package io.artrec.answering.internal;

import java.util.List;

/**
 * What a question got.
 *
 * @param places the works, best first
 * @param course how it came about
 */
public record Answer(List<Place> places, Course course) {
  /** Copies. */
  public Answer {
    places = List.copyOf(places);
  }
}
