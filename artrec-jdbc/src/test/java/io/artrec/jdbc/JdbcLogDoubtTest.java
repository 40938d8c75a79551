package io.artrec.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.jdbc.FaultySource.Effect;
import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import io.artrec.log.Erasure;
import io.artrec.log.LogException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A change was committed, its caller was told that this is not known, and something else comes
 * before the log has found out.
 */
@Timeout(300)
class JdbcLogDoubtTest {
  private final FaultySource source =
      new FaultySource(H2.at("mem:doubt" + PostgresServer.anyPrefix() + ";DB_CLOSE_DELAY=-1"));
  private ChangeLog log = JdbcLog.open(source);

  @BeforeEach
  void appendTwo() {
    assertThat(append("ada", 2)).isEqualTo(2);
  }

  @AfterEach
  void shutDown() throws SQLException {
    log.close();
    try (Connection connection = source.getConnection()) {
      connection.createStatement().execute("SHUTDOWN");
    }
  }

  private long append(String user, int count) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      changes.add(new Change.Recorded(Interaction.view(user, "w" + i)));
    }
    return log.append(changes);
  }

  private void appendInDoubt(String user, int count) {
    source.failNext("commit", Effect.DONE_AND_GONE);
    assertThatThrownBy(() -> append(user, count))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("cannot be found out");
  }

  private List<String> replay() {
    List<String> lines = new ArrayList<>();
    log.replay(0, entry -> lines.add(entry.number() + " " + entry.change().user().orElse("-")));
    return lines;
  }

  private void openAgain() {
    log.close();
    log = JdbcLog.open(source);
  }

  /** The next change comes directly, before anything is read. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void nextChanges_fewerAsManyOrMore_getNumbersOfTheirOwn(int count) {
    appendInDoubt("bob", 2);
    source.mend();
    List<String> expected = new ArrayList<>(List.of("1 ada", "2 ada"));
    for (int i = 1; i <= count; i++) {
      expected.add((4 + i) + " eve");
    }
    assertThat(append("eve", count)).isEqualTo(4 + count);
    assertThat(log.lastNumber()).isEqualTo(4 + count);
    assertThat(replay()).isEqualTo(expected);
    openAgain();
    assertThat(append("kim", 1)).isEqualTo(5 + count);
    expected.add((5 + count) + " kim");
    assertThat(replay()).isEqualTo(expected);
  }

  @Test
  void erasureThatFailsMeanwhile_leavesTheDoubt() {
    Erasure erasure = log.forget("ada", Instant.EPOCH);
    source.beforeNext(
        "executeUpdate",
        () -> {
          appendInDoubt("bob", 1);
          return Effect.NONE_AND_GONE;
        });
    assertThatThrownBy(erasure::finish).isInstanceOf(LogException.class);
    source.mend();
    assertThat(append("eve", 1)).isEqualTo(5);
    assertThat(replay()).containsExactly("1 ada", "2 ada", "3 -", "5 eve");
    assertThat(erasure.finish()).isEqualTo(2);
    openAgain();
    assertThat(replay()).containsExactly("3 -", "5 eve");
  }

  /** Pools throw what they like. */
  @Test
  void sourceThatThrowsAnything_leavesTheDoubt() {
    source.beforeNext(
        "commit",
        () -> {
          source.beforeNext(
              "getConnection",
              () -> {
                throw new IllegalStateException("the pool is closed");
              });
          return Effect.DONE;
        });
    assertThatThrownBy(() -> append("bob", 1))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("cannot be found out")
        .hasMessageContaining("the pool is closed");
    assertThat(append("eve", 1)).isEqualTo(4);
    assertThat(replay()).containsExactly("1 ada", "2 ada", "4 eve");
  }
}
