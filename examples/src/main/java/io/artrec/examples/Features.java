package io.artrec.examples;

import io.artrec.error.ArtrecException;
import io.artrec.examples.collection.PictureWords;
import io.artrec.examples.options.Options;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import io.artrec.vision.color.Palette;
import io.artrec.vision.image.DecodeLimits;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures, compares and describes the images of a folder. {@code --help} lists the options. Images
 * are read by several threads, a few at a time; one that cannot be read is told at the end and
 * costs nothing but its row.
 */
public final class Features {
  private static final int BLOCK_PER_THREAD = 4;
  private static final List<String> ENDS =
      List.of(".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff");

  /** What was found out of one image. */
  private record Seen(List<Optional<double[]>> values, List<String> lines) {}

  private final FeaturesOptions options;
  private final Page page;
  private final PrintStream out;
  private final Progress progress;
  private final ImageDecoder decoder;
  private final TreeMap<String, String> failures = new TreeMap<>();

  private Features(FeaturesOptions options, PrintStream out, Progress progress) {
    this.options = options;
    this.out = out;
    page = new Page(out);
    this.progress = progress;
    decoder = ImageDecoder.of(DecodeLimits.standard().withKeptSide(options.side));
  }

  /**
   * Runs the program. The exit status is 1 when an image could not be read, 2 for bad options and
   * files that cannot be written.
   *
   * @param args the options, see {@code --help}
   */
  public static void main(String[] args) {
    CommandLine.run(args, Features::run);
  }

  /** Prints to streams; returns the exit status. */
  static int run(String[] args, PrintStream out, PrintStream messages) {
    try {
      FeaturesOptions options = FeaturesOptions.parse(args);
      if (options.help) {
        out.print(Options.help(new FeaturesOptions()));
        return 0;
      }
      Features features = new Features(options, out, ProgressBar.on(messages));
      features.work();
      features.failures.forEach(
          (file, reason) -> messages.println("features: " + file + ": " + reason));
      return features.failures.isEmpty() ? 0 : 1;
    } catch (ArtrecException | IllegalArgumentException e) {
      messages.println("features: " + e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      messages.println("features: cannot read or write: " + e.getMessage());
    }
    return 2;
  }

  private void work() throws IOException {
    List<Path> files = files();
    if (options.out.isPresent()) {
      Path csv = options.out.get();
      try (FeatureSpool spool = new FeatureSpool(csv, options.features)) {
        look(files, Optional.of(spool));
        out.printf(Locale.ROOT, "%,d rows written to %s%n", spool.finish(), csv);
      }
    } else {
      look(files, Optional.empty());
    }
    List<String> read = files.stream().map(Features::name).filter(this::isRead).toList();
    List<FeatureNeighbors.Near> near =
        options.neighbors.isPresent()
            ? new FeatureNeighbors(options, progress).find(read)
            : List.of();
    near.forEach(this::say);
    if (options.sheet.isPresent()) {
      draw(options.sheet.get(), read, near);
    }
    if (!failures.isEmpty()) {
      out.printf(
          Locale.ROOT, "%,d of %,d images could not be read%n", failures.size(), files.size());
    }
  }

  private void say(FeatureNeighbors.Near near) {
    List<String> others =
        near.nearest().stream()
            .map(r -> String.format(Locale.ROOT, "%s %.3f", r.artwork().id(), r.score()))
            .toList();
    page.line(near.file());
    page.text(2, others.isEmpty() ? "nothing to compare by" : String.join(", ", others));
  }

  private void draw(Path file, List<String> read, List<FeatureNeighbors.Near> near)
      throws IOException {
    FeatureSheet sheet = new FeatureSheet(options.images(), decoder, options.palette);
    Files.write(
        file,
        near.isEmpty()
            ? sheet.each(read, name(file))
            : sheet.neighbors(near, options.neighbors.orElseThrow(), name(file)));
    out.println("drawn on " + file);
  }

  private boolean isRead(String file) {
    return !failures.containsKey(file);
  }

  /** The image files of the folder by name; what is none by its name is passed over, and said. */
  private List<Path> files() throws IOException {
    if (!Files.isDirectory(options.images())) {
      throw new IllegalArgumentException(
          "--images is '" + options.images() + "', expected a folder that is there");
    }
    List<Path> images = new ArrayList<>();
    int others = 0;
    try (Stream<Path> all = Files.list(options.images())) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String lower = name(file).toLowerCase(Locale.ROOT);
        if (ENDS.stream().anyMatch(lower::endsWith)) {
          images.add(file);
        } else {
          others++;
        }
      }
    }
    if (images.isEmpty()) {
      throw new IllegalArgumentException(
          "--images " + options.images() + " holds no file named " + String.join(", ", ENDS));
    }
    if (others > 0) {
      out.println(
          others == 1
              ? "1 file that is no image by its name is passed over"
              : others + " files that are no images by their names are passed over");
    }
    return images;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Looks at all images, a block at a time, so that memory does not grow with their number. */
  private void look(List<Path> files, Optional<FeatureSpool> spool) throws IOException {
    int block = BLOCK_PER_THREAD * options.threads;
    for (int start = 0; start < files.size(); start += block) {
      List<Path> some = files.subList(start, Math.min(files.size(), start + block));
      Seen[] seen = new Seen[some.size()];
      String[] reasons = new String[some.size()];
      long before = start;
      Workers.of(options.threads)
          .progress((stage, done, total) -> progress.update(stage, before + done, files.size()))
          .run(
              "looking at images",
              some.size(),
              (from, to) -> {
                for (int i = from; i < to; i++) {
                  try {
                    seen[i] = see(some.get(i));
                  } catch (IOException | RuntimeException e) {
                    reasons[i] = e.getMessage() == null ? e.toString() : e.getMessage();
                  }
                }
              });
      for (int i = 0; i < seen.length; i++) {
        if (seen[i] == null) {
          failures.put(name(some.get(i)), reasons[i]);
        } else {
          keep(name(some.get(i)), seen[i], spool);
        }
      }
    }
  }

  private void keep(String file, Seen seen, Optional<FeatureSpool> spool) throws IOException {
    if (spool.isPresent()) {
      spool.get().add(file, seen.values());
    }
    if (!seen.lines().isEmpty()) {
      page.line(file);
      seen.lines().forEach(line -> page.text(2, line));
    }
  }

  private Seen see(Path file) throws IOException {
    RgbImage image = decoder.decode(Files.readAllBytes(file), name(file));
    List<Optional<double[]>> values = new ArrayList<>();
    if (options.out.isPresent()) {
      options.features.forEach(feature -> values.add(feature.values().apply(image)));
    }
    List<String> lines = new ArrayList<>();
    if (options.palette) {
      Palette palette = Palette.of(image);
      lines.add(palette.words(options.locale) + ": " + PalettePicture.shares(palette));
    }
    if (options.describe) {
      lines.add(new PictureWords(options.locale).of(image));
    }
    return new Seen(values, lines);
  }
}
