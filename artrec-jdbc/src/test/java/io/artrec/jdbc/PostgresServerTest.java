package io.artrec.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class PostgresServerTest {
  @Test
  void portThatSomebodyTookMeanwhile_isLeftToThem() throws Exception {
    PostgresServer server = PostgresServer.start();
    server.kill();
    int before = server.port();
    try (ServerSocket other = new ServerSocket(before, 1, InetAddress.getLoopbackAddress())) {
      server.run();
      assertThat(server.port()).isNotEqualTo(other.getLocalPort());
      try (Connection connection = server.dataSource().getConnection()) {
        assertThat(connection.isValid(10)).isTrue();
      }
    } finally {
      server.kill();
    }
  }
}
