package io.artrec.examples.gallery.page;

import io.artrec.catalog.Artwork;
import io.artrec.examples.atelier.ImageFile;
import io.artrec.examples.gallery.html.Html;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Paths;
import io.artrec.examples.gallery.web.Refusal;
import io.artrec.examples.gallery.web.Request;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.room.Room;
import io.artrec.vision.room.RoomDrawing;
import io.artrec.vision.room.RoomSearch;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works for a room by its colors and its size, each drawn on its wall to scale. */
final class RoomPage {
  private static final int WORKS = 6;
  private static final int WIDTH = 900;
  private static final int LEAST_CM = 80;
  private static final int MOST_CM = 1200;
  private static final String HEX = "#[0-9a-fA-F]{6}";
  private static final String WALL = "#cfd6d0";
  private static final String ACCENT = "#b5651d";
  private static final long HOUR = 3600;

  private final Gallery gallery;

  RoomPage(Gallery gallery) {
    this.gallery = gallery;
  }

  private record Wanted(String wall, String accent, int width) {
    static Wanted of(Request request) {
      return new Wanted(
          hex(request, "wall", WALL),
          hex(request, "accent", ACCENT),
          request.number("width", LEAST_CM, MOST_CM).orElse(320));
    }

    private static String hex(Request request, String name, String standard) {
      return request.value(name).filter(value -> value.matches(HEX)).orElse(standard);
    }

    Room room() {
      return Room.of(width, wall, accent);
    }

    String query() {
      return "wall=" + Paths.encoded(wall) + "&accent=" + Paths.encoded(accent) + "&width=" + width;
    }
  }

  Response show(Visit visit) {
    Wanted wanted = Wanted.of(visit.request());
    Optional<Artwork> one = visit.request().value("work").map(gallery::work);
    List<Html> parts = new ArrayList<>();
    parts.add(Frame.heading(visit.say(Text.ROOM_TITLE), visit.say(Text.ROOM_LEAD)));
    parts.add(form(visit, wanted, one));
    if (one.isPresent()) {
      parts.add(
          one.get().dimensions().filter(wanted.room()::holds).isPresent()
              ? Tag.of("ul", "rooms").add(hung(visit, wanted, one.get(), ""))
              : Tag.of("p", "empty").text(visit.say(Text.ROOM_TOO_LARGE)));
    } else if (visit.request().value("wall").isPresent()) {
      parts.add(found(visit, wanted));
    }
    return Frame.page(visit, visit.say(Text.NAV_ROOM), parts.toArray(Html[]::new));
  }

  private static Tag form(Visit visit, Wanted wanted, Optional<Artwork> one) {
    Tag form =
        Tag.of("form", "room")
            .attr("action", "/room")
            .add(color(visit.say(Text.ROOM_WALL), "wall", wanted.wall()))
            .add(color(visit.say(Text.ROOM_ACCENT), "accent", wanted.accent()))
            .add(
                Frame.field(
                    visit.say(Text.ROOM_WIDTH),
                    Tag.of("input")
                        .attr("type", "number")
                        .attr("name", "width")
                        .attr("min", LEAST_CM)
                        .attr("max", MOST_CM)
                        .attr("value", wanted.width())));
    one.ifPresent(work -> form.add(Frame.hidden("work", work.id())));
    return form.add(
        Tag.of("button").text(visit.say(one.isPresent() ? Text.ROOM_DRAW : Text.SEARCH)));
  }

  private static Tag color(String label, String name, String value) {
    return Frame.field(
        label, Tag.of("input").attr("type", "color").attr("name", name).attr("value", value));
  }

  private Tag found(Visit visit, Wanted wanted) {
    List<RoomSearch.Fit> fits = gallery.collection().views().rooms().find(wanted.room(), WORKS);
    if (fits.isEmpty()) {
      return Tag.of("p", "empty").text(visit.say(Text.ROOM_NOTHING));
    }
    Tag list = Tag.of("ul", "rooms");
    for (RoomSearch.Fit fit : fits) {
      String reason = visit.say(Text.ROOM_REASON, Math.round(100 * fit.share()));
      list.add(hung(visit, wanted, gallery.work(fit.artwork()), reason));
    }
    return list;
  }

  private static Tag hung(Visit visit, Wanted wanted, Artwork work, String reason) {
    Labels labels = Labels.in(visit.locale());
    return Tag.of("li")
        .add(
            Tag.of("img")
                .attr("src", Paths.of("room", "drawing", work.id()) + "?" + wanted.query())
                .attr("width", WIDTH)
                .attr("height", height(wanted))
                .attr("loading", "lazy")
                .attr("alt", visit.say(Text.ROOM_ALT, labels.title(work))))
        .add(
            Tag.of("div", "label")
                .add(
                    Tag.of("h2")
                        .add(
                            Tag.of("a")
                                .attr("href", Paths.of("work", work.id()))
                                .text(labels.title(work))))
                .add(
                    Tag.of("p", "by")
                        .text(
                            labels.line(work)
                                + labels.size(work).map(size -> " · " + size).orElse("")))
                .add(Tag.of("p").text(reason)));
  }

  private static int height(Wanted wanted) {
    return (int) Math.round(WIDTH * Room.STANDARD_HEIGHT / wanted.width());
  }

  /** Draws a work on the wall. */
  Response drawing(Request request) {
    Artwork work = gallery.work(request.required("id"));
    RgbImage image =
        gallery
            .collection()
            .pictures()
            .image(work)
            .orElseThrow(() -> Refusal.notFound("a picture of this work"));
    RoomDrawing wall = RoomDrawing.of(Wanted.of(request).room()).width(WIDTH);
    BufferedImage drawn =
        work.dimensions()
            .flatMap(size -> wall.draw(image, size))
            .orElseThrow(() -> Refusal.notFound("a work of a known size that fits this wall"));
    String tag = gallery.collection().pictures().tag(work);
    return Response.bytes("image/jpeg", ImageFile.bytes(drawn, "room.jpg")).kept(HOUR, tag);
  }
}
