package io.artrec.text.analysis;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The words of an artwork, the same for every text feature: title, description and subjects. A
 * title that only says that there is none, such as {@code [title not known]}, has no words, so that
 * it makes no two works alike.
 */
public final class ArtworkText {
  private ArtworkText() {}

  /**
   * Returns an artwork's text.
   *
   * @param artwork the record
   * @return {@code title. description subject, subject}; parts that are not there leave nothing
   */
  public static String of(Artwork artwork) {
    String title = artwork.titleWords();
    StringBuilder text = new StringBuilder(title).append(title.isEmpty() ? "" : ".");
    artwork.description().ifPresent(description -> text.append(' ').append(description));
    if (!artwork.subjects().isEmpty()) {
      text.append(' ').append(String.join(", ", artwork.subjects()));
    }
    return text.toString().strip();
  }

  /**
   * Returns everything a record says in words, which is what searches read: {@link #of(Artwork)},
   * then artists, movements, genre, medium and techniques.
   *
   * @param artwork the record
   * @return {@code title. description subject, subject. artist. movement. genre. medium.
   *     technique}; parts that are not there leave nothing
   */
  public static String complete(Artwork artwork) {
    StringBuilder text = new StringBuilder(of(artwork));
    facts(artwork).forEach(fact -> text.append(". ").append(fact));
    return text.toString();
  }

  /**
   * Returns what a record says beside title, description and subjects.
   *
   * @param artwork the record
   * @return artists, movements, genre, medium and techniques, in this order
   */
  public static List<String> facts(Artwork artwork) {
    List<String> facts = new ArrayList<>();
    artwork.artists().forEach(credit -> facts.add(credit.name()));
    facts.addAll(artwork.movements());
    artwork.genre().ifPresent(facts::add);
    artwork.medium().ifPresent(facts::add);
    facts.addAll(artwork.techniques());
    return facts;
  }

  /**
   * {@return a text for each work, in catalogue order}
   *
   * @param catalog the works
   */
  public static List<String> of(Catalog catalog) {
    return catalog.stream().map(ArtworkText::of).toList();
  }

  /**
   * Returns the works whose texts are new or other than before.
   *
   * @param before a catalogue
   * @param after what it became; works keep their indices
   * @return the indices in {@code after}, ascending
   */
  public static int[] changed(Catalog before, Catalog after) {
    return IntStream.range(0, after.size())
        .filter(index -> index >= before.size() || isChanged(before.get(index), after.get(index)))
        .toArray();
  }

  @SuppressWarnings("ReferenceEquality") // works that stay are the same objects, and many
  private static boolean isChanged(Artwork before, Artwork after) {
    return before != after && !of(before).equals(of(after));
  }
}
