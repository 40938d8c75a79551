package io.artrec.examples;

import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.YearRange;
import io.artrec.feature.FeatureStore;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is true of works and visitors, computed from records, events and vectors alone, by none of
 * the code that chooses or words reasons.
 */
final class Facts {
  private static final double ROUNDING = 1e-5;

  private final Recommender recommender;
  private final Optional<? extends SentenceEncoder> encoder;

  /** What each visitor thinks of each work, by id. */
  private final Map<String, Map<String, Double>> opinions = new HashMap<>();

  Facts(
      Recommender recommender,
      Iterable<Interaction> events,
      Optional<? extends SentenceEncoder> encoder) {
    this.recommender = recommender;
    this.encoder = encoder;
    Map<String, Map<String, List<Interaction>>> byVisitor = new HashMap<>();
    for (Interaction event : events) {
      byVisitor
          .computeIfAbsent(event.user(), user -> new HashMap<>())
          .computeIfAbsent(event.artwork(), artwork -> new ArrayList<>())
          .add(event);
    }
    byVisitor.forEach(
        (visitor, works) -> {
          Map<String, Double> of = new HashMap<>();
          works.forEach((work, history) -> of.put(work, opinion(history)));
          opinions.put(visitor, of);
        });
  }

  Catalog catalog() {
    return recommender.catalog();
  }

  /** The standard preference model without decay, written anew: the events oldest first. */
  static double opinion(List<Interaction> history) {
    double sum = 0;
    double stance = 0;
    double rating = 0;
    for (Interaction event : history) {
      InteractionKind kind = event.kind();
      switch (kind) {
        case VIEW -> sum += 0.1;
        case CLICK -> sum += 0.2;
        case SKIP -> sum -= 0.1;
        case FAVORITE -> stance = 1;
        case DISLIKE -> stance = -1;
        case RATING -> rating = (event.value() - 3) / 2;
        default -> throw new IllegalArgumentException("no rule for " + kind);
      }
    }
    return sum + stance + rating;
  }

  Map<String, Double> opinions(String visitor) {
    return opinions.getOrDefault(visitor, Map.of());
  }

  /** How many visitors were drawn to all of some works. */
  long drawnTo(String... works) {
    return opinions.values().stream()
        .filter(of -> List.of(works).stream().allMatch(work -> of.getOrDefault(work, 0.0) > 0))
        .count();
  }

  /** Whether a visitor was drawn to both works, or to each a visitor who shares another one. */
  boolean areLinked(String work, String other) {
    return visitors(work).stream()
        .flatMap(of -> of.keySet().stream().filter(known -> of.getOrDefault(known, 0.0) > 0))
        .distinct()
        .anyMatch(between -> drawnTo(between, other) > 0);
  }

  private List<Map<String, Double>> visitors(String work) {
    return opinions.values().stream().filter(of -> of.getOrDefault(work, 0.0) > 0).toList();
  }

  static boolean areBothBy(Artwork a, Artwork b, String artist) {
    return isBy(a, artist) && isBy(b, artist);
  }

  private static boolean isBy(Artwork work, String artist) {
    return work.artists().stream()
        .anyMatch(
            credit ->
                credit.name().equalsIgnoreCase(artist)
                    && credit.qualifier() == ArtistCredit.Qualifier.BY);
  }

  static boolean doBothName(Artwork a, Artwork b, String artist) {
    return List.of(a, b).stream()
        .allMatch(work -> work.artists().stream().anyMatch(c -> c.name().equalsIgnoreCase(artist)));
  }

  static boolean haveBoth(List<String> a, List<String> b, List<String> values) {
    return lower(a).containsAll(lower(values)) && lower(b).containsAll(lower(values));
  }

