package io.artrec.examples;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Says of how many works a feature tells nothing, and why. */
final class FeatureLine {
  private static final Map<String, Predicate<Artwork>> SAID =
      Map.of(
          "artist", work -> !work.artists().isEmpty(),
          "movement", work -> !work.movements().isEmpty(),
          "subject", work -> !work.subjects().isEmpty(),
          "genre", work -> work.genre().isPresent(),
          "palette", work -> !work.attributes().getOrDefault("palette", List.of()).isEmpty());

  private FeatureLine() {}

  /**
   * The feature's name; works that say nothing of it, and works that share what they say with none.
   */
  static String of(FeatureStore.Entry entry, Catalog catalog, QuickstartWords words) {
    String name = entry.spec().name();
    int[] absent =
        IntStream.range(0, catalog.size()).filter(i -> !entry.matrix().isPresent(i)).toArray();
    Predicate<Artwork> said = SAID.getOrDefault(name, work -> false);
    int alone = (int) IntStream.of(absent).filter(i -> said.test(catalog.get(i))).count();
    int without = absent.length - alone;
    String why = alone == 0 ? "" : words.say(alone + " of one work only", alone + " 件与他作均不同");
    String lack = without == 0 ? "" : words.say(without + " without", without + " 件缺");
    if (absent.length == 0) {
      return words.named(name);
    }
    String both = why + (why.isEmpty() || lack.isEmpty() ? "" : words.say(", ", "，")) + lack;
    return words.named(name) + words.say(" (" + both + ")", "（" + both + "）");
  }
}
