package io.artrec.examples;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.elicitation.ArtworkAspect;
import io.artrec.elicitation.ArtworkPair;
import io.artrec.elicitation.PairChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Somebody with a stated taste, who likes some values of records and dislikes another. */
final class MadeUpTaste {
  /** A value of fewer works would hardly be met. */
  private static final int FEWEST_WORKS = 15;

  private final List<Liking> likings;

  /**
   * What somebody thinks of a value.
   *
   * @param aspect of what
   * @param value which
   * @param worth 1 when they like it, -1 when they do not
   */
  record Liking(ArtworkAspect aspect, String value, int worth) {}

  private MadeUpTaste(List<Liking> likings) {
    this.likings = likings;
  }

  /** Likes a movement, a kind and a color, and dislikes another color. */
  static MadeUpTaste of(Catalog catalog, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Artwork> works = catalog.stream().toList();
    List<Liking> likings = new ArrayList<>();
    for (ArtworkAspect aspect :
        List.of(ArtworkAspect.movement(), ArtworkAspect.genre(), ArtworkAspect.palette())) {
      List<String> values = frequent(aspect, works);
      likings.add(new Liking(aspect, values.remove(random.nextInt(values.size())), 1));
      if (aspect.name().equals("palette")) {
        likings.add(new Liking(aspect, values.get(random.nextInt(values.size())), -1));
      }
    }
    return new MadeUpTaste(likings);
  }

  private static List<String> frequent(ArtworkAspect aspect, List<Artwork> works) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    aspect.values(works).forEach(held -> held.forEach(v -> counts.merge(v, 1, Integer::sum)));
    counts.values().removeIf(count -> count < FEWEST_WORKS);
    return new ArrayList<>(counts.keySet());
  }

  List<String> liked() {
    return likings.stream().filter(l -> l.worth() > 0).map(Liking::value).toList();
  }

  List<String> disliked() {
    return likings.stream().filter(l -> l.worth() < 0).map(Liking::value).toList();
  }

  /** How many likings a work meets, less those it goes against. */
  int worth(Artwork work) {
    return likings.stream()
        .filter(l -> l.aspect().values(List.of(work)).get(0).contains(l.value()))
        .mapToInt(Liking::worth)
        .sum();
  }

  PairChoice choose(ArtworkPair pair) {
    int first = worth(pair.first());
    int second = worth(pair.second());
    if (first != second) {
      return first > second ? PairChoice.FIRST : PairChoice.SECOND;
    }
    return first > 0 ? PairChoice.BOTH : first < 0 ? PairChoice.NEITHER : PairChoice.SKIP;
  }
}
