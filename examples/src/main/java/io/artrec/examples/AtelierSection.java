package io.artrec.examples;

import io.artrec.Recommender;
import io.artrec.SimilarRequest;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.examples.atelier.Exhibition;
import io.artrec.examples.atelier.Studio;
import io.artrec.strategy.ContentBased;
import io.artrec.vision.color.PaletteFeature;
import java.util.List;
import java.util.Locale;

/** Shows works that are alike to the eye: painted by the example itself, compared by palette. */
final class AtelierSection {
  private static final int WORKS = 56;
  private static final int SIMILAR = 3;

  /** Painted when first needed, once. */
  private static final class Hung {
    private static final Exhibition WALL = Exhibition.of(Studio.paintings(WORKS, 1));
  }

  private final Page page;
  private final QuickstartWords words;
  private final Locale locale;

  AtelierSection(Page page, QuickstartWords words, Locale locale) {
    this.page = page;
    this.words = words;
    this.locale = locale;
  }

  void show() {
    Catalog works =
        Catalog.of(
            Hung.WALL.catalog().stream().map(work -> words.say(work, inChinese(work))).toList());
    RecommendationLines lines = new RecommendationLines(page, words, locale);
    Artwork source = works.get(0);
    page.title(words.say("From the atelier, by what is seen", "画室：按眼睛所见"));
    page.text(
        0,
        words.say(
            works.size()
                + " paintings made by this example, by artists who never lived"
                + " (docs/atelier.md), compared by the palette of their images.",
            works.size() + " 幅由本例画成的画，作者均为虚构（见 docs/atelier.md），按图片的色彩比较。"));
    page.text(0, words.say("Like ", "与此画相近：") + lines.of(source) + words.say(":", ""));
    source.description().ifPresent(description -> page.text(5, description));
    try (Recommender recommender =
        Recommender.builder()
            .catalog(works)
            .images(Hung.WALL)
            .feature(PaletteFeature.standard())
            .strategy(ContentBased.preferred())
            .build()) {
      lines.print(
          List.copyOf(
              recommender.similar(
                  SimilarRequest.to(source.id()).n(SIMILAR).locale(locale).build())));
    }
  }

  /** The record with the Chinese texts that it keeps beside the English ones. */
  private static Artwork inChinese(Artwork work) {
    Artwork.Builder builder =
        Artwork.builder(work.id(), said(work, "title_zh"))
            .artist(said(work, "artist_zh"))
            .description(said(work, "description_zh"));
    work.created().ifPresent(builder::created);
    work.image().ifPresent(builder::image);
    return builder.build();
  }

  private static String said(Artwork work, String attribute) {
    return String.join("", work.attributes().getOrDefault(attribute, List.of(work.title())));
  }
}
