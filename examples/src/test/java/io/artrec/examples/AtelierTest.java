package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.CatalogLoader;
import io.artrec.catalog.LoadedCatalog;
import io.artrec.examples.atelier.Painting;
import io.artrec.examples.atelier.Studio;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtelierTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run(String... args) {
    return Atelier.run(
        args,
        new PrintStream(printed, true, StandardCharsets.UTF_8),
        new PrintStream(messages, true, StandardCharsets.UTF_8));
  }

  @Test
  void works_areWritten_withACatalogThatArtrecReads() throws IOException {
    Path out = folder.resolve("new/atelier");

    assertThat(run("--out", out.toString(), "--works", "14", "--size", "40")).isZero();

    assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("14 works painted into ");
    assertThat(messages.toString(StandardCharsets.UTF_8))
        .contains("painting [##########] 14 of 14");
    LoadedCatalog loaded = CatalogLoader.csv(out.resolve("catalog.csv")).load();
    assertThat(loaded.report().isClean()).as(loaded.report().toString()).isTrue();
    List<Painting> paintings = Studio.paintings(14, 1);
    assertThat(loaded.catalog().size()).isEqualTo(14);
    for (int i = 0; i < 14; i++) {
      Artwork read = loaded.catalog().get(i);
      Artwork made = paintings.get(i).artwork();
      assertThat(read)
          .isEqualTo(made.toBuilder().image("images/" + made.image().orElseThrow()).build());
      RgbImage image =
          ImageDecoder.standard()
              .decode(Files.readAllBytes(out.resolve(read.image().orElseThrow())), read.id());
      assertThat(image).isEqualTo(paintings.get(i).image(40));
    }
  }

  @Test
  void page_showsEachArtistInEachManner() throws IOException {
    Path page = folder.resolve("page.jpg");

    assertThat(run("--sheet", page.toString(), "--works", "10", "--threads", "1")).isZero();

    BufferedImage image = ImageIO.read(page.toFile());
    assertThat(image.getWidth()).isEqualTo(8 * (140 + 8) + 8);
    assertThat(image.getHeight()).isEqualTo(2 * (140 + 8) + 8);
    assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("10 works on the page");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--works 5|nothing to do: name --out, --sheet or both",
        "--works 0 --out x|--works is '0', expected a whole number from 1 to 5000",
        "--size many --out x|--size is 'many', expected a whole number from 16 to 8192",
        "--format gif --out x|--format is 'gif', expected png or jpg",
        "--sheet page.txt|--sheet is 'page.txt', expected the name of a .png or .jpg file",
        "--out|--out needs a value; --help says which",
        "--what|unknown option '--what'; --help lists them",
      })
  void badOption_isNamed(String args, String message) {
    assertThat(run(args.split(" ", -1))).isEqualTo(2);
    assertThat(messages.toString(StandardCharsets.UTF_8).strip()).isEqualTo("atelier: " + message);
  }

  @Test
  void folderThatCannotBeMade_isSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(run("--out", file.resolve("in").toString(), "--works", "1")).isEqualTo(2);
    assertThat(messages.toString(StandardCharsets.UTF_8)).startsWith("atelier: cannot write: ");
  }

  @Test
  void help_listsTheOptions() {
    assertThat(run("--help")).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("--out", "--works", "--size", "--seed", "--format", "--sheet", "--threads");
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .allMatch(line -> line.length() <= Page.WIDTH);
  }
}
