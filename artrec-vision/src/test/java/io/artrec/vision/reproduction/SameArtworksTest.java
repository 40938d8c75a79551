package io.artrec.vision.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkImages;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.vision.TestImages;
import io.artrec.vision.image.ImageReading;
import io.artrec.vision.image.RgbImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SameArtworksTest {
  private static final RgbImage FIRST = MadePictures.of(1, 240, 180);
  private static final RgbImage SECOND = MadePictures.of(2, 180, 220);

  private static final Map<String, byte[]> FILES = new LinkedHashMap<>();

  static {
    FILES.put("first-gray", TestImages.png(MadePictures.gray(FIRST.shrunkTo(160))));
    FILES.put("first", TestImages.png(FIRST));
    FILES.put("third", TestImages.png(MadePictures.of(3, 240, 180)));
    FILES.put("second-detail", TestImages.png(MadePictures.part(SECOND, 70, 90, 90, 80)));
    FILES.put("fourth", TestImages.png(MadePictures.of(4, 200, 200)));
    FILES.put("second", TestImages.png(SECOND));
    FILES.put("empty", TestImages.png(RgbImage.of(30, 30, new int[900])));
    FILES.put("empty-too", TestImages.png(RgbImage.of(30, 30, new int[900])));
    FILES.put("broken", new byte[] {1, 2, 3});
  }

  private static final ArtworkImages IMAGES =
      artwork -> artwork.image().map(name -> FILES.getOrDefault(name, new byte[0]));

  private static Catalog catalog() {
    return Catalog.of(
        FILES.keySet().stream()
            .map(id -> Artwork.builder(id, "Title of " + id).image(id).build())
            .toList());
  }

  @Test
  void grayCopiesAndDetails_areFoundAndNothingElse() {
    ArtworkReproductions found =
        SameArtworks.standard()
            .leastDetail(0.4)
            .reading(ImageReading.standard().threads(2))
            .find(catalog(), IMAGES);

    assertThat(found.groups())
        .containsExactly(
            new ArtworkReproductions.Group("first", List.of("first-gray", "first")),
            new ArtworkReproductions.Group("second", List.of("second-detail", "second")));
    ArtworkReproductions.Match detail =
        found.matches().stream()
            .filter(match -> match.artwork().equals("second-detail"))
            .findFirst()
            .orElseThrow();
    assertThat(detail.in()).isEqualTo("second");
    assertThat(detail.extent().isDetail()).isTrue();
    assertThat(detail.extent().share()).isBetween(0.16, 0.21);
    assertThat(detail.extent().correlation()).isGreaterThan(0.98);
    assertThat(found.failures()).hasSize(1);
    assertThat(found.failures().get(0).artwork()).isEqualTo("broken");
    assertThat(found.toString()).startsWith("2 works have more than one image among 9 records");
  }

  @Test
  void markedRecords_areOfOneSeries() {
    Catalog marked = SameArtworks.standard().leastDetail(0.4).find(catalog(), IMAGES).catalog();

    assertThat(marked.find("first").orElseThrow().series())
        .isPresent()
        .isEqualTo(marked.find("first-gray").orElseThrow().series());
    assertThat(marked.find("third").orElseThrow().series()).isEmpty();
    assertThat(marked.stream().map(Artwork::id)).containsExactlyElementsOf(FILES.keySet());
  }

  @Test
  void threads_changeNothing() {
    SameArtworks search = SameArtworks.standard().leastDetail(0.6);

    assertThat(search.reading(ImageReading.standard().threads(1)).find(catalog(), IMAGES).matches())
        .isEqualTo(
            search.reading(ImageReading.standard().threads(3)).find(catalog(), IMAGES).matches());
  }

  @Test
  void worksWithoutImages_areLeftOut() {
    ArtworkReproductions found =
        SameArtworks.standard().find(catalog(), artwork -> Optional.empty());

    assertThat(found.groups()).isEmpty();
    assertThat(found.failures()).isEmpty();
  }

  @Test
  void cancelled_stops() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();

    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(
            () ->
                SameArtworks.standard()
                    .reading(ImageReading.standard().cancellation(cancellation))
                    .find(catalog(), IMAGES));
  }

  @Test
  void settingsOutOfRange_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SameArtworks.standard().correlation(0.2))
        .withMessage("least correlation is 0.2, expected above 0.5 and at most 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SameArtworks.standard().leastDetail(0))
        .withMessage("least detail is 0.0, expected 0.1 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageReading.standard().threads(0))
        .withMessage("threads are 0, expected 1 or more");
  }
}
