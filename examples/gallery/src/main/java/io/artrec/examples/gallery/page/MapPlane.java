package io.artrec.examples.gallery.page;

import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Paths;
import io.artrec.map.CollectionMap;
import io.artrec.map.MapRegion;
import io.artrec.map.PlaneLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A map drawn by the server: a dot for each work and the names of regions; colors are the style
 * sheet's. Dots lead to works by the script; whoever has no mouse finds all works in the regions
 * below.
 */
final class MapPlane {
  private static final double SIDE = 800;
  private static final double EDGE = 24;
  private static final double LINE = 24;
  private static final double LETTER = 9.5;
  private static final int HUES = 8;

  private final PlaneLayout layout;
  private final double left;
  private final double high;
  private final double scale;
  private final double shift;
  private final double height;

  private MapPlane(PlaneLayout layout, int[] works) {
    this.layout = layout;
    left = IntStream.of(works).mapToDouble(layout::x).min().orElse(0);
    high = IntStream.of(works).mapToDouble(layout::y).max().orElse(0);
    double wide = IntStream.of(works).mapToDouble(layout::x).max().orElse(0) - left;
    double tall = high - IntStream.of(works).mapToDouble(layout::y).min().orElse(0);
    scale = (SIDE - 2 * EDGE) / Math.max(Math.max(wide, tall), Double.MIN_NORMAL);
    shift = (SIDE - scale * wide) / 2;
    height = 2 * EDGE + scale * tall;
  }

  static Tag of(CollectionMap map, String words) {
    int[] works = IntStream.range(0, map.catalog().size()).filter(map.layout()::isPlaced).toArray();
    MapPlane plane = new MapPlane(map.layout(), works);
    Tag svg =
        Tag.of("svg", "map")
            .attr("viewBox", "0 0 " + (int) SIDE + " " + (int) plane.height)
            .attr("role", "img")
            .attr("aria-label", words);
    for (int work : works) {
      svg.add(plane.dot(map, work));
    }
    plane.names(map).forEach(name -> svg.add(name.tag()));
    return svg;
  }

  private Tag dot(CollectionMap map, int work) {
    return Tag.of("circle", "hue-" + map.regionOf(work).orElse(0) % HUES)
        .at("cx", x(layout.x(work)))
        .at("cy", y(layout.y(work)))
        .attr("r", 6)
        .attr("data-to", Paths.of("work", map.catalog().get(work).id()))
        .add(Tag.of("title").text(map.catalog().get(work).title()));
  }

  private double x(double place) {
    return shift + scale * (place - left);
  }

  private double y(double place) {
    return EDGE + scale * (high - place);
  }

  /** Names from the largest region on; one that would cover another is moved, or left out. */
  private List<Name> names(CollectionMap map) {
    List<Name> names = new ArrayList<>();
    for (MapRegion region : map.regions()) {
      if (region.name().isPresent()) {
        String words = region.name().get();
        double half = LETTER * words.codePointCount(0, words.length()) / 2;
        double middle = Math.max(half, Math.min(SIDE - half, x(region.x())));
        IntStream.of(0, 1, -1, 2, -2)
            .mapToObj(line -> new Name(words, middle, y(region.y()) + line * LINE, half))
            .filter(name -> name.y() > LINE && name.y() < height)
            .filter(name -> names.stream().noneMatch(name::covers))
            .findFirst()
            .ifPresent(names::add);
      }
    }
    return names;
  }

  private record Name(String words, double x, double y, double half) {
    boolean covers(Name other) {
      return Math.abs(x - other.x) < half + other.half && Math.abs(y - other.y) < LINE;
    }

    Tag tag() {
      return Tag.of("text").at("x", x).at("y", y).attr("text-anchor", "middle").text(words);
    }
  }
}
