package io.artrec.testkit;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Availability;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.YearRange;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Works to try features on. */
final class FeatureArtworks {
  private FeatureArtworks() {}

  /** Works that share artists, movements, subjects and the like, some lacking some fields. */
  static Catalog catalog(int size) {
    Random random = new Random(7);
    return Catalog.of(IntStream.range(0, size).mapToObj(i -> work(i, random)).toList());
  }

  private static Artwork work(int i, Random random) {
    Artwork.Builder work = Artwork.builder("w" + i, "Title " + i).image(i + ".png");
    if (i % 7 != 0) {
      work.artist("Artist " + random.nextInt(8)).movement("Movement " + random.nextInt(4));
    }
    if (i % 5 != 0) {
      int year = 1500 + random.nextInt(400);
      work.created(new YearRange(year, year + random.nextInt(20), i % 2 == 0));
    }
    if (i % 3 != 0) {
      work.genre("genre " + random.nextInt(4)).medium("Oil on canvas");
      work.dimensions(Dimensions.ofCm(1 + random.nextInt(300), 1 + random.nextInt(300)));
    }
    for (int s = 0; s < i % 4; s++) {
      work.subject("subject " + random.nextInt(10));
    }
    work.technique("impasto").attribute("palette", "color " + random.nextInt(6));
    return work.description("A work of " + (i % 6) + " figures.").build();
  }

  /** Works whose records are long, empty, foreign or extreme. */
  static List<Artwork> unusual() {
    String lengthy = "long ".repeat(50_000);
    return List.of(
        Artwork.builder("long", "Title")
            .artist("a".repeat(100_000))
            .subject(lengthy)
            .medium(lengthy)
            .description(lengthy)
            .attribute("palette", lengthy)
            .build(),
        Artwork.builder("zero", "T\0itle").subject("\0").genre("a\0b").description("\0").build(),
        Artwork.builder("script", "İSTANBUL 神奈川沖浪裏 🎨")
            .artist(new ArtistCredit("葛飾北斎", ArtistCredit.Qualifier.AFTER))
            .medium("絹本着色、軸装")
            .description("\uD83C alone, e\u0301 and \u202E reversed")
            .build(),
        Artwork.builder("extreme", "Title")
            .created(new YearRange(Integer.MIN_VALUE, Integer.MAX_VALUE, true))
            .dimensions(Dimensions.ofCm(1e-300, 9_999_999))
            .availability(Availability.UNAVAILABLE)
            .build());
  }
}
