package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.encryption.Encryption;
import io.artrec.encryption.EncryptionException;
import io.artrec.error.ArtrecException;
import io.artrec.failing.Failing;
import io.artrec.failing.FailingFiles;
import io.artrec.log.FileLog;
import io.artrec.log.LogException;
import io.artrec.log.MemoryLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups are of one moment, whole or not there, and bring back what was, but nobody forgotten. */
class BackupTest {
  private static final Catalog CATALOG = Fixture.catalog(8, 1);

  @TempDir Path folder;

  private Path at(String name) {
    return folder.resolve(name);
  }

  private Recommender recommender(Encryption encryption) {
    return Fixture.builder(CATALOG, Fixture.interactions(CATALOG, 4, 4, 2))
        .encryption(encryption)
        .log(at("log"))
        .build();
  }

  private static void record(Recommender recommender, String user, String id) {
    recommender.record(Interaction.favorite(user, "w1-1").withEventId(id));
  }

  private static List<String> ids(Recommender recommender, String user) {
    return recommender.history(user).stream().map(it -> it.eventId().orElse("none")).toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void restored_isAsItWasThen_andGoesOn(boolean encrypted) throws IOException {
    Encryption encryption = KilledProgram.encryption(encrypted, 1);
    List<Recommendation> answer;
    try (Recommender recommender = recommender(encryption)) {
      record(recommender, "ada", "e1");
      recommender.update(
          CatalogChange.add(
              Artwork.builder("work-to-find-5", "Title6").artist("Artist 0").build()));
      recommender.save(at("m.artrec"));
      recommender.compactLog();
      record(recommender, "ada", "e2");
      recommender.optOut("u1");
      answer = List.copyOf(recommender.recommend("ada", 5));
      recommender.backup(at("backup")).verify();
      record(recommender, "ada", "e3");
      assertThat(ids(recommender, "ada")).containsExactly("e1", "e2", "e3");
    }
    if (encrypted) {
      for (Path file : files(at("backup"))) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain("Title6", "work-to-find-5");
      }
    }
    Backup backup = Backup.of(at("backup")).encryption(encryption);
    long number;
    try (Recommender restored = backup.restore(at("restored")).load()) {
      assertThat(ids(restored, "ada")).containsExactly("e1", "e2");
      assertThat(restored.recommend("ada", 5))
          .extracting(it -> it.artwork().id() + " " + it.score())
          .isEqualTo(answer.stream().map(it -> it.artwork().id() + " " + it.score()).toList());
      assertThat(restored.isOptedOut("u1")).isTrue();
      assertThat(restored.catalog().find("work-to-find-5")).isPresent();
      record(restored, "ada", "e4");
      restored.save(at("restored/model.artrec"));
    }
    try (FileLog log = FileLog.open(at("restored/log"), encryption)) {
      number = log.lastNumber();
      assertThat(number).as("no number of the other log is given again").isGreaterThan(1L << 32);
    }
    try (Recommender again =
        Recommender.loader(at("restored/model.artrec"))
            .encryption(encryption)
            .log(at("restored/log"))
            .load()) {
      assertThat(ids(again, "ada")).containsExactly("e1", "e2", "e4");
    }
  }

  @Test
  void whatIsAcknowledgedBefore_isInIt_whileRecordingGoesOn() throws Exception {
    try (Recommender recommender = recommender(Encryption.none())) {
      AtomicInteger acknowledged = new AtomicInteger();
      Thread recorder =
          new Thread(
              () -> {
                for (int i = 1; i <= 150; i++) {
                  record(recommender, "ada", "e" + i);
                  acknowledged.set(i);
                  if (i % 40 == 0) {
                    recommender.save(at("m.artrec"));
                    recommender.compactLog();
                  }
                }
              });
      recorder.start();
      List<Integer> before = new ArrayList<>();
      while (recorder.isAlive() || before.isEmpty()) {
        before.add(acknowledged.get());
        recommender.backup(at("backup" + before.size()));
      }
      recorder.join();
      assertThat(acknowledged.get()).isEqualTo(150);
      int step = Math.max(1, before.size() / 5);
      for (int n = 1; n <= before.size(); n += step) {
        try (Recommender restored =
            Backup.of(at("backup" + n)).restore(at("restored" + n)).load()) {
          List<String> ids = ids(restored, "ada");
          assertThat(ids.size()).isGreaterThanOrEqualTo(before.get(n - 1));
          for (int i = 0; i < ids.size(); i++) {
            assertThat(ids.get(i)).isEqualTo("e" + (i + 1));
          }
        }
      }
    }
  }

