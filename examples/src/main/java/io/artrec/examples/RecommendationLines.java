package io.artrec.examples;

import io.artrec.Recommendation;
import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import java.util.List;
import java.util.Locale;

/** Prints works and why they are recommended, on a page in a language. */
final class RecommendationLines {
  private final Page page;
  private final QuickstartWords words;
  private final Locale locale;

  RecommendationLines(Page page, QuickstartWords words, Locale locale) {
    this.page = page;
    this.words = words;
    this.locale = locale;
  }

  void print(List<Recommendation> answer) {
    if (answer.isEmpty()) {
      page.text(
          0,
          words.say(
              "Nothing is left to recommend: every work has been seen.", "没有可推荐的了：每件作品都已看过。"));
    }
    answer.forEach(this::print);
  }

  void print(Recommendation r) {
    print(r, "");
  }

  /** With what changed since the last answer, before the score. */
  void print(Recommendation r, String change) {
    String score =
        " ".repeat(Math.max(0, 7 - Page.columns(change)))
            + change
            + String.format(Locale.ROOT, "  %5.2f", r.score());
    String number = String.format(Locale.ROOT, "%3d. ", r.rank());
    int room = Page.WIDTH - number.length() - Page.columns(score) - 1;
    page.line(number + Page.pad(Page.cut(of(r.artwork()), room), room) + " " + score);
    page.text(5, r.explanation().sentence(locale));
  }

  /** A work as title, artist and years. */
  String of(Artwork artwork) {
    StringBuilder line = new StringBuilder(artwork.title());
    if (!artwork.artists().isEmpty()) {
      ArtistCredit credit = artwork.artists().get(0);
      line.append(" - ").append(words.qualifier(credit.qualifier())).append(credit.name());
    }
    artwork.created().map(words::years).ifPresent(years -> line.append(", ").append(years));
    return line.toString();
  }
}
