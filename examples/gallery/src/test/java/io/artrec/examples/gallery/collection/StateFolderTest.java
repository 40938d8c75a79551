package io.artrec.examples.gallery.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.artrec.Recommender;
import io.artrec.feature.AttributeFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
  @TempDir Path temporary;

  private StateFolder open(String name) throws IOException {
    return StateFolder.open(temporary.resolve(name), Works.bundled(1));
  }

  @Test
  void secret_isDrawnOnceForAFolder() throws IOException {
    byte[] secret = open("a").secret();
    assertThat(secret).hasSize(32).isEqualTo(open("a").secret());
    assertThat(open("b").secret()).isNotEqualTo(secret);
    try (Stream<Path> files = Files.list(temporary.resolve("a"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void secret_isItsOwnersAlone() throws IOException {
    assumeThat(
            Files.getFileStore(temporary).supportsFileAttributeView(PosixFileAttributeView.class))
        .isTrue();
    open("a").secret();
    assertThat(Files.getPosixFilePermissions(temporary.resolve("a").resolve("secret")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void backups_ofOneSecond_haveNamesOfTheirOwn_theLatestFirst() throws IOException {
    StateFolder folder = open("a");
    Instant second = Instant.parse("2026-12-01T10:00:00Z");
    try (Recommender recommender =
        Recommender.builder()
            .catalog(Works.bundled(1).catalog())
            .feature(1, AttributeFeature.artist())
            .build()) {
      assertThat(folder.backup(recommender, second)).isEqualTo("20261201-100000");
      assertThat(folder.backup(recommender, second.plusMillis(999)))
          .isEqualTo("20261201-100000-002");
      assertThat(folder.backup(recommender, second)).isEqualTo("20261201-100000-003");
      assertThat(folder.backup(recommender, second.plusSeconds(1))).isEqualTo("20261201-100001");
    }
    assertThat(folder.backupNames())
        .containsExactly(
            "20261201-100001", "20261201-100000-003", "20261201-100000-002", "20261201-100000");
  }

  @Test
  void secretOfAnotherLength_isNotTaken() throws IOException {
    StateFolder folder = open("a");
    Files.write(temporary.resolve("a").resolve("secret"), new byte[31]);
    assertThatThrownBy(folder::secret)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has 31 bytes, not the 32");
  }
}
