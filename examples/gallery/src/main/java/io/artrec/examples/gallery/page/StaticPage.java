package io.artrec.examples.gallery.page;

import io.artrec.catalog.Artwork;
import io.artrec.examples.gallery.collection.Pictures;
import io.artrec.examples.gallery.web.Refusal;
import io.artrec.examples.gallery.web.Request;
import io.artrec.examples.gallery.web.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Files of the gallery itself, each known by its name, and pictures of works. */
final class StaticPage {
  private static final Map<String, String> FILES =
      Map.of(
          "gallery.css", "text/css; charset=utf-8",
          "gallery.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");
  private static final long DAY = 24 * 60 * 60;

  private final Gallery gallery;

  StaticPage(Gallery gallery) {
    this.gallery = gallery;
  }

  Response file(Request request) throws IOException {
    String name = request.required("name");
    String type = FILES.get(name);
    if (type == null) {
      throw Refusal.notFound("a file of this name");
    }
    try (InputStream in =
        StaticPage.class.getResourceAsStream("/io/artrec/examples/gallery/" + name)) {
      if (in == null) {
        throw new IOException(name + " is missing in the jar");
      }
      return Response.bytes(type, in.readAllBytes()).header("Cache-Control", "no-cache");
    }
  }

  Response picture(Request request) throws IOException {
    Artwork work = gallery.work(request.required("id"));
    int side =
        switch (request.required("side")) {
          case "480" -> Pictures.SMALL;
          case "960" -> Pictures.LARGE;
          default -> throw Refusal.notFound("a picture of this size");
        };
    Pictures pictures = gallery.collection().pictures();
    String tag = pictures.tag(work) + side;
    if (request.has(tag)) {
      return Response.unchanged(DAY, tag);
    }
    return pictures
        .jpeg(work, side)
        .map(bytes -> Response.bytes("image/jpeg", bytes).kept(DAY, tag))
        .orElseThrow(() -> Refusal.notFound("a picture of this work"));
  }
}
