package io.artrec.watch;

import io.artrec.Timings;
import java.time.Duration;

/** A step of an answer's way, as {@link Timings} has it. */
public enum Stage {
  /** Which works may be answered, and their scores. */
  SCORING,
  /** The best of them, and what fills up. */
  CHOOSING,
  /** The re-ranker's order. */
  RERANKING,
  /** The reasons. */
  EXPLAINING,
  /** The whole answer. */
  TOTAL;

  Duration of(Timings timings) {
    return switch (this) {
      case SCORING -> timings.scoring();
      case CHOOSING -> timings.choosing();
      case RERANKING -> timings.reranking();
      case EXPLAINING -> timings.explaining();
      case TOTAL -> timings.total();
    };
  }
}
