package io.artrec.text.keyword;

import io.artrec.catalog.Artwork;
import io.artrec.text.analysis.ArtworkText;
import java.util.List;

/** Finds keywords. Implementations are immutable, thread-safe and deterministic. */
public interface KeywordExtractor {
  /**
   * Finds a text's keywords.
   *
   * @param text any text
   * @param most how many at most, 1 or more
   * @return the keywords by falling weight, ties by where they first stand; none when the text
   *     holds no word that could be one
   */
  List<Keyword> keywords(String text, int most);

  /**
   * Finds an artwork's keywords.
   *
   * @param artwork the record; title, description and subjects are read
   * @param most how many at most, 1 or more
   * @return the keywords by falling weight
   */
  default List<Keyword> keywords(Artwork artwork, int most) {
    return keywords(ArtworkText.of(artwork), most);
  }
}
