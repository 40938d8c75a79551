package io.artrec.eval.split;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A trait of works by name: one the catalogue knows, or else an attribute of their own. */
record ArtworkTrait(String trait) implements Function<Artwork, Collection<String>> {
  @Override
  public Collection<String> apply(Artwork artwork) {
    return switch (trait) {
      case "artist" -> artwork.artists().stream().map(ArtistCredit::name).toList();
      case "movement" -> artwork.movements();
      case "genre" -> artwork.genre().stream().toList();
      case "medium" -> artwork.medium().stream().toList();
      case "technique" -> artwork.techniques();
      case "subject" -> artwork.subjects();
      default -> artwork.attributes().getOrDefault(trait, List.of());
    };
  }
}
