package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommender;
import io.artrec.RefreshPolicy;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the code of docs/living.md and checks that it stands there. */
class LivingGuideTest {
  private final Catalog catalog =
      Catalog.of(
          List.of(
              Artwork.builder("wave", "The Wave").movement("Ukiyo-e").build(),
              Artwork.builder("siege", "The Siege").build()));
  private final List<Interaction> interactions = List.of(Interaction.favorite("ada", "wave"));

  @TempDir Path folder;

  @Test
  void itLearnsByItself() {
    Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .interactions(interactions)
            .log(folder.resolve("events"))
            .refresh(
                RefreshPolicy.standard()
                    .after(500, 0.02) // 500 events, and a fiftieth of what is known
                    .every(Duration.ofHours(6)) // or six hours, if anything was recorded
                    .retrainEvery(Duration.ofDays(7)) // all anew
                    .onDrift(0.002) // or when works that please stand lower than they did
                    .threads(1)
                    .saving(true)) // model files follow, and the log drops what they hold
            .build();
    recommender.record(Interaction.favorite("bo", "siege"));

    System.out.println(recommender.learning());
    if (recommender.learning().failures() > 3) {
      recommender.previous();
    }
    assertThat(recommender.learning().eventsSince()).isEqualTo(1);
    assertThat(recommender.learning().hasPrevious()).isFalse();
    recommender.retrain();
    assertThat(recommender.learning().hasPrevious()).isTrue();
    assertThat(recommender.previous()).isTrue();
    recommender.close();
  }

  @Test
  void codeInTheDocument_isTheCodeHere() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path project = Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
    String here =
        Files.readString(
                project.resolve("examples/src/test/java/io/artrec/examples/LivingGuideTest.java"))
            .replaceAll("\\s+", "");
    int checked = 0;
    boolean java = false;
    for (String line : Files.readString(project.resolve("docs/living.md")).lines().toList()) {
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
