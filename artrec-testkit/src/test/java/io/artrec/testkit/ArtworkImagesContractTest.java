package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.Artwork;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ExtractionException;
import io.artrec.feature.ImageDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of a folder and of a map hold to it; each broken source is found out. */
class ArtworkImagesContractTest {
  private static final Artwork BOAT = Artwork.builder("boat", "Boat").image("boat.png").build();
  private static final Artwork OWL = Artwork.builder("owl", "Owl").image("sub/owl.png").build();

  @Nested
  class OfAFolder extends ArtworkImagesContract {
    @TempDir Path folder;

    @BeforeEach
    void fill() throws IOException {
      Files.createDirectories(folder.resolve("sub"));
      write("boat.png", new byte[] {1, 2, 3}, 1_000);
      write("sub/owl.png", new byte[] {4}, 1_000);
    }

    private void write(String name, byte[] bytes, long epochSecond) throws IOException {
      Path file = folder.resolve(name);
      Files.write(file, bytes);
      Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(epochSecond)));
    }

    @Override
    protected ArtworkImages images() {
      return ImageDirectory.of(folder);
    }

    @Override
    protected List<Artwork> pictured() {
      return List.of(BOAT, OWL);
    }

    @Override
    protected Optional<byte[]> replace(Artwork artwork) throws IOException {
      byte[] other = {3, 2, 1};
      write(artwork.image().orElseThrow(), other, 2_000);
      return Optional.of(other);
    }
  }

  /** Images in memory, with how often each was replaced for a fingerprint. */
  private static class Kept implements ArtworkImages {
    final Map<String, byte[]> images = new TreeMap<>();
    final AtomicInteger edition = new AtomicInteger();

    Kept() {
      images.put("boat.png", new byte[] {1, 2, 3});
      images.put("sub/owl.png", new byte[] {4});
    }

    @Override
    public Optional<byte[]> read(Artwork artwork) {
      return artwork.image().map(name -> find(artwork, name).clone());
    }

    byte[] find(Artwork artwork, String name) {
      byte[] found = images.get(name);
      if (found == null) {
        throw new ExtractionException("no image '" + name + "' of artwork '" + artwork.id() + "'");
      }
      return found;
    }

    @Override
    public Optional<String> fingerprint(Artwork artwork) {
      return artwork.image().map(name -> name + " " + edition.get());
    }
  }

  private static class OfMemory extends ArtworkImagesContract {
    private final Kept kept;

    OfMemory(Kept kept) {
      this.kept = kept;
    }

    @Override
    protected ArtworkImages images() {
      return kept;
    }

    @Override
    protected List<Artwork> pictured() {
      return List.of(BOAT, OWL);
    }

    @Override
    protected Optional<byte[]> replace(Artwork artwork) {
      kept.images.put(artwork.image().orElseThrow(), new byte[] {9});
      kept.edition.incrementAndGet();
      return Optional.of(new byte[] {9});
    }
  }

  @Nested
  class InMemory extends OfMemory {
    InMemory() {
      super(new Kept());
    }
  }

  /** What a contract asks, which may throw. */
  private interface Asked {
    void of(ArtworkImagesContract contract) throws IOException;
  }

  private static void isFoundOut(Kept broken, Asked by) {
    assertThatThrownBy(() -> by.of(new OfMemory(broken))).isInstanceOf(AssertionError.class);
  }

  @Test
  void bytesThatCallersShare_areFoundOut() {
    isFoundOut(
        new Kept() {
          @Override
          public Optional<byte[]> read(Artwork artwork) {
            return artwork.image().map(name -> find(artwork, name));
          }
        },
        ArtworkImagesContract::images_haveTheSameBytesEveryTime_whateverBecomesOfTheFirst);
  }

  @Test
  void imagesOfNothing_andMissingOnesTakenForNone_areFoundOut() {
    isFoundOut(
        new Kept() {
          @Override
          public Optional<byte[]> read(Artwork artwork) {
            return Optional.of(new byte[] {0});
          }
        },
        ArtworkImagesContract::artworksWithoutImage_haveNone);
    isFoundOut(
        new Kept() {
          @Override
          public Optional<byte[]> read(Artwork artwork) {
            return artwork.image().map(images::get);
          }
        },
        ArtworkImagesContract::imagesThatAreNotThere_areSaidToBeMissing_byTheirArtwork);
  }

  @Test
  void otherExceptions_areFoundOut() {
    isFoundOut(
        new Kept() {
          @Override
          byte[] find(Artwork artwork, String name) {
            throw new IllegalStateException(name);
          }
        },
        ArtworkImagesContract::anyReference_hasADefinedAnswer);
  }

  @Test
  void fingerprintsThatDoNotTell_areFoundOut() {
    isFoundOut(
        new Kept() {
          @Override
          public Optional<String> fingerprint(Artwork artwork) {
            return Optional.of("always");
          }
        },
        ArtworkImagesContract::fingerprints_stayWithTheImage);
    isFoundOut(
        new Kept() {
          @Override
          public Optional<String> fingerprint(Artwork artwork) {
            return artwork.image();
          }
        },
        ArtworkImagesContract::changedImages_areReadAnew_andHaveAnotherFingerprint);
  }

  @Test
  void bytesThatDependOnWhatWasReadBefore_areFoundOut() {
    isFoundOut(
        new Kept() {
          @Override
          byte[] find(Artwork artwork, String name) {
            return new byte[] {(byte) edition.incrementAndGet()};
          }
        },
        ArtworkImagesContract::manyThreads_readTheSame);
  }
}
