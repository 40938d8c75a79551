package io.artrec.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Campaign;
import io.artrec.jdbc.FaultySource.Effect;
import io.artrec.log.ChangeLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * One call of the database after the other fails, with its answer lost alone or with the database
 * gone from then on: what was acknowledged is there, what was refused is not, and nothing is there
 * in part; in the log that goes on, and in the one that is opened after the process ended.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class JdbcLogFailuresTest {
  private static final int NEVER = Integer.MAX_VALUE;

  private static ChangeLog open(DataSource source, String prefix) {
    return JdbcLog.in(source).prefix(prefix).patience(Duration.ofSeconds(20)).open();
  }

  /** Returns how many calls there were. */
  private static int visit(DataSource sound, int failing, Effect effect, boolean goesOn)
      throws SQLException {
    String prefix = PostgresServer.anyPrefix();
    FaultySource source = new FaultySource(sound, failing, effect);
    String name = "call " + failing + " " + effect + (goesOn ? ", goes on" : ", ends");
    Visit visit = new Visit(name, source::mend, goesOn);
    visit.make(() -> open(source, prefix));
    source.end();
    try (ChangeLog log = open(sound, prefix)) {
      visit.check(log);
    }
    return source.calls();
  }

  private static void everyCallFails(DataSource sound, int share) throws SQLException {
    int calls = visit(sound, NEVER, Effect.NONE, true);
    assertThat(calls).isGreaterThan(50);
    int step = Campaign.rounds(share, 1);
    int offset = 0;
    for (Effect effect : Effect.values()) {
      for (boolean goesOn : new boolean[] {true, false}) {
        for (int failing = 1 + offset++ % step; failing <= calls; failing += step) {
          visit(sound, failing, effect, goesOn);
        }
      }
    }
  }

  @Test
  void inH2() throws Exception {
    DataSource source = H2.at("mem:failures;DB_CLOSE_DELAY=-1");
    try (Connection connection = source.getConnection()) {
      everyCallFails(source, 16);
      connection.createStatement().execute("SHUTDOWN");
    }
  }

  @Test
  void inPostgres() throws Exception {
    everyCallFails(PostgresServer.shared().dataSource(), 40);
  }
}
