package io.artrec.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.LoadedCatalog;
import io.artrec.feature.AttributeFeature;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of docs/stores.md, twice: what was recorded the first time is there. */
class StoresGuideTest {
  @TempDir Path folder;

  @Test
  void recommenderOnADatabase_isThereAgain() throws Exception {
    makeWorks();
    visit(
        recommender -> {
          recommender.record(Interaction.favorite("ada", "w1"));
          recommender.record(Interaction.favorite("bob", "w2"));
          assertThat(recommender.recommend("ada", 1).get(0).artwork().id()).isEqualTo("w3");
          recommender.forget("bob");
          recommender.awaitForgotten();
        });
    visit(
        recommender -> {
          assertThat(recommender.history("ada")).hasSize(1);
          assertThat(recommender.history("bob")).isEmpty();
        });
  }

  private void makeWorks() throws SQLException {
    try (Connection connection = source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE works (id VARCHAR(9), title VARCHAR(9), artist VARCHAR(9))");
      statement.execute(
          "INSERT INTO works VALUES ('w1', 'Sea', 'Ann'), ('w2', 'Rain', 'Paul'),"
              + " ('w3', 'Moon', 'Ann')");
    }
  }

  private JdbcDataSource source() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + folder.resolve("gallery") + ";WRITE_DELAY=0");
    return source;
  }

  /** What is done with a recommender. */
  @FunctionalInterface
  private interface Visit {
    void make(Recommender recommender);
  }

  private void visit(Visit visit) {
    JdbcDataSource source = source();
    LoadedCatalog works =
        JdbcCatalog.table(source, "works").reading(loader -> loader.currency("EUR")).load();
    try (JdbcLog log = JdbcLog.in(source).prefix("gallery_").open();
        Recommender recommender =
            Recommender.builder()
                .catalog(works.catalog())
                .feature(AttributeFeature.standard())
                .log(log)
                .build()) {
      visit.make(recommender);
    }
  }
}