  private static Set<String> lower(List<String> values) {
    return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** Whether two works are alike in a facet, by their records or by vectors. */
  boolean areAlike(String facet, Artwork a, Artwork b) {
    return switch (facet) {
      case "genre" -> isEqual(a.genre(), b.genre());
      case "medium" -> isEqual(a.medium(), b.medium());
      case "period" -> areClose(a, b);
      case "size" -> areOfOneSize(a, b);
      default -> areNear(facet, a, b);
    };
  }

  private static boolean isEqual(Optional<String> a, Optional<String> b) {
    return a.isPresent() && b.isPresent() && a.get().equalsIgnoreCase(b.get());
  }

  /** Every year of one within thirty of every year of the other. */
  private static boolean areClose(Artwork a, Artwork b) {
    if (a.created().isEmpty() || b.created().isEmpty()) {
      return false;
    }
    YearRange one = a.created().orElseThrow();
    YearRange other = b.created().orElseThrow();
    return Math.abs(one.last() - other.first()) <= 30
        && Math.abs(other.last() - one.first()) <= 30
        && one.last() - one.first() <= 30
        && other.last() - other.first() <= 30;
  }

  private static boolean areOfOneSize(Artwork a, Artwork b) {
    if (a.dimensions().isEmpty() || b.dimensions().isEmpty()) {
      return false;
    }
    OptionalDouble[][] sides = {
      {a.dimensions().orElseThrow().width(), b.dimensions().orElseThrow().width()},
      {a.dimensions().orElseThrow().height(), b.dimensions().orElseThrow().height()}
    };
    for (OptionalDouble[] side : sides) {
      double ratio = side[0].orElseThrow() / side[1].orElseThrow();
      if (ratio > 1.2 + ROUNDING || ratio < 1 / 1.2 - ROUNDING) {
        return false;
      }
    }
    return true;
  }

  private boolean areNear(String facet, Artwork a, Artwork b) {
    boolean any = false;
    for (FeatureStore.Entry entry : recommender.features().entries()) {
      if (entry.spec().facet().equals(facet)) {
        FeatureMatrix matrix = entry.matrix();
        Optional<float[]> one = matrix.row(catalog().requireIndex(a.id()));
        Optional<float[]> other = matrix.row(catalog().requireIndex(b.id()));
        if (one.isPresent() && other.isPresent()) {
          double share = share(entry.spec().similarity().name(), one.get(), other.get());
          any |= share >= entry.spec().alikeFrom() - ROUNDING;
        }
      }
    }
    return any;
  }

  /** What a similarity says of two vectors, as a share of what it says of equal ones. */
  private static double share(String similarity, float[] a, float[] b) {
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    double squares = 0;
    double minima = 0;
    double massA = 0;
    double massB = 0;
    for (int d = 0; d < a.length; d++) {
      product += (double) a[d] * b[d];
      squareA += (double) a[d] * a[d];
      squareB += (double) b[d] * b[d];
      squares += ((double) a[d] - b[d]) * ((double) a[d] - b[d]);
      minima += Math.min(a[d], b[d]);
      massA += a[d];
      massB += b[d];
    }
    return switch (similarity) {
      case "cosine" -> product / Math.sqrt(squareA * squareB);
      case "euclidean" -> 1 / (1 + Math.sqrt(squares));
      case "histogram-intersection" -> minima / Math.min(massA, massB);
      default -> throw new IllegalArgumentException("no rule for similarity " + similarity);
    };
  }

  /** Whether a work fits a wish: by half of its words, or by the cosine of model vectors. */
  boolean fits(Artwork work, String wish) {
    if (encoder.isPresent()) {
      float[] query = encoder.get().encodeQuery(wish).orElseThrow();
      float[] text = encoder.get().encode(ArtworkText.of(work)).orElseThrow();
      return share("cosine", query, text) >= encoder.get().fitsFrom() - 1e-3;
    }
    Set<String> wanted = Set.copyOf(TextAnalysis.english().terms(wish));
    Set<String> there = Set.copyOf(TextAnalysis.english().terms(ArtworkText.of(work)));
    return 2 * wanted.stream().filter(there::contains).count() >= wanted.size();
  }
}
