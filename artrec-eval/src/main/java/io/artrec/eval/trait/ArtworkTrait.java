package io.artrec.eval.trait;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A trait of works by name: {@code artist}, {@code movement}, {@code genre}, {@code medium}, {@code
 * technique}, {@code subject}, or else an attribute of their own ({@link Artwork#attributes}). A
 * work has none, one or more values of it. Immutable and thread-safe.
 *
 * @param trait the name
 */
public record ArtworkTrait(String trait) implements Function<Artwork, Collection<String>> {
  /** Validates. */
  public ArtworkTrait {
    if (trait.isBlank()) {
      throw new IllegalArgumentException(
          "name of a trait is blank, expected artist, movement, genre, medium, technique, subject"
              + " or an attribute");
    }
  }

  /**
   * {@return a work's values as they are written; none when the work has none}
   *
   * @param artwork the work
   */
  @Override
  public Collection<String> apply(Artwork artwork) {
    return switch (trait) {
      case "artist" -> artwork.artists().stream().map(ArtistCredit::name).toList();
      case "movement" -> artwork.movements();
      case "genre" -> artwork.genre().stream().toList();
      case "medium" -> artwork.medium().stream().toList();
      case "technique" -> artwork.techniques();
      case "subject" -> artwork.subjects();
      default -> attribute(artwork);
    };
  }

  /** By the name as it is written or, since metrics' names are in lower case, whatever its case. */
  private List<String> attribute(Artwork artwork) {
    List<String> exact = artwork.attributes().get(trait);
    return exact != null
        ? exact
        : artwork.attributes().entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase(trait))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse(List.of());
  }

  /**
   * Returns a work's values as groups are told apart: in lower case, without blanks at the ends,
   * each once.
   *
   * @param artwork the work
   * @return groups; none when the work has none
   */
  public List<String> groups(Artwork artwork) {
    return apply(artwork).stream()
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }
}
