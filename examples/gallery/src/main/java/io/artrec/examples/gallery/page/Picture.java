package io.artrec.examples.gallery.page;

import io.artrec.catalog.Artwork;
import io.artrec.examples.gallery.collection.PictureSize;
import io.artrec.examples.gallery.collection.Pictures;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Paths;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The picture of a work on a page; a plate in the colors of its record where it has none. */
final class Picture {
  private static final int MOST_COLORS = 5;
  private static final int PLATE_WIDTH = 240;
  private static final int PLATE_HEIGHT = 300;
  private static final Map<String, String> COLORS =
      Map.ofEntries(
          Map.entry("beige", "#d9cbb0"),
          Map.entry("black", "#242321"),
          Map.entry("blue", "#3a5f94"),
          Map.entry("brown", "#6f4d33"),
          Map.entry("cream", "#efe6d0"),
          Map.entry("crimson", "#96213a"),
          Map.entry("gold", "#c39a3c"),
          Map.entry("gray", "#8d8a85"),
          Map.entry("green", "#4f7350"),
          Map.entry("grey", "#8d8a85"),
          Map.entry("indigo", "#2b3a63"),
          Map.entry("ivory", "#f1ead9"),
          Map.entry("ochre", "#b98938"),
          Map.entry("orange", "#cf7a34"),
          Map.entry("pink", "#d8a09b"),
          Map.entry("purple", "#67497c"),
          Map.entry("red", "#a63a2e"),
          Map.entry("silver", "#b9bbbd"),
          Map.entry("turquoise", "#4a9a9a"),
          Map.entry("violet", "#6f5794"),
          Map.entry("white", "#f4f2ec"),
          Map.entry("yellow", "#dcbc4c"));
  private static final List<String> UNKNOWN = List.of("#8f897e", "#c9c2b4");

  private final Pictures pictures;
  private final Labels labels;

  Picture(Pictures pictures, Locale locale) {
    this.pictures = pictures;
    labels = Labels.in(locale);
  }

  /** Shows a work as on a wall; what it is called stands beside it. */
  Tag onWall(Artwork work, boolean atOnce) {
    return shown(work, Pictures.SMALL, atOnce, "");
  }

  /** Shows the first work of a wall, which hangs larger where there is room. */
  Tag first(Artwork work) {
    Tag small = onWall(work, true);
    return pictures.size(work).isEmpty()
        ? small
        : small
            .attr(
                "srcset",
                path(work, Pictures.SMALL) + " 480w, " + path(work, Pictures.LARGE) + " 960w")
            .attr("sizes", "(min-width: 60rem) 45vw, 90vw");
  }

  private String path(Artwork work, int side) {
    return Paths.of("picture", work.id(), Integer.toString(side))
        + "?v="
        + pictures.tag(work).substring(0, 8);
  }

  /** Shows a work by itself. */
  Tag alone(Artwork work) {
    return shown(work, Pictures.LARGE, true, labels.title(work));
  }

  private Tag shown(Artwork work, int side, boolean atOnce, String words) {
    Optional<PictureSize> size = pictures.size(work);
    if (size.isEmpty()) {
      return plate(work);
    }
    PictureSize pixels = size.get().within(side);
    return Tag.of("img")
        .attr("src", path(work, side))
        .attr("width", pixels.width())
        .attr("height", pixels.height())
        .attr("alt", words)
        .attr("loading", atOnce ? "eager" : "lazy")
        .attr("decoding", "async");
  }

  /** Draws bands in the colors that the record names, most of it first. */
  private static Tag plate(Artwork work) {
    List<String> named =
        work.attributes().getOrDefault("palette", List.of()).stream()
            .map(name -> COLORS.get(name.toLowerCase(Locale.ROOT)))
            .filter(Objects::nonNull)
            .limit(MOST_COLORS)
            .toList();
    List<String> colors = named.isEmpty() ? UNKNOWN : named;
    Tag svg =
        Tag.of("svg", "plate")
            .attr("viewBox", "0 0 " + PLATE_WIDTH + " " + PLATE_HEIGHT)
            .attr("width", PLATE_WIDTH)
            .attr("height", PLATE_HEIGHT)
            .attr("aria-hidden", "true");
    double weights = 0;
    for (int i = 0; i < colors.size(); i++) {
      weights += colors.size() - i;
    }
    double y = 0;
    for (int i = 0; i < colors.size(); i++) {
      double height = PLATE_HEIGHT * (colors.size() - i) / weights;
      svg.add(
          Tag.of("rect")
              .attr("x", 0)
              .at("y", y)
              .attr("width", PLATE_WIDTH)
              .at("height", height + 1)
              .attr("fill", colors.get(i)));
      y += height;
    }
    return svg;
  }
}
