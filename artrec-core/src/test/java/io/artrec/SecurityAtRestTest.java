package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.encryption.Encryption;
import io.artrec.encryption.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the code of docs/security-at-rest.md and checks that it stands there. */
class SecurityAtRestTest {
  private final Catalog catalog = Fixture.catalog(4, 1);
  private final byte[] key = new byte[32];
  private final byte[] newKey = new byte[32];

  @TempDir Path folder;

  @Test
  void filesAreEncrypted_keysChange_andABackupComesBack() {
    Arrays.fill(newKey, (byte) 1);
    try (Recommender recommender = begin()) {
      recommender.record(Interaction.view("ada", "w1-1"));
      recommender.save(folder.resolve("gallery.artrec"));
    }
    try (Recommender recommender = rotate()) {
      recommender.record(Interaction.view("ada", "w2-1"));
      recommender.record(Interaction.view("bob", "w2-1"));
      recommender.backup(folder.resolve("backup-monday"));
      recommender.forget("ada");
    }
    try (Recommender restored = restore(Encryption.with(KeyRing.of("2027-01", newKey)))) {
      assertThat(restored.history("ada")).isEmpty();
      assertThat(restored.history("bob")).hasSize(1);
    }
  }

  private Recommender begin() {
    Encryption encryption =
        Encryption.with(KeyRing.of("2026-11", key)); // 32 random bytes of your own
    Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .encryption(encryption)
            .log(folder.resolve("events"))
            .build();
    recommender.save(folder.resolve("gallery.artrec"));
    return recommender;
  }

  private Recommender rotate() {
    KeyRing keys = KeyRing.of("2027-01", newKey).withEarlier("2026-11", key);
    Recommender recommender =
        Recommender.loader(folder.resolve("gallery.artrec"))
            .encryption(Encryption.with(keys))
            .log(folder.resolve("events"))
            .load();
    recommender.rotateKeys(); // after this "2026-11" is needed by old backups only
    return recommender;
  }

  private Recommender restore(Encryption encryption) {
    Recommender restored =
        Backup.of(folder.resolve("backup-monday"))
            .encryption(encryption)
            .forgottenSince(
                folder.resolve("events")) // the log that was in use since, where it is left
            .restore(folder.resolve("restored"))
            .load();
    return restored;
  }

  @Test
  void visitorsHaveKeys() throws IOException {
    KeyRing keys = KeyRing.of("2026-11", key);
    Encryption encryption = Encryption.with(keys).userKeys(folder.resolve("visitors.keys"));
    try (Recommender recommender =
        Fixture.builder(catalog, List.of())
            .encryption(encryption)
            .log(folder.resolve("events"))
            .build()) {
      recommender.record(Interaction.view("ada", "w1-1"));
      assertThat(Files.size(folder.resolve("visitors.keys"))).isEqualTo(512 + 128);
    }
  }

  @Test
  void codeInTheDocument_isTheCodeHere() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path project = Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
    String here =
        Files.readString(
                project.resolve("artrec-core/src/test/java/io/artrec/SecurityAtRestTest.java"))
            .replaceAll("\\s+", "");
    int checked = 0;
    boolean java = false;
    for (String line : Files.readAllLines(project.resolve("docs/security-at-rest.md"))) {
      if (line.startsWith("```")) {
        java = line.equals("```java");
      } else if (java) {
        assertThat(here).as(line).contains(line.replaceAll("\\s+", ""));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(15);
  }
}
