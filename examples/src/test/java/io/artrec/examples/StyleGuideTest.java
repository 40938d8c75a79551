package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogLoader;
import io.artrec.classification.ArtworkClassifier;
import io.artrec.classification.LabelDistribution;
import io.artrec.classification.LabeledArtworks;
import io.artrec.classification.LinearSvm;
import io.artrec.eval.classification.CrossValidated;
import io.artrec.eval.classification.CrossValidation;
import io.artrec.feature.ExtractionResult;
import io.artrec.feature.Feature;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.ImageDirectory;
import io.artrec.feature.WeightedFeature;
import io.artrec.vision.color.ColorHistogram;
import io.artrec.vision.composition.SpatialLayout;
import io.artrec.vision.texture.LocalBinaryPatterns;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the code of docs/style.md on painted squares, and checks that it stands there. */
class StyleGuideTest {
  @TempDir Path folder;

  /** Bars in two tones, or one field with a square. */
  private static BufferedImage painted(boolean bars, Random random) {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.getHSBColor(random.nextFloat(), 0.6f, 0.8f));
    graphics.fillRect(0, 0, 64, 64);
    graphics.setColor(Color.getHSBColor(random.nextFloat(), 0.6f, 0.4f));
    for (int x = 0; bars && x < 64; x += 8) {
      graphics.fillRect(x + random.nextInt(2), 0, 4, 64);
    }
    if (!bars) {
      graphics.fillRect(8 + random.nextInt(20), 8 + random.nextInt(20), 24, 24);
    }
    graphics.dispose();
    return image;
  }

  private void paint() throws IOException {
    Random random = new Random(1);
    StringBuilder rows = new StringBuilder("id,title,artist,movement,image\n");
    for (int i = 0; i < 28; i++) {
      boolean bars = i % 2 == 0;
      ImageIO.write(painted(bars, random), "png", folder.resolve("w" + i + ".png").toFile());
      String style = i == 27 ? "" : bars ? "op art" : "color field";
      rows.append("w%d,Work %d,Artist %d,%s,w%d.png\n".formatted(i, i, i % 14, style, i));
    }
    Files.writeString(folder.resolve("works.csv"), rows);
  }

  @Test
  void styles_areLearnedMeasuredSavedAndSaid() throws IOException {
    paint();
    Catalog catalog = CatalogLoader.csv(folder.resolve("works.csv")).load().catalog();
    List<Feature> features =
        List.of(ColorHistogram.hsv(), LocalBinaryPatterns.standard(), SpatialLayout.standard());
    FeatureExtraction extraction = FeatureExtraction.standard().images(ImageDirectory.of(folder));
    ExtractionResult extracted =
        extraction.run(
            catalog, features.stream().map(feature -> new WeightedFeature(1, feature)).toList());

    LabeledArtworks works =
        LabeledArtworks.of(catalog, extracted, work -> work.movements().stream().findFirst());
    CrossValidated measured = CrossValidation.standard().run(ArtworkClassifier.trainer(), works);
    System.out.println(measured);

    ArtworkClassifier classifier = ArtworkClassifier.trainer().train(works);
    System.out.println(classifier.report());
    classifier.save(folder.resolve("style.model"));

    ArtworkClassifier loaded = ArtworkClassifier.load(folder.resolve("style.model"), features);
    Artwork newWork = catalog.get(27);
    LabelDistribution style = loaded.classify(extraction, newWork);
    System.out.println(style.sure().orElse("unsure, perhaps " + style));
    ArtworkClassifier.trainer().learner(LinearSvm.standard()).balanced().train(works);

    assertThat(measured.confusion().accuracy()).isGreaterThan(0.9);
    assertThat(works.unlabeled()).isEqualTo(1);
    assertThat(style.likeliest()).isEqualTo("color field");
  }

  @Test
  void codeInTheDocument_isTheCodeHere() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path project = Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
    String here =
        Files.readString(
                project.resolve("examples/src/test/java/io/artrec/examples/StyleGuideTest.java"))
            .replaceAll("\\s+", "");
    int checked = 0;
    boolean java = false;
    for (String line : Files.readString(project.resolve("docs/style.md")).lines().toList()) {
      if (line.startsWith("```")) {
        java = line.equals("```java");
      } else if (java) {
        assertThat(here).as(line).contains(line.replaceAll("\\s+", ""));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(15);
  }
}
