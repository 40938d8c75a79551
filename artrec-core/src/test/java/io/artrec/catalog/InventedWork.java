package io.artrec.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A made-up work with the values that a museum's record of it would say.
 *
 * @param number its id
 * @param title its title
 * @param artist its artist
 * @param begin the earliest year
 * @param end the latest year
 * @param medium its medium
 * @param genre its kind
 * @param subjects what it shows
 * @param description a text about it
 * @param heightCm its height
 * @param widthCm its width
 */
record InventedWork(
    int number,
    String title,
    String artist,
    int begin,
    int end,
    String medium,
    String genre,
    List<String> subjects,
    String description,
    double heightCm,
    double widthCm) {
  private static final List<String> THINGS =
      List.of("River", "Harbour", "Bridge", "Meadow", "Lane", "Mill", "Orchard", "Weir");
  private static final List<String> TIMES = List.of("at Dusk", "in Spring", "in Rain", "by Night");
  private static final List<String> NAMES =
      List.of("Ada Lindqvist", "Ines Kahn", "Paul Kern", "Ruth Aldous", "Amélie Roux");
  private static final List<String> MEDIA =
      List.of("Oil on canvas", "Etching", "Watercolor, with \"gold\" ink", "Bronze");
  private static final List<String> GENRES = List.of("Paintings", "Prints", "Sculpture");

  /** Returns works made up by chance. */
  static List<InventedWork> of(int count, long seed) {
    Random random = new Random(seed);
    List<InventedWork> works = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int begin = 1500 + random.nextInt(450);
      String thing = one(THINGS, random);
      works.add(
          new InventedWork(
              1_000 + i,
              thing + " " + one(TIMES, random) + ", No. " + (i + 1),
              one(NAMES, random),
              begin,
              begin + random.nextInt(4),
              one(MEDIA, random),
              one(GENRES, random),
              List.of(thing + "s", "Trees"),
              "A " + thing.toLowerCase(Locale.ROOT) + ", seen from afar;\nbehind it, hills.",
              (20 + random.nextInt(1_500)) / 10.0,
              (20 + random.nextInt(1_500)) / 10.0));
    }
    return works;
  }

  private static String one(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  /** The date as museums write it. */
  String dated() {
    return begin == end ? "" + begin : "c. " + begin + "–" + end;
  }

  /** The size in words, height first. */
  String size() {
    return String.format(
        Locale.ROOT,
        "%.1f x %.1f cm (%.1f x %.1f in.)",
        heightCm,
        widthCm,
        heightCm / 2.54,
        widthCm / 2.54);
  }

  String image() {
    return "https://example.org/" + number + ".jpg";
  }
}
