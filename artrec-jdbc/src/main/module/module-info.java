/** Logs and catalogues in databases. */
module io.artrec.jdbc {
  requires transitive io.artrec.core;
  requires transitive java.sql;
  requires org.slf4j;

  exports io.artrec.jdbc;
}
