package io.artrec.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interactions;
import io.artrec.behavior.InteractionsLoader;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogLoader;
import io.artrec.eval.experiment.Experiment;
import io.artrec.strategy.Popularity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What jars and poms say of the project to whoever gets them. */
class PublishedTest {
  private static final Path ROOT = Path.of("..");
  private static final String VERSION = System.getProperty("artrec.version");

  @ParameterizedTest
  @ValueSource(strings = {"LICENSE", "NOTICE"})
  void everyJar_holdsTheLicense(String name) throws IOException {
    byte[] expected = Files.readAllBytes(ROOT.resolve(name));
    assertThat(Jars.ours()).isNotEmpty();
    for (Path jar : Jars.ours()) {
      try (JarFile file = new JarFile(jar.toFile())) {
        assertThat(file.getEntry("META-INF/" + name)).as(jar.toString()).isNotNull();
        try (InputStream in = file.getInputStream(file.getEntry("META-INF/" + name))) {
          assertThat(in.readAllBytes()).as(jar.toString()).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void everyManifest_namesArtifactAndVersion() throws IOException {
    for (Path jar : Jars.ours()) {
      try (JarFile file = new JarFile(jar.toFile())) {
        Attributes main = file.getManifest().getMainAttributes();
        assertThat(main.getValue(Attributes.Name.IMPLEMENTATION_VERSION)).isEqualTo(VERSION);
        assertThat(main.getValue(Attributes.Name.IMPLEMENTATION_TITLE) + "-" + VERSION + ".jar")
            .isEqualTo(jar.getFileName().toString());
      }
    }
  }

  @Test
  void evaluation_saysWhichVersionItWasMadeWith() throws IOException {
    Path data = Path.of("src", "test", "resources", "gallery");
    Catalog catalog = CatalogLoader.csv(data.resolve("works.csv")).load().catalog();
    Interactions visits = InteractionsLoader.csv(data.resolve("visits.csv")).load().interactions();
    assertThat(
            Experiment.of(catalog, visits)
                .split("per-user:ratio=0.4")
                .add("popularity", Popularity.allTime())
                .metrics("ndcg@2")
                .run()
                .runs())
        .isNotEmpty()
        .allSatisfy(run -> assertThat(run.provenance().artrecVersion()).isEqualTo(VERSION));
  }

  /** The BOM has no parent, which imports it, and so says for itself where the project is. */
  @Test
  void bom_isOfTheSamePlaceAsTheParent() throws IOException {
    assertThat(place("artrec-bom/pom.xml")).isEqualTo(place("pom.xml")).startsWith("https://");
  }

  private static String place(String pom) throws IOException {
    Matcher property =
        Pattern.compile("<artrec.project.url>(.*?)</artrec.project.url>")
            .matcher(Files.readString(ROOT.resolve(pom)));
    assertThat(property.find()).as(pom).isTrue();
    return property.group(1);
  }
}
