package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.artrec.examples.atelier.ImageFile;
import io.artrec.examples.atelier.Painting;
import io.artrec.examples.atelier.Studio;
import io.artrec.vision.color.ColorMoments;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.shape.HuMoments;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesTest {
  /** Two works by each of three artists. */
  private static final List<String> WORKS =
      List.of("maren-01", "maren-02", "marchand-01", "marchand-02", "vey-01", "vey-02");

  @TempDir static Path painted;

  @TempDir Path folder;

  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeAll
  static void paint() throws IOException {
    for (Painting painting : Studio.paintings(56, 1)) {
      if (WORKS.contains(painting.id())) {
        write(painted.resolve(painting.id() + ".png"), painting.image(72));
      }
    }
  }

  private static void write(Path file, RgbImage image) throws IOException {
    Files.write(file, ImageFile.bytes(image.toBufferedImage(), String.valueOf(file)));
  }

  private int run(String... args) {
    return Features.run(
        args,
        new PrintStream(printed, true, StandardCharsets.UTF_8),
        new PrintStream(messages, true, StandardCharsets.UTF_8));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private String messages() {
    return messages.toString(StandardCharsets.UTF_8);
  }

  /** Values by file, of the columns of one feature; empty cells are left out. */
  private static Map<String, double[]> values(Path csv, String feature) throws IOException {
    Map<String, double[]> values = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : rows) {
        List<Double> of = new ArrayList<>();
        row.getFieldsAsMap()
            .forEach(
                (column, cell) -> {
                  if (column.startsWith(feature + "[") && !cell.isEmpty()) {
                    of.add(Double.valueOf(cell));
                  }
                });
        values.put(row.getField("file"), of.stream().mapToDouble(Double::doubleValue).toArray());
      }
    }
    return values;
  }

  @Test
  void values_areWrittenInFullPrecision() throws IOException {
    Path csv = folder.resolve("f.csv");

    assertThat(
            run(
                "--images",
                painted.toString(),
                "--features",
                "color-moments,hu",
                "--out",
                csv.toString()))
        .isZero();

    assertThat(printed()).isEqualTo("6 rows written to " + csv + System.lineSeparator());
    assertThat(messages()).contains("looking at images [##########] 6 of 6");
    Map<String, double[]> moments = values(csv, "color-moments");
    Map<String, double[]> hu = values(csv, "hu");
    assertThat(moments.keySet()).hasSize(6);
    for (String file : moments.keySet()) {
      RgbImage image =
          ImageDecoder.standard().decode(Files.readAllBytes(painted.resolve(file)), file);
      assertThat(moments.get(file)).isEqualTo(ColorMoments.hsv().measure(image));
      assertThat(hu.get(file)).isEqualTo(HuMoments.standard().measure(image).orElseThrow());
    }
  }

  @Test
  void everyFeature_isMeasured_theSameByAnyNumberOfThreads() throws IOException {
    Path one = folder.resolve("one.csv");
    Path four = folder.resolve("four.csv");
    String all = String.join(",", ImageFeature.names());

    assertThat(
            run(
                "--images",
                painted.toString(),
                "--features",
                all,
                "--out",
                one.toString(),
                "--threads",
                "1"))
        .isZero();
    assertThat(
            run(
                "--images",
                painted.toString(),
                "--features",
                all,
                "--out",
                four.toString(),
                "--threads",
                "4"))
        .isZero();

    assertThat(one).hasSameTextualContentAs(four);
    for (String name : ImageFeature.names()) {
      assertThat(values(one, name).values()).as(name).allSatisfy(of -> assertThat(of).isNotEmpty());
    }
  }

  @Test
  void brokenFile_costsItsRowAlone_andIsToldAtTheEnd() throws IOException {
    Files.copy(painted.resolve("vey-01.png"), folder.resolve("b.png"));
    Files.write(
        folder.resolve("a.png"), Arrays.copyOf(Files.readAllBytes(folder.resolve("b.png")), 999));
    Files.writeString(folder.resolve("c.jpg"), "no image");
    Files.writeString(folder.resolve("notes.txt"), "no image either");
    Path csv = folder.resolve("f.csv");

    assertThat(run("--images", folder.toString(), "--features", "glcm", "--out", csv.toString()))
        .isEqualTo(1);

    assertThat(values(csv, "glcm").keySet()).containsExactly("b.png");
    assertThat(printed())
        .contains("1 file that is no image by its name", "2 of 3 images could not be read");
    assertThat(messages()).contains("features: a.png: ", "features: c.jpg: ");
  }

  @Test
  void imagesOfOtherSizes_haveEmptyCellsWhereTheyHaveFewerValues() throws IOException {
    Painting painting = Studio.paintings(1, 1).get(0);
    write(folder.resolve("large.png"), painting.image(120));
    write(folder.resolve("small.png"), painting.image(64));
    Path csv = folder.resolve("f.csv");

    assertThat(
            run(
                "--images",
                folder.toString(),
                "--features",
                "hog,sobel-mean",
                "--out",
                csv.toString()))
        .isZero();

    Map<String, double[]> hog = values(csv, "hog");
    // cells of 16 x 16 pixels: 7 x 5 and 4 x 3; blocks of 2 x 2 of them: 6 x 4 and 3 x 2, 36 values
    assertThat(hog.get("large.png")).hasSize(24 * 36);
    assertThat(hog.get("small.png")).hasSize(6 * 36);
    assertThat(values(csv, "sobel-mean").get("small.png")).hasSize(1);
  }

  @Test
  void neighborsByPalette_areOfTheSameHand_andDrawn() throws IOException {
    Path sheet = folder.resolve("sheet.png");

    assertThat(
            run(
                "--images",
                painted.toString(),
                "--neighbours",
                "2",
                "--palette",
                "--sheet",
                sheet.toString()))
        .isZero();

    assertThat(printed().lines())
        .containsSubsequence("maren-01.png")
        .anyMatch(line -> line.matches(" {2}maren-02\\.png 0\\.\\d{3}, .*"))
        .anyMatch(line -> line.matches(" {2}marchand-0[12]\\.png 0\\.\\d{3}, .*"));
    BufferedImage drawn = ImageIO.read(sheet.toFile());
    assertThat(drawn.getWidth()).isEqualTo(3 * 212 + 12);
    assertThat(drawn.getHeight()).isGreaterThanOrEqualTo(6 * 212);
  }

  @Test
  void palettes_areSaid_withColorsAndShares_andDrawn() throws IOException {
    Path sheet = folder.resolve("sheet.jpg");

    assertThat(run("--images", painted.toString(), "--palette", "--sheet", sheet.toString()))
        .isZero();

    assertThat(printed()).contains("vey-01.png").containsPattern("dark red.*: #[0-9a-f]{6} \\d+ %");
    assertThat(ImageIO.read(sheet.toFile()).getWidth()).isEqualTo(6 * 212 + 12);
  }

  @Test
  void images_areDescribedInBothLanguages() throws IOException {
    RgbImage gray = RgbImage.of(64, 64, grays());
    write(folder.resolve("gray.png"), gray);
    Files.copy(painted.resolve("maren-01.png"), folder.resolve("night.png"));

    assertThat(run("--images", folder.toString(), "--describe")).isZero();
    assertThat(run("--images", folder.toString(), "--describe", "--lang", "zh")).isZero();

    assertThat(printed().replaceAll("\\s+", " "))
        .contains("A gray photograph, so that nothing can be said of colors.")
        .contains("A horizontal line divides it 50 % from the top.")
        .containsPattern("night.png Mostly navy blue, .*\\. A cool, .*somber palette\\.")
        .contains("一张灰度照片，谈不了颜色。")
        .contains("藏青色");
  }

  /** Bright above, dark below. */
  private static int[] grays() {
    int[] pixels = new int[64 * 64];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (i < pixels.length / 2 ? 0xC0C0C0 : 0x303030) + 0x010101 * (i % 7);
    }
    return pixels;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--features hu|--images is missing: the folder with the image files",
        "--images x|nothing to do: name --out with --features, --palette, --describe or --neighbours",
        "--images x --out f.csv|--out needs --features: what to measure",
        "--images x --describe --sheet s.png|--sheet needs --palette or --neighbours: what to draw",
        "--images x --describe|--images is 'x', expected a folder that is there",
        "--images x --neighbours 3 --features sobel-mean|--neighbours cannot compare by sobel-mean alone, which measure single images",
        "--neighbours 0|--neighbours is '0', expected a whole number from 1 to 100",
        "--lang fr|--lang is 'fr', expected en or zh",
      })
  void badOption_isNamed(String args, String message) {
    assertThat(run(args.split(" ", -1))).isEqualTo(2);
    assertThat(messages().strip()).isEqualTo("features: " + message);
  }

  @Test
  void unknownFeature_listsThoseThereAre() {
    assertThat(run("--images", "x", "--features", "hu,style")).isEqualTo(2);
    assertThat(messages())
        .startsWith("features: --features names 'style', expected some of hsv-histogram, ");
  }

  @Test
  void folderWithoutImages_isSaid() {
    assertThat(run("--images", folder.toString(), "--describe")).isEqualTo(2);
    assertThat(messages()).contains("holds no file named .png, .jpg");
  }

  @Test
  void help_namesEveryFeature() {
    assertThat(run("--help")).isZero();
    assertThat(printed()).contains(ImageFeature.names());
    assertThat(printed().lines()).allMatch(line -> line.length() <= Page.WIDTH);
  }

  /** By scikit-image, OpenCV and the Aesthetics Toolbox, where their values are at hand. */
  @Test
  void sixPaintings_haveTheReferenceValues() throws IOException {
    Path goldens = SharedData.find("goldens/vision");
    Path csv = folder.resolve("f.csv");
    assertThat(
            run(
                "--images",
                goldens.toString(),
                "--features",
                "color-moments,gabor,hu,glcm,sobel-mean,canny-density,composition,color-emotion",
                "--out",
                csv.toString()))
        .isZero();

    Reference vision = Reference.of(goldens.resolve("vision-goldens.json"), "");
    assertMatches(values(csv, "color-moments"), vision, "color_moments", 1e-9);
    assertMatches(values(csv, "gabor"), vision, "gabor", 1e-6);
    assertMatches(values(csv, "hu"), vision, "hu", 1e-6);
    assertMatches(values(csv, "glcm"), vision, "glcm", 1e-6);
    assertMatches(values(csv, "sobel-mean"), vision, "sobel_mean", 1e-6);
    assertMatches(values(csv, "canny-density"), vision, "canny_density", 1e-6);
    Reference composition = Reference.of(goldens.resolve("composition-goldens.json"), "images");
    assertMatches(values(csv, "composition"), composition, "", 1e-5);
    Reference emotion = Reference.of(goldens.resolve("color-emotion-goldens.json"), "image_means");
    assertMatches(values(csv, "color-emotion"), emotion, "", 1e-6);
  }

  private static void assertMatches(
      Map<String, double[]> measured, Reference reference, String name, double relative) {
    assertThat(measured).hasSize(6);
    measured.forEach(
        (file, actual) -> {
          double[] expected = reference.values(file, name);
          assertThat(actual).as(name + " of " + file).hasSize(expected.length);
          for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                .as("%s of %s, value %d", name, file, i)
                .isCloseTo(expected[i], within(relative * Math.abs(expected[i]) + 1e-12));
          }
        });
  }
}
