package io.artrec.examples;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Dimensions;
import io.artrec.error.ArtrecException;
import io.artrec.examples.atelier.ImageFile;
import io.artrec.examples.atelier.Painting;
import io.artrec.examples.atelier.Studio;
import io.artrec.examples.options.Options;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Paints artworks by artists who never lived, with a catalogue that artrec reads, and a page to
 * look at. The same works on every machine. {@code --help} lists the options.
 */
public final class Atelier {
  private static final int SHEET_COLUMNS = 8;
  private static final int SHEET_SIDE = 140;
  private static final List<String> HEADER =
      List.of(
          "id",
          "title",
          "artist",
          "year",
          "movement",
          "genre",
          "medium",
          "subjects",
          "palette",
          "width_cm",
          "height_cm",
          "image",
          "description",
          "title_zh",
          "artist_zh",
          "description_zh",
          "origin");

  private final AtelierOptions options;
  private final List<Painting> paintings;
  private final Progress progress;

  private Atelier(AtelierOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
    paintings = Studio.paintings(options.works, options.seed);
  }

  /**
   * Runs the program; bad options and files that cannot be written end it with a message and exit
   * status 2.
   *
   * @param args the options, see {@code --help}
   */
  public static void main(String[] args) {
    CommandLine.run(args, Atelier::run);
  }

  /** Prints to streams; returns the exit status. */
  static int run(String[] args, PrintStream out, PrintStream messages) {
    try {
      AtelierOptions options = AtelierOptions.parse(args);
      if (options.help) {
        out.print(Options.help(new AtelierOptions()));
        return 0;
      }
      new Atelier(options, ProgressBar.on(messages)).work(out);
      return 0;
    } catch (ArtrecException | IllegalArgumentException e) {
      messages.println("atelier: " + e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      messages.println("atelier: cannot write: " + e.getMessage());
    }
    return 2;
  }

  private void work(PrintStream out) throws IOException {
    if (options.out.isPresent()) {
      Path folder = options.out.get();
      Files.createDirectories(folder.resolve("images"));
      List<Artwork> works = paint(folder);
      Path catalog = folder.resolve("catalog.csv");
      CsvFile.write(catalog, HEADER, works.stream().map(Atelier::row).toList());
      out.printf(
          Locale.ROOT,
          "%,d works painted into %s, with the catalogue %s%n",
          works.size(),
          folder,
          catalog);
    }
    if (options.sheet.isPresent()) {
      Path file = options.sheet.get();
      List<Painting> shown = oneOfEach();
      Files.write(file, sheet(shown).bytes(String.valueOf(file.getFileName())));
      out.printf(Locale.ROOT, "%,d works on the page %s%n", shown.size(), file);
    }
  }

  private List<Artwork> paint(Path folder) {
    Artwork[] works = new Artwork[paintings.size()];
    each(
        "painting",
        works.length,
        i -> {
          Painting painting = paintings.get(i);
          String name = "images/" + painting.id() + "." + options.format;
          try {
            Files.write(
                folder.resolve(name),
                ImageFile.bytes(painting.image(options.size).toBufferedImage(), name));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          works[i] = painting.artwork().toBuilder().image(name).build();
        });
    return Arrays.asList(works);
  }

  private interface Step {
    void run(int index);
  }

  private void each(String stage, int count, Step step) {
    Workers.of(options.threads)
        .progress(progress)
        .run(
            stage,
            count,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                step.run(i);
              }
            });
  }

  private static List<String> row(Artwork work) {
    Map<String, List<String>> more = work.attributes();
    List<String> row = new ArrayList<>(List.of(work.id(), work.title()));
    row.add(work.artists().get(0).name());
    row.add(work.created().map(Object::toString).orElse(""));
    row.add(String.join("|", work.movements()));
    row.add(work.genre().orElse(""));
    row.add(work.medium().orElse(""));
    row.add(String.join("|", work.subjects()));
    row.add(String.join("|", more.getOrDefault("palette", List.of())));
    row.add(centimeters(work.dimensions().map(Dimensions::width).orElse(OptionalDouble.empty())));
    row.add(centimeters(work.dimensions().map(Dimensions::height).orElse(OptionalDouble.empty())));
    row.add(work.image().orElse(""));
    row.add(work.description().orElse(""));
    for (String name : List.of("title_zh", "artist_zh", "description_zh", "origin")) {
      row.add(String.join("|", more.getOrDefault(name, List.of())));
    }
    return row;
  }

  private static String centimeters(OptionalDouble side) {
    return side.isPresent() ? String.valueOf(side.getAsDouble()) : "";
  }

  /** The first work of each artist in each manner, manners together. */
  private List<Painting> oneOfEach() {
    Set<String> seen = new HashSet<>();
    return paintings.stream()
        .filter(painting -> seen.add(painting.artist() + painting.manner()))
        .sorted(Comparator.comparing(Painting::manner))
        .toList();
  }

  private ContactSheet sheet(List<Painting> shown) {
    BufferedImage[] pictures = new BufferedImage[shown.size()];
    each(
        "painting the page",
        shown.size(),
        i -> pictures[i] = shown.get(i).image(2 * SHEET_SIDE).toBufferedImage());
    ContactSheet sheet = new ContactSheet(SHEET_COLUMNS, SHEET_SIDE, false);
    for (int i = 0; i < pictures.length; i++) {
      sheet.add(pictures[i], shown.get(i).title());
    }
    return sheet;
  }
}
