package io.artrec.text.wish;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Orientation;
import io.artrec.filter.FieldFilter;
import io.artrec.filter.Filter;
import io.artrec.filter.Filters;
import io.artrec.text.mood.Affect;
import io.artrec.text.mood.MoodLexicon;
import io.artrec.text.subject.Distress;
import io.artrec.text.subject.Subject;
import io.artrec.text.wish.WishLexicon.Kind;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;

/** Makes conditions of parts of wishes, and notes what records cannot tell. */
final class SlotFilters {
  private static final Map<String, String> REFUSED_WITH =
      Map.of("ship", "vessel", "boat", "vessel");

  /** Up to which longer side, in centimetres, a work without a number is small. */
  static final double SMALL = 40;

  /** From which longer side on it is large. */
  static final double LARGE = 100;

  /** From which share of a color on a work has it, where shares are measured. */
  static final double COLORED = 0.15;

  private static final int EARLIEST = -9999;
  private static final int LATEST = 9999;
  private static final double EXACT = 0.05;
  private static final double CHEAP = 1 / 3.0;
  private static final double EXPENSIVE = 2 / 3.0;

  private final WishCatalog catalog;
  private final List<WishNote> notes;

  SlotFilters(WishCatalog catalog, List<WishNote> notes) {
    this.catalog = catalog;
    this.notes = notes;
  }

  /** The condition that works have what is wanted; empty where records cannot tell. */
  Optional<Filter> wanted(WishPart part) {
    return switch (part.slot()) {
      case SUBJECT -> Optional.of(subject(part, false));
      case GENRE -> listed(part, Kind.GENRE, "genres", "体裁");
      case STYLE -> listed(part, Kind.STYLE, "styles", "风格");
      case MEDIUM -> listed(part, Kind.MEDIUM, "media", "媒介");
      case SUPPORT -> listed(part, Kind.SUPPORT, "supports", "材质");
      case ARTIST -> Optional.of(artist(part));
      case COLOR -> color(part);
      case YEAR -> known(catalog.hasYears(), "years", "年代").map(yes -> years(part));
      case WIDTH, HEIGHT, SIDE, SIZE ->
          known(catalog.hasSizes(), "sizes", "尺寸").map(yes -> size(part));
      case SHAPE -> shape(part);
      case PRICE -> known(catalog.hasPrices(), "prices", "价格").flatMap(yes -> price(part));
      case WHERE -> where(part);
      case MOOD, LIKE, COMPARE, COUNT -> Optional.empty();
    };
  }

  /** The condition that works do not have what is not wanted, by anything the record says. */
  Optional<Filter> unwanted(WishPart part) {
    return switch (part.slot()) {
      case SUBJECT -> Optional.of(subject(part, true).negate());
      case GENRE -> Optional.of(without(part, Kind.GENRE));
      case STYLE -> Optional.of(without(part, Kind.STYLE));
      case MEDIUM -> Optional.of(without(part, Kind.MEDIUM));
      case SUPPORT -> Optional.of(without(part, Kind.SUPPORT));
      case COLOR -> Optional.of(withoutColor(part.value()));
      case MOOD -> Optional.of(withoutMood(part.value()));
      case ARTIST -> {
        List<String> names = catalog.artistsNamed(part.value());
        yield names.isEmpty() ? Optional.empty() : Optional.of(artist(part).negate());
      }
      case YEAR, WIDTH, HEIGHT, SIDE, SIZE, SHAPE, PRICE, WHERE -> wanted(part).map(Filter::negate);
      case LIKE, COMPARE, COUNT -> Optional.empty();
    };
  }

