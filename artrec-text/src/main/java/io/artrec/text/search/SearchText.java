package io.artrec.text.search;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.analysis.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What searches read of a work: both the same, by words and by meaning. */
final class SearchText {
  private SearchText() {}

  /**
   * The passages of a work beside title, description and subjects as a whole: its title with the
   * facts of the record, if there are any, and the sentences of its description, if there are two
   * or more. More sentences than fit are joined with their neighbours, as many to each passage.
   *
   * @param most how many passages at most, 0 or more
   */
  static List<String> passages(Artwork artwork, int most) {
    List<String> passages = new ArrayList<>();
    List<String> facts = ArtworkText.facts(artwork);
    if (!facts.isEmpty() && most > 0) {
      passages.add(artwork.title() + ". " + String.join(", ", facts));
    }
    int room = most - passages.size();
    List<String> sentences = SentenceSplitter.standard().split(artwork.description().orElse(""));
    if (sentences.size() > 1 && room > 0) {
      int count = Math.min(room, sentences.size());
      for (int p = 0; p < count; p++) {
        int from = (int) ((long) sentences.size() * p / count);
        int to = (int) ((long) sentences.size() * (p + 1) / count);
        passages.add(String.join(" ", sentences.subList(from, to)));
      }
    }
    return passages;
  }

  /** The works whose texts are new or other than before, ascending. */
  static int[] changed(Catalog before, Catalog after) {
    return IntStream.range(0, after.size())
        .filter(index -> index >= before.size() || isChanged(before.get(index), after.get(index)))
        .toArray();
  }

  @SuppressWarnings("ReferenceEquality") // works that stay are the same objects, and many
  private static boolean isChanged(Artwork before, Artwork after) {
    return before != after && !ArtworkText.complete(before).equals(ArtworkText.complete(after));
  }
}
