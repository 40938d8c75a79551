package io.artrec.llm.description;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The sentences of one language. Implementations are immutable; empty means nothing to say. */
interface DescriptionPhrases {
  Locale language();

  /** What the work is, by whom and of when. */
  String identity(ArtworkFacts work, DescriptionStyle style);

  /** Its movements, and its genre where the identity did not say it. */
  Optional<String> kind(ArtworkFacts work, DescriptionStyle style);

  /** What can be seen. */
  Optional<String> shows(List<String> subjects, DescriptionStyle style);

  /** What it is about and cannot be seen. */
  Optional<String> themes(List<String> themes, DescriptionStyle style);

  /** Its main colors. */
  Optional<String> colors(List<String> colors, DescriptionStyle style);

  /** Size and techniques. */
  Optional<String> making(ArtworkFacts work, DescriptionStyle style);

  /** Where it is. */
  Optional<String> place(ArtworkFacts work);

  /** What it costs, whether it can be had, which copy it is. */
  Optional<String> offer(ArtworkFacts work);

  /** Sentences side by side. */
  String join(List<String> sentences);
}