  private void note(WishNote.Kind kind, String english, String chinese) {
    WishNote note = WishNote.of(kind, english, chinese);
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  private Optional<Boolean> known(boolean known, String english, String chinese) {
    if (!known) {
      note(WishNote.Kind.NOT_KNOWN, english + " are not known here", "这里没有" + chinese + "信息");
    }
    return known ? Optional.of(true) : Optional.empty();
  }

  private Filter byFacts(String description, Predicate<RecordFacts> test) {
    return Filter.of(description, artwork -> test.test(catalog.facts(artwork)));
  }

  private Filter subject(WishPart part, boolean everyMeaning) {
    Optional<Subject> subject = part.subject().map(node -> everyMeaning ? refused(node) : node);
    String key = WishText.key(part.value());
    return byFacts(
        "showing " + part.value(),
        facts ->
            subject
                    .map(node -> everyMeaning ? facts.mayShow(node) : facts.shows(node))
                    .orElse(false)
                || ((everyMeaning || subject.isEmpty()) && facts.says(key)));
  }

  /** Who wants no ships wants no boats either, and the other way round. */
  private Subject refused(Subject subject) {
    return Optional.ofNullable(REFUSED_WITH.get(subject.id()))
        .flatMap(catalog.parser().finder().tree()::find)
        .orElse(subject);
  }

  private Optional<Filter> listed(WishPart part, Kind kind, String english, String chinese) {
    boolean speaks = catalog.speaksOf(kind);
    if (!speaks) {
      note(WishNote.Kind.NOT_KNOWN, english + " are not known here", "这里没有" + chinese + "信息");
      return Optional.empty();
    }
    return Optional.of(
        byFacts(part.slot().code() + " " + part.value(), facts -> facts.has(kind, part.value())));
  }

  private Filter without(WishPart part, Kind kind) {
    String value = part.value();
    Set<Distress> marks =
        value.equals("nude") ? EnumSet.of(Distress.NUDITY) : EnumSet.noneOf(Distress.class);
    Optional<Subject> subject = catalog.parser().finder().tree().find(value.replace(' ', '-'));
    return byFacts(
        "no " + part.slot().code() + " " + value,
        facts ->
            !facts.mentions(kind, value)
                && marks.stream().noneMatch(facts.marks()::contains)
                && (kind != Kind.GENRE || subject.isEmpty() || !facts.mayShow(subject.get())));
  }

  private Filter artist(WishPart part) {
    List<String> names = catalog.artistsNamed(part.value());
    if (names.isEmpty()) {
      note(
          WishNote.Kind.NOT_HERE,
          "works by " + part.value() + " are not here",
          "这里没有" + word(part, Locale.CHINESE) + "的作品");
      return Filters.only(List.of());
    }
    return Filters.artist(names.toArray(String[]::new));
  }

  /** Works by artists, however qualified. */
  List<String> worksBy(List<String> artists) {
    return catalog.catalog().stream()
        .filter(work -> work.artists().stream().anyMatch(by -> artists.contains(by.name())))
        .map(Artwork::id)
        .toList();
  }

  private Optional<Filter> color(WishPart part) {
    String value = part.value();
    if (catalog.colors().isPresent()) {
      ColorShares shares = catalog.colors().get();
      return Optional.of(
          Filter.of("color " + value, work -> shares.share(work, value).orElse(0) >= COLORED));
    }
    boolean known =
        catalog.catalog().stream().anyMatch(work -> catalog.facts(work).has(Kind.COLOR, value));
    if (!known) {
      note(
          WishNote.Kind.NOT_KNOWN,
          "whether works are " + value + " is not known here",
          "这里无法判断作品是否" + word(part, Locale.CHINESE));
      return Optional.empty();
    }
    return Optional.of(byFacts("color " + value, facts -> facts.has(Kind.COLOR, value)));
  }

  Filter withoutColor(String value) {
    Filter words = byFacts("not " + value, facts -> !facts.mentions(Kind.COLOR, value));
    return catalog
        .colors()
        .map(
            shares ->
                words.and(
                    Filter.of(
                        "little " + value, work -> shares.share(work, value).orElse(0) < COLORED)))
        .orElse(words);
  }

  /** Not of a mood by words, nor by subjects that distress as it does. */
  Filter withoutMood(String value) {
    Set<Distress> marks = distressing(value);
    return byFacts(
        "not " + value,
        facts ->
            !facts.mentions(Kind.MOOD, value) && marks.stream().noneMatch(facts.marks()::contains));
  }

  private static Set<Distress> distressing(String mood) {
    Affect affect =
        MoodLexicon.standard().mood(mood).map(found -> found.affect()).orElse(Affect.NEUTRAL);
    if (affect.valence() > -0.25) {
      return EnumSet.noneOf(Distress.class);
    }
    return affect.arousal() > 0
        ? EnumSet.of(Distress.WAR, Distress.CRUELTY, Distress.DEATH)
        : EnumSet.of(Distress.DEATH, Distress.ILLNESS);
  }

  private static Filter years(WishPart part) {
    WishRange range = part.range().orElseThrow();
    return Filters.yearBetween(
        (int) Math.max(EARLIEST, range.least()), (int) Math.min(LATEST, range.most()));
  }

  private static Filter size(WishPart part) {
    if (part.slot() == WishSlot.SIZE) {
      boolean small = part.value().equals("small");
      return longer(
          part.value() + " in size", small ? WishRange.atMost(SMALL) : WishRange.atLeast(LARGE));
    }
    WishRange range = part.range().orElseThrow();
    boolean exact = range.from().equals(range.to());
    double least = Math.max(0, range.least()) * (exact ? 1 - EXACT : 1);
    double most = range.most() * (exact ? 1 + EXACT : 1);
    return switch (part.slot()) {
      case WIDTH -> Filters.widthBetween(least, most);
      case HEIGHT -> Filters.heightBetween(least, most);
      default ->
          longer(
              "longer side " + range,
              new WishRange(
                  OptionalDouble.of(least),
                  Double.isInfinite(most) ? OptionalDouble.empty() : OptionalDouble.of(most)));
    };
  }

  private static FieldFilter longer(String description, WishRange range) {
    return FieldFilter.of(
        description,
        work -> {
          OptionalDouble side = WishCatalog.longerSide(work);
          return side.isPresent()
              ? Optional.of(range.contains(side.getAsDouble()))
              : Optional.empty();
        });
  }

  private Optional<Filter> shape(WishPart part) {
    boolean known = catalog.catalog().stream().anyMatch(work -> work.orientation().isPresent());
    if (part.value().equals("round") || !known) {
      note(WishNote.Kind.NOT_KNOWN, "shapes of this kind are not known here", "这里没有这种形状的信息");
      return Optional.empty();
    }
    return Optional.of(
        Filters.orientation(Orientation.valueOf(part.value().toUpperCase(Locale.ROOT))));
  }

  private Optional<Filter> price(WishPart part) {
    String currency = part.currency().or(catalog::currency).orElseThrow();
    if (part.range().isPresent()) {
      WishRange range = part.range().get();
      if (catalog.priceBelow(currency, 0).isEmpty()) {
        note(
            WishNote.Kind.NOT_KNOWN,
            "prices in " + currency + " are not known here",
            "这里没有" + currency + "价格");
      }
      return Optional.of(Filters.priceBetween(Math.max(0, range.least()), range.most(), currency));
    }
    boolean cheap = part.value().equals("cheap");
    double bound = catalog.priceBelow(currency, cheap ? CHEAP : EXPENSIVE).orElseThrow();
    return Optional.of(
        cheap
            ? Filters.priceBetween(0, bound, currency)
            : Filters.priceBetween(bound, Double.POSITIVE_INFINITY, currency));
  }

  private Optional<Filter> where(WishPart part) {
    if (part.value().equals("sale") || part.value().equals("view")) {
      return known(catalog.hasOffers(), "which works can be had or seen", "能否购买或观看的")
          .map(yes -> Filters.available());
    }
    Set<String> keys = new LinkedHashSet<>();
    keys.add(WishText.key(part.value()));
    for (Kind kind : List.of(Kind.WHERE, Kind.CITY)) {
      catalog
          .parser()
          .lexicon()
          .names(kind, part.value())
          .ifPresent(
              names -> {
                names.english().forEach(name -> keys.add(WishText.key(name)));
                names.chinese().forEach(name -> keys.add(WishText.key(name)));
              });
    }
    return Optional.of(
        byFacts("in " + part.value(), facts -> keys.stream().anyMatch(facts::isPlacedIn)));
  }

  /** A part's value in a language, where the lists know it. */
  String word(WishPart part, Locale language) {
    if (part.subject().isPresent()) {
      return part.subject().get().label(language);
    }
    Optional<Kind> kind =
        List.of(Kind.values()).stream()
            .filter(k -> k.name().equals(part.slot().name()))
            .findFirst();
    boolean chinese = language.equals(Locale.CHINESE);
    return kind.flatMap(found -> catalog.parser().lexicon().names(found, part.value()))
        .flatMap(names -> (chinese ? names.chinese() : names.english()).stream().findFirst())
        .orElse(part.value());
  }
}
