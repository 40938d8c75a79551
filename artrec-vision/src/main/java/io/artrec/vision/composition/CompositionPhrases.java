package io.artrec.vision.composition;

import java.util.List;
import java.util.Optional;

/**
 * The pieces of sentences about composition in one language; {@link CompositionWords} chooses which
 * are true and joins them. English and Chinese are there; {@link CompositionWords#language} adds
 * another. Implementations are immutable and thread-safe.
 */
public interface CompositionPhrases {
  /**
   * Says that an image has more or less of something than others.
   *
   * @param property of what
   * @param more whether it has more
   * @return for instance {@code calmer}, in lower case; empty to say nothing of it
   */
  Optional<String> comparative(CompositionProperty property, boolean more);

  /**
   * Says than how many Western paintings an image is what comparatives say.
   *
   * @param comparatives one or more
   * @param extent than how many
   * @return for instance {@code calmer and darker than nine of ten Western paintings}
   */
  String clause(List<String> comparatives, Extent extent);

  /**
   * Makes a sentence.
   *
   * @param clauses one or more
   * @return the sentence, with its capital letter and full stop
   */
  String sentence(List<String> clauses);

  /** Than how many paintings something is claimed. */
  enum Extent {
    /** Nine of ten. */
    NINE_OF_TEN,
    /** Nineteen of twenty. */
    NINETEEN_OF_TWENTY,
    /** Ninety-nine of a hundred. */
    NINETY_NINE_OF_HUNDRED
  }
}
