package io.artrec.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureCacheTest {
  private static final Catalog CATALOG =
      Catalog.of(
          Artwork.builder("a", "Wave").image("a.png").build(),
          Artwork.builder("b", "Lilies").image("b.png").build(),
          Artwork.builder("c", "Untitled").build());

  private final Path folder;

  FeatureCacheTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private ExtractionResult run(Catalog catalog, FeatureExtractor feature) {
    return FeatureExtraction.standard()
        .cache(folder)
        .run(catalog, List.of(new WeightedFeature(1, feature)));
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  @Test
  void secondRun_computesNothingAndGivesTheSame() {
    CountingFeature title = CountingFeature.ofTitle();
    ExtractionResult first = run(CATALOG, title);
    ExtractionResult second = run(CATALOG, title);
    assertThat(title.encoded).hasValue(3);
    assertThat(second.features().entries().get(0).matrix())
        .isEqualTo(first.features().entries().get(0).matrix());
    assertThat(second.report().features())
        .containsExactly(new ExtractionReport.Counts("title-length", 0, 3, 0, 0));
  }

  @Test
  void changedRecord_aloneIsComputedAgain() {
    CountingFeature title = CountingFeature.ofTitle();
    run(CATALOG, title);
    Catalog changed =
        Catalog.of(
            CATALOG.get(2),
            CATALOG.get(0).toBuilder().subject("sea").build(),
            CATALOG.get(1),
            Artwork.builder("d", "New").build());
    ExtractionResult result = run(changed, title);
    assertThat(title.encoded).hasValue(5);
    assertThat(result.features().entries().get(0).matrix().row(0)).hasValue(new float[] {8, 1});
    assertThat(result.report().features().get(0).cached()).isEqualTo(2);
  }

  @Test
  void imageFeature_dependsOnTheBytesAlone() {
    Map<String, byte[]> files = new HashMap<>();
    files.put("a.png", new byte[] {1});
    files.put("b.png", new byte[] {2});
    ArtworkImages images = artwork -> artwork.image().map(files::get);
    CountingFeature level =
        new CountingFeature("level", 1, input -> input.image().map(bytes -> new float[] {bytes[0]}))
            .readsImages();
    FeatureExtraction extraction = FeatureExtraction.standard().images(images).cache(folder);
    List<WeightedFeature> features = List.of(new WeightedFeature(1, level));
    extraction.run(CATALOG, features);
    assertThat(level.encoded).hasValue(3);
    Catalog renamed =
        Catalog.of(
            CATALOG.get(0).toBuilder().subject("sea").build(), CATALOG.get(1), CATALOG.get(2));
    extraction.run(renamed, features);
    assertThat(level.encoded).hasValue(3);
    files.put("b.png", new byte[] {3});
    ExtractionResult result = extraction.run(renamed, features);
    assertThat(level.encoded).hasValue(4);
    assertThat(result.features().entries().get(0).matrix().row(1)).hasValue(new float[] {3});
  }

  @Test
  void missing_isCachedAndFailureIsNot() {
    CountingFeature partly =
        new CountingFeature(
            "partly",
            1,
            input -> {
              if (input.artwork().id().equals("a")) {
                throw new ExtractionException("artwork 'a' fails today");
              }
              return Optional.empty();
            });
    run(CATALOG, partly);
    ExtractionResult second = run(CATALOG, partly);
    assertThat(partly.encoded).hasValue(4);
    assertThat(second.report().features())
        .containsExactly(new ExtractionReport.Counts("partly", 0, 2, 2, 1));
  }

  @Test
  void versionParametersAndFingerprint_eachHaveTheirOwnFile() throws IOException {
    List<CountingFeature> variants =
        List.of(
            CountingFeature.ofTitle(),
            CountingFeature.ofTitle().version(2),
            CountingFeature.ofTitle().parameters("long"),
            CountingFeature.ofTitle().fingerprint("v1"));
    for (CountingFeature variant : variants) {
      run(CATALOG, variant);
      run(CATALOG, variant);
      assertThat(variant.encoded).hasValue(3);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .hasSize(4)
          .allMatch(name -> name.startsWith("title-length-") && name.endsWith(".vectors"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"empty", "foreign", "truncated", "flipped early", "flipped late", "a folder"})
  void damagedFile_isIgnoredAndMadeAnew(String damage) throws IOException {
    CountingFeature title = CountingFeature.ofTitle();
    run(CATALOG, title);
    Path file = onlyFile();
    byte[] bytes = Files.readAllBytes(file);
    switch (damage) {
      case "empty" -> Files.write(file, new byte[0]);
      case "foreign" -> Files.writeString(file, "a shopping list, rather long".repeat(20));
      case "truncated" -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
      case "flipped early" -> flip(file, bytes, 17);
      case "flipped late" -> flip(file, bytes, bytes.length - 12);
      default -> {
        Files.delete(file);
        Files.createDirectories(file.resolve("inside"));
      }
    }
    ExtractionResult second = run(CATALOG, title);
    assertThat(second.report().features().get(0).computed()).isEqualTo(3);
    assertThat(second.features().entries().get(0).matrix().row(1)).hasValue(new float[] {6, 1});
    if (!damage.equals("a folder")) {
      assertThat(run(CATALOG, title).report().features().get(0).cached()).isEqualTo(3);
    }
    assertThat(onlyFile()).isEqualTo(file);
  }

  @Test
  void fileOfTheFormerFormat_isRead() throws IOException {
    CountingFeature title = CountingFeature.ofTitle();
    run(CATALOG, title);
    Path file = onlyFile();
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    assertThat(bytes.getInt(Long.BYTES)).isEqualTo(2);
    bytes.putInt(Long.BYTES, 1);
    CRC32C crc = new CRC32C();
    crc.update(bytes.array(), 0, bytes.capacity() - Long.BYTES);
    bytes.putLong(bytes.capacity() - Long.BYTES, crc.getValue());
    Files.write(file, bytes.array());
    assertThat(run(CATALOG, title).report().features().get(0).cached()).isEqualTo(3);
  }

  private static void flip(Path file, byte[] bytes, int at) throws IOException {
    bytes[at] ^= 0x10;
    Files.write(file, bytes);
  }

  @Test
  void everyFlippedByte_isNoticed() throws IOException {
    CountingFeature title = CountingFeature.ofTitle();
    run(CATALOG, title);
    Path file = onlyFile();
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at += 7) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x01;
      Files.write(file, damaged);
      assertThat(run(CATALOG, title).report().features().get(0).computed())
          .as("byte %d", at)
          .isEqualTo(3);
    }
  }

  @Test
  void failureOfTheWhole_keepsWhatWasComputed() {
    CountingFeature failing =
        new CountingFeature(
            "failing",
            1,
            input -> {
              if (input.artwork().id().equals("c")) {
                return Optional.of(new float[] {1});
              }
              throw new ExtractionException("broken");
            });
    assertThatExceptionOfType(ExtractionException.class).isThrownBy(() -> run(CATALOG, failing));
    assertThatExceptionOfType(ExtractionException.class).isThrownBy(() -> run(CATALOG, failing));
    assertThat(failing.encoded).hasValue(5);
  }

  @Test
  void folderThatCannotBeMade_isNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatExceptionOfType(ExtractionException.class)
        .isThrownBy(
            () ->
                FeatureExtraction.standard()
                    .cache(file)
                    .run(CATALOG, List.of(new WeightedFeature(1, CountingFeature.ofTitle()))))
        .withMessageContaining("feature cache " + file + " is a file, expected a folder");
  }

  @Test
  void twoAtOnce_leaveOneWholeFile() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(new Thread(() -> run(CATALOG, CountingFeature.ofTitle())));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(run(CATALOG, CountingFeature.ofTitle()).report().features().get(0).cached())
        .isEqualTo(3);
    onlyFile();
  }

  /** Images of one byte each, whose fingerprint is a number set apart from the byte. */
  private static final class CountedImages implements ArtworkImages {
    final AtomicInteger reads = new AtomicInteger();
    byte level = 1;
    int fingerprint = 1;

    @Override
    public Optional<byte[]> read(Artwork artwork) {
      reads.incrementAndGet();
      return artwork.image().map(reference -> new byte[] {level});
    }

    @Override
    public Optional<String> fingerprint(Artwork artwork) {
      return artwork.image().map(reference -> reference + fingerprint);
    }
  }

  @Test
  void unchangedImage_isNotEvenRead() throws IOException {
    CountedImages images = new CountedImages();
    CountingFeature level =
        new CountingFeature("level", 1, input -> input.image().map(bytes -> new float[] {bytes[0]}))
            .readsImages();
    Catalog two = Catalog.of(CATALOG.get(0), CATALOG.get(1));
    FeatureExtraction extraction =
        FeatureExtraction.standard().threads(1).images(images).cache(folder);
    List<WeightedFeature> features = List.of(new WeightedFeature(1, level));
    extraction.run(two, features);
    extraction.run(two, features);
    assertThat(images.reads).hasValue(2);
    images.level = 2;
    images.fingerprint = 2;
    ExtractionResult changed = extraction.run(two, features);
    assertThat(images.reads).hasValue(4);
    assertThat(changed.features().entries().get(0).matrix().row(1)).hasValue(new float[] {2});
    images.fingerprint = 3;
    extraction.run(two, features);
    assertThat(images.reads).as("touched files are read").hasValue(6);
    assertThat(level.encoded).as("and found unchanged").hasValue(2);
    byte[] index = Files.readAllBytes(folder.resolve("images.index"));
    index[40] ^= 1;
    Files.write(folder.resolve("images.index"), index);
    extraction.run(two, features);
    assertThat(images.reads).as("a damaged index is made anew").hasValue(8);
    extraction.run(two, features);
    assertThat(images.reads).hasValue(8);
  }
}
