package io.artrec.llm.description;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The sentences of one language. Implementations are immutable; empty means nothing to say. */
interface DescriptionPhrases {
  Locale language();

  /** What the work is, by whom and of when. */
  String identity(WorkFacts work, DescriptionStyle style);

  /** Its movements, and its genre where the identity did not say it. */
  Optional<String> kind(WorkFacts work, DescriptionStyle style);

  /** What can be seen. */
  Optional<String> shows(List<String> subjects, DescriptionStyle style);

  /** What it is about and cannot be seen. */
  Optional<String> themes(List<String> themes, DescriptionStyle style);

  /** Its main colors. */
  Optional<String> colors(List<String> colors, DescriptionStyle style);

  /** Size and techniques. */
  Optional<String> making(WorkFacts work, DescriptionStyle style);

  /** Where it is. */
  Optional<String> place(WorkFacts work);

  /** What it costs, whether it can be had, which copy it is. */
  Optional<String> offer(WorkFacts work);

  /** Sentences side by side. */
  String join(List<String> sentences);
}
