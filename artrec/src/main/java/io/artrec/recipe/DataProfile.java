package io.artrec.recipe;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.InteractionKind;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.AttributeLevels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** What works and behaviour have, as far as choosing depends on it. */
final class DataProfile {
  /** Works of which the records are read to tell the language of their words. */
  private static final int READ = 500;

  /** Free attributes that describe a work, rather than where it hangs or who owns it. */
  private static final Set<String> DESCRIPTIVE =
      Set.of(
          "categories",
          "category",
          "classification",
          "culture",
          "genres",
          "keyword",
          "keywords",
          "mood",
          "palette",
          "school",
          "style",
          "styles",
          "tag",
          "tags",
          "theme",
          "themes",
          "主题",
          "关键词",
          "标签",
          "风格");

  private final Catalog catalog;
  private final Dataset dataset;
  private final AttributeLevels levels;

  DataProfile(Catalog catalog, Dataset dataset) {
    this.catalog = catalog;
    this.dataset = dataset;
    levels = AttributeLevels.of(catalog);
  }

  int works() {
    return catalog.size();
  }

  int events() {
    return dataset.size();
  }

  /** Visitors of whom two works or more are known, who alone say which works go together. */
  int linkingVisitors() {
    return (int)
        IntStream.range(0, dataset.userCount()).filter(user -> artworksOf(user) > 1).count();
  }

  /** Works of a linking visitor in the middle of all when ordered by how many. */
  int typicalWorks() {
    int[] counts =
        IntStream.range(0, dataset.userCount()).map(this::artworksOf).filter(n -> n > 1).toArray();
    Arrays.sort(counts);
    return counts.length == 0 ? 0 : counts[counts.length / 2];
  }

  private int artworksOf(int user) {
    return (int)
        IntStream.range(dataset.begin(user), dataset.end(user))
            .map(dataset::artwork)
            .distinct()
            .count();
  }

  /** Whether at least half of the events are ratings. */
  boolean rated() {
    long ratings =
        IntStream.range(0, dataset.userCount())
            .flatMap(user -> IntStream.range(dataset.begin(user), dataset.end(user)))
            .filter(position -> dataset.kind(position) == InteractionKind.RATING)
            .count();
    return events() > 0 && 2 * ratings >= events();
  }

  boolean hasDetails() {
    return levels.facets().stream()
        .anyMatch(facet -> !facet.equals("period") && !facet.startsWith("attribute:"));
  }

  boolean hasYears() {
    return levels.facets().contains("period");
  }

  /** Names of free attributes that describe and that link works, of those of one feature one. */
  List<String> descriptiveAttributes() {
    Set<String> features = new HashSet<>();
    return levels.facets().stream()
        .filter(facet -> facet.startsWith("attribute:"))
        .map(facet -> facet.substring("attribute:".length()))
        .filter(name -> DESCRIPTIVE.contains(name.toLowerCase(Locale.ROOT)))
        .filter(name -> features.add(AttributeFeature.attribute(name).spec().name()))
        .toList();
  }

  /** Whether a third or more of the letters of titles and descriptions are Chinese. */
  boolean isChinese() {
    long han = 0;
    long letters = 0;
    for (int artwork = 0; artwork < Math.min(READ, works()); artwork++) {
      Artwork work = catalog.get(artwork);
      String text = work.title() + " " + work.description().orElse("");
      letters += text.codePoints().filter(Character::isLetter).count();
      han += text.codePoints().filter(DataProfile::isHan).count();
    }
    return 3 * han > letters;
  }

  private static boolean isHan(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
  }

  /** {@return what was found, in a line} */
  @Override
  public String toString() {
    List<String> told = new ArrayList<>();
    if (hasDetails()) {
      told.add("details");
    }
    descriptiveAttributes().forEach(name -> told.add("'" + name + "'"));
    if (hasYears()) {
      told.add("years");
    }
    told.add(isChinese() ? "Chinese words" : "words");
    return String.format(
        Locale.ROOT,
        "%,d works with %s; %s",
        works(),
        String.join(", ", told),
        events() == 0
            ? "nothing done yet"
            : String.format(
                Locale.ROOT,
                "%,d %s by %,d visitors, of whom %,d had to do with two works or more, most often with some %,d",
                events(),
                rated() ? "events, mostly ratings," : "events",
                dataset.userCount(),
                linkingVisitors(),
                typicalWorks()));
  }
}
