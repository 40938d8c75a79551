package io.artrec.cf.content;

import io.artrec.explain.Cause;
import java.util.Locale;
import java.util.Optional;

/**
 * What a level of a facet adds to a rating, beside all else that is known of work and visitor; so
 * it says nothing of the mean of ratings of works with the level, and sentences do not either.
 *
 * @param facet the facet
 * @param level the level, as records spell it
 * @param own whether for who asks, or for all visitors
 * @param raises whether it raises the rating by a fiftieth of the deviation of ratings or more,
 *     below which sentences are silent
 */
record LevelCause(String facet, String level, boolean own, boolean raises) implements Cause {
  @Override
  public String kind() {
    return own ? "taste-of-attribute" : "attribute";
  }

  @Override
  public Optional<String> words(Locale language) {
    if (!raises) {
      return Optional.empty();
    }
    return switch (language.getLanguage()) {
      case "en" ->
          Optional.of(
              own
                  ? level + ", which counts for it by your ratings"
                  : level + ", which counts for it by all ratings");
      case "zh" -> Optional.of(own ? "按您的评分，“" + level + "”为它加分" : "按众人的评分，“" + level + "”为它加分");
      default -> Optional.empty();
    };
  }
}
