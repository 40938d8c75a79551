package io.artrec.examples.gallery.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.Backup;
import io.artrec.Recommender;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.encryption.Encryption;
import io.artrec.feature.AttributeFeature;
import io.artrec.log.FileLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestorationTest {
  private static final List<String> FILES = List.of("log", "gallery.artrec", "encrypted.txt");

  @TempDir Path temporary;

  private static void write(Path folder, String what) throws IOException {
    Files.createDirectories(folder.resolve("log"));
    Files.writeString(folder.resolve("log").resolve("segment"), what);
    Files.writeString(folder.resolve("gallery.artrec"), what);
    Files.writeString(folder.resolve("encrypted.txt"), what);
  }

  private static void assertHolds(Path folder, String what) {
    assertThat(folder.resolve("log").resolve("segment")).hasContent(what);
    assertThat(folder.resolve("gallery.artrec")).hasContent(what);
    assertThat(folder.resolve("encrypted.txt")).hasContent(what);
  }

  /** Does the first moves, as a process does that ends after them. */
  private static void move(Path folder, int moves) throws IOException {
    for (int n = 0; n < moves; n++) {
      String name = FILES.get(n / 2);
      Path restored = folder.resolve("restored");
      if (n % 2 == 0) {
        Files.createDirectories(restored.resolve("before"));
        Files.move(folder.resolve(name), restored.resolve("before").resolve(name));
      } else {
        Files.move(restored.resolve(name), folder.resolve(name));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void whatEndedBetweenTwoMoves_isFinishedAtTheNextOpening(int moves, @TempDir Path elsewhere)
      throws IOException {
    Path key = Files.write(elsewhere.resolve("key"), new byte[32]);
    write(temporary, "old");
    write(temporary.resolve("restored"), "new");
    move(temporary, moves);
    StateFolder.open(temporary, Works.bundled(1), Optional.of(key));
    assertHolds(temporary, "new");
    assertHolds(temporary.resolve("before-restoring-1"), "old");
    assertThat(temporary.resolve("restored")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"log", "gallery.artrec", "encrypted.txt"})
  void whatIsMissing_isNotMovedAside(String name) throws IOException {
    write(temporary, "old");
    write(temporary.resolve("restored"), "new");
    Files.deleteIfExists(temporary.resolve("log").resolve("segment"));
    Files.delete(temporary.resolve(name));
    Restoration restoration = new Restoration(temporary);
    restoration.finish();
    restoration.finish();
    assertHolds(temporary, "new");
    assertThat(temporary.resolve("before-restoring-1").resolve(name)).doesNotExist();
    assertThat(temporary.resolve("before-restoring-2")).doesNotExist();
  }

  @Test
  void whatFails_changesNothing_andIsGoneAtTheNextTry() throws IOException {
    Path state = Files.createDirectory(temporary.resolve("state"));
    Path backups = Files.createDirectory(temporary.resolve("backups"));
    Catalog catalog = Catalog.of(List.of(Artwork.builder("a", "A").build()));
    try (FileLog log = FileLog.open(state.resolve("log"));
        Recommender recommender =
            Recommender.builder()
                .catalog(catalog)
                .feature(1, AttributeFeature.artist())
                .log(log)
                .build()) {
      recommender.save(state.resolve("gallery.artrec"));
      recommender.backup(backups.resolve("good"));
      recommender.backup(backups.resolve("bad"));
    }
    byte[] model = Files.readAllBytes(state.resolve("gallery.artrec"));
    Files.write(backups.resolve("bad").resolve("model.artrec"), new byte[1]);
    Restoration restoration = new Restoration(state);
    Backup bad = Backup.of(backups.resolve("bad"));
    assertThatThrownBy(() -> restoration.prepare(bad, Encryption.none(), false))
        .hasMessageContaining("is damaged");
    restoration.finish();
    assertThat(state.resolve("gallery.artrec")).hasBinaryContent(model);
    assertThat(state.resolve("before-restoring-1")).doesNotExist();
    Backup good = Backup.of(backups.resolve("good"));
    assertThat(restoration.prepare(good, Encryption.none(), false)).isTrue();
    restoration.finish();
    assertThat(state.resolve("before-restoring-1").resolve("gallery.artrec"))
        .hasBinaryContent(model);
    assertThat(state.resolve("restoring")).doesNotExist();
    assertThat(state.resolve("gallery.artrec")).exists();
    assertThat(state.resolve("log")).isDirectory();
  }
}
