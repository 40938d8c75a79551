package io.artrec.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.artrec.catalog.Artwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDirectoryTest {
  private final Path outside;
  private final Path folder;

  ImageDirectoryTest(@TempDir Path outside) throws IOException {
    this.outside = outside.toRealPath();
    folder = this.outside.resolve("images");
  }

  @BeforeEach
  void fill() throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    Files.write(folder.resolve("a.png"), new byte[] {1, 2, 3});
    Files.write(folder.resolve("sub/ö.png"), new byte[] {4});
    Files.write(outside.resolve("secret.png"), new byte[] {9});
    Files.createDirectories(outside.resolve("images-of-others"));
    Files.write(outside.resolve("images-of-others/x.png"), new byte[] {9});
  }

  private static Artwork work(String image) {
    return Artwork.builder("w1", "Wave").image(image).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "./a.png", "sub/../a.png"})
  void fileInTheFolder_isRead(String reference) {
    assertThat(ImageDirectory.of(folder).read(work(reference))).hasValue(new byte[] {1, 2, 3});
  }

  @Test
  void fileInAFolderBelow_isRead() {
    assertThat(ImageDirectory.of(folder).read(work("sub/ö.png"))).hasValue(new byte[] {4});
  }

  @Test
  void artworkWithoutImage_isEmpty() {
    assertThat(ImageDirectory.of(folder).read(Artwork.builder("w1", "Wave").build())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.png",
        "sub/../../secret.png",
        "../images-of-others/x.png",
        "../../../../../../etc/passwd",
        "/etc/passwd",
        ".."
      })
  void referenceThatLeadsOut_isRefused(String reference) {
    assertThatExceptionOfType(ExtractionException.class)
        .isThrownBy(() -> ImageDirectory.of(folder).read(work(reference)))
        .withMessage(
            "image '%s' of artwork 'w1' leads out of the image folder %s; only files inside it are read"
                .formatted(reference, folder));
  }

  @Test
  void absoluteReference_isRefusedEvenWhenItLeadsIn() {
    String reference = folder.resolve("a.png").toString();
    assertThatExceptionOfType(ExtractionException.class)
        .isThrownBy(() -> ImageDirectory.of(folder).read(work(reference)))
        .withMessageContaining("leads out of the image folder");
  }

  @Test
  void symbolicLinks_areFollowedInsideOnly() throws IOException {
    link(folder.resolve("inside.png"), folder.resolve("a.png"));
    link(folder.resolve("outside.png"), outside.resolve("secret.png"));
    link(folder.resolve("others"), outside.resolve("images-of-others"));
    ImageDirectory images = ImageDirectory.of(folder);
    assertThat(images.read(work("inside.png"))).hasValue(new byte[] {1, 2, 3});
    for (String reference : new String[] {"outside.png", "others/x.png"}) {
      assertThatExceptionOfType(ExtractionException.class)
          .isThrownBy(() -> images.read(work(reference)))
          .withMessageContaining("'" + reference + "' of artwork 'w1' leads out");
    }
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("symbolic links cannot be made here: " + e);
    }
  }

  @Test
  void folderItselfBehindALink_isFine() {
    Path link = outside.resolve("link");
    link(link, folder);
    assertThat(ImageDirectory.of(link).read(work("a.png"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gone.png", "sub", "sub/", "."})
  void whatIsNoFile_isNamed(String reference) {
    assertThatExceptionOfType(ExtractionException.class)
        .isThrownBy(() -> ImageDirectory.of(folder).read(work(reference)))
        .withMessage("image '%s' of artwork 'w1' is not a file in %s".formatted(reference, folder));
  }

  @Test
  void unusablePath_isNamedInShort() {
    String reference = "a\0" + "x".repeat(1_000_000);
    assertThatExceptionOfType(ExtractionException.class)
        .isThrownBy(() -> ImageDirectory.of(folder).read(work(reference)))
        .withMessageContaining("of artwork 'w1' is not a usable path: ")
        .satisfies(e -> assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(500));
    assertThatExceptionOfType(ExtractionException.class)
        .isThrownBy(() -> ImageDirectory.of(folder).read(work("x".repeat(1_000_000))))
        .satisfies(e -> assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(500));
  }

  @Test
  void fileOverTheLimit_isRefused() {
    ImageDirectory images = ImageDirectory.of(folder);
    assertThat(images.mostBytes(3).read(work("a.png"))).isPresent();
    assertThatExceptionOfType(ExtractionException.class)
        .isThrownBy(() -> images.mostBytes(2).read(work("a.png")))
        .withMessage(
            "image %s of artwork 'w1' has more than 2 bytes; shrink it or raise mostBytes"
                .formatted(folder.resolve("a.png")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> images.mostBytes(0))
        .withMessage("mostBytes is 0, expected 1 to 2,000,000,000");
  }

  @Test
  void folderThatIsNone_isRefused() {
    assertThatExceptionOfType(ExtractionException.class)
        .isThrownBy(() -> ImageDirectory.of(outside.resolve("nowhere")))
        .withMessageContaining("nowhere does not exist");
    assertThatExceptionOfType(ExtractionException.class)
        .isThrownBy(() -> ImageDirectory.of(outside.resolve("secret.png")))
        .withMessageEndingWith("secret.png is not a folder");
  }

  @Test
  void fingerprint_changesWithTheFile_andWaitsUntilItHasSettled() throws IOException {
    Path file = folder.resolve("a.png");
    Instant written = Instant.parse("2024-05-01T10:00:00Z");
    Files.setLastModifiedTime(file, FileTime.from(written));
    ImageDirectory images = ImageDirectory.of(folder);
    Artwork work = work("a.png");
    String before = images.fingerprint(work).orElseThrow();
    assertThat(images.fingerprint(work)).hasValue(before);
    Files.setLastModifiedTime(file, FileTime.from(written.plusMillis(1)));
    assertThat(images.fingerprint(work)).isPresent().get().isNotEqualTo(before);
    Clock soon = Clock.fixed(written.plusSeconds(2), ZoneOffset.UTC);
    assertThat(images.clock(soon).fingerprint(work)).isEmpty();
    assertThat(images.fingerprint(Artwork.builder("w2", "Wave").build())).isEmpty();
    assertThatExceptionOfType(ExtractionException.class)
        .isThrownBy(() -> images.fingerprint(work("../secret.png")))
        .withMessageContaining("leads out");
  }
}
