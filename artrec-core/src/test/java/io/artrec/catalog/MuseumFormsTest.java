package io.artrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.ArtistCredit.Qualifier;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Made-up records with known values, written in the forms and layouts of museums' files, and read
 * back. The shares of right values stand in {@code docs/data.md}.
 */
class MuseumFormsTest {
  private static final int WORKS = 500;

  /** What is true of a made-up work; sides in eighths of an inch. */
  private record Truth(int height, int width, YearRange years, ArtistCredit artist, String title) {}

  /** A museum's layout, the columns of its file, and how it writes a row. */
  enum Museum {
    MET(
        MuseumLayouts.met(),
        "Object ID,Title,Artist Prefix,Artist Display Name,Object Date,Dimensions",
        (truth, random) ->
            row(
                random.nextInt(4) == 0 ? "<i>" + truth.title() + "</i>" : truth.title(),
                prefix(truth.artist().qualifier(), random),
                truth.artist().name(),
                "ca. " + shortRange(truth.years(), "–"),
                random.nextBoolean()
                    ? inches(truth.height())
                        + " x "
                        + inches(truth.width())
                        + " in. ("
                        + cm(truth, " x ")
                        + ")"
                    : labelled(truth))),
    TATE(
        MuseumLayouts.tate(),
        "id,title,artistRole,artist,dateText,dimensions",
        (truth, random) ->
            row(
                truth.title(),
                truth.artist().qualifier() == Qualifier.BY
                    ? "artist"
                    : core(truth.artist().qualifier()),
                truth.artist().name(),
                "c." + shortRange(truth.years(), "–") + ", exhibited " + (truth.years().last() + 3),
                String.format(
                    Locale.ROOT,
                    "frame: 900 x 900 x 90 mm; support: %.0f x %.0f mm",
                    truth.height() * 3.175,
                    truth.width() * 3.175))),
    MOMA(
        MuseumLayouts.moma(),
        "ObjectID,Title,Artist Role,Artist,Date,Dimensions",
        (truth, random) ->
            row(
                truth.title(),
                "",
                written(truth.artist()),
                "c. " + truth.years().first() + "-" + truth.years().last() + " (cast 1964)",
                inches(truth.height())
                    + " x "
                    + inches(truth.width())
                    + "\" ("
                    + cm(truth, " x ")
                    + ")")),
    CHICAGO(
        MuseumLayouts.artInstituteOfChicago(),
        "id,title,role,artist_title,date_display,dimensions",
        (truth, random) ->
            row(
                truth.title(),
                "",
                written(truth.artist()) + " (French, 1650–1723)",
                "c. " + shortRange(truth.years(), "/"),
                cm(truth, " × ")
                    + " ("
                    + inches(truth.height())
                    + " × "
                    + inches(truth.width())
                    + " in.)")),
    CLEVELAND(
        ColumnMapping.byName(),
        "id,title,role,creators,date,dimensions",
        (truth, random) ->
            row(
                truth.title().replace("&", "&amp;"),
                "",
                written(truth.artist()) + " (French, 1650–1723), artist",
                "c. " + shortRange(truth.years(), "–"),
                "Framed: 99 x 99 cm; Unframed: "
                    + cm(truth, " x ")
                    + " ("
                    + inches(truth.height())
                    + " x "
                    + inches(truth.width())
                    + " in.)")),
    PALACE(
        ColumnMapping.byName(),
        "id,标题,role,作者,年代,尺寸",
        (truth, random) ->
            row(
                truth.title(),
                "",
                written(truth.artist()),
                "约" + truth.years().first() + "-" + truth.years().last() + "年",
                String.format(
                    Locale.ROOT,
                    "纵%.1f厘米 横%.1f厘米",
                    truth.height() * 0.3175,
                    truth.width() * 0.3175)));

    @SuppressWarnings("ImmutableEnumChecker") // a mapping is an immutable class
    private final ColumnMapping mapping;

    private final String columns;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
    private final BiFunction<Truth, SplittableRandom, String> writer;

    Museum(
        ColumnMapping mapping, String columns, BiFunction<Truth, SplittableRandom, String> writer) {
      this.mapping = mapping;
      this.columns = columns;
      this.writer = writer;
    }
  }

