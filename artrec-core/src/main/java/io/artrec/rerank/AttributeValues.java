package io.artrec.rerank;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a record says under an attribute's name, comparable without regard to case. */
final class AttributeValues {
  private AttributeValues() {}

  static Set<String> of(Artwork artwork, String attribute) {
    return switch (attribute) {
      case "artist" -> fold(artwork.artists().stream().map(ArtistCredit::name).toList());
      case "movement" -> fold(artwork.movements());
      case "genre" -> fold(artwork.genre().map(List::of).orElse(List.of()));
      case "medium" -> fold(artwork.medium().map(List::of).orElse(List.of()));
      case "technique" -> fold(artwork.techniques());
      case "subject" -> fold(artwork.subjects());
      default -> fold(artwork.attributes().getOrDefault(attribute, List.of()));
    };
  }

  /** The Jaccard coefficient of two works' artists, movements and subjects; 0 without any. */
  static double jaccard(Set<String> a, Set<String> b) {
    int shared = 0;
    for (String value : a) {
      if (b.contains(value)) {
        shared++;
      }
    }
    int all = a.size() + b.size() - shared;
    return all > 0 ? (double) shared / all : 0;
  }

  static Set<String> traits(Artwork artwork) {
    Set<String> traits = new HashSet<>();
    for (String attribute : List.of("artist", "movement", "subject")) {
      of(artwork, attribute).forEach(value -> traits.add(attribute + ' ' + value));
    }
    return traits;
  }

  private static Set<String> fold(Collection<String> values) {
    return values.stream()
        .map(v -> Normalizer.normalize(v, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