  @Test
  void forgottenSince_comesBackWithoutTheNewerLog_andNeverWithIt() throws IOException {
    try (Recommender recommender = recommender(Encryption.none())) {
      for (String user : List.of("ada", "bob", "eve")) {
        record(recommender, user, "e" + user);
      }
      recommender.record(Interaction.view("eve", "w2-1").at(Instant.ofEpochSecond(5)));
      recommender.retrain();
      record(recommender, "ada", "later");
      recommender.backup(at("backup"));
      recommender.forget("ada");
      recommender.optOut("bob");
      recommender.forgetBefore(Instant.ofEpochSecond(6));
      record(recommender, "eve", "newer");
    }
    Backup backup = Backup.of(at("backup"));
    try (Recommender restored = backup.restore(at("lost")).load()) {
      assertThat(ids(restored, "ada")).containsExactly("eada", "later");
      assertThat(restored.history("eve")).hasSize(2);
      assertThat(restored.isOptedOut("bob")).isFalse();
    }
    try (Recommender restored = backup.forgottenSince(at("log")).restore(at("kept")).load()) {
      restored.awaitForgotten();
      assertThat(restored.history("ada")).isEmpty();
      assertThat(restored.history("bob")).isEmpty();
      assertThat(restored.isOptedOut("bob")).isTrue();
      assertThat(ids(restored, "eve")).containsExactly("eeve");
      assertThat(Fixture.ids(restored.recommend("ada", 3)))
          .isEqualTo(Fixture.ids(restored.recommend("nobody", 3)));
    }
    for (Path file : files(at("kept"))) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .as("%s", file)
          .doesNotContain("eada", "ebob", "later");
    }
    FileLog.open(at("other")).close();
    assertThatThrownBy(() -> backup.forgottenSince(at("other")).restore(at("no")))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("is log ");
    assertThat(at("no")).doesNotExist();
  }

  @Test
  void everyDamagedFile_isNamed_andNothingIsRestored() throws IOException {
    try (Recommender recommender = recommender(Encryption.none())) {
      record(recommender, "ada", "e1");
      recommender.backup(at("backup"));
    }
    Backup backup = Backup.of(at("backup"));
    List<Path> files = files(at("backup"));
    assertThat(files).hasSize(3);
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      for (int place : new int[] {0, bytes.length / 2, bytes.length - 1}) {
        byte[] changed = bytes.clone();
        changed[place] ^= 1;
        Files.write(file, changed);
        if (file.endsWith(Manifest.NAME)) {
          assertThatThrownBy(() -> Backup.of(at("backup"))).isInstanceOf(BackupException.class);
        } else {
          assertRefused(backup, String.valueOf(file.getFileName()));
        }
      }
      Files.delete(file);
      if (file.endsWith(Manifest.NAME)) {
        assertThatThrownBy(() -> Backup.of(at("backup"))).hasMessageContaining("is no backup");
      } else {
        assertRefused(backup, String.valueOf(file.getFileName()));
      }
      Files.write(file, bytes);
    }
    backup.verify();
    Files.writeString(at("backup/log/more"), "more");
    assertThatThrownBy(backup::verify).hasMessageContaining("log/more is not of its manifest");
  }

  private void assertRefused(Backup backup, String name) {
    assertThatThrownBy(backup::verify)
        .isInstanceOf(BackupException.class)
        .hasMessageContaining(name);
    assertThatThrownBy(() -> backup.restore(at("restored")))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("use another backup");
    assertThat(at("restored")).doesNotExist();
  }

  @Test
  void keys_areNeeded_andTheOldOneOnlyUntilRestored() {
    Encryption old = KilledProgram.encryption(true, 0);
    try (Recommender recommender = recommender(old)) {
      record(recommender, "ada", "e1");
      recommender.backup(at("backup"));
    }
    Backup backup = Backup.of(at("backup"));
    assertThatThrownBy(() -> backup.restore(at("restored")))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("no keys were passed");
    assertThat(at("restored")).doesNotExist();
    Encryption newer = KilledProgram.encryption(true, 1);
    try (Recommender restored = backup.encryption(newer).restore(at("restored")).load()) {
      assertThat(ids(restored, "ada")).containsExactly("e1");
      restored.rotateKeys();
    }
    assertThat(backup.toString()).doesNotContain("key0");
  }

  @Test
  void placesThatCannotBe_areTold() throws IOException {
    try (Recommender recommender = recommender(Encryption.none())) {
      Files.createDirectory(at("there"));
      assertThatThrownBy(() -> recommender.backup(at("there")))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("it is there already; use a new folder");
      assertThatThrownBy(() -> recommender.backup(at("no/where")))
          .hasMessageContaining("its parent folder does not exist");
      Path part = Files.createDirectory(at(".backup.part"));
      Files.writeString(part.resolve("model.artrec"), "somebody");
      recommender.backup(at("backup"));
      assertThat(part).doesNotExist();
      Files.createDirectory(part);
      Files.writeString(part.resolve("model.artrec"), "somebody");
      recommender.forget("u1");
      assertThat(part).as("what may hold somebody goes with them").doesNotExist();
      assertThat(at("backup")).exists();
    }
    assertThatThrownBy(() -> Backup.of(folder)).hasMessageContaining("is no backup");
  }

  @Test
  void logThatIsInNoFiles_isNotInTheBackup() throws IOException {
    try (MemoryLog log = new MemoryLog();
        Recommender recommender = Fixture.builder(CATALOG, List.of()).log(log).build()) {
      record(recommender, "ada", "e1");
      recommender.backup(at("backup"));
    }
    Backup backup = Backup.of(at("backup"));
    assertThat(files(at("backup"))).hasSize(2);
    assertThatThrownBy(() -> backup.forgottenSince(at("log")).restore(at("restored")))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("holds no log");
    try (Recommender restored = backup.restore(at("restored")).load()) {
      assertThat(ids(restored, "ada")).containsExactly("e1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyOperation_mayFail_andTheNextBackupGoesThrough(Failing.Way way) throws IOException {
    Failing failing = new Failing();
    try (Recommender recommender = recommender(KilledProgram.encryption(true, 1))) {
      record(recommender, "ada", "e1");
      boolean failed = true;
      int failures = 0;
      for (int operation = 1; failed; operation += Campaign.rounds(3, 1)) {
        Path target = FailingFiles.of(at("backup"), failing);
        failing.at(operation, way);
        Throwable thrown = catchThrowable(() -> recommender.backup(target));
        failed = failing.happened();
        failing.never();
        String what = way + ", operation " + operation + ": " + failing.what();
        if (thrown == null) {
          Backup.of(at("backup")).verify();
        } else {
          failures++;
          assertThat(thrown).as(what).isInstanceOf(ArtrecException.class);
          assertThat(thrown).as(what).isNotInstanceOf(EncryptionException.class);
          if (Files.exists(at("backup"))) {
            Backup.of(at("backup")).verify();
          }
        }
        BackupFolder.delete(at("backup"));
        recommender.backup(at("backup")).verify();
        assertThat(at(".backup.part")).as(what).doesNotExist();
        BackupFolder.delete(at("backup"));
      }
      assertThat(failures).as("operations that failed").isGreaterThan(10);
    }
  }
}
