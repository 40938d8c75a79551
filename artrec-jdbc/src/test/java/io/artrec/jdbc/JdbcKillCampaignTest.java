package io.artrec.jdbc;

import io.artrec.Campaign;
import io.artrec.KillCampaign;
import io.artrec.KilledProgram;
import io.artrec.log.ChangeLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Nested;

/** The campaign on logs in databases. */
class JdbcKillCampaignTest {
  private static final int SHARE = 20;
  private static final int FULL = 500;

  /** The program that is killed with its H2. */
  static final class KilledWithH2 {
    private KilledWithH2() {}

    public static void main(String[] args) {
      KilledProgram.run(() -> JdbcLog.open(H2.in(Path.of(args[0]))), args);
    }
  }

  /** The program that is killed beside a PostgreSQL. */
  static final class KilledBesidePostgres {
    private KilledBesidePostgres() {}

    public static void main(String[] args) {
      KilledProgram.run(
          () ->
              JdbcLog.in(PostgresServer.dataSource(Integer.parseInt(args[3])))
                  .prefix(args[4])
                  .open(),
          args);
    }
  }

  @Nested
  class InH2 extends KillCampaign {
    @Override
    protected int kills() {
      return Campaign.rounds(SHARE, FULL);
    }

    @Override
    protected Class<?> program() {
      return KilledWithH2.class;
    }

    @Override
    protected ChangeLog log(Path in) {
      return JdbcLog.open(H2.in(in));
    }

    /** What was removed may be in the file until the log is closed. */
    @Override
    protected void stored(Path in, boolean closed, BiConsumer<String, String> consumer) {
      tables(in, consumer);
      files(
          in,
          (place, text) -> {
            if (closed || !place.endsWith(".mv.db")) {
              consumer.accept(place, text);
            }
          });
    }

    private void tables(Path in, BiConsumer<String, String> consumer) {
      try {
        StoredText.ofTables(H2.in(in), LogTables.STANDARD, consumer);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Every fourth time the server dies, too. */
  @Nested
  class InPostgres extends KillCampaign {
    private final PostgresServer server = PostgresServer.start();
    private final String prefix = PostgresServer.anyPrefix();
    private int kills;

    @Override
    protected int kills() {
      return Campaign.rounds(SHARE, FULL);
    }

    @Override
    protected Class<?> program() {
      return KilledBesidePostgres.class;
    }

    @Override
    protected List<String> arguments() {
      return List.of(String.valueOf(server.port()), prefix);
    }

    @Override
    protected ChangeLog log(Path in) {
      return JdbcLog.in(server.dataSource()).prefix(prefix).open();
    }

    @Override
    protected void killed() {
      if (++kills % 4 == 0) {
        server.kill();
        try {
          server.run();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    @Override
    protected void stored(Path in, boolean closed, BiConsumer<String, String> consumer) {
      files(in, consumer);
      try {
        StoredText.ofTables(server.dataSource(), prefix, consumer);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
