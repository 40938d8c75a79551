package io.artrec.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import io.artrec.log.Erasure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where a forgotten visitor's id is not any more. */
@Timeout(300)
class JdbcLogErasureTest {
  private static final String CANARY = "canary-7f3a91";

  @TempDir Path folder;

  /** Many visitors, one of whom wrote much, and is forgotten. */
  private static void forgetOneOfMany(ChangeLog log) {
    for (int batch = 0; batch < 10; batch++) {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        String user = i % 20 == 7 ? CANARY : "visitor" + i;
        Interaction event = Interaction.view(user, "w" + i);
        changes.add(
            new Change.Recorded(i == 7 ? event.saying((CANARY + " ").repeat(3_000)) : event));
      }
      log.append(changes);
    }
    assertThat(log.forget(CANARY, Instant.EPOCH).finish()).isEqualTo(30);
    log.append(Interaction.view("visitor1", "w1"));
  }

  private static Set<String> tablesWith(DataSource source, String prefix, String text)
      throws SQLException {
    Set<String> places = new TreeSet<>();
    int[] searched = {0};
    StoredText.ofTables(
        source,
        prefix,
        (place, content) -> {
          searched[0]++;
          if (content.contains(text)) {
            places.add(place);
          }
        });
    assertThat(searched[0]).isGreaterThan(500);
    return places;
  }

  private static Set<String> filesWith(Path folder, String text) {
    Set<String> places = new TreeSet<>();
    StoredText.ofFiles(
        folder,
        (place, content) -> {
          if (content.contains(text)) {
            places.add(place);
          }
        });
    return places;
  }

  @Test
  void inH2_itIsInNoTable_andAfterClosingInNoFile() throws Exception {
    DataSource source = H2.in(folder);
    try (ChangeLog log = JdbcLog.open(source)) {
      forgetOneOfMany(log);
      assertThat(tablesWith(source, LogTables.STANDARD, CANARY)).isEmpty();
      assertThat(tablesWith(source, LogTables.STANDARD, "visitor1")).isNotEmpty();
    }
    assertThat(filesWith(folder, CANARY)).isEmpty();
    assertThat(filesWith(folder, "visitor1")).containsExactly("file gallery.mv.db");
  }

  @Test
  void inMemory_itIsHeldNoLongerThanItsErasureTakes() {
    try (JdbcLog log = JdbcLog.open(H2.in(folder))) {
      log.append(Interaction.view(CANARY, "w1"));
      Erasure erasure = log.forget(CANARY, Instant.EPOCH);
      assertThat(HeldText.by(log)).anyMatch(text -> text.contains(log.pseudonym(CANARY)));
      assertThat(erasure.finish()).isEqualTo(1);
      assertThat(HeldText.by(log))
          .contains(log.id())
          .noneMatch(text -> text.contains(CANARY))
          .noneMatch(text -> text.contains(log.pseudonym(CANARY)));
    }
  }

  /** Rewriting a file may be cut short; so it is done once more when the log is closed again. */
  @Test
  void inH2_fileIsRewrittenTwice() throws Exception {
    DataSource source = H2.in(folder);
    try (ChangeLog log = JdbcLog.open(source)) {
      forgetOneOfMany(log);
    }
    for (int left : new int[] {1, 0, 0}) {
      try (Connection connection = source.getConnection()) {
        assertThat(
                LogRow.read(connection, new LogTables(LogTables.STANDARD)).orElseThrow().purges())
            .isEqualTo(left);
      }
      JdbcLog.open(source).close();
    }
  }

  /** What is left in pages and in the write-ahead log is the database's; VACUUM FULL ends it. */
  @Test
  void inPostgres_itIsInNoTable_andAfterVacuumFullInNoFileOfTables() throws Exception {
    PostgresServer server = PostgresServer.shared();
    String prefix = PostgresServer.anyPrefix();
    try (ChangeLog log = JdbcLog.in(server.dataSource()).prefix(prefix).open()) {
      forgetOneOfMany(log);
    }
    assertThat(tablesWith(server.dataSource(), prefix, CANARY)).isEmpty();
    try (Connection connection = server.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
      if (Boolean.getBoolean("artrec.show")) {
        System.out.println("after VACUUM and CHECKPOINT: " + filesWith(server.data(), CANARY));
      }
      statement.execute("VACUUM FULL " + prefix + "changes");
      statement.execute("VACUUM FULL " + prefix + "pieces");
      statement.execute("CHECKPOINT");
      if (Boolean.getBoolean("artrec.show")) {
        System.out.println("after VACUUM FULL and CHECKPOINT: " + filesWith(server.data(), CANARY));
      }
    }
    assertThat(filesWith(server.data().resolve("base"), CANARY)).isEmpty();
  }
}
