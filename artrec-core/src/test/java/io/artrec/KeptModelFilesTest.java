package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.CatalogChange;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.ModelFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One model file of each format there was, kept as it was written: eight works, two features, a
 * weighted hybrid, one event recorded after training. Each is read, or refused by its format.
 */
class KeptModelFilesTest {
  @TempDir Path folder;

  private Path kept(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in =
        Objects.requireNonNull(KeptModelFilesTest.class.getResourceAsStream(name), name)) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  @Test
  void format1_isRefusedByItsFormat() throws IOException {
    Path file = kept("model-1.artrec");
    assertThatThrownBy(() -> Recommender.load(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("has format 1, this version of artrec reads format 2, encrypted 3")
        .hasMessageContaining("build the model again");
  }

  @Test
  void format2_answersAsWhenItWasSaved() throws IOException {
    try (Recommender loaded = Recommender.load(kept("model-2.artrec"))) {
      Map<String, List<String>> works =
          Map.of("ada", List.of("w7", "w3", "w4"), "chen", List.of("w1", "w5", "w0"));
      Map<String, double[]> scores =
          Map.of(
              "ada", new double[] {0.5435193657224403, 0.42382063196657144, 0.41602250056752177},
              "chen", new double[] {0.4905885132678565, 0.2905884901270134, 0.2800285042220807});
      for (String user : List.of("ada", "chen")) {
        List<Recommendation> answer = loaded.recommend(user, 3);
        assertThat(Fixture.ids(answer)).isEqualTo(works.get(user));
        for (int rank = 0; rank < 3; rank++) {
          assertThat(answer.get(rank).score())
              .isCloseTo(Objects.requireNonNull(scores.get(user))[rank], within(1e-6));
        }
      }
      assertThat(loaded.features().entries())
          .as("what older files lack is the standard")
          .allMatch(entry -> entry.spec().alikeFrom() == FeatureSpec.STANDARD_ALIKE_FROM);
      assertThat(loaded.history("chen")).extracting(Interaction::artwork).containsExactly("w3");
      Artwork later = Artwork.builder("w8", "Work 8").artist("Artist 0").build();
      assertThat(loaded.update(CatalogChange.add(later)).added()).isEqualTo(1);
      assertThat(loaded.similar("w8", 3))
          .allMatch(given -> given.artwork().artists().get(0).name().equals("Artist 0"));
    }
  }
}
