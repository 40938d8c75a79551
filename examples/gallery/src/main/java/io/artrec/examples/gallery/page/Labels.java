package io.artrec.examples.gallery.page;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Dimensions;
import io.artrec.examples.gallery.collection.Titles;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A record's words in the visitor's language, where it has them. */
final class Labels {
  private final Locale language;
  private final boolean chinese;

  private Labels(Locale language) {
    this.language = language;
    chinese = language.getLanguage().equals("zh");
  }

  static Labels in(Locale locale) {
    return new Labels(locale);
  }

  String title(Artwork work) {
    return Titles.title(work, language);
  }

  /** Returns the language of the title, where it is not that of the page. */
  Optional<String> titleLanguage(Artwork work) {
    return chinese && own(work, "title").isEmpty() ? Optional.of("en") : Optional.empty();
  }

  String artist(Artwork work) {
    return own(work, "artist")
        .orElseGet(
            () ->
                work.artists().stream().map(ArtistCredit::name).collect(Collectors.joining(", ")));
  }

  /** Returns artist and year, what there is of them. */
  String line(Artwork work) {
    String artist = artist(work);
    String year = year(work);
    return artist + (artist.isEmpty() || year.isEmpty() ? "" : ", ") + year;
  }

  String year(Artwork work) {
    return work.created()
        .map(years -> chinese ? years.toString().replace("c. ", "约 ") : years.toString())
        .orElse("");
  }

  /** Returns the description that the record has in this language; Chinese ones stand apart. */
  Optional<String> description(Artwork work) {
    return chinese ? own(work, "description") : work.description();
  }

  Optional<String> size(Artwork work) {
    return work.dimensions()
        .filter(size -> size.width().isPresent() && size.height().isPresent())
        .map(Labels::centimeters);
  }

  private static String centimeters(Dimensions size) {
    return String.format(
        Locale.ROOT, "%.0f × %.0f cm", size.height().orElseThrow(), size.width().orElseThrow());
  }

  private Optional<String> own(Artwork work, String what) {
    return chinese ? Titles.own(work, what, language) : Optional.empty();
  }
}
