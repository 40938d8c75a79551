package io.artrec.examples;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogLoader;
import io.artrec.catalog.Dimensions;
import io.artrec.error.ArtrecException;
import io.artrec.examples.atelier.Exhibition;
import io.artrec.examples.atelier.ImageFile;
import io.artrec.examples.atelier.Painting;
import io.artrec.examples.atelier.Studio;
import io.artrec.examples.options.Options;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ImageDirectory;
import io.artrec.vision.color.Palette;
import io.artrec.vision.color.PaletteSearch;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.ImageReading;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.reproduction.Reproduction;
import io.artrec.vision.room.Room;
import io.artrec.vision.room.RoomDrawing;
import io.artrec.vision.room.RoomSearch;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Finds works for a room and draws them on its wall to scale. {@code --help} lists the options. */
public final class ForThisRoom {
  private static final int WORKS = 120;
  private static final int COLUMNS = 2;
  private static final int DRAWN = 480;

  private final ForThisRoomOptions options;
  private final PrintStream out;
  private final PrintStream messages;

  private ForThisRoom(ForThisRoomOptions options, PrintStream out, PrintStream messages) {
    this.options = options;
    this.out = out;
    this.messages = messages;
  }

  /**
   * Runs the program; bad options and files that cannot be read or written end it with a message
   * and exit status 2.
   *
   * @param args the options, see {@code --help}
   */
  public static void main(String[] args) {
    CommandLine.run(args, ForThisRoom::run);
  }

  /** Prints to streams; returns the exit status. */
  static int run(String[] args, PrintStream out, PrintStream messages) {
    try {
      ForThisRoomOptions options = ForThisRoomOptions.parse(args);
      if (options.help) {
        out.print(Options.help(new ForThisRoomOptions()));
      } else {
        new ForThisRoom(options, out, messages).work();
      }
      return 0;
    } catch (ArtrecException | IllegalArgumentException e) {
      messages.println("for this room: " + e.getMessage());
    } catch (IOException e) {
      messages.println("for this room: cannot read or write: " + e.getMessage());
    }
    return 2;
  }

  private void work() throws IOException {
    Room room = room();
    if (options.catalog.isPresent()) {
      ArtworkImages images = ImageDirectory.of(options.images.orElseThrow());
      Catalog catalog = CatalogLoader.csv(options.catalog.get()).load().catalog();
      draw(room, catalog, find(room, catalog, images), id -> image(catalog, images, id));
    } else {
      List<Painting> paintings = Studio.paintings(WORKS, 1);
      Exhibition exhibition = Exhibition.of(paintings);
      draw(
          room,
          exhibition.catalog(),
          find(room, exhibition.catalog(), exhibition),
          id ->
              paintings.stream()
                  .filter(painting -> painting.id().equals(id))
                  .findFirst()
                  .orElseThrow()
                  .image(DRAWN));
    }
  }

  private Room room() throws IOException {
    if (options.photo.isPresent()) {
      Path photo = options.photo.get();
      return Room.ofPhoto(
          options.width,
          ImageDecoder.standard().decode(Files.readAllBytes(photo), photo.toString()));
    }
    return Room.of(
        options.width, options.wall.orElseThrow(), options.colors.toArray(new String[0]));
  }

  private List<RoomSearch.Fit> find(Room room, Catalog catalog, ArtworkImages images) {
    PaletteSearch palettes =
        PaletteSearch.of(
            catalog, images, ImageReading.standard().progress(ProgressBar.on(messages)));
    palettes.failures().forEach(failure -> messages.println("for this room: " + failure));
    List<RoomSearch.Fit> fits = RoomSearch.of(catalog, palettes).find(room, options.count);
    if (fits.isEmpty()) {
      out.println("No work takes up a color of this room and has a known size that fits its wall.");
    }
    for (RoomSearch.Fit fit : fits) {
      Artwork work = catalog.find(fit.artwork()).orElseThrow();
      out.println(line(work, fit, palettes.palette(fit.artwork()).orElseThrow()));
    }
    return fits;
  }

  private void draw(
      Room room, Catalog catalog, List<RoomSearch.Fit> fits, Function<String, RgbImage> images)
      throws IOException {
    if (options.out.isEmpty() || fits.isEmpty()) {
      return;
    }
    List<BufferedImage> walls = new ArrayList<>();
    for (RoomSearch.Fit fit : fits) {
      Dimensions size = catalog.find(fit.artwork()).flatMap(Artwork::dimensions).orElseThrow();
      RoomDrawing.of(room).draw(images.apply(fit.artwork()), size).ifPresent(walls::add);
    }
    Path file = options.out.get();
    Files.write(file, ImageFile.bytes(page(walls), file.toString()));
  }

  private static RgbImage image(Catalog catalog, ArtworkImages images, String id) {
    byte[] bytes = catalog.find(id).flatMap(images::read).orElseThrow();
    return Reproduction.of(ImageDecoder.standard().decode(bytes, id)).work();
  }

  private static String line(Artwork work, RoomSearch.Fit fit, Palette palette) {
    return String.format(
        Locale.ROOT,
        "%s, %.0f x %.0f cm: %s; %.0f %% of it lies near %s of the room",
        work.title(),
        work.dimensions().orElseThrow().width().orElseThrow(),
        work.dimensions().orElseThrow().height().orElseThrow(),
        palette.words(Locale.ENGLISH),
        100 * fit.share(),
        fit.takenUp() == 1 ? "a color" : fit.takenUp() + " colors");
  }

  private static BufferedImage page(List<BufferedImage> walls) {
    int columns = Math.min(COLUMNS, walls.size());
    int width = walls.get(0).getWidth();
    int height = walls.get(0).getHeight();
    int rows = (walls.size() + columns - 1) / columns;
    BufferedImage page =
        new BufferedImage(columns * width, rows * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = page.createGraphics();
    for (int i = 0; i < walls.size(); i++) {
      int row = i / columns;
      graphics.drawImage(walls.get(i), i % columns * width, row * height, null);
    }
    graphics.dispose();
    return page;
  }
}
