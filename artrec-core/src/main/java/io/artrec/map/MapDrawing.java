package io.artrec.map;

import io.artrec.catalog.Artwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Draws maps as SVG: a dot for each work in the color of its region, titled by the work, and the
 * regions' names. Readable on light and dark pages, as words take the page's color; needs no
 * script, style sheet or font. Immutable and thread-safe.
 */
public final class MapDrawing {
  /** Hues that differ in lightness as well, so that they stay apart for most color-blind eyes. */
  private static final String[] COLORS = {
    "#4e79a7", "#f28e2b", "#59a14f", "#b07aa1", "#e15759", "#76b7b2", "#edc948", "#9c755f",
    "#ff9da7", "#8cd17d", "#499894", "#d37295"
  };

  private static final double MARGIN = 0.04;
  private static final double LINE = 18;
  private static final double LETTER = 7.5;

  private final int pixels;
  private final Function<Artwork, Optional<String>> links;

  private MapDrawing(int pixels, Function<Artwork, Optional<String>> links) {
    this.pixels = pixels;
    this.links = links;
  }

  /** {@return a drawing 900 pixels wide and high, without links} */
  public static MapDrawing standard() {
    return new MapDrawing(900, artwork -> Optional.empty());
  }

  /**
   * {@return this of another size}
   *
   * @param side width and height in pixels, 200 to 10,000; it scales with the page
   */
  public MapDrawing size(int side) {
    if (side < 200 || side > 10_000) {
      throw new IllegalArgumentException("size is " + side + ", expected 200 to 10,000");
    }
    return new MapDrawing(side, links);
  }

  /**
   * {@return this with a link behind each dot}
   *
   * @param address where a work's page is; empty for none
   */
  public MapDrawing links(Function<Artwork, Optional<String>> address) {
    return new MapDrawing(pixels, address);
  }

  /**
   * {@return the drawing: an {@code svg} element, to be written to a file or put into a page}
   *
   * @param map what is drawn
   */
  public String svg(CollectionMap map) {
    Frame frame = new Frame(map.layout(), pixels);
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\">\n<title>%,d works by likeness</title>\n",
            pixels,
            pixels,
            map.layout().placedCount()));
    for (int artwork : map.layout().placed()) {
      dot(out, map, frame, artwork);
    }
    labels(map, frame).forEach(label -> label.write(out));
    return out.append("</svg>\n").toString();
  }

  private void dot(StringBuilder out, CollectionMap map, Frame frame, int artwork) {
    Artwork work = map.catalog().get(artwork);
    OptionalInt region = map.regionOf(artwork);
    Optional<String> link = links.apply(work);
    link.ifPresent(to -> out.append("<a href=\"").append(escaped(to)).append("\">"));
    out.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" fill-opacity=\"0.75\"><title>%s</title></circle>",
            frame.x(map.layout().x(artwork)),
            frame.y(map.layout().y(artwork)),
            frame.radius(),
            COLORS[region.orElse(0) % COLORS.length],
            escaped(work.title())));
    out.append(link.isPresent() ? "</a>\n" : "\n");
  }

  /** Names from the largest region on; one that would cover another goes below it, or is left. */
  private List<Label> labels(CollectionMap map, Frame frame) {
    List<Label> labels = new ArrayList<>();
    for (MapRegion region : map.regions()) {
      if (region.name().isEmpty()) {
        continue;
      }
      String name = region.name().get();
      double half = LETTER * name.codePointCount(0, name.length()) / 2;
      double x = Math.max(half, Math.min(pixels - half, frame.x(region.x())));
      for (int line : new int[] {0, 1, -1, 2, -2}) {
        Label label = new Label(name, x, frame.y(region.y()) + line * LINE, half);
        if (labels.stream().noneMatch(label::covers)) {
          labels.add(label);
          break;
        }
      }
    }
    return labels;
  }

  private record Label(String name, double x, double y, double half) {
    boolean covers(Label other) {
      return Math.abs(x - other.x) < half + other.half && Math.abs(y - other.y) < LINE;
    }

    void write(StringBuilder out) {
      out.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"14\" font-weight=\"600\" fill=\"currentColor\" stroke=\"Canvas\" stroke-width=\"3\" paint-order=\"stroke\">%s</text>\n",
              x,
              y,
              escaped(name)));
    }
  }

  /** From the plane to pixels, upwards becoming downwards. */
  private static final class Frame {
    private final double left;
    private final double high;
    private final double scale;
    private final double shiftX;
    private final double shiftY;
    private final double radius;

    Frame(PlaneLayout layout, int pixels) {
      int[] works = layout.placed();
      left = Arrays.stream(works).mapToDouble(layout::x).min().orElse(0);
      high = Arrays.stream(works).mapToDouble(layout::y).max().orElse(0);
      double width = Arrays.stream(works).mapToDouble(layout::x).max().orElse(0) - left;
      double height = high - Arrays.stream(works).mapToDouble(layout::y).min().orElse(0);
      double side = Math.max(width, height);
      double inner = pixels * (1 - 2 * MARGIN);
      scale = side > 0 ? inner / side : 0;
      shiftX = (pixels - scale * width) / 2;
      shiftY = (pixels - scale * height) / 2;
      radius = Math.max(1.5, Math.min(6, pixels / 4.0 / Math.sqrt(Math.max(1, works.length))));
    }

    double x(double place) {
      return shiftX + scale * (place - left);
    }

    double y(double place) {
      return shiftY + scale * (high - place);
    }

    double radius() {
      return radius;
    }
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                  boolean isHalf =
                      point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
                  if (point == '\t' || point == '\n' || point == '\r') {
                    out.append(' ');
                  } else if (!isHalf && point >= 0x20 && point != 0xFFFE && point != 0xFFFF) {
                    out.appendCodePoint(point);
                  }
                }
              }
            });
    return out.toString();
  }
}
