package io.artrec.examples.gallery.page;

import io.artrec.catalog.Artwork;
import io.artrec.examples.gallery.html.Html;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Request;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import io.artrec.vision.color.PaletteSearch;
import io.artrec.vision.color.PaletteWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works that have some colors, each in about the share that is wished. */
final class ColorPage {
  private static final int WORKS = 16;
  private static final int COLORS = 3;
  private static final int LEAST = 5;
  private static final int MOST = 90;
  private static final String HEX = "#[0-9a-fA-F]{6}";
  private static final List<String> FIRST = List.of("#1f4e79", "#e0b040", "#b03a2e");

  private final Gallery gallery;

  ColorPage(Gallery gallery) {
    this.gallery = gallery;
  }

  private record Wished(String hex, int percent) {}

  Response show(Visit visit) {
    List<Wished> wished = wished(visit.request());
    Tag form = Tag.of("form", "colors-wished").attr("action", "/color");
    for (int i = 0; i < COLORS; i++) {
      form.add(color(visit, i));
    }
    form.add(Tag.of("button").text(visit.say(Text.SEARCH)));
    List<Html> parts = new ArrayList<>();
    parts.add(Frame.heading(visit.say(Text.COLOR_TITLE), visit.say(Text.COLOR_LEAD)));
    parts.add(form);
    parts.add(
        new Cards(visit, gallery.collection().pictures()).told(visit.guest().toTell(), List.of()));
    if (!wished.isEmpty()) {
      parts.add(found(visit, wished));
    }
    return Frame.page(visit, visit.say(Text.NAV_COLOR), parts.toArray(Html[]::new));
  }

  private static List<Wished> wished(Request request) {
    List<Wished> wished = new ArrayList<>();
    int left = 100;
    for (int i = 0; i < COLORS; i++) {
      Optional<String> hex = request.value("c" + i).filter(value -> value.matches(HEX));
      int percent = Math.min(left, request.number("s" + i, 0, MOST).orElse(0));
      if (hex.isPresent() && percent >= LEAST) {
        wished.add(new Wished(hex.get(), percent));
        left -= percent;
      }
    }
    return wished;
  }

  private static Tag color(Visit visit, int index) {
    Request request = visit.request();
    String hex =
        request.value("c" + index).filter(value -> value.matches(HEX)).orElse(FIRST.get(index));
    boolean asked = request.value("s0").isPresent();
    int share = request.number("s" + index, 0, MOST).orElse(asked || index > 1 ? 0 : 30);
    String id = "s" + index;
    return Tag.of("fieldset")
        .add(Tag.of("legend").text(visit.say(Text.COLOR_NUMBER, index + 1)))
        .add(
            Frame.field(
                visit.say(Text.COLOR_LABEL),
                Tag.of("input").attr("type", "color").attr("name", "c" + index).attr("value", hex)))
        .add(
            Frame.field(
                visit.say(Text.COLOR_SHARE),
                Tag.of("input")
                    .attr("type", "range")
                    .attr("name", id)
                    .attr("id", id)
                    .attr("min", 0)
                    .attr("max", MOST)
                    .attr("step", 5)
                    .attr("value", share)))
        .add(Tag.of("output").attr("for", id).attr("data-unit", " %").text(share + " %"));
  }

  private Tag found(Visit visit, List<Wished> wished) {
    PaletteWish wish = PaletteWish.of(wished.get(0).hex(), wished.get(0).percent() / 100.0);
    for (Wished more : wished.subList(1, wished.size())) {
      wish = wish.and(more.hex(), more.percent() / 100.0);
    }
    PaletteSearch palettes = gallery.collection().views().palettes();
    List<Cards.Hung> works = new ArrayList<>();
    for (PaletteSearch.Found found : palettes.find(wish, WORKS)) {
      Artwork work = gallery.work(found.artwork());
      String words =
          palettes.palette(found.artwork()).map(it -> it.words(visit.locale())).orElse("");
      works.add(
          new Cards.Hung(
              work, visit.say(Text.COLOR_REASON, words, Math.round(100 * found.closeness()))));
    }
    Tag part = Tag.of("section", "found");
    return works.isEmpty()
        ? part.add(Tag.of("p", "empty").text(visit.say(Text.COLOR_NOTHING)))
        : part.add(new Cards(visit, gallery.collection().pictures()).wall(works, Set.of()));
  }
}
