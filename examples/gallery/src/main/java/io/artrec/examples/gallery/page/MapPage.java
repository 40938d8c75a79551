package io.artrec.examples.gallery.page;

import io.artrec.examples.gallery.collection.Pictures;
import io.artrec.examples.gallery.collection.Views;
import io.artrec.examples.gallery.html.Html;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import io.artrec.map.CollectionMap;
import io.artrec.map.MapRegion;
import io.artrec.map.PlaneLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The collection as a map, and its neighborhoods, each with some of its works. */
final class MapPage {
  private static final int SHOWN = 3;
  private static final int MOST = 1_000;
  private static final int MOST_REGIONS = 100;

  private final Gallery gallery;

  MapPage(Gallery gallery) {
    this.gallery = gallery;
  }

  Response show(Visit visit) {
    Views views = gallery.collection().views();
    List<Html> parts = new ArrayList<>();
    parts.add(Frame.heading(visit.say(Text.MAP_TITLE), visit.say(Text.MAP_LEAD)));
    parts.add(
        new Cards(visit, gallery.collection().pictures()).told(visit.guest().toTell(), List.of()));
    if (views.mapped().isEmpty()) {
      parts.add(Tag.of("p", "empty").text(visit.say(Text.MAP_NOTHING)));
    } else {
      String by =
          visit
              .request()
              .value("by")
              .filter(views.mapped()::contains)
              .orElse(views.mapped().get(0));
      parts.addAll(map(visit, views, by));
    }
    return Frame.page(visit, visit.say(Text.NAV_MAP), parts.toArray(Html[]::new));
  }

  private List<Html> map(Visit visit, Views views, String by) {
    CollectionMap map = views.map(by);
    Optional<Integer> chosen = visit.request().number("region", 0, MOST_REGIONS);
    if (chosen.isPresent() && chosen.get() < map.regions().size()) {
      MapRegion region = map.regions().get(chosen.get());
      Tag back =
          Tag.of("p")
              .add(Tag.of("a").attr("href", "/map?by=" + by).text(visit.say(Text.MAP_WHOLE)));
      return List.of(back, neighborhood(visit, map, region, MOST));
    }
    List<Html> parts = new ArrayList<>();
    parts.add(choice(visit, views, by));
    parts.add(MapPlane.of(map, visit.say(Text.MAP_ALT, placed(map), Facets.named(visit, by))));
    for (int i = 0; i < map.regions().size(); i++) {
      MapRegion region = map.regions().get(i);
      Tag part = neighborhood(visit, map, region, SHOWN);
      if (region.size() > SHOWN) {
        part.add(
            Tag.of("p")
                .add(
                    Tag.of("a")
                        .attr("href", "/map?by=" + by + "&region=" + i)
                        .attr("aria-label", visit.say(Text.MAP_ALL) + ": " + name(visit, region))
                        .text(visit.say(Text.MAP_ALL))));
      }
      parts.add(part);
    }
    return parts;
  }

  private static int placed(CollectionMap map) {
    return map.layout().placedCount();
  }

  private static Tag choice(Visit visit, Views views, String by) {
    List<Frame.Choice> choices =
        views.mapped().stream()
            .map(feature -> new Frame.Choice(feature, Facets.named(visit, feature)))
            .toList();
    return Tag.of("form", "line")
        .attr("action", "/map")
        .add(Frame.field(visit.say(Text.MAP_BY), Frame.select("by", choices, Optional.of(by))))
        .add(Tag.of("button").text(visit.say(Text.SEARCH)));
  }

  private static String name(Visit visit, MapRegion region) {
    return region.name().orElse(visit.say(Text.MAP_UNNAMED));
  }

  private Tag neighborhood(Visit visit, CollectionMap map, MapRegion region, int most) {
    List<Cards.Hung> works =
        Arrays.stream(region.artworks())
            .boxed()
            .sorted(
                Comparator.comparing((Integer work) -> !Pictures.has(map.catalog().get(work)))
                    .thenComparing(work -> away(map.layout(), region, work)))
            .limit(most)
            .map(work -> new Cards.Hung(map.catalog().get(work), ""))
            .toList();
    return Tag.of("section", "neighborhood")
        .add(Tag.of("h2").text(name(visit, region)))
        .add(Tag.of("p", "lead").text(visit.say(Text.MAP_WORKS, region.size())))
        .add(new Cards(visit, gallery.collection().pictures()).wall(works, Set.of()));
  }

  private static double away(PlaneLayout layout, MapRegion region, int work) {
    return Math.hypot(layout.x(work) - region.x(), layout.y(work) - region.y());
  }
}
