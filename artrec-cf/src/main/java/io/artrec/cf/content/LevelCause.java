package io.artrec.cf.content;

import io.artrec.explain.Cause;
import java.util.Locale;
import java.util.Optional;

/**
 * What a level of a facet adds to a rating.
 *
 * @param facet the facet
 * @param level the level, as records spell it
 * @param own whether for who asks, or for all visitors
 * @param raises whether it raises the rating
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
                  ? level + ", which you rate higher than others do"
                  : level + ", which visitors rate high");
      case "zh" -> Optional.of(own ? "您给“" + level + "”的评分高于他人" : "“" + level + "”普遍评分较高");
      default -> Optional.empty();
    };
  }
}