  @ParameterizedTest
  @EnumSource(Museum.class)
  void everyField_isReadRight(Museum museum) {
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder csv = new StringBuilder(museum.columns).append('\n');
    Truth[] truths = new Truth[WORKS];
    for (int i = 0; i < WORKS; i++) {
      truths[i] = truth(random);
      csv.append(i).append(',').append(museum.writer.apply(truths[i], random)).append('\n');
    }

    LoadedCatalog loaded =
        CatalogLoader.csv(new StringReader(csv.toString())).mapping(museum.mapping).load();

    assertThat(loaded.report().isClean()).as(loaded.report().toString()).isTrue();
    int sizes = 0;
    int dates = 0;
    int makers = 0;
    int titles = 0;
    for (int i = 0; i < WORKS; i++) {
      Artwork work = loaded.catalog().get(i);
      Truth truth = truths[i];
      sizes += work.dimensions().filter(size -> same(size, truth)).isPresent() ? 1 : 0;
      dates += work.created().filter(truth.years()::equals).isPresent() ? 1 : 0;
      makers += work.artists().equals(List.of(truth.artist())) ? 1 : 0;
      titles += work.title().equals(truth.title()) ? 1 : 0;
    }
    assertThat(Map.of("sizes", sizes, "dates", dates, "makers", makers, "titles", titles))
        .isEqualTo(Map.of("sizes", WORKS, "dates", WORKS, "makers", WORKS, "titles", WORKS));
  }

  private static Truth truth(SplittableRandom random) {
    int first = random.nextInt(1600, 1900);
    Qualifier[] qualifiers = {
      Qualifier.BY,
      Qualifier.ATTRIBUTED_TO,
      Qualifier.WORKSHOP_OF,
      Qualifier.CIRCLE_OF,
      Qualifier.AFTER
    };
    List<String> names = List.of("Anselmo Verdi", "Master of the Two Herons", "Ruth van Aldous");
    return new Truth(
        random.nextInt(9, 800),
        random.nextInt(9, 800),
        new YearRange(first, first + random.nextInt(1, 9), true),
        new ArtistCredit(
            names.get(random.nextInt(names.size())), qualifiers[random.nextInt(qualifiers.length)]),
        List.of("The Ferry & the Mill", "Herons at the weir").get(random.nextInt(2)));
  }

  private static boolean same(Dimensions size, Truth truth) {
    return same(size.height(), truth.height()) && same(size.width(), truth.width());
  }

  private static boolean same(OptionalDouble side, int eighths) {
    return side.isPresent() && Math.abs(side.getAsDouble() - eighths * 0.3175) < 0.06;
  }

  private static String row(String... fields) {
    StringBuilder row = new StringBuilder();
    for (String field : fields) {
      row.append(row.isEmpty() ? "" : ",")
          .append('"')
          .append(field.replace("\"", "\"\""))
          .append('"');
    }
    return row.toString();
  }

  private static String core(Qualifier qualifier) {
    return switch (qualifier) {
      case ATTRIBUTED_TO -> "attributed to";
      case WORKSHOP_OF -> "workshop of";
      case CIRCLE_OF -> "follower of";
      case AFTER -> "after";
      default -> "";
    };
  }

  private static String prefix(Qualifier qualifier, SplittableRandom random) {
    if (qualifier == Qualifier.BY) {
      return random.nextBoolean() ? "" : "Designed by";
    }
    String core = core(qualifier);
    return switch (random.nextInt(3)) {
      case 0 -> core;
      case 1 -> "Painting " + core;
      default -> core + (qualifier == Qualifier.AFTER ? " a design by" : " the");
    };
  }

  private static String written(ArtistCredit artist) {
    String core = core(artist.qualifier());
    return core.isEmpty() ? artist.name() : core + " " + artist.name();
  }

  private static String shortRange(YearRange years, String dash) {
    boolean shortened = years.first() / 100 == years.last() / 100;
    return years.first()
        + dash
        + (shortened ? String.format(Locale.ROOT, "%02d", years.last() % 100) : years.last());
  }

  private static String labelled(Truth truth) {
    return String.format(
        Locale.ROOT,
        "H. %s in. (%.1f cm); W. %s in. (%.1f cm)",
        inches(truth.height()),
        truth.height() * 0.3175,
        inches(truth.width()),
        truth.width() * 0.3175);
  }

  private static String cm(Truth truth, String times) {
    return String.format(
        Locale.ROOT, "%.1f%s%.1f cm", truth.height() * 0.3175, times, truth.width() * 0.3175);
  }

  private static String inches(int eighths) {
    int part = eighths % 8;
    int divisor = part % 4 == 0 ? 4 : part % 2 == 0 ? 2 : 1;
    return eighths / 8 + (part == 0 ? "" : " " + part / divisor + "/" + 8 / divisor);
  }
}
