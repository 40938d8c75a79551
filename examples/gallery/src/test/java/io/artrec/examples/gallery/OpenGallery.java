package io.artrec.examples.gallery;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Dimensions;
import io.artrec.examples.atelier.ImageFile;
import io.artrec.examples.atelier.Painting;
import io.artrec.examples.atelier.Studio;
import io.artrec.examples.gallery.web.ServerLimits;
import io.artrec.task.Progress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A gallery of some forty works, of which three are called what nobody should be able to run. */
final class OpenGallery implements AutoCloseable {
  static final String SCRIPT = "<script>alert(1)</script>";
  static final String IMAGE = "\"><img src=x onerror=alert(2)>";
  static final String EVIL_ID = "../../etc/<b>'\"%2e?#&";

  private static final int WORKS = 40;
  private static final int PIXELS = 160;

  private final GalleryServer server;

  private OpenGallery(GalleryServer server) {
    this.server = server;
  }

  /**
   * Opens a gallery whose works and state are in a folder, both of which survive closing it, with
   * further options.
   */
  static OpenGallery in(Path folder, String... more) throws IOException {
    return in(folder, ServerLimits.standard().withRequests(2000).withChanges(500), more);
  }

  static OpenGallery in(Path folder, ServerLimits limits, String... more) throws IOException {
    if (!Files.exists(folder.resolve("works.csv"))) {
      writeWorks(folder);
    }
    List<String> args =
        new ArrayList<>(
            List.of(
                "--port", "0",
                "--state", folder.resolve("state").toString(),
                "--images", folder.toString(),
                "--csv", folder.resolve("works.csv").toString()));
    args.addAll(List.of(more));
    return new OpenGallery(
        GalleryServer.start(
            GalleryOptions.parse(args.toArray(String[]::new)), Progress.silent(), limits));
  }

  private static void writeWorks(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "id,title,artist,year,movement,genre,medium,subjects,palette,width_cm,height_cm,image,"
            + "description,title_zh,artist_zh,description_zh");
    for (Painting painting : Studio.paintings(WORKS, 1)) {
      String image = painting.id() + ".png";
      Files.write(
          folder.resolve(image), ImageFile.bytes(painting.image(PIXELS).toBufferedImage(), image));
      lines.add(row(painting.artwork()));
    }
    lines.add(line("evil-script", SCRIPT, SCRIPT, "", "", "", SCRIPT, SCRIPT));
    lines.add(line("evil-image", IMAGE, IMAGE, "", "", "", IMAGE, IMAGE));
    lines.add(line(EVIL_ID, "An id that leads elsewhere", "Nobody", "", "", "", "", ""));
    Files.write(folder.resolve("works.csv"), lines, StandardCharsets.UTF_8);
  }

  private static String line(
      String id,
      String title,
      String artist,
      String year,
      String movement,
      String genre,
      String medium,
      String subjects) {
    return String.join(
            ",",
            List.of(id, title, artist, year, movement, genre, medium, subjects).stream()
                .map(OpenGallery::quoted)
                .toList())
        + ",,,,,,,,";
  }

  private static String row(Artwork work) {
    Dimensions size = work.dimensions().orElseThrow();
    return String.join(
        ",",
        List.of(
                work.id(),
                work.title(),
                work.artists().get(0).name(),
                Integer.toString(work.created().orElseThrow().first()),
                String.join("|", work.movements()),
                work.genre().orElse(""),
                work.medium().orElse(""),
                String.join("|", work.subjects()),
                String.join("|", work.attributes().getOrDefault("palette", List.of())),
                Double.toString(size.width().orElseThrow()),
                Double.toString(size.height().orElseThrow()),
                work.image().orElseThrow(),
                work.description().orElse(""),
                first(work, "title_zh"),
                first(work, "artist_zh"),
                first(work, "description_zh"))
            .stream()
            .map(OpenGallery::quoted)
            .toList());
  }

  private static String first(Artwork work, String attribute) {
    return work.attributes().getOrDefault(attribute, List.of("")).get(0);
  }

  private static String quoted(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }

  /** Makes a picture of shades. */
  static byte[] picture(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, (x * 255 / width) << 16 | (y * 255 / height) << 8 | 90);
      }
    }
    return ImageFile.bytes(image, "picture.png");
  }

  Optional<String> notice() {
    return server.notice();
  }

  URI address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
  }
}
