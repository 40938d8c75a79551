package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.encryption.Encryption;
import io.artrec.error.ArtrecException;
import io.artrec.failing.Failing;
import io.artrec.failing.FailingFiles;
import io.artrec.model.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Model files on failing disks: whichever operation fails, there is the old model or the new one,
 * and the next save goes through. Damaged files are refused.
 */
class ModelFileFailuresTest {
  private static final Catalog CATALOG = Fixture.catalog(2, 1);
  private static final int DIGEST_BYTES = 32;

  @TempDir Path folder;
  private final Failing failing = new Failing();
  private Path model;
  private Path unreliable;
  private Recommender recommender;

  @BeforeEach
  void saved() {
    model = folder.resolve("m.artrec");
    unreliable = FailingFiles.of(model, failing);
    recommender =
        Fixture.builder(CATALOG, Fixture.interactions(CATALOG, 2, 2, 2))
            .encryption(encryption())
            .build();
  }

  /** How the files are written. */
  Encryption encryption() {
    return Encryption.none();
  }

  private Recommender load(Path file) {
    return Recommender.loader(file).encryption(encryption()).load();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private int events() {
    return load(model).history("ada").size();
  }

  private void recordAnother() {
    recommender.record(Interaction.view("ada", "w1-1"));
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationOfSaving_mayFail(Failing.Way way) throws IOException {
    recommender.save(model);
    boolean failed = true;
    int saved = 0;
    for (int operation = 1; failed; operation++) {
      recordAnother();
      int events = recommender.history("ada").size();
      failing.at(operation, way);
      Throwable thrown = catchThrowable(() -> recommender.save(unreliable));
      failed = failing.happened();
      failing.never();
      String what = way + ", operation " + operation + ": " + failing.what();
      if (thrown == null) {
        saved = events;
      } else {
        assertThat(thrown).as(what).isInstanceOf(ModelFileException.class);
      }
      assertThat(events()).as(what).isEqualTo(saved);

      recordAnother();
      recommender.save(unreliable);
      saved = events + 1;
      assertThat(events()).as("after " + what).isEqualTo(saved);
      assertThat(files()).as("after " + what).containsExactly(model);
    }
    assertThat(saved).as("how far it went").isGreaterThan(20);
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationOfTheFirstSaving_mayFail(Failing.Way way) throws IOException {
    boolean failed = true;
    for (int operation = 1; failed; operation++) {
      failing.at(operation, way);
      Throwable thrown = catchThrowable(() -> recommender.save(unreliable));
      failed = failing.happened();
      failing.never();
      String what = way + ", operation " + operation + ": " + failing.what();
      if (thrown == null) {
        assertThat(events()).as(what).isZero();
      } else {
        assertThat(thrown).as(what).isInstanceOf(ModelFileException.class);
        assertThat(model).as(what).doesNotExist();
      }
      recommender.save(unreliable);
      assertThat(files()).as("after " + what).containsExactly(model);
      Files.delete(model);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationOfForgetting_mayFail_andTheNextCallFinishes(Failing.Way way)
      throws IOException {
    boolean failed = true;
    recommender.save(unreliable);
    for (int operation = 1; failed; operation++) {
      recordAnother();
      recommender.save(unreliable);
      failing.at(operation, way);
      Throwable thrown = catchThrowable(() -> recommender.forget("ada"));
      failed = failing.happened();
      failing.never();
      String what = way + ", operation " + operation + ": " + failing.what();
      if (thrown != null) {
        assertThat(thrown).as(what).isInstanceOf(ModelFileException.class);
        recommender.forget("ada");
      }
      recommender.awaitForgotten();
      assertThat(events()).as(what).isZero();
      assertThat(files()).as(what).containsExactly(model);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationOfLoading_mayFail(Failing.Way way) throws IOException {
    recordAnother();
    recommender.save(model);
    boolean failed = true;
    for (int operation = 1; failed; operation++) {
      failing.at(operation, way);
      int[] events = {0};
      Throwable thrown = catchThrowable(() -> events[0] = load(unreliable).history("ada").size());
      failed = failing.happened();
      failing.never();
      String what = way + ", operation " + operation + ": " + failing.what();
      if (thrown == null) {
        assertThat(events[0]).as(what).isEqualTo(1);
      } else {
        assertThat(thrown).as(what).isInstanceOf(ModelFileException.class);
      }
      assertThat(files()).as(what).containsExactly(model);
    }
  }

  @Test
  void everyCutAndFlippedBit_isRefused() throws IOException {
    recommender.save(model);
    byte[] whole = Files.readAllBytes(model);
    SplittableRandom random = new SplittableRandom(Campaign.seed());
    int step = Campaign.rounds(101, 1);
    for (int length = 0; length < whole.length; length += random.nextInt(step) + 1) {
      assertRefused(Arrays.copyOf(whole, length), "cut to " + length + " bytes");
    }
    for (int bit = 0; bit < 8 * whole.length; bit += random.nextInt(8 * step) + 1) {
      assertRefused(flipped(whole, bit), "bit " + bit);
    }
  }

  private void assertRefused(byte[] damaged, String what) throws IOException {
    Files.write(model, damaged);
    assertThatThrownBy(() -> load(model)).as(what).isInstanceOf(ModelFileException.class);
  }

  private static byte[] flipped(byte[] whole, int bit) {
    byte[] flipped = whole.clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    return flipped;
  }

  /** Not by accident: somebody changed a value and made the SHA-256 fit again. */
  @Test
  void everyFlippedBit_whoseDigestFitsAgain_isRefusedOrAnswers() throws Exception {
    recommender.save(model);
    byte[] whole = Files.readAllBytes(model);
    SplittableRandom random = new SplittableRandom(Campaign.seed());
    int step = Campaign.rounds(301, 5);
    for (int bit = 96; bit < 8 * (whole.length - DIGEST_BYTES); bit += random.nextInt(step) + 1) {
      Files.write(model, sealed(flipped(whole, bit)));
      try {
        assertThat(load(model).recommend("ada", 3)).as("bit %d", bit).isNotNull();
      } catch (ArtrecException e) {
        assertThat(e).as("bit %d", bit).isInstanceOf(ModelFileException.class);
      } catch (RuntimeException e) {
        throw new AssertionError("bit " + bit, e);
      }
    }
  }

  private static byte[] sealed(byte[] changed) throws NoSuchAlgorithmException {
    int end = changed.length - DIGEST_BYTES;
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(changed, 0, end);
    System.arraycopy(digest.digest(), 0, changed, end, DIGEST_BYTES);
    return changed;
  }
}
