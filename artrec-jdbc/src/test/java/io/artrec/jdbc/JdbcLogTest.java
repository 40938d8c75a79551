package io.artrec.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import io.artrec.log.LogException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class JdbcLogTest {
  private static final Instant WHEN = Instant.parse("2026-01-02T03:04:05Z");

  /** A process that opens a log, says so, and has it until it is killed. */
  static final class Holding {
    private Holding() {}

    public static void main(String[] args) throws IOException {
      DataSource source =
          args[0].equals("h2")
              ? H2.in(Path.of(args[1]))
              : PostgresServer.dataSource(Integer.parseInt(args[1]));
      try (ChangeLog log = JdbcLog.in(source).prefix(args[2]).open()) {
        log.append(Interaction.view("ada", "w1"));
        System.out.println("open");
        System.in.read();
      }
    }
  }

  /** What holds for each database. */
  abstract static class InAnyDatabase {
    private final String prefix = PostgresServer.anyPrefix();

    abstract DataSource source();

    abstract List<String> holding();

    final String prefix() {
      return prefix;
    }

    final JdbcLog open() {
      return builder().open();
    }

    private JdbcLog.Builder builder() {
      return JdbcLog.in(source()).prefix(prefix).patience(Duration.ZERO);
    }

    final void execute(String sql) throws SQLException {
      try (Connection connection = source().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql.replace("#", prefix));
      }
    }

    static List<String> replay(ChangeLog log) {
      List<String> lines = new ArrayList<>();
      log.replay(0, entry -> lines.add(entry.number() + " " + entry.change().user().orElse("")));
      return lines;
    }

    @Test
    void secondOpening_isRefused_andOneWithOtherTablesIsNot() {
      try (JdbcLog log = open()) {
        assertThatThrownBy(this::open)
            .isInstanceOf(LogException.class)
            .hasMessageContaining(prefix + "* is open elsewhere");
        try (JdbcLog other = JdbcLog.in(source()).prefix(prefix + "b_").open()) {
          assertThat(other.id()).isNotEqualTo(log.id());
        }
        assertThat(log.append(Interaction.view("ada", "w1"))).isEqualTo(1);
      }
      open().close();
    }

    @Test
    void otherProcess_keepsTheLogUntilItIsKilled() throws Exception {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Holding.class.getName()));
      command.addAll(holding());
      command.add(prefix);
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
        assertThat(lines.readLine()).isEqualTo("open");
        assertThatThrownBy(this::open).isInstanceOf(LogException.class);
        process.destroyForcibly().waitFor();
      }
      try (ChangeLog log = builder().patience(Duration.ofMinutes(1)).open()) {
        assertThat(replay(log)).containsExactly("1 ada");
      }
    }

    @Test
    void tablesOfANewerVersion_areRefused() throws Exception {
      open().close();
      execute("INSERT INTO #schema (version) VALUES (999)");
      assertThatThrownBy(this::open)
          .isInstanceOf(LogException.class)
          .hasMessageContaining("a newer artrec made version 999")
          .hasMessageContaining("update artrec");
      execute("DELETE FROM #schema WHERE version = 999");
      open().close();
    }

    @Test
    void makingTablesThatWasCutShort_isDoneAgain() throws Exception {
      open().close();
      for (String table : List.of("#marks", "#pieces", "#schema")) {
        execute("DROP TABLE " + table);
      }
      try (ChangeLog log = open()) {
        log.forget("ada", WHEN).finish();
        assertThat(replay(log)).hasSize(1);
      }
    }

    @Test
    void textsOfAnyLength_comeBack_andGo() throws Exception {
      List<Change> changes = new ArrayList<>();
      for (int length : new int[] {0, 16_300, 16_384, 40_000, 3_000_000}) {
        changes.add(
            new Change.Recorded(
                Interaction.view("ada\u0000", "w").saying("\u0000浮".repeat(length / 4) + "x")));
      }
      try (ChangeLog log = open()) {
        assertThat(log.append(changes)).isEqualTo(5);
        List<Change> found = new ArrayList<>();
        log.replay(0, entry -> found.add(entry.change()));
        assertThat(found).isEqualTo(changes);
        assertThat(log.forget("ada\u0000", WHEN).finish()).isEqualTo(5);
      }
      StoredText.ofTables(
          source(),
          prefix,
          (place, text) -> {
            assertThat(place).isNotIn("table " + prefix + "pieces");
            assertThat(text.length()).as(place).isLessThan(1_000);
          });
    }

    @Test
    void interruptedThread_stillAppends() {
      try (ChangeLog log = open()) {
        Thread.currentThread().interrupt();
        try {
          assertThat(log.append(Interaction.view("ada", "w1"))).isEqualTo(1);
          assertThat(replay(log)).hasSize(1);
        } finally {
          assertThat(Thread.interrupted()).isTrue();
        }
      }
    }

    @Test
    void manyPages_areReadInOrder() {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < 4_100; i++) {
        changes.add(new Change.Recorded(Interaction.view("u" + i % 3, "w" + i)));
      }
      try (ChangeLog log = open()) {
        log.append(changes);
        assertThat(log.forget("u1", WHEN).finish()).isEqualTo(1_367);
        List<Change> found = new ArrayList<>();
        log.replay(100, entry -> found.add(entry.change()));
        assertThat(found).hasSize(4_101 - 100 - 1_367 + 33);
        found.remove(found.size() - 1);
        assertThat(found)
            .isEqualTo(
                changes.subList(100, 4_100).stream()
                    .filter(change -> !change.user().orElseThrow().equals("u1"))
                    .toList());
      }
    }

    @Test
    void writerWhoseLogWasOpenedElsewhere_writesNoMore() throws Exception {
      try (ChangeLog log = open()) {
        log.append(Interaction.view("ada", "w1"));
        execute("UPDATE #log SET epoch = epoch + 1");
        assertThatThrownBy(() -> log.append(Interaction.view("ada", "w2")))
            .isInstanceOf(LogException.class)
            .hasMessageContaining("was opened elsewhere meanwhile");
        assertThatThrownBy(() -> log.append(Interaction.view("ada", "w3")))
            .isInstanceOf(LogException.class)
            .hasMessageContaining("was opened elsewhere meanwhile");
        assertThatThrownBy(() -> log.compact(1)).isInstanceOf(LogException.class);
        assertThatThrownBy(() -> replay(log)).isInstanceOf(LogException.class);
      }
      try (ChangeLog log = open()) {
        assertThat(replay(log)).containsExactly("1 ada");
        assertThat(log.compactedTo()).isZero();
      }
    }

    @Test
    void failure_doesNotTellWhatVisitorsDid() throws Exception {
      try (ChangeLog log = open()) {
        execute("INSERT INTO #changes (number, pieces, content) VALUES (1, 1, '')");
        assertThatThrownBy(() -> log.append(Interaction.view("secret-ada", "w1")))
            .isInstanceOf(LogException.class)
            .satisfies(
                thrown -> {
                  StringWriter trace = new StringWriter();
                  thrown.printStackTrace(new PrintWriter(trace));
                  assertThat(trace.toString())
                      .contains("nothing was recorded")
                      .contains("SQL state 23505")
                      .doesNotContain("secret")
                      .doesNotContain(HexFormat.of().formatHex("secret".getBytes(UTF_8)))
                      .doesNotContain(log.pseudonym("secret-ada"));
                });
      }
    }

    @Test
    void rowThatIsNoChange_isNamed() throws Exception {
      try (ChangeLog log = open()) {
        log.append(Interaction.view("ada", "w1"));
        execute("UPDATE #changes SET pieces = 2");
        assertThatThrownBy(() -> replay(log))
            .isInstanceOf(LogException.class)
            .hasMessage(
                "cannot read change 1 in table " + prefix + "changes: it has 2 pieces, found 1");
      }
    }
  }

  @Nested
  class InH2 extends InAnyDatabase {
    @TempDir Path folder;

    @Override
    DataSource source() {
      return H2.in(folder);
    }

    @Override
    List<String> holding() {
      return List.of("h2", folder.toString());
    }

    @Test
    void commitsThatWait_areMadeToWaitNoMore() throws Exception {
      DataSource source = H2.at("file:" + folder.resolve("waits").toAbsolutePath());
      try (Connection connection = source.getConnection();
          ChangeLog log = JdbcLog.open(source)) {
        log.append(Interaction.view("ada", "w1"));
        try (ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
                        + " WHERE SETTING_NAME = 'WRITE_DELAY'")) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getString(1)).isEqualTo("0");
        }
      }
    }

    @Test
    void userWithoutTheRights_isToldWhichAreNeeded() throws Exception {
      execute("CREATE USER visitor PASSWORD ''");
      execute("GRANT ALTER ANY SCHEMA TO visitor");
      org.h2.jdbcx.JdbcDataSource source = H2.in(folder);
      source.setURL(source.getURL().replace(";WRITE_DELAY=0", ""));
      source.setUser("visitor");
      assertThatThrownBy(() -> JdbcLog.in(source).prefix(prefix()).open())
          .isInstanceOf(LogException.class)
          .hasMessageContaining("CHECKPOINT SYNC");
    }

    @Test
    void othersInTheDatabase_areNotShutOut() throws Exception {
      try (Connection other = source().getConnection()) {
        ChangeLog log = open();
        log.append(Interaction.view("ada", "w1"));
        log.forget("ada", WHEN).finish();
        log.close();
        assertThat(other.isValid(1)).isTrue();
      }
    }
  }

  @Nested
  class InPostgres extends InAnyDatabase {
    @Override
    DataSource source() {
      return PostgresServer.shared().dataSource();
    }

    @Override
    List<String> holding() {
      return List.of("postgres", String.valueOf(PostgresServer.shared().port()));
    }

    @Test
    void sessionThatIsEnded_isFollowedByANewOne_unlessSomebodyOpenedTheLog() throws Exception {
      try (ChangeLog log = open()) {
        log.append(Interaction.view("ada", "w1"));
        endSessions();
        assertThat(replay(log)).as("read without the lock's session").containsExactly("1 ada");
        try (ChangeLog other = open()) {
          other.append(Interaction.view("bob", "w1"));
          assertThatThrownBy(() -> log.append(Interaction.view("ada", "w2")))
              .isInstanceOf(LogException.class);
        }
        assertThatThrownBy(() -> log.append(Interaction.view("ada", "w2")))
            .isInstanceOf(LogException.class)
            .hasMessageContaining("was opened elsewhere meanwhile");
      }
      try (ChangeLog log = builder()) {
        endSessions();
        assertThat(log.append(Interaction.view("ada", "w3"))).isEqualTo(3);
        assertThat(replay(log)).containsExactly("1 ada", "2 bob", "3 ada");
      }
    }

    private ChangeLog builder() {
      return JdbcLog.in(source()).prefix(prefix()).patience(Duration.ofMinutes(1)).open();
    }

    /** Ends the sessions that hold advisory locks. */
    private void endSessions() throws SQLException {
      execute("SELECT pg_terminate_backend(pid, 60000) FROM pg_locks WHERE locktype = 'advisory'");
    }

    /** VACUUM skips, with a warning, tables that the user does not own. */
    @Test
    void tablesOfAnotherOwner_areNotTakenForCleaned() throws Exception {
      open().close();
      execute("CREATE ROLE #clerk LOGIN");
      execute(
          "GRANT SELECT, INSERT, UPDATE, DELETE ON #schema, #log, #changes, #pieces, #marks"
              + " TO #clerk");
      org.postgresql.ds.PGSimpleDataSource source = PostgresServer.shared().dataSource();
      source.setUser(prefix() + "clerk");
      try (ChangeLog log = JdbcLog.in(source).prefix(prefix()).open()) {
        log.append(Interaction.view("ada", "w1"));
        assertThat(log.forget("ada", WHEN).finish()).isEqualTo(1);
      }
      assertThat(purges()).isEqualTo(LogWriter.PURGES);
      open().close();
      assertThat(purges()).as("opened by the owner").isZero();
    }

    private int purges() throws SQLException {
      try (Connection connection = source().getConnection()) {
        return LogRow.read(connection, new LogTables(prefix())).orElseThrow().purges();
      }
    }

    @Test
    void commitsThatDoNotWait_areMadeTo() throws Exception {
      org.postgresql.ds.PGSimpleDataSource source = PostgresServer.shared().dataSource();
      source.setOptions("-c synchronous_commit=off");
      try (ChangeLog log = JdbcLog.in(source).prefix(prefix()).open()) {
        assertThat(log.append(Interaction.view("ada", "w1"))).isEqualTo(1);
      }
    }
  }

  @Test
  void databaseThatWasNeverTried_isRefused() {
    DatabaseMetaData product =
        proxy(DatabaseMetaData.class, "getDatabaseProductName", "Ancient DB");
    Connection connection = proxy(Connection.class, "getMetaData", product);
    DataSource source = proxy(DataSource.class, "getConnection", connection);
    assertThatThrownBy(() -> JdbcLog.open(source))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("Ancient DB")
        .hasMessageContaining("PostgreSQL");
  }

  private static <T> T proxy(Class<T> type, String method, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            JdbcLogTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> called.getName().equals(method) ? answer : null));
  }

  @Test
  void prefixThatIsNoName_isRefused() {
    JdbcLog.Builder builder = JdbcLog.in(H2.at("mem:"));
    for (String wrong : List.of("", "Artrec", "1a", "a-b", "a;drop", "a".repeat(41), "ä")) {
      assertThatThrownBy(() -> builder.prefix(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + wrong + "'");
    }
    assertThatThrownBy(() -> builder.patience(Duration.ofMinutes(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A kind of mark that is new finds rows, too, or this test says that it does not. */
  @Test
  void everyKindOfMark_findsWhatItErases() {
    DataSource source = H2.at("mem:marks;DB_CLOSE_DELAY=-1");
    byte[] half = new byte[32];
    Arrays.fill(half, (byte) 7);
    String pseudonym = HexFormat.of().formatHex(half);
    List<Change.Mark> marks =
        List.of(
            new Change.Forgotten(pseudonym, 1),
            new Change.OptedOut(pseudonym, 1),
            new Change.OptedIn(pseudonym, 1),
            new Change.Expired(1));
    assertThat(marks.stream().map(Object::getClass))
        .containsExactlyInAnyOrder(Change.Mark.class.getPermittedSubclasses());
    try (ChangeLog log = JdbcLog.open(source)) {
      for (Change.Mark mark : marks) {
        assertThat(log.erase(mark).finish()).isZero();
      }
      assertThat(log.erase(new Change.Forgotten("nobody's", 1)).finish()).isZero();
    }
  }
}
