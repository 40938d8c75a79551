package io.artrec.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.ArtworkField;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogLoader;
import io.artrec.catalog.LoadedCatalog;
import io.artrec.tabular.LoadException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JdbcCatalogTest {
  /** What holds for each database. */
  abstract static class InAnyDatabase {
    private final String works = PostgresServer.anyPrefix() + "works";

    abstract DataSource source();

    abstract String bytes();

    private void execute(String sql) throws SQLException {
      try (Connection connection = source().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql.replace("#", works));
      }
    }

    @BeforeEach
    void makeTable() throws SQLException {
      execute(
          "CREATE TABLE # (id INT PRIMARY KEY, title VARCHAR(100), artist VARCHAR(100),"
              + " price NUMERIC(8, 2), created VARCHAR(50), lent BOOLEAN, image "
              + bytes()
              + ")");
      insert(3, "雨中", "Ann Example", "120.50", "1889");
      insert(1, "The sea", "Paul Kern; Ann Example", null, "c. 1850");
      insert(2, "A \"quoted\", title", null, "7.00", null);
    }

    @AfterEach
    void dropTable() throws SQLException {
      execute("DROP TABLE #");
    }

    private void insert(int id, String title, String artist, String price, String created)
        throws SQLException {
      try (Connection connection = source().getConnection();
          PreparedStatement insert =
              connection.prepareStatement(
                  ("INSERT INTO # VALUES (?, ?, ?, CAST(? AS NUMERIC(8, 2)), ?, true, ?)")
                      .replace("#", works))) {
        insert.setInt(1, id);
        insert.setString(2, title);
        insert.setString(3, artist);
        insert.setString(4, price);
        insert.setString(5, created);
        insert.setBytes(6, new byte[] {1, 2, 3});
        insert.executeUpdate();
      }
    }

    @Test
    void table_isReadAsTheSameFileIs() {
      LoadedCatalog loaded =
          JdbcCatalog.table(source(), works).reading(loader -> loader.currency("EUR")).load();
      Catalog same =
          CatalogLoader.csv(
                  new StringReader(
                      """
                      id,title,artist,price,created,lent
                      1,The sea,Paul Kern; Ann Example,,c. 1850,true
                      2,"A ""quoted"", title",,7.00,,true
                      3,雨中,Ann Example,120.50,1889,true
                      """))
              .currency("EUR")
              .load()
              .catalog();
      assertThat(loaded.catalog().stream()).containsExactlyElementsOf(same.stream().toList());
      assertThat(loaded.report().source()).isEqualTo("table " + works);
      assertThat(loaded.report().loaded()).isEqualTo(3);
    }

    @Test
    void query_givesWhatItSelects_underTheNamesItGives() {
      JdbcCatalog some =
          JdbcCatalog.query(
                  source(),
                  "SELECT id AS nr, title AS name, artist FROM "
                      + works
                      + " WHERE id > ? ORDER BY 1")
              .parameters(1)
              .reading(
                  loader ->
                      loader.column(ArtworkField.ID, "nr").column(ArtworkField.TITLE, "name"));
      for (int time = 0; time < 2; time++) {
        assertThat(some.load().catalog().stream().map(Artwork::id)).containsExactly("2", "3");
      }
    }

    @Test
    void badRows_areReported() {
      JdbcCatalog twice =
          JdbcCatalog.query(source(), "SELECT 'a' AS id, title FROM " + works + " ORDER BY title");
      LoadedCatalog loaded = twice.load();
      assertThat(loaded.catalog().size()).isEqualTo(1);
      assertThat(loaded.report().skipped()).isEqualTo(2);
      assertThat(loaded.report().toString()).contains("a query");
      assertThatThrownBy(
              () -> twice.reading(loader -> loader.tolerateRows(0).tolerateShare(0)).load())
          .isInstanceOf(LoadException.class)
          .hasMessageContaining("cannot load artworks from a query: 2 of 3 rows");
    }

    @Test
    void manyRows_keepTheirOrder() throws Exception {
      execute(
          "INSERT INTO # (id, title) SELECT x, 'work' FROM "
              + series(10, 1_700)
              + " ORDER BY x DESC");
      List<String> ids = new ArrayList<>(List.of("1", "2", "3"));
      for (int id = 10; id <= 1_700; id++) {
        ids.add(String.valueOf(id));
      }
      assertThat(JdbcCatalog.table(source(), works).load().catalog().stream().map(Artwork::id))
          .containsExactlyElementsOf(ids);
    }

    abstract String series(int from, int to);

    @Test
    void databaseThatFails_isNamed() {
      assertThatThrownBy(() -> JdbcCatalog.table(source(), "nowhere.works").load())
          .isInstanceOf(LoadException.class)
          .hasMessageContaining("cannot load artworks from table nowhere.works: ")
          .hasMessageContaining("SQL state");
      assertThatThrownBy(
              () ->
                  JdbcCatalog.query(source(), "SELECT 1 / (id - 2), id, title FROM " + works)
                      .load())
          .isInstanceOf(LoadException.class)
          .hasMessageContaining("cannot load artworks from a query: ");
    }
  }

  @Nested
  class InH2 extends InAnyDatabase {
    @Override
    DataSource source() {
      return H2.at("mem:catalog;DB_CLOSE_DELAY=-1");
    }

    @Override
    String bytes() {
      return "BLOB";
    }

    @Override
    String series(int from, int to) {
      return "SYSTEM_RANGE(" + from + ", " + to + ")";
    }

    @Test
    void arraysAndLongTexts_areRead() {
      Catalog catalog =
          JdbcCatalog.query(
                  source(),
                  "SELECT 1 AS id, CAST('The sea' AS CLOB) AS title, ARRAY['sea', 'rain'] AS subject")
              .load()
              .catalog();
      assertThat(catalog.get(0).title()).isEqualTo("The sea");
      assertThat(catalog.get(0).subjects()).containsExactly("sea", "rain");
    }
  }

  @Nested
  class InPostgres extends InAnyDatabase {
    @Override
    DataSource source() {
      return PostgresServer.shared().dataSource();
    }

    @Override
    String bytes() {
      return "BYTEA";
    }

    @Override
    String series(int from, int to) {
      return "generate_series(" + from + ", " + to + ") AS x";
    }

    @Test
    void arraysAndLongTexts_areRead() {
      Catalog catalog =
          JdbcCatalog.query(
                  source(),
                  "SELECT 1 AS id, 'The sea'::text AS title, ARRAY['sea', NULL, 'rain'] AS subject")
              .load()
              .catalog();
      assertThat(catalog.get(0).title()).isEqualTo("The sea");
      assertThat(catalog.get(0).subjects()).containsExactly("sea", "rain");
    }
  }

  @Test
  void nameThatIsNone_isRefused() {
    for (String wrong : List.of("", "works; DROP TABLE works", "a.b.c", "\"works\"", "1a")) {
      assertThatThrownBy(() -> JdbcCatalog.table(H2.at("mem:"), wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + wrong + "'")
          .hasMessageContaining("query");
    }
  }
}
