package io.artrec.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.log.ChangeLog;
import io.artrec.testkit.ChangeLogContract;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class JdbcLogContractTest {
  @Nested
  class InH2 extends ChangeLogContract {
    @TempDir Path folder;

    @Override
    protected ChangeLog open() {
      return JdbcLog.open(H2.in(folder));
    }

    @Override
    protected boolean storesText(String text) {
      List<String> places = new ArrayList<>();
      StoredText.ofFiles(
          folder,
          (place, content) -> {
            places.add(place);
            if (content.contains(text)) {
              places.add("holds it");
            }
          });
      assertThat(places).contains("file gallery.mv.db");
      return places.contains("holds it");
    }
  }

  @Nested
  class InPostgres extends ChangeLogContract {
    private final String prefix = PostgresServer.anyPrefix();

    @Override
    protected ChangeLog open() {
      return JdbcLog.in(PostgresServer.shared().dataSource()).prefix(prefix).open();
    }

    @Override
    protected boolean storesText(String text) {
      List<String> holding = new ArrayList<>();
      List<String> places = new ArrayList<>();
      try {
        StoredText.ofTables(
            PostgresServer.shared().dataSource(),
            prefix,
            (place, content) -> {
              places.add(place);
              if (content.contains(text)) {
                holding.add(place);
              }
            });
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      assertThat(places).contains("table " + prefix + "log", "table " + prefix + "marks");
      return !holding.isEmpty();
    }
  }
}
