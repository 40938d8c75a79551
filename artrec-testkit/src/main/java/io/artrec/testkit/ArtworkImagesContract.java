package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ExtractionException;
import io.artrec.task.Workers;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ArtworkImages} must do: give the same bytes every time and on any thread, none
 * where no image is named, an {@link ExtractionException} that names the artwork where one is named
 * and is not there, and another fingerprint when the image is another one.
 */
public abstract class ArtworkImagesContract {
  private static final int THREADS = 4;
  private static final int ROUNDS = 8;

  private static final List<String> REFERENCES =
      List.of("../secret.png", "/etc/hostname", "\u0000", "a".repeat(5000), " ", "?#%zz", "con:1");

  /** For subclasses. */
  protected ArtworkImagesContract() {}

  /** {@return what is tested} */
  protected abstract ArtworkImages images();

  /** {@return two artworks or more that have images of their own, as images() is asked} */
  protected abstract List<Artwork> pictured();

  /**
   * Puts another image in the place of an artwork's.
   *
   * @param artwork the first of {@link #pictured}
   * @return the new bytes; empty, as unless overridden, where images never change
   * @throws IOException when it cannot be put there
   */
  protected Optional<byte[]> replace(Artwork artwork) throws IOException {
    return Optional.empty();
  }

  @Test
  void images_haveTheSameBytesEveryTime_whateverBecomesOfTheFirst() {
    ArtworkImages images = images();
    assertThat(pictured()).hasSizeGreaterThanOrEqualTo(2);
    for (Artwork artwork : pictured()) {
      byte[] first = images.read(artwork).orElseThrow();
      assertThat(first).as("image of %s", artwork.id()).isNotEmpty();
      byte[] kept = first.clone();
      Arrays.fill(first, (byte) (first[0] + 1));
      assertThat(images.read(artwork)).as("image of %s", artwork.id()).hasValue(kept);
    }
  }

  @Test
  void artworksWithoutImage_haveNone() {
    assertThat(images().read(Artwork.builder("bare", "Untitled").build())).isEmpty();
  }

  @Test
  void imagesThatAreNotThere_areSaidToBeMissing_byTheirArtwork() {
    Artwork lost = Artwork.builder("lost", "Lost").image("no-such-image.png").build();
    try {
      images().read(lost);
    } catch (RuntimeException e) {
      assertThat(e).isInstanceOf(ExtractionException.class).hasMessageContaining(lost.id());
      return;
    }
    throw new AssertionError("an image that is not there was read, or taken for none");
  }

  @Test
  void anyReference_hasADefinedAnswer() {
    for (String reference : REFERENCES) {
      Artwork artwork = Artwork.builder("odd", "Odd").image(reference).build();
      try {
        images().read(artwork);
      } catch (RuntimeException e) {
        assertThat(e).isInstanceOf(ExtractionException.class);
      }
    }
  }

  @Test
  void fingerprints_stayWithTheImage() {
    ArtworkImages images = images();
    for (Artwork artwork : pictured()) {
      Optional<String> first = images.fingerprint(artwork);
      assertThat(first.stream()).noneMatch(String::isBlank);
      assertThat(images.fingerprint(artwork)).isEqualTo(first);
    }
    List<String> known =
        pictured().stream().map(images::fingerprint).flatMap(Optional::stream).toList();
    assertThat(known).doesNotHaveDuplicates();
  }

  @Test
  void changedImages_areReadAnew_andHaveAnotherFingerprint() throws IOException {
    ArtworkImages images = images();
    Artwork artwork = pictured().get(0);
    Optional<String> before = images.fingerprint(artwork);
    images.read(artwork);
    Optional<byte[]> replaced = replace(artwork);
    if (replaced.isPresent()) {
      assertThat(images.read(artwork)).hasValue(replaced.get());
      images
          .fingerprint(artwork)
          .ifPresent(after -> assertThat(before).isNotEqualTo(Optional.of(after)));
    }
  }

  @Test
  void manyThreads_readTheSame() {
    ArtworkImages images = images();
    List<Artwork> artworks = pictured();
    List<byte[]> alone = artworks.stream().map(a -> images.read(a).orElseThrow()).toList();
    Workers.of(THREADS)
        .run(
            "reading images",
            THREADS * ROUNDS,
            1,
            (from, to) -> {
              for (int i = 0; i < artworks.size(); i++) {
                assertThat(images.read(artworks.get(i))).hasValue(alone.get(i));
              }
            });
  }
}
